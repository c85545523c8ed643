package recognize

import (
	"strings"
	"testing"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// spanBefore cuts "a|b" texts: the floor is at the first mark, if there are
// two, and what is looked back from is at the last.
func spanBefore(text string) (plain string, floor, end int) {
	parts := strings.Split(text, "|")
	if len(parts) == 2 {
		return parts[0] + parts[1], 0, len(parts[0])
	}
	return parts[0] + parts[1] + parts[2], len(parts[0]), len(parts[0]) + len(parts[1])
}

func TestTokenBefore(t *testing.T) {
	for text, want := range map[string]string{
		"a b|;":          "b",
		"a\tb|;":         "b",
		"a\nb|;":         "b",
		`a"b|;`:          "b",
		"a'b|;":          "b",
		"a`b|;":          "b",
		"a;b|;":          "b",
		"a/b=c|;":        "a/b=c",
		"a {b c}d|;":     "{b c}d",
		"a {b c|;":       "c",
		"a b}|;":         "b}",
		"a ${b {c} d}|;": "${b {c} d}",
		"a {b;c d}|;":    "d}",
		"a {b\nc d}|;":   "d}",
		"a (b c)|;":      "(b c)",
		"a [b c]|;":      "[b c]",
		"a <b c>|;":      "<b c>",
		"a {b c>|;":      "c>",
		"a {|b c}|;":     "c}",
		"a |bc|;":        "bc",
		"|;":             "",
		"{b c}|;":        "{b c}",
		"(b c)d|;":       "(b c)d",
	} {
		plain, floor, end := spanBefore(text)
		if got := plain[tokenBefore(plain, floor, end):end]; got != want {
			t.Errorf("before the mark in %q: %q, want %q", text, got, want)
		}
	}
	const most = 4 << 10
	long := strings.Repeat("a", most+10)
	if start := tokenBefore(long, 0, len(long)); start != 10 {
		t.Errorf("a word of %d bytes starts at %d", len(long), start)
	}
}

// A placeholder has at most 200 bytes between its brackets.
func TestPlaceholderBounds(t *testing.T) {
	for inside, want := range map[int]bool{maxPlaceholder - 1: true, maxPlaceholder: false} {
		text := "{" + strings.Repeat("x", inside)
		if got := openBefore(text, '{', '}') == 0; got != want {
			t.Errorf("openBefore, %d bytes inside: %v", inside, got)
		}
	}
	for inside, want := range map[int]bool{maxPlaceholder - 2: true, maxPlaceholder - 1: false} {
		text := "{" + strings.Repeat("x", inside) + "}"
		if got := placeholderAt(text) == len(text); got != want {
			t.Errorf("placeholderAt, %d bytes inside: %v", inside, got)
		}
	}
}

func TestPlaceholderAt(t *testing.T) {
	for text, want := range map[string]string{
		"{x y}z": "{x y}", "<x>": "<x>", "[x]": "[x]", "(x)": "", "$(x)y": "$(x)", "${x}": "${x}", "#{x}": "#{x}", "$${x}": "$${x}",
		"$$${x}": "", "{}": "", "{x": "", "{a{b}c}d": "{a{b}c}", "{a;b}": "", "{a\nb}": "", "$": "", "$x": "", "": "", "x{y}": "",
	} {
		if got := text[:placeholderAt(text)]; got != want {
			t.Errorf("placeholderAt(%q): %q, want %q", text, got, want)
		}
	}
}

func TestAfterPlaceholders(t *testing.T) {
	for text, want := range map[string]string{
		"{x}Fed": "Fed", "{x}${y}Fed": "Fed", "{x}": "{x}", "{x}{y}": "{x}{y}", "Fed{x}": "Fed{x}", "": "", "{}Fed": "{}Fed",
	} {
		if got := afterPlaceholders(text); got != want {
			t.Errorf("afterPlaceholders(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestEndsEntity(t *testing.T) {
	for _, tt := range []struct {
		text, between string
		want          bool
	}{
		{"a&amp", ";", true},
		{"a&#38", ";", true},
		{"a&amp", ";;", false},
		{"a&amp", "; ", true},
		{"amp", ";", false},
		{"&", ";", false},
		{"&a b", ";", false},
		{"&a-b", ";", false},
		{"&a.b", ";", false},
		{"&a/b", ";", false},
		{"&thetasym", ";", true},
		{"&thetasyma", ";", false},
		{"&a&b", ";", true},
	} {
		if got := endsEntity(tt.text, tt.between); got != tt.want {
			t.Errorf("endsEntity(%q, %q) = %v", tt.text, tt.between, got)
		}
	}
}

func TestSecretBefore(t *testing.T) {
	for text, want := range map[string]int{
		"x AppKey |abc":           2,
		"x AppKey: |abc":          2,
		"x AppKey:|abc":           2,
		"x AppKey\t:|abc":         2,
		"x AppKey|abc":            -1,
		"x AppKey=|abc":           -1,
		"x Database: |abc":        -1,
		"x Whatever: |abc":        -1,
		": |abc":                  -1,
		"x Application Key |abc":  2,
		"x App|lication Key |abc": -1,
		"x |AppKey |abc":          2,
	} {
		plain, floor, offset := spanBefore(text)
		start, ok := secretBefore(plain, floor, offset)
		if !ok {
			start = -1
		}
		if start != want {
			t.Errorf("secretBefore in %q: %d, want %d", text, start, want)
		}
	}
}

func TestKnownBefore(t *testing.T) {
	for text, want := range map[string]string{
		"x Fed|":                               "Fed",
		"x AAD Federated Security|":            "AAD Federated Security",
		"x AAD  Federated  Security|":          "AAD  Federated  Security",
		"x\tFederated Security|":               "Federated Security",
		"AAD-Federated Security|":              "",
		"x-Fed|":                               "",
		"x.Fed|":                               "",
		"x/Fed|":                               "",
		"x&Fed|":                               "",
		"x?Fed|":                               "",
		"x$Fed|":                               "",
		"x%Fed|":                               "",
		"x#Fed|":                               "",
		"x@Fed|":                               "",
		`x\Fed|`:                               "",
		"x,Fed|":                               "Fed",
		"xFed|":                                "",
		"x_Fed|":                               "",
		"-|Fed|":                               "Fed",
		"AAD |Federated Security|":             "Federated Security",
		"Fed |":                                "",
		"|":                                    "",
		",  Federated Security|":               "Federated Security",
		"d|":                                   "",
		strings.Repeat(" ", 60) + "x User ID|": "User ID",
		"_Fed|":                                "",
		"x__Fed|":                              "",
		"_Data Source|":                        "Data Source", "x __User ID|": "User ID",
		"_|":                       "",
		"éFed|":                    "",
		"é Fed|":                   "Fed",
		"為Fed|":                    "Fed",
		"AAD Federated\tSecurity|": "",
		"ed|":                      "",
		"AAD Federated" + strings.Repeat(" ", maxKeyword-21) + "Security|": "AAD Federated" + strings.Repeat(" ", maxKeyword-21) + "Security",
		"AAD Federated" + strings.Repeat(" ", maxKeyword-20) + "Security|": "Federated" + strings.Repeat(" ", maxKeyword-20) + "Security",
	} {
		plain, floor, end := spanBefore(text)
		got := ""
		if start, ok := knownBefore(plain, floor, end); ok {
			got = plain[start:end]
		}
		if got != want {
			t.Errorf("knownBefore in %q: %q, want %q", text, got, want)
		}
	}
}

func TestPhraseBefore(t *testing.T) {
	accept := func(words ...string) func(string) bool {
		return func(s string) bool {
			for _, w := range words {
				if s == w {
					return true
				}
			}
			return false
		}
	}
	for _, tt := range []struct {
		text   string
		accept func(string) bool
		want   string
	}{
		{";a b|", accept("a b", "b"), "a b"},
		{"\ta b|", accept("a b", "b"), "b"},
		{"\na b|", accept("a b", "b"), "b"},
		{"a b|", accept("a b", "b"), "b"},
		{"a b|", accept("a b"), "a b"},
		{"; a-b|", accept("a-b"), "a-b"},
		{"; -a-b|", accept("a-b"), ""},
		{";a  b|", accept("a  b"), "a  b"},
		{"x;|a b|", accept("a b", "b"), "b"},
		{"a b c d e f g|", accept("b c d e f g"), "b c d e f g"},
		{"a b c d e f g|", accept("a b c d e f g"), ""},
		{".a|", accept("a"), ""},
		{".a b|", accept("a b", "b"), "b"},
		{";a|", accept("x"), ""},
		{"; a b|", accept("a b", "b"), "a b"},
		{" a|", accept("x"), ""},
		{"x;  |", accept(""), ""},
	} {
		plain, floor, end := spanBefore(tt.text)
		got := ""
		if start, ok := phraseBefore(plain, floor, end, tt.accept); ok {
			got = plain[start:end]
		}
		if got != tt.want {
			t.Errorf("phraseBefore in %q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestEndsInStem(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "aad": true, "xAADx": true, "Applicat": true, "a tracing b": true, "aad=b": false, "aad;b": false, "aad\nb": false,
		"aad.": false, "ax5c": true, "x5": false, "federa": false, "appclient": true, "=aad": true,
		"aad" + strings.Repeat("x", maxKeyword-3): true, "aad" + strings.Repeat("x", maxKeyword-2): false,
	} {
		if got := endsInStem(text); got != want {
			t.Errorf("endsInStem(%q) = %v", text, got)
		}
	}
}

// An unknown keyword is looked at once, and no more than so many of a text.
func TestSuggestions(t *testing.T) {
	var s suggestions
	for range 2 {
		if got := s.of("AAD Fedrated Security"); got != (suggestion{property: schema.FederatedSecurity, kustoOnly: true, ours: true}) {
			t.Errorf("of a misspelt keyword: %+v", got)
		}
		if got := s.of("Fed"); got != (suggestion{}) {
			t.Errorf("of a known keyword: %+v", got)
		}
		if got := s.of("Pooling"); got != (suggestion{}) {
			t.Errorf("of a foreign keyword: %+v", got)
		}
		if got := s.of("Query Consistncy"); got != (suggestion{property: schema.QueryConsistency, ours: true}) {
			t.Errorf("of a keyword without a stem: %+v", got)
		}
		if got := s.of("MySecret"); got != (suggestion{ours: true}) {
			t.Errorf("of a credential: %+v", got)
		}
		if got := s.of(strings.Repeat("Secret", 11)); got != (suggestion{}) {
			t.Errorf("of a long keyword: %+v", got)
		}
	}
	if len(s.known) != 5 {
		t.Errorf("%d keywords are remembered, want 5", len(s.known))
	}
	for n := range maxSuggestions {
		s.of(strings.Repeat("x", n/26+1) + string(rune('a'+n%26)))
	}
	if len(s.known) != maxSuggestions {
		t.Errorf("%d keywords are remembered, want %d", len(s.known), maxSuggestions)
	}
	if got := s.of("YourSecret"); got != (suggestion{}) {
		t.Errorf("of one keyword too many: %+v", got)
	}
	var other suggestions
	for _, length := range []int{maxKeyword, maxKeyword + 1} {
		other.of(strings.Repeat("a", length))
	}
	if len(other.known) != 1 {
		t.Errorf("%d keywords are remembered, of one that is not too long", len(other.known))
	}
	if !s.isOurs("Database") || !s.isOurs("MySecret") || s.isOurs("Pooling") || !s.isMisspelt("AAD Fedrated Security") || s.isMisspelt("MySecret") {
		t.Error("isOurs or isMisspelt")
	}
}

func TestIsSetting(t *testing.T) {
	for name, want := range map[string]bool{
		"Connection": true, "my_kusto": true, "ADX": true, "cluster": true, "a-uri": true, "Url": true, "source": true, "Endpoint": true,
		"color": false, "": false, "con": false,
	} {
		if got := isSetting(name); got != want {
			t.Errorf("isSetting(%q) = %v", name, got)
		}
	}
}

func TestKustoSetting(t *testing.T) {
	for key, want := range map[string]bool{
		"": false, "kusto": false, "Kusto.Cli": true, "kustocli": true, "kusto cli": false, "kustocli x": true, "kustocliff": false,
		"LightIngest.exe": true, "KustoExplorer": false, "kusto.explorer": true, "KustoConnection": true, "ConnectionStrings:kusto": true,
		"connection": false, "kusto_cluster": true, "kustoUri": true, "kustoUrl": true, "kusto-endpoint": true, "kusto database": false,
		"uri kusto": false,
	} {
		if got := isKustoSetting(key); got != want {
			t.Errorf("isKustoSetting(%q) = %v", key, got)
		}
	}
}

// A keyword's words are not torn apart, and its length is bounded.
func TestLookup(t *testing.T) {
	blank := strings.Repeat(" ", maxKeyword-len("ApplicationKey"))
	for keyword, want := range map[string]schema.ID{
		"Application Key": schema.ApplicationKey, "applicationKEY": schema.ApplicationKey, "Application K ey": schema.None, "": schema.None, "y": schema.None,
		"Application" + blank + "Key": schema.ApplicationKey, "Application " + blank + "Key": schema.None,
	} {
		if got, known := lookup(keyword); got != want || known != (want != schema.None) {
			t.Errorf("lookup(%q) = %v, %v", keyword, got, known)
		}
	}
	for text, want := range map[string]bool{
		"Key": true, "x Key": true, "xKey": false, "=Key": true, "為Key": true, strings.Repeat("x", maxKeyword) + "key": false, "ke": false, "UID": true, "uid.": false,
	} {
		if got := endsLikeKeyword(text); got != want {
			t.Errorf("endsLikeKeyword(%q) = %v", text, got)
		}
	}
	for _, p := range schema.Properties() {
		for _, keyword := range p.Keywords() {
			for _, spelt := range []string{keyword, fold.Keyword(keyword), strings.ToUpper(keyword)} {
				if id, _ := lookup(spelt); id != p.ID {
					t.Errorf("lookup(%q) = %v, want %v", spelt, id, p.ID)
				}
			}
		}
	}
}

func TestBytes(t *testing.T) {
	for c := range 256 {
		c := byte(c)
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if got, want := isWordByte(c), letter || '0' <= c && c <= '9' || c == '_' || c > 0x7f; got != want {
			t.Errorf("isWordByte(%q) = %v", c, got)
		}
		want := c
		if 'A' <= c && c <= 'Z' {
			want = c + 32
		}
		if got := lower(c); got != want {
			t.Errorf("lower(%q) = %q", c, got)
		}
		if isLineEnd(c) != (c == 10 || c == 13) || isBlank(c) != (c == 9 || c == 32) {
			t.Errorf("%q is a line end or a blank", c)
		}
	}
	for text, want := range map[string]bool{"": false, "ab": true, "xAB": true, "aab": true, "a": false, "ba": false, "a b": false, "A\x02aB": true} {
		if got := fold.Contains(text, "ab", 0); got != want {
			t.Errorf("Contains(%q) = %v", text, got)
		}
	}
}

func TestIsShorthandFor(t *testing.T) {
	for text, want := range map[string]bool{
		"@help": true, "@help/Samples": true, "@help/": true, "@help/a/b": false, "@a b": false, "@": false, "x@help": false, "https://help": false, "": false, "@help?x": false, "@help/a%": false,
	} {
		if got := isShorthandFor(text, "kusto.cli"); got != want {
			t.Errorf("isShorthandFor(%q) = %v", text, got)
		}
		if isShorthandFor(text, "reviewers") {
			t.Errorf("%q is one for a setting that takes none", text)
		}
	}
}
