package formal_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/grammar/formal"
)

func TestParse(t *testing.T) {
	empty := func(start, end uint32) ast.Segment {
		return ast.Segment{Kind: ast.Empty, At: ast.Offsets{Start: start, End: end, Equals: end}}
	}
	prefix := func(start, value, valueEnd, end uint32) ast.Segment {
		return ast.Segment{Kind: ast.Prefix, At: ast.Offsets{Start: start, End: end, Equals: end, Value: value, ValueEnd: valueEnd}}
	}
	offsets := func(start, end, keyword, keywordEnd, equals, value, valueEnd uint32) ast.Offsets {
		return ast.Offsets{Start: start, End: end, Keyword: keyword, KeywordEnd: keywordEnd, Equals: equals, Value: value, ValueEnd: valueEnd}
	}
	pair := func(at ast.Offsets) ast.Segment { return ast.Segment{Kind: ast.Pair, At: at} }
	quoted := func(quote byte, doubled bool, at ast.Offsets) ast.Segment {
		return ast.Segment{Kind: ast.Pair, Quote: quote, Doubled: doubled, At: at}
	}
	tests := []struct {
		text string
		want []ast.Segment
	}{
		{"", []ast.Segment{empty(0, 0)}},
		{" ;\t; ", []ast.Segment{empty(0, 1), empty(2, 3), empty(4, 5)}},
		{" name ;", []ast.Segment{prefix(0, 1, 5, 6), empty(7, 7)}},
		{"https://c?x=y ; a=b", []ast.Segment{prefix(0, 0, 13, 14), pair(offsets(15, 19, 16, 17, 17, 18, 19))}},
		{"@a=b;;a=''", []ast.Segment{prefix(0, 0, 4, 4), empty(5, 5), quoted('\'', false, offsets(6, 10, 6, 7, 7, 8, 10))}},
		{"a=b;a= ", []ast.Segment{pair(offsets(0, 3, 0, 1, 1, 2, 3)), pair(offsets(4, 7, 4, 5, 5, 7, 7))}},
		{"==a== = b c\td ", []ast.Segment{{Kind: ast.Pair, Doubled: true, At: offsets(0, 14, 0, 5, 6, 8, 13)}}},
		{`a="""b;""c" `, []ast.Segment{quoted('"', true, offsets(0, 12, 0, 1, 1, 2, 11))}},
		{"é = '\"' ", []ast.Segment{quoted('\'', false, offsets(0, 9, 0, 2, 3, 5, 8))}},
	}
	for _, test := range tests {
		want := new(ast.ConnectionString)
		want.Reset(test.text)
		for _, s := range test.want {
			made := want.Append(0)
			made.Kind, made.Quote, made.Doubled, made.At = s.Kind, s.Quote, s.Doubled, s.At
		}
		got, err := formal.Parse(test.text)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
		}
		if d := cmp.Diff(want, got, cmp.AllowUnexported(ast.ConnectionString{}, ast.Segment{})); d != "" {
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
		"a=\"S3CR3T\xff\" S3":   2,
		"a=\ufffdS3CR3T;\xc3\"": 12,
		"=;a=\"S3CR3T":          0, // and not at the quotation mark, which the lexer stumbles over
		"=;a=\xff":              0,
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
		if got != nil {
			t.Errorf("%q: a tree beside the error", text)
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
			if err != nil || !got.Segments[0].Unset() {
				t.Errorf("%U is not white space: %v", r, err)
			}
		case unicode.IsControl(r) || r == '"' || r == '\'':
			if err == nil {
				t.Errorf("%U is accepted", r)
			}
		case err != nil || got.Segments[0].Value() != string(r):
			t.Errorf("%U: %v", r, err)
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
