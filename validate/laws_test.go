package validate_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
	"kustoconn/validate"
)

// secret is part of every secret that strings below hold, and of nothing else.
const secret = "s3cr3t~"

var (
	endpoints = []string{
		"https://help.kusto.windows.net/Samples", "https://help.kusto.windows.net", "http://help.kusto.windows.net/",
		"http://localhost:8080", "net.tcp://localhost", "https://ingest-help.kusto.windows.net", "https://help.kusto.windows.net//a",
		"https://help.kusto.windows.net?DatabaseName=Db", "https://help.kusto.windows.net/?x=y#z", "https://me:" + secret + "@help.kusto.windows.net/Db",
		"https://help.kusto.windows.net.example.com", "https://evilkusto.windows.net", "https://example.com", "https://help",
		`https:\\help.kusto.windows.net\Db`, "https:/help.kusto.windows.net", "https:help", "https://", "https://a..b", "https://::1",
		"https://ｈelp.kusto.windows.net", "https://heлp.kusto.windows.net", "@help/Samples", "@help", "@help/", "@a/b/c", "@ade.loganalytics.io/x",
		"https://<cluster>.kusto.windows.net/Db", "https://{host}/{db}", "{uri}", "%s/Db", "@{cluster}/{db}", "https://{x}.example.com",
		"http://$(name).kusto.windows.net", "help", "help.westeurope/Db", "localhost", `"https://help.kusto.windows.net"`, "tcp:help,1433",
	}
	values = []string{
		"true", "false", "yes", "a Fed=true", "a, AppKey=" + secret + " Database = x", "x&Usr Token=" + secret, `"b" Fed=true`, "True ", `"true"`, "Samples", "Other", "Db", "{x}", "<y>", "****", "a'b", `"a;b"`, `'a"b'`, `"'x'"`, `""`, "", "x" + secret,
		`"` + secret + `;` + secret + `"`, secret + `"`, "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", "contoso.com",
		"https://login.microsoftonline.us/contoso.com", "0123456789abcdef0123456789abcdef01234567", "weakconsistency", "é\u3000",
	}
	odd = []string{
		"Microsoft Entra ID Federated Security", "AppKye", "Encrypt", "AccountKey", "PreventAccessToLocalSecretsViaKeywords",
		`"Fed"`, "[Database]", "EmbeddedManagedIdentity", "a==b", "\u00e9", "", "AppKey:" + secret,
	}
	noise = []string{";", "=", " ", "'", `"`, "\x00", "\x01", "\xff", "\u0085", "@", "://", "x", ";;", secret}
)

// texts draws connection strings with all that can be wrong with them.
func texts() *rapid.Generator[string] {
	var keywords []string
	for _, p := range schema.Properties() {
		keywords = append(keywords, p.Keywords()...)
	}
	keyword := rapid.OneOf(
		rapid.SampledFrom([]string{"Data Source", "Database", "Fed", "Authority Id", "AppClientId", "AppKey", "UserToken", "AppCert", "Password"}),
		rapid.SampledFrom(keywords), rapid.SampledFrom(odd),
	)
	pair := rapid.Custom(func(t *rapid.T) string {
		return keyword.Draw(t, "keyword") + "=" + rapid.OneOf(rapid.SampledFrom(values), rapid.SampledFrom(endpoints)).Draw(t, "value")
	})
	part := rapid.OneOf(pair, pair, pair, pair, rapid.SampledFrom(endpoints), rapid.SampledFrom(noise))
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(part, 0, 8).Draw(t, "parts")
		if rapid.Bool().Draw(t, "prefixed") {
			parts = append([]string{rapid.SampledFrom(endpoints).Draw(t, "prefix")}, parts...)
		}
		return strings.Join(parts, rapid.SampledFrom([]string{";", ";", ";", "; ", " ; ", ""}).Draw(t, "separator"))
	})
}

// failer is what a law needs of rapid.T and testing.T.
type failer interface {
	Fatalf(format string, args ...any)
}

// holdLaws fails where a diagnostic of text breaks a promise: a span outside
// the text or inside a character, a code that is no rule's, a secret, edits
// that do not apply, or a fix that does not leave fewer diagnostics or that
// is said to be safe and is not.
func holdLaws(t failer, v *validate.Validator, text string) {
	found := judge(v, text)
	for i := range found {
		d := &found[i]
		holdSpan(t, text, d, d.Span)
		for _, r := range d.Related {
			holdSpan(t, text, d, r.Span)
		}
		if r := rule.Get(d.Code); r == nil || r.Name != d.Rule || d.Message == "" {
			t.Fatalf("%q: %v is of no rule, or empty", text, d)
		}
		if len(d.Related) > 2 {
			t.Fatalf("%q: %v has %d related spans", text, d, len(d.Related))
		}
		if strings.Contains(allText(d), secret) {
			t.Fatalf("%q: %+v holds a secret", text, d)
		}
		if len(d.Edits) > 0 {
			holdFix(t, v, text, d, found)
		}
	}
}

func holdSpan(t failer, text string, d *diag.Diagnostic, s source.Span) {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		t.Fatalf("%q: %v has the span %v outside the text", text, d, s)
	}
	for _, at := range []int{s.Start, s.End} {
		if source.RuneBoundary(text, at) != at && utf8.ValidString(text) {
			t.Fatalf("%q: %v has the span %v, which ends inside a character", text, d, s)
		}
	}
}

func allText(d *diag.Diagnostic) string {
	all := []string{d.Message, d.Help}
	for _, r := range d.Related {
		all = append(all, r.Message)
	}
	for _, e := range d.Edits {
		all = append(all, e.NewText)
	}
	return strings.Join(all, "\n")
}

func holdFix(t failer, v *validate.Validator, text string, d *diag.Diagnostic, before diag.List) {
	fixed, err := diag.Apply(text, d.Edits)
	if err != nil {
		t.Fatalf("%q: the fix of %v: %v: %+v", text, d, err, d.Edits)
	}
	after := judge(v, fixed)
	if d.Code == rule.MissingSeparator {
		// What the pair inside the value does wrong comes to light, but the
		// value lacks no separator any more.
		if n, m := count(before, d.Code), count(after, d.Code); m >= n {
			t.Fatalf("%q: the fix of %v leaves as many missing separators:\n%q\n%v", text, d, fixed, after)
		}
		return
	}
	if n, m := problems(before), problems(after); m > n || m == n && len(after) >= len(before) {
		t.Fatalf("%q: the fix of %v leaves no fewer diagnostics:\n%q\n%v\n%v", text, d, fixed, before, after)
	}
	_, safe := d.Fixable()
	if meaning(text) != meaning(fixed) && safe {
		t.Fatalf("%q: the safe fix of %v changes\n%+v to\n%+v", text, d, meaning(text), meaning(fixed))
	}
}

func count(found diag.List, code diag.Code) (n int) {
	for i := range found {
		if found[i].Code == code {
			n++
		}
	}
	return n
}

// problems counts the diagnostics of found that are more than information. To
// mend what is wrong may make a string worth a note, such as that its user
// will be prompted.
func problems(found diag.List) (n int) {
	for i := range found {
		if found[i].Severity != diag.Information {
			n++
		}
	}
	return n
}

// sense is what a connection string means.
type sense struct {
	present schema.Set
	auth    schema.ModeID
	values  [schema.NumIDs]string
}

func meaning(text string) (s sense) {
	tree, _ := grammar.Parse(text)
	b := bind.Bind(tree)
	s.present, s.auth = b.Present, b.AuthMode()
	for id := range b.Present.All() {
		s.values[id], _ = b.Value(id)
	}
	return s
}

func TestLaws(t *testing.T) {
	v := newValidator(t, validate.Options{})
	rapid.Check(t, func(t *rapid.T) { holdLaws(t, v, texts().Draw(t, "text")) })
}

func FuzzLaws(f *testing.F) {
	v := newValidator(f, validate.Options{})
	for _, tt := range documented {
		f.Add(tt.text)
	}
	for _, r := range rule.All() {
		f.Add(r.Bad)
		f.Add(r.Good)
	}
	for _, e := range endpoints {
		f.Add(e + ";AppKey=" + secret + ";Fed=yes")
	}
	f.Fuzz(func(t *testing.T, text string) { holdLaws(t, v, text) })
}

// Of a very long string no fix that must be tried is offered: each trial would read
// all of it.
func TestFixesOfALongString(t *testing.T) {
	v, err := validate.New(validate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]bool{64<<10 - len("https://c.kusto.windows.net/Db;Fed=yes;Accept=true;"): true, 64 << 10: false} {
		text := "https://c.kusto.windows.net/Db;Fed=yes;Accept=true;" + strings.Repeat(" ", n)
		tree, syntax := grammar.Parse(text)
		for _, d := range v.Check(bind.Bind(tree), syntax) {
			if fixable, _ := d.Fixable(); d.Code == rule.NotABoolean && fixable != want {
				t.Errorf("%d bytes: a fix: %t", len(text), fixable)
			}
		}
	}
}
