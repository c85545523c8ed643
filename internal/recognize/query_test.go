package recognize

import (
	"strings"
	"testing"
)

// A string that is a parameter's value ends before the next parameter. "|" marks
// where the string starts.
func TestIsQueryValue(t *testing.T) {
	long := strings.Repeat("n", maxKeyword)
	for _, tt := range []struct {
		text               string
		inQuery, parameter bool
	}{
		{"|x", false, false}, {"a|x", false, false}, {"=|x", false, false}, {"a=|x", false, true}, {"ab=|x", false, true}, {" =|x", false, false},
		{"?a=|x", true, true}, {"&a=|x", true, true}, {"%a=|x", false, true}, {"'a=|x", false, true}, {"@a=|x", false, true}, {"y?a-b=|x", true, true},
		{"y?a_9=|x", true, true}, {"y&a.b=|x", false, true}, {"&=|x", false, false}, {"?=|x", false, false}, {"?=x|x", false, false}, {"b?a=|&x", true, true},
		{"?" + long + "=|x", false, true}, {"?" + long[1:] + "=|x", true, true}, {"-=|x", false, true}, {"?é=|x", true, true},
	} {
		before, after, _ := strings.Cut(tt.text, "|")
		inQuery, parameter := isQueryValue(before+after, len(before))
		if inQuery != tt.inQuery || parameter != tt.parameter {
			t.Errorf("%.20q: in a query is %v, a parameter's value is %v", tt.text, inQuery, parameter)
		}
	}
}

// A parameter follows an ampersand if a name does; outside of a query a keyword of
// ours is a pair without its semicolon.
func TestParameterFollows(t *testing.T) {
	long := strings.Repeat("n", maxKeyword-1)
	for text, want := range map[string]bool{
		"a=|x&b=c": true, "a=|x&b=": true, "a=|x&b": false, "a=|x&": false, "a=|x&=c": false, "a=|x&b-c.d_9=e": true, "a=|x&b c=d": false, "a=|x&b,c=d": false, "a=|x&b/c=d": false,
		"a=|x&Fed=c": false, "?a=|x&Fed=c": true, "|x&b=c": false, "a=|x&" + long + "=c": true, "a=|x&n" + long + "=c": false, "a=|x&.b=c": true, "a=|x&\x2b=c": false,
	} {
		before, after, _ := strings.Cut(text, "|")
		r := &segmentReader{text: before + after, start: len(before)}
		if got := r.parameterFollows(len(before) + 1); got != want {
			t.Errorf("%.20q: a parameter follows is %v", text, got)
		}
	}
}

func TestFirstParameter(t *testing.T) {
	for _, tt := range []struct{ text, key, want string }{
		{"a&b=c", "uri", "a"}, {"a&b=c", "URI", "a"}, {"a&b=c", "url", "a&b=c"}, {"a&b=c", "", "a&b=c"}, {"a", "uri", "a"}, {"", "uri", ""}, {"a&", "uri", "a&"}, {"a&b", "uri", "a&b"},
		{"a&b/c=d", "uri", "a&b/c=d"}, {"a&Fed=d", "uri", "a&Fed=d"}, {"a&=d", "uri", "a&=d"}, {"&b=c", "uri", ""}, {"a&b=c&d=e", "uri", "a"}, {"a&xFed=c", "uri", "a"}, {"b=c", "uri", "b=c"},
	} {
		if got := firstParameter(tt.text, tt.key); got != tt.want {
			t.Errorf("firstParameter(%q, %q) = %q, want %q", tt.text, tt.key, got, tt.want)
		}
	}
}

// innerURI finds the scheme's mark; "|" stands before it.
func TestInnerURI(t *testing.T) {
	for _, text := range []string{
		"", "a", "|://", "|://?", "https|://c", "https|://c/a?b=c", "https://c/a?b=https|://d", "https|://c/a?b-https://d", "https|://c/a=https://d", "https://c?a=x://b&c=https|://d",
		"https|://c/a?https://d", "a?b=https|://c", "a|://?=", "https://c?=https|://d", "https|://c/https://d?a=b", "https|://c?:://d",
	} {
		want := strings.Index(text, "|")
		if got := innerURI(strings.Replace(text, "|", "", 1)); got != want {
			t.Errorf("innerURI(%q) = %d, want %d", text, got, want)
		}
	}
}

// A placeholder whose default begins is one that is open near the end.
func TestStartsDefault(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "${x:": true, "a${x:": true, "${x": true, "${x}": false, "${x=y:": false, "${a b:": false, "${a\tb:": false, "${a\nb:": false, "${a\rb:": false, "${a;b:": false, `${a"b:`: false, "${a'b:": false,
		"$x:": false, "{x:": false, "${a}${x:": true, "${" + strings.Repeat("x", 62): true, "${" + strings.Repeat("x", 63): false,
	} {
		if got := startsDefault(text); got != want {
			t.Errorf("startsDefault(%.20q) = %v", text, got)
		}
	}
}

// pairsBefore counts the pairs on the line before a string, which "|" marks.
func TestPairsBefore(t *testing.T) {
	name := strings.Repeat("n", 97)
	for text, want := range map[string]int{
		"|": 0, "a=b|": 0, "a=b;|": 1, "a=b; |": 1, "a=b;c=d;|": 2, "a=b; c = d ;|": 2, "a=b;\n|": 0, "a=b;\r\n|": 0, "x\na=b;|": 1, "a=b\nc=d;|": 1, "a=b;\nc=d;|": 1, "a=b;x;|": 0, "x;a=b;|": 1,
		"x/y=b;|": 0, "a=b;x/y=b;|": 0, "x/y=b;a=b;|": 1, "=b;|": 0, ";;|": 0, "a=b;;c=d;|": 2, "a=b\rc/d=e;|": 0, "a&amp;|": 0,
		strings.Repeat("a=b;", 8) + "|": 8, strings.Repeat("a=b;", 9) + "|": 8, "a=b;" + strings.Repeat("c=d;", 6) + "|": 7,
		"x;" + name + "=b;|": 1, "x/" + name + "=bc;|": 1, "x/" + name + "=b;|": 0,
	} {
		before, after, _ := strings.Cut(text, "|")
		if got := pairsBefore(before+after, len(before)); got != want {
			t.Errorf("pairsBefore(%.24q) = %d, want %d", text, got, want)
		}
	}
}
