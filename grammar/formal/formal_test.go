package formal_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"kustoconn/grammar/formal"
)

func TestParse(t *testing.T) {
	prefix := func(s string) *string { return &s }
	tests := []struct {
		text string
		want formal.Result
	}{
		{"", formal.Result{}},
		{" ;\t; ", formal.Result{}},
		{" name ;", formal.Result{Prefix: prefix("name")}},
		{"https://c?x=y ; a=b", formal.Result{Prefix: prefix("https://c?x=y"), Pairs: []formal.Pair{{Keyword: "a", Value: "b"}}}},
		{"a=b;a=;a=''", formal.Result{Pairs: []formal.Pair{{Keyword: "a", Value: "b"}, {Keyword: "a", Unset: true}, {Keyword: "a"}}}},
		{"==a== = b c\td ", formal.Result{Pairs: []formal.Pair{{Keyword: "=a=", Value: "b c\td"}}}},
		{`a="""b;""c"`, formal.Result{Pairs: []formal.Pair{{Keyword: "a", Value: `"b;"c`}}}},
	}
	for _, test := range tests {
		got, err := formal.Parse(test.text)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, d)
		}
	}
}

// An error says where reading stopped, and nothing of the text.
func TestParseErrors(t *testing.T) {
	for text, offset := range map[string]int{
		"a=S3CR3T;S3CR3T":       15,
		"S3CR3T=\"S3CR3T":       7,
		"a=\"b\" S3CR3T":        6,
		"a=S3CR3T'":             8,
		"=S3CR3T":               0,
		"a=b;@S3CR3T":           4,
		"a=b;x://S3CR3T":        4,
		"a=S3CR3T\x00":          8,
		"S3CR3T\tb=c":           7,
		"a=\"S3CR3T\xff\" S3":   9,
		"a=\ufffdS3CR3T;\xc3\"": 12,
	} {
		got, err := formal.Parse(text)
		var e *formal.Error
		if !errors.As(err, &e) {
			t.Errorf("%q: error %v", text, err)
			continue
		}
		if e.Offset != offset || strings.Contains(err.Error(), "S3") {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
		if d := cmp.Diff(formal.Result{}, got); d != "" {
			t.Errorf("%q: a result beside the error (-want +got)\n%s", text, d)
		}
	}
}

// The sets of characters are Unicode's, of which Go has its own tables.
func TestWhiteSpaceAndControl(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if 0xd800 <= r && r < 0xe000 || r > 0x3100 && r%251 != 0 {
			continue
		}
		got, err := formal.Parse("a= " + string(r))
		switch {
		case unicode.IsSpace(r) || r == ';':
			if err != nil || !got.Pairs[0].Unset {
				t.Errorf("%U is not white space: %+v, %v", r, got, err)
			}
		case unicode.IsControl(r) || r == '"' || r == '\'':
			if err == nil {
				t.Errorf("%U is accepted: %+v", r, got)
			}
		case err != nil || got.Pairs[0].Value != string(r):
			t.Errorf("%U: %+v, %v", r, got, err)
		}
	}
}

// Every token and class that a production names is there, and described.
func TestEBNFIsClosed(t *testing.T) {
	text := formal.EBNF()
	defined := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^(?:(\w+) = .* \.|// <(\w+)>: .+)$`).FindAllStringSubmatch(text, -1) {
		defined[m[1]+m[2]] = true
	}
	named := map[string]bool{"ConnectionString": true}
	for _, line := range strings.Split(text, "\n") {
		if _, right, ok := strings.Cut(line, " = "); ok {
			literals := regexp.MustCompile(`"(?:\\.|[^"\\])*"`)
			for _, name := range regexp.MustCompile(`\w+`).FindAllString(literals.ReplaceAllString(right, ""), -1) {
				named[name] = true
			}
		}
	}
	if d := cmp.Diff(defined, named); d != "" {
		t.Errorf("(-defined +named)\n%s", d)
	}
}

// The tokens' productions are generated from the lexer's expressions.
func TestEBNFTokens(t *testing.T) {
	for _, line := range []string{
		`uri = ("@" | <letter> <schemechar>* "://") (<prefixchar>* <prefixedge>)? .`,
		`escapedname = (<nameedge> <namechar>*)? "==" (("==" | <namechar>)* ("==" | <nameedge>))? .`,
		`name = <nameedge> (<namechar>* <nameedge>)? .`,
		`equals = "=" .`,
		`doublequoted = "\"" ("\"\"" | <doublequotedchar>)* "\"" .`,
		`singlequoted = "'" ("''" | <singlequotedchar>)* "'" .`,
		`bare = <bareedge> (<barechar>* <bareedge>)? .`,
		`semicolon = ";" .`,
	} {
		if !strings.Contains(formal.EBNF(), "\n"+line+"\n") {
			t.Errorf("no line %s", line)
		}
	}
}
