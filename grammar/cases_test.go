package grammar_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
)

// A reading is what is tested of a tree: the prefix in angle brackets, each
// pair as keyword=value or -keyword where it is unset, and the diagnostics as
// code and span.
func reading(text string) (read, faults []string) {
	tree, diags := grammar.Parse(text)
	for _, s := range tree.Segments {
		switch {
		case s.Kind == ast.Prefix:
			read = append(read, "<"+s.Value()+">")
		case s.Kind == ast.Pair && s.Unset():
			read = append(read, "-"+s.Keyword())
		case s.Kind == ast.Pair:
			read = append(read, s.Keyword()+"="+s.Value())
		}
	}
	return read, codesAndSpans(diags)
}

func codesAndSpans(diags diag.List) []string {
	var out []string
	for _, d := range diags {
		out = append(out, fmt.Sprintf("%03d %v", int(d.Code), d.Span))
	}
	return out
}

// readingCase is a text, what is read in it, and the syntax errors.
type readingCase struct {
	text         string
	read, faults []string
}

func checkReadings(t *testing.T, cases []readingCase) {
	t.Helper()
	for _, c := range cases {
		read, faults := reading(c.text)
		if d := cmp.Diff(c.read, read); d != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, d)
		}
		if d := cmp.Diff(c.faults, faults); d != "" {
			t.Errorf("%q: syntax errors (-want +got)\n%s", c.text, d)
		}
	}
}

type list = []string

// The cases of DbConnectionStringBuilder's own tests.
func TestADONETCases(t *testing.T) {
	checkReadings(t, []readingCase{
		{"A=(B;", list{"A=(B"}, nil},
		{"A={B{}", list{"A={B{}"}, nil},
		{"A={B{{}", list{"A={B{{}"}, nil},
		{" A =B{C", list{"A=B{C"}, nil},
		{" A =B{{C", list{"A=B{{C"}, nil},
		{" A={{{B}}}", list{"A={{{B}}}"}, nil},
		{"A={B}", list{"A={B}"}, nil},
		{"\rA\t=BC", list{"A=BC"}, nil},

		{"A=''", list{"A="}, nil},
		{"A='BC;D'", list{"A=BC;D"}, nil},
		{"A=BC''D", list{"A=BC''D"}, nil},
		{`A='"'`, list{`A="`}, nil},
		{`A=B""C;`, list{`A=B""C`}, nil},
		{"A=B'C", list{"A=B'C"}, nil},
		{`A="B;(C)'"`, list{"A=B;(C)'"}, nil},
		{`A=";"`, list{"A=;"}, nil},
		{`A="""B;C"""`, list{`A="B;C"`}, nil},
		{"A='''B;C'''", list{"A='B;C'"}, nil},
		{"A='='", list{"A=="}, nil},
		{`A="=="`, list{"A==="}, nil},

		{"A=  B C ;", list{"A=B C"}, nil},
		{"A=  B  C  ", list{"A=B  C"}, nil},
		{"A='  B C '", list{"A=  B C "}, nil},
		{"A=  B\rC\r\t;", list{"A=B\rC"}, nil},

		{"A=B==C", list{"A=B==C"}, nil},
		{"A=B(=)C", list{"A=B(=)C"}, nil},
		{"A=B=C", list{"A=B=C"}, nil},
		{"A(=)=B", list{"A(=)=B"}, nil},
		{"A==B=C", list{"A=B=C"}, nil},
		{"A===B=C", list{"A==B=C"}, nil},
		{"A==C=B==C", list{"A=C=B==C"}, nil},
		{
			`A={abcdef2};B=some{us;C=test}db;D=12"3;E="45;6";F=AB==C;G{A'}";F={1='"2};G==C=B==C;Z=ABC`,
			list{"A={abcdef2}", "B=some{us", "C=test}db", `D=12"3`, "E=45;6", "F=AB==C", `F={1='"2}`, "G=C=B==C", "Z=ABC"},
			list{"003 56-62"}, // ADO.NET glues G{A'}" to the next keyword
		},

		{" =", nil, list{"004 1-2"}},
		{"=", nil, list{"004 0-1"}},
		{"=;", nil, list{"004 0-1"}},
		{"=ABC;", nil, list{"004 0-1"}},
		{"='A'", nil, list{"004 0-1"}},
		{"A=(B;)", list{"A=(B"}, list{"003 5-6"}},
		{"A=B';'C", nil, list{"006 3-4", "003 5-7"}},
		{"A=B { {;} }", list{"A=B { {"}, list{"003 8-11"}},
		{"A=BC'E;F'D", list{"A=BC'E"}, list{"003 7-10"}},
		{"A='''", nil, list{"001 2-3"}},
		{"A=''B", nil, list{"002 4-5"}},
		{`A=""B`, nil, list{"002 4-5"}},
		{`A="B`, nil, list{"001 2-3"}},
		{`A="`, nil, list{"001 2-3"}},
		{"A='A'C", nil, list{"002 5-6"}},
		{`A=""BC""`, nil, list{"002 4-8"}},
		{`A=""B"C"";`, nil, list{"002 4-9"}},
		{"A=''BC''", nil, list{"002 4-8"}},
		{"A={ B;C }", list{"A={ B"}, list{"003 6-9"}},
		{"A= {B;{}", list{"A={B"}, list{"003 6-8"}},
		{"A'='=B=C", nil, list{"001 3-4"}},
		{`A"="=B=C`, nil, list{"001 3-4"}},
		{`"A="=BC`, nil, list{"001 3-4"}},
	})
}

// Where this language is not ADO.NET's; the list is in the documentation of
// package grammar.
func TestDeliberateDifferences(t *testing.T) {
	checkReadings(t, []readingCase{
		// A segment without '=' is malformed, or the prefix.
		{"A;B=BC", list{"<A>", "B=BC"}, nil},
		{"X=1;A;B=BC", list{"X=1", "B=BC"}, list{"003 4-5"}},
		{"A", list{"<A>"}, nil},
		{"X=1;A==;B=BC", list{"X=1", "B=BC"}, list{"003 4-7"}},
		// A control character in a keyword, even of an unset pair.
		{"A\tB=x", nil, list{"005 1-2"}},
		{"A\tB=", nil, list{"005 1-2"}},
		// NUL anywhere.
		{"A=B\x00", nil, list{"005 3-4"}},
		{"A='B'\x00\x00", nil, list{"002 5-7"}},
		{"A=B;\x00", list{"A=B"}, list{"003 4-5", "005 4-5"}},
		{"A='B\x00'", nil, list{"005 4-5"}},
		// A prefix that does not come first.
		{"A=B;@c/d", list{"A=B"}, list{"007 4-8"}},
		{"A=B;http://c=d", list{"A=B"}, list{"007 4-14"}},
		// The prefix.
		{"https://c/d?e=f;A=B", list{"<https://c/d?e=f>", "A=B"}, nil},
	})
}

func TestDocumented(t *testing.T) {
	checkReadings(t, []readingCase{
		{
			"https://help.kusto.windows.net/Samples; Fed=true; Accept=true",
			list{"<https://help.kusto.windows.net/Samples>", "Fed=true", "Accept=true"}, nil,
		},
		{"@help/Samples", list{"<@help/Samples>"}, nil},
		// Property names are not case sensitive, values are; both are kept.
		{"FED=True;fed=true", list{"FED=True", "fed=true"}, nil},
		// Spaces between name-value parameter pairs are ignored.
		{"a = b ;  c = d ", list{"a=b", "c=d"}, nil},
		// Values that hold a semicolon or a quotation mark stand in double
		// quotation marks.
		{`a="b;c";d="e'f";g="h""i"`, list{"a=b;c", "d=e'f", `g=h"i`}, nil},
		{"a=b;c", list{"a=b"}, list{"003 4-5"}},
		{"a=b;c;d=e", list{"a=b", "d=e"}, list{"003 4-5"}},
	})
}

func TestPrefix(t *testing.T) {
	checkReadings(t, []readingCase{
		{"", nil, nil},
		{" ", nil, nil},
		{";", nil, nil},
		{"help", list{"<help>"}, nil},
		{" help ; a=b", list{"<help>", "a=b"}, nil},
		{"\u3000@help\u3000;", list{"<@help>"}, nil},
		{"@", list{"<@>"}, nil},
		{"@a=b;c=d", list{"<@a=b>", "c=d"}, nil},
		{"a b", list{"<a b>"}, nil},
		{"a\u00a0b", list{"<a\u00a0b>"}, nil},
		// Quotation marks and a byte order mark are text like any other.
		{`"https://c";a=b`, list{`<"https://c">`, "a=b"}, nil},
		{`'c;d';a=b`, list{"<'c>", "a=b"}, list{"003 3-5"}},
		{"\ufeffhttps://c;a=b", list{"<\ufeffhttps://c>", "a=b"}, nil},
		{"\ufeffhttps://c?x=y;a=b", list{"\ufeffhttps://c?x=y", "a=b"}, nil},
		{"\ufeff@c;a=b", list{"<\ufeff@c>", "a=b"}, nil},
		// Schemes.
		{"a://", list{"<a://>"}, nil},
		{"Z+9.-://x=y", list{"<Z+9.-://x=y>"}, nil},
		{"9a://x=y", list{"9a://x=y"}, nil},
		{"é://x=y", list{"é://x=y"}, nil},
		{"a_b://x=y", list{"a_b://x=y"}, nil},
		{"a:/x=y", list{"a:/x=y"}, nil},
		{"://x=y", list{"://x=y"}, nil},
		{"[://x=y", list{"[://x=y"}, nil},
		// An '=' makes a pair of anything else, and "==" no name.
		{"a=", list{"-a"}, nil},
		{"a==b", nil, list{"003 0-4"}},
		// After a blank first segment, or any other, comes no prefix.
		{";help", nil, list{"003 1-5"}},
		{" ;https://c", nil, list{"007 2-11"}},
		{";@help;a=b", list{"a=b"}, list{"007 1-6"}},
		{"https://c;https://d;a=b", list{"<https://c>", "a=b"}, list{"007 10-19"}},
		// Control characters.
		{"@a\tb", nil, list{"005 2-3"}},
		{"help\t", list{"<help>"}, nil},
		{"he\x01\x02lp", nil, list{"005 2-4"}},
		{"https://c\u0085d;a=b", list{"a=b"}, list{"005 9-11"}},
	})
}

func TestWhiteSpace(t *testing.T) {
	dropped := []string{
		" ", "\t", "\n", "\v", "\f", "\r", "\r\n", "\u0085", "\u00a0", "\u1680", "\u2000", "\u2007", "\u200a", "\u2028",
		"\u2029", "\u202f", "\u205f", "\u3000",
	}
	for _, w := range dropped {
		checkReadings(t, []readingCase{
			{w + "a" + w + "=" + w + "b" + w + "b" + w + ";" + w + "c=d", list{"a=b" + w + "b", "c=d"}, nil},
			{"a=" + w, list{"-a"}, nil},
			{"a=" + w + `"` + w + `"` + w, list{"a=" + w}, nil},
			{w, nil, nil},
		})
	}
	for _, kept := range []string{"\u180e", "\u200b", "\u2060", "\ufeff"} {
		checkReadings(t, []readingCase{
			{kept + "a" + kept + "=" + kept + "b" + kept, list{kept + "a" + kept + "=" + kept + "b" + kept}, nil},
			{"a=" + kept, list{"a=" + kept}, nil},
			{kept, list{"<" + kept + ">"}, nil},
		})
	}
}

func TestDoubledEquals(t *testing.T) {
	checkReadings(t, []readingCase{
		{"==", nil, list{"003 0-2"}},
		{"===", list{"-="}, nil},
		{"====", nil, list{"003 0-4"}},
		{"=====x", list{"===x"}, nil},
		{"===x", list{"==x"}, nil},
		{"== = x", list{"==x"}, nil},
		{" ==a=b", list{"=a=b"}, nil},
		{"a== =b", list{"a==b"}, nil},
		{"a = =b", list{"a==b"}, nil},
		{"a = b", list{"a=b"}, nil},
		{"a= =", list{"a=="}, nil},
		{"a =\u3000= b", list{"a== b"}, nil},
		{"x=1;==;y=2", list{"x=1", "y=2"}, list{"003 4-6"}},
	})
}

func TestLineEnds(t *testing.T) {
	checkReadings(t, []readingCase{
		{"https://c;\r\na=b;\r\nc=d\r\n", list{"<https://c>", "a=b", "c=d"}, nil},
		{"a=b\r\nc=d", list{"a=b\r\nc=d"}, nil},
		{"a=\"b\r\nc\"", list{"a=b\r\nc"}, nil},
		{"x=1;a\r\nb=c", list{"x=1"}, list{"005 5-7"}},
	})
}
