package validate

import (
	"strings"
	"testing"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/schema"
)

// Problems count before notes, and notes between strings with as many problems.
func TestWeight(t *testing.T) {
	list := func(severities ...diag.Severity) (found diag.List) {
		for _, s := range severities {
			found = append(found, diag.Diagnostic{Severity: s})
		}
		return found
	}
	if got := weigh(list(diag.Information, diag.Warning, diag.Error, diag.Information, diag.Error)); got != (weight{problems: 3, notes: 2}) {
		t.Errorf("weighs %+v", got)
	}
	for _, tt := range []struct {
		a, b weight
		less bool
	}{
		{weight{}, weight{}, false}, {weight{0, 1}, weight{0, 2}, true}, {weight{0, 2}, weight{0, 1}, false}, {weight{1, 0}, weight{0, 9}, false}, {weight{0, 9}, weight{1, 0}, true},
		{weight{1, 1}, weight{1, 1}, false}, {weight{2, 0}, weight{1, 1}, false},
	} {
		if got := tt.a.less(tt.b); got != tt.less {
			t.Errorf("%+v is less than %+v: %v", tt.a, tt.b, got)
		}
	}
}

// When two values of a property are the same.
func TestCompare(t *testing.T) {
	tree, _ := grammar.Parse("")
	p := &pass{Bound: bind.Bind(tree)}
	for _, tt := range []struct {
		id   schema.ID
		a, b string
		want sameness
	}{
		{schema.InitialCatalog, "a", "a", same}, {schema.InitialCatalog, "a", "A", differ}, {schema.InitialCatalog, "true", "True", differ}, {schema.InitialCatalog, "{a}", "b", maySame}, {schema.InitialCatalog, "b", "{a}", maySame},
		{schema.InitialCatalog, "{a}", "{b}", maySame}, {schema.InitialCatalog, "{a}", "{a}", same},
		{schema.FederatedSecurity, "true", "True", same}, {schema.FederatedSecurity, "true", "false", differ}, {schema.FederatedSecurity, "FALSE", "false", same},
		{schema.FederatedSecurity, "false", "x", differ}, {schema.FederatedSecurity, "x", "false", differ}, {schema.FederatedSecurity, "x", "y", differ}, {schema.FederatedSecurity, "true", "{x}", maySame},
	} {
		if got := p.compare(tt.id, tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// Names in a sentence.
func TestNameLists(t *testing.T) {
	for _, id := range []schema.ID{schema.DataSource, schema.InitialCatalog} {
		if got := clientTitles(id); got == "" {
			t.Errorf("no client takes %v", id)
		}
	}
	want := map[int]string{}
	for _, p := range schema.Properties() {
		var titles []string
		for c := range p.Clients.All() {
			titles = append(titles, c.Title())
		}
		switch len(titles) {
		case 0:
			want[0] = ""
		case 1:
			want[1] = titles[0]
		case 2:
			want[2] = titles[0] + " and " + titles[1]
		case 3:
			want[3] = titles[0] + ", " + titles[1] + " and " + titles[2]
		default:
			continue
		}
		if got := clientTitles(p.ID); got != want[len(titles)] {
			t.Errorf("%s: %q, want %q", p.Name, got, want[len(titles)])
		}
	}
	if len(want) < 2 {
		t.Errorf("properties of %d numbers of clients", len(want))
	}
}

func TestIsLoginURL(t *testing.T) {
	for value, want := range map[string]bool{
		"https://login.microsoftonline.com": true, "HTTPS://login.example.com/a/b": true, "http://login.microsoftonline.com": false, "https://": false, "https://u:p@login.example.com": false,
		"https://help.kusto.windows.net": false, "https://login..example.com": false, "login.microsoftonline.com": false, "https:login.example.com": false,
	} {
		if got := isLoginURL(value); got != want {
			t.Errorf("isLoginURL(%q) = %v", value, got)
		}
	}
}

// The memory of a very long string is not kept for the next one, that of a usual one
// is.
func TestMemoryIsBounded(t *testing.T) {
	v := newValidator(t)
	for segments, kept := range map[int]bool{maxKept - 1: true, maxKept: true, maxKept + 1: false} {
		m := new(memory)
		text := make([]byte, segments-1)
		for i := range text {
			text[i] = ';'
		}
		m.read(string(text), nil)
		if m.tree.Text() != string(text) {
			t.Fatal("the memory holds another text")
		}
		v.release(m)
		if got := m.tree.Segments != nil; got != kept || m.tree.Text() != "" || m.bound.Tree != nil || m.pass.found != nil {
			t.Errorf("%d segments: kept is %v; the text left is %q", segments, got, m.tree.Text())
		}
	}
}

// The finding on a link to a page names the page.
func TestWebPagesAreNamed(t *testing.T) {
	v := newValidator(t)
	for host, page := range webPages {
		if found := v.CheckText("https://" + host + "/x"); page == "" || len(found) != 1 || !strings.Contains(found[0].Message, page) {
			t.Errorf("%s: %v", host, found)
		}
	}
}
