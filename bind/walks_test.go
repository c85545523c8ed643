package bind_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/schema"
	"kustoconn/source"
)

func TestOriginString(t *testing.T) {
	for origin, want := range map[bind.Origin]string{
		bind.None: "none", bind.Prefix: "prefix", bind.Shorthand: "shorthand", bind.Path: "path", bind.Pair: "pair", bind.Default: "default", 99: "none",
	} {
		if got := origin.String(); got != want {
			t.Errorf("origin %d is %q, want %q", origin, got, want)
		}
	}
}

func TestOccurrences(t *testing.T) {
	b := bound("https://a;Fed=true;Data Source=b;Fed=;x=1;Server=c;AppKey=k")
	for id, want := range map[schema.ID][]int{
		schema.DataSource: {0, 2, 5}, schema.FederatedSecurity: {1, 3}, schema.UserID: nil, schema.NumIDs: nil,
	} {
		var got []int
		for i := range b.Occurrences(id) {
			got = append(got, i)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%v (-want +got)\n%s", id, d)
		}
	}
	for i := range b.Occurrences(schema.DataSource) {
		if i != 0 {
			t.Errorf("segment %d after the walk was stopped", i)
		}
		break
	}
	if want := schema.SetOf(schema.DataSource, schema.FederatedSecurity); b.Duplicated != want {
		t.Errorf("duplicated %b, want %b", b.Duplicated, want)
	}
}

func TestUnknown(t *testing.T) {
	for text, want := range map[string][]int{"x=1;Fed=true;y=;;z": {0, 2}, "Fed=true": nil, "": nil, "https://a": nil, "a": nil} {
		b := bound(text)
		var got []int
		for i, s := range b.Unknown() {
			if s != &b.Tree.Segments[i] {
				t.Errorf("%s: segment %d is another", text, i)
			}
			got = append(got, i)
		}
		if d := cmp.Diff(want, got); d != "" || b.HasUnknown() != (want != nil) {
			t.Errorf("%s: %v (-want +got)\n%s", text, b.HasUnknown(), d)
		}
	}
	for i := range bound("x=1;y=2").Unknown() {
		if i != 0 {
			t.Errorf("segment %d after the walk was stopped", i)
		}
		break
	}
	for p := range bound("Fed=true;User ID=u").Properties() {
		if p.ID != schema.FederatedSecurity {
			t.Errorf("%v after the walk was stopped", p.ID)
		}
		break
	}
}

// What the text does not give.
func TestPropertyOfNone(t *testing.T) {
	b := bound("Fed=")
	type property struct {
		Value      string
		Origin     bind.Origin
		Segment    int
		Overridden []int
	}
	for id, want := range map[schema.ID]property{
		schema.FederatedSecurity: {Value: "false", Origin: bind.Default, Segment: -1, Overridden: []int{0}},
		schema.UserID:            {Segment: -1},
	} {
		p := b.Property(id)
		if d := cmp.Diff(want, property{p.Value(), p.Origin, p.Segment, p.Overridden}); d != "" || p.Property != schema.Get(id) {
			t.Errorf("%v (-want +got)\n%s", id, d)
		}
	}
	if value, ok := b.Value(schema.FederatedSecurity); value != "" || ok {
		t.Errorf("value %q, %v", value, ok)
	}
	if value, ok := b.Bool(schema.FederatedSecurity); value || ok {
		t.Errorf("value %v, %v", value, ok)
	}
}

// Specified is what is present and not empty.
func TestSpecified(t *testing.T) {
	for text, want := range map[string][2]schema.Set{ // present, specified
		`User ID="";AppKey=k`:           {schema.SetOf(schema.UserID, schema.ApplicationKey), schema.SetOf(schema.ApplicationKey)},
		`AppKey=k;AppKey=""`:            {schema.SetOf(schema.ApplicationKey), 0},
		"AppKey=k;AppKey=":              {0, 0},
		"@help":                         {schema.SetOf(schema.DataSource, schema.FederatedSecurity), schema.SetOf(schema.DataSource, schema.FederatedSecurity)},
		"https://c.kusto.windows.net/D": {schema.SetOf(schema.DataSource, schema.InitialCatalog), schema.SetOf(schema.DataSource, schema.InitialCatalog)},
		"@help;Fed=false":               {schema.SetOf(schema.DataSource, schema.FederatedSecurity), schema.SetOf(schema.DataSource, schema.FederatedSecurity)},
		"https://c;@d":                  {schema.SetOf(schema.DataSource), schema.SetOf(schema.DataSource)},
	} {
		if b := bound(text); b.Present != want[0] || b.Specified != want[1] {
			t.Errorf("%s: present %b, specified %b", text, b.Present, b.Specified)
		}
	}
	if !bound("@help").HasShorthand() || bound("@help/a/b").HasShorthand() || bound("help").HasShorthand() {
		t.Error("shorthand")
	}
}

func TestLocateEndpoint(t *testing.T) {
	in := source.Span{Start: 2, End: 4}
	for text, want := range map[string]source.Span{
		"https://c": in, "Fed=true;Data Source='https://c'": {Start: 24, End: 26}, "Fed=true": source.At(8), "https://c;Data Source=": source.At(22),
	} {
		if got := bound(text).LocateEndpoint(in); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// The array that usual strings' segments fit in makes no difference.
func TestSegmentsAroundTheBuffer(t *testing.T) {
	for _, n := range []int{22, 23, 24, 25} {
		text := ""
		for range n {
			text += "x=1;"
		}
		b := bound(text + "Fed=true")
		if got := b.ID(n); got != schema.FederatedSecurity || b.Segment(schema.FederatedSecurity) != n || b.ID(n-1) != schema.None {
			t.Errorf("%d segments before: %v, %d", n, got, b.Segment(schema.FederatedSecurity))
		}
	}
}

// Where each value comes from, and that it is there.
func TestValueByOrigin(t *testing.T) {
	for text, want := range map[string]struct {
		id      schema.ID
		value   string
		origin  bind.Origin
		segment int
	}{
		"Fed=true;Data Source=https://c.kusto.windows.net/Db": {schema.InitialCatalog, "Db", bind.Path, 1},
		"Fed=true;Server=https://c.kusto.windows.net":         {schema.DataSource, "https://c.kusto.windows.net", bind.Pair, 1},
		"https://c.kusto.windows.net":                         {schema.DataSource, "https://c.kusto.windows.net", bind.Prefix, 0},
		"@help/Db":                                            {schema.InitialCatalog, "Db", bind.Shorthand, 0},
		"@help":                                               {schema.FederatedSecurity, "true", bind.Shorthand, 0},
		"@help;Fed=false":                                     {schema.FederatedSecurity, "false", bind.Pair, 1},
		"@help/Db ":                                           {schema.DataSource, "https://help.kusto.windows.net", bind.Shorthand, 0},
		"Data Source=@help":                                   {schema.DataSource, "@help", bind.Pair, 0}, // no shorthand there
		"x=1;User ID=u":                                       {schema.UserID, "u", bind.Pair, 1},
	} {
		b := bound(text)
		if value, ok := b.Value(want.id); value != want.value || !ok {
			t.Errorf("%s: %v is %q, %v", text, want.id, value, ok)
		}
		if origin, segment := b.Origin(want.id), b.Segment(want.id); origin != want.origin || segment != want.segment {
			t.Errorf("%s: %v comes from %v, %d", text, want.id, origin, segment)
		}
	}
	if b := bound(`https://c.kusto.windows.net/a;Database=""`); b.Specified.Has(schema.InitialCatalog) || !b.Present.Has(schema.InitialCatalog) {
		t.Error("an empty database is specified")
	}
}
