package grammar_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/rule"
)

// Each syntax error: where it is, and the text after each fix, in the order
// of the diagnostics.
func TestFaults(t *testing.T) {
	const none = "no fix"
	tests := []struct {
		text   string
		faults []string
		fixed  []string
	}{
		// 001
		{`a="b`, list{"001 2-3"}, list{`a="b"`}},
		{`a="`, list{"001 2-3"}, list{`a=""`}},
		{`a='b;c="d"`, list{"001 2-3"}, list{`a='b;c="d"'`}},
		{`a="b""`, list{"001 2-3"}, list{`a="b"""`}},
		{"x=1; a = \"b ;c", list{"001 9-10"}, list{"x=1; a = \"b ;c\""}},
		{"a=\"\x00b", list{"001 2-3", "005 3-4"}, list{"a=\"\x00b\"", `a="b`}},

		// 002
		{`a="b"c`, list{"002 5-6"}, list{none}},
		{`a="b" c d ;e=f`, list{"002 6-9"}, list{none}},
		{`a='b'"c;d"`, list{"002 5-7", "003 8-10"}, list{none, none}},
		{"a=\"b\"\u3000é\u0085", list{"002 8-10"}, list{none}},
		{"a=\"b\" \xff\x00", list{"002 6-8"}, list{none}},

		// 003
		{"a=b; c d ;e=f", list{"003 5-8"}, list{none}},
		{"a=b;c==d", list{"003 4-8"}, list{none}},
		{"a=b;c\x01d\x01", list{"003 4-8", "005 5-6", "005 7-8"}, list{none, "a=b;cd\x01", "a=b;c\x01d"}},
		{"a=b;\x01", list{"003 4-5", "005 4-5"}, list{none, "a=b;"}},

		// 004
		{"=a", list{"004 0-1"}, list{none}},
		{"a=b; \t= c", list{"004 6-7"}, list{none}},
		{"x=1;=\"", list{"004 4-5", "001 5-6"}, list{none, `x=1;=""`}},

		// 005
		{"a\x01\x02b=c", list{"005 1-3"}, list{"ab=c"}},
		{"a\tb\u0085c=d", list{"005 1-2", "005 3-5"}, list{"ab\u0085c=d", "a\tbc=d"}},
		{"a=\x01b\x02", list{"005 2-3", "005 4-5"}, list{"a=b\x02", "a=\x01b"}},
		{"a=\x00\x01\x00", list{"005 2-3", "005 3-4", "005 4-5"}, list{"a=\x01\x00", "a=\x00\x00", "a=\x00\x01"}},
		{"a=\x01", list{"005 2-3"}, list{"a="}},
		{"a=b\tc\u0085d\x7f", list{"005 8-9"}, list{"a=b\tc\u0085d"}},
		{"a=\"\x01\x00\t\"", list{"005 4-5"}, list{"a=\"\x01\t\""}},
		{"@c\td\x00", list{"005 2-3", "005 4-5"}, list{"@cd\x00", "@c\td"}},
		{"\x01", list{"005 0-1"}, list{""}},
		// Without the character there would be another error.
		{"\x01=b", list{"005 0-1"}, list{none}},
		{"\x01@c=d", list{"005 0-1"}, list{none}},
		{"x=1;\x01\t @c=d", list{"005 4-6"}, list{none}},
		{"x=1;ht\x01tp://c=d", list{"005 6-7"}, list{none}},
		{"a=\x01=b", list{"005 2-3"}, list{none}},
		{"a= \x01=b", list{"005 3-4"}, list{none}},
		{"a=\x01 'b", list{"005 2-3"}, list{none}},
		{"a=b\" \x01", list{"005 5-6"}, list{none}},
		{"a=\xc2\x01\x82", list{"008 2-3", "005 3-4", "008 4-5"}, list{none, none, none}},

		// 006
		{`a=b"`, list{"006 3-4"}, list{`a="b"""`}},
		{`a= b"c' ;d=e`, list{"006 6-7"}, list{`a= "b""c'" ;d=e`}},
		{"a=b\x01\x00'", list{"005 3-4", "005 4-5", "006 5-6"}, list{"a=b\x00'", "a=b\x01'", "a=\"b\x01\x00'\""}},

		// 007
		{"a=b; http://c;d=e", list{"007 5-13"}, list{"a=b; Data Source=http://c;d=e"}},
		{"a=b;http://c=d", list{"007 4-14"}, list{"a=b;Data Source=http://c=d"}},
		{"a=b;@c/d ", list{"007 4-8"}, list{none}},
		{`a=b;http://c"`, list{"007 4-13"}, list{none}},
		{"a=b;http://c\x01", list{"007 4-13"}, list{none}},
		{"a=b;http://c\xff", list{"007 4-13"}, list{none}},

		// 008
		{"a=b\xff", list{"008 3-4"}, list{none}},
		{"a\xc3=b", list{"008 1-2"}, list{none}},
		{"a=\"\xed\xa0\x80\"", list{"008 3-6"}, list{none}},
		{"@c\xff\x01\xff", list{"008 2-3", "005 3-4", "008 4-5"}, list{none, "@c\xff\xff", none}},
		{"\xff", list{"008 0-1"}, list{none}},
		{"a=\ufffd", nil, nil},

		// several
		{
			"=a;b\x01=\"c\"d;e;f=g';@h;i=\xff;j=\"k",
			list{"004 0-1", "005 4-5", "002 9-10", "003 11-12", "006 16-17", "007 18-20", "008 23-24", "001 27-28"},
			nil,
		},
	}
	for _, test := range tests {
		_, diags := grammar.Parse(test.text)
		if d := cmp.Diff(test.faults, codesAndSpans(diags)); d != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, d)
		}
		if len(test.fixed) == 0 {
			continue
		}
		var fixed []string
		for _, d := range diags {
			text := none
			if len(d.Edits) > 0 {
				var err error
				if text, err = diag.Apply(test.text, d.Edits); err != nil {
					t.Errorf("%q: %v", test.text, err)
				}
			}
			fixed = append(fixed, text)
		}
		if d := cmp.Diff(test.fixed, fixed); d != "" {
			t.Errorf("%q fixed (-want +got)\n%s", test.text, d)
		}
	}
}

// Diagnostics say nothing of the text, and none of the fixes is safe.
func TestFaultsKeepSecrets(t *testing.T) {
	const secret = "S3CR3T"
	for _, text := range []string{
		"a=\"" + secret, "a=\"b\"" + secret, "a=b;" + secret, "=" + secret, "a=" + secret + "\x01", secret + "\x00\xff=b",
		"a=" + secret + "'", "a=b;@" + secret, "a=b;http://" + secret, "a=\xff" + secret,
	} {
		_, diags := grammar.Parse(text)
		if len(diags) == 0 {
			t.Errorf("%q has no syntax error", text)
		}
		for _, d := range diags {
			if d.Message == "" || d.Help == "" || !d.IsError() {
				t.Errorf("%q: %+v", text, d)
			}
			said := []string{d.String(), d.Message, d.Help, d.Rule}
			for _, e := range d.Edits {
				said = append(said, e.NewText)
				if e.Safe {
					t.Errorf("%q: safe edit %v", text, e)
				}
			}
			if slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, secret) }) {
				t.Errorf("%q: %+v", text, d)
			}
		}
	}
}

// Parsing goes on behind an error, and keeps what could be read.
func TestMalformedSegments(t *testing.T) {
	tests := []struct {
		text           string
		fault          diag.Code
		keyword, value string
		equals         int
		unset, prefix  bool
	}{
		{text: `a="b`, fault: rule.UnterminatedQuote, keyword: "a", value: "b", equals: 1},
		{text: `a="b""c`, fault: rule.UnterminatedQuote, keyword: "a", value: `b""c`, equals: 1},
		{text: `a='b''c'd`, fault: rule.TextAfterQuote, keyword: "a", value: "b'c", equals: 1},
		{text: "a==b", fault: rule.MissingEquals, keyword: "a=b", equals: -1},
		{text: "=b", fault: rule.EmptyKeyword, value: "b", equals: 0},
		{text: "a\x01=", fault: rule.ControlCharacter, keyword: "a\x01", equals: 2, unset: true},
		{text: "a=b'", fault: rule.StrayQuote, keyword: "a", value: "b'", equals: 1},
		{text: "a=\xff", fault: rule.InvalidUTF8, keyword: "a", value: "\xff", equals: 1},
		{text: "@\x01", fault: rule.ControlCharacter, value: "@\x01", equals: -1, prefix: true},
	}
	for _, test := range tests {
		tree, _ := grammar.Parse(test.text)
		s := tree.Segments[0]
		if s.Kind != ast.Malformed || diag.Code(s.Fault) != test.fault || s.Keyword() != test.keyword || s.Value() != test.value ||
			s.Equals() != test.equals || s.Unset() != test.unset || s.MeantAsPrefix() != test.prefix {
			t.Errorf("%q: %+v", test.text, s)
		}
		if tree.Prefix() != nil || !tree.HasSyntaxErrors() {
			t.Errorf("%q: prefix %v, syntax errors %v", test.text, tree.Prefix(), tree.HasSyntaxErrors())
		}
	}
	tree, _ := grammar.Parse("a=b;@c")
	if s := tree.Segments[1]; diag.Code(s.Fault) != rule.MisplacedPrefix || s.Value() != "@c" || !s.MeantAsPrefix() {
		t.Errorf("misplaced prefix: %+v", s)
	}
}
