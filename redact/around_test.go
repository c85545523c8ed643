package redact_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"kustoconn/redact"
	"kustoconn/source"
)

func TestIsCredentialValue(t *testing.T) {
	for _, tt := range []struct {
		text, key, before string
		want              bool
	}{
		{"word;Fed=true", "", "", false},
		{"word;Fed=true", "clientSecret", "", true},
		{"word;Fed=true", "a.clientSecret", "", true},
		{"word;Fed=true", "clientSecret.a", "", false},
		{"word;Fed=true", "clientSecret.Value", "", true},
		{"word;Fed=true", "name", "secret = ", true},
		{"word;Fed=true", "", "secret: \"", true},
		{"word;Fed=true", "", "name=", false},
		{"word;Fed=true", "", "pwd '", true},
		{"word;Fed=true", "", "secret ", false}, // no sign, and no keyword of ours
		{"word;Fed=true", "", "database ", false},
		{"https://x;Fed=true", "clientSecret", "", false},
		{"@x;Fed=true", "clientSecret", "", false},
		{"c.KUSTO.windows.net;Fed=true", "clientSecret", "", false},
		{"Fed=true", "clientSecret", "", false},
	} {
		if got := redact.IsCredentialValue(bound(tt.text), tt.key, tt.before); got != tt.want {
			t.Errorf("%s at %q behind %q: %t, want %t", tt.text, tt.key, tt.before, got, tt.want)
		}
	}
}

func TestStartsInSecret(t *testing.T) {
	for _, tt := range []struct {
		text       string
		statements []string
		want       bool
	}{
		{"word ;Fed=true", nil, false},
		{"word ;Fed=true", []string{"", "the database is"}, false},
		{"word ;Fed=true", []string{"the client secret is"}, true},
		{"word ;Fed=true", []string{"x", "the client secret is"}, true},
		{"secret:8080;Fed=true", nil, true},
		{"a:secret;Fed=true", nil, false}, // behind the colon is a port
		{"https://x;Fed=true", []string{"the client secret is"}, false},
	} {
		want := source.Span{}
		if tt.want {
			want.End = strings.IndexByte(tt.text, ';')
		}
		if got, ok := redact.StartsInSecret(bound(tt.text), tt.statements...); ok != tt.want || got != want {
			t.Errorf("%s after %q: %v, %t", tt.text, tt.statements, got, ok)
		}
	}
}

func TestStatement(t *testing.T) {
	long := strings.Repeat("x", 256)
	for _, tt := range []struct{ before, want string }{
		{"", ""},
		{"the secret is ", "the secret is "},
		{"a = b; secret = ", " secret = "},
		{"a; b; c", " c"},
		{"a;b", "a;b"},
		{long, long},
		{"a" + long, long},
		{"é" + long[1:], "é" + long[1:]}, // no half of a character
		{"; " + long[2:], " " + long[2:]},
		{"; " + long[1:], " " + long[1:]},
		{"; " + long, long},
	} {
		if got := redact.Statement(tt.before); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.before, got, tt.want)
		}
	}
}

func TestGoesOn(t *testing.T) {
	for _, tt := range []struct {
		found, behind string
		goesOn, ends  bool
		secrets       []source.Span
	}{
		{found: "Fed=true", behind: ""},
		{found: "Fed=true", behind: " x"},
		{found: "Fed=true", behind: "\","},
		{found: "Fed=true", behind: "'\"`;"},
		{found: "Fed=true", behind: "\"x", goesOn: true},
		{found: "Fed=true", behind: "x", goesOn: true},
		{found: "AppKey=a", behind: "", ends: true, secrets: []source.Span{{Start: 7, End: 8}}},
		{found: "AppKey=a", behind: " x", ends: true, secrets: []source.Span{{Start: 7, End: 8}}},
		{found: "AppKey='a' ", behind: "", ends: true, secrets: []source.Span{{Start: 8, End: 9}}},
		{found: "AppKey=a;b=c", behind: "", secrets: []source.Span{{Start: 7, End: 8}}},
		{found: "AppKey=", behind: "", ends: true},
		{found: "AppKey=\" ", behind: "", ends: true},
		{found: "AppKey=a;App", behind: " Key=b", goesOn: true, ends: true, secrets: []source.Span{{Start: 7, End: 8}, {Start: 9, End: 12}}},
		{found: "AppKey=a;App", behind: "", ends: true, secrets: []source.Span{{Start: 7, End: 8}, {Start: 9, End: 12}}},
		{found: "AppKey=a;App'", behind: " Key=b", goesOn: true, ends: true, secrets: []source.Span{{Start: 7, End: 8}, {Start: 9, End: 12}}},
		{found: "AppKey=a;=", behind: " b", ends: true, secrets: []source.Span{{Start: 7, End: 10}}},
		{found: "AppKey=a;App=", behind: " b", ends: true, secrets: []source.Span{{Start: 7, End: 13}}},
		{found: "AppKey=a;App", behind: " b", secrets: []source.Span{{Start: 7, End: 8}}},
	} {
		if got := redact.GoesOn(tt.found, tt.secrets, tt.behind); got != tt.goesOn {
			t.Errorf("%q before %q goes on: %t", tt.found, tt.behind, got)
		}
		if got := redact.EndsInSecret(tt.found, tt.secrets); got != tt.ends {
			t.Errorf("%q ends in a secret: %t", tt.found, got)
		}
	}
}

func TestOpenValue(t *testing.T) {
	far := strings.Repeat("x", 255)
	for _, tt := range []struct {
		text, behind string
		want         int
	}{
		{"AppKey='a", "bc'd", 2},
		{"AppKey=\"a", "b'\n\"d", 3},
		{"AppKey='a", "'d", 0},
		{"AppKey='a", "bc", 0},
		{"AppKey='a", far + "'", 255},
		{"AppKey='a", far + "x'", 0},
		{"AppKey='a'", "bc'd", 0},
		{"AppKey='a;Fed=true", "bc'd", 2},
		{"Fed=true", "bc'd", 0},
	} {
		if got := redact.OpenValue(bound(tt.text), tt.behind); got != tt.want {
			t.Errorf("%q before %q: %d, want %d", tt.text, tt.behind, got, tt.want)
		}
	}
}

// In the rows a found string is «in quotes» and a hidden part [in brackets]; the
// answer puts * for every byte that is hidden besides. The first line is shown.
func TestNeighbours(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"nothing of note here", "nothing of note here"},

		// a credential's name and a sign
		{"password=abc", "password=***"},
		{"client_secret: abc, d", "client_secret:*******"},
		{"\"apiKey\": \"abc\"", "\"apiKey\":******"},
		{"name=abc", "name=abc"},
		{"a(token)=abc", "a(token)=***"},
		{"token(a)=abc", "token(a)=abc"},
		{"token =abc", "token =***"},
		{"name = secret", "name = secret"},

		// or a blank
		{"-pwd abc", "-pwd abc"},
		{"pwd abc", "pwd ***"},
		{"the client secret abc", "the client secret ***"},
		{"secret abc", "secret abc"},
		{"my password, abc", "my password, abc"},
		{"secret \"abc\"", "secret *****"},
		{"a name \"abc\"", "a name \"abc\""},
		{"one key", "one key"},
		{"app key abc", "app key ***"},
		{"a token abc", "a token ***"},
		{"a password abc", "a password ***"},
		{"the client; secret abc", "the client; secret abc"},
		{"database abc", "database abc"},
		{"pwd=abc\n«x»", "pwd=***\n«x»"},

		// a URI's password
		{"see https://u:pw@h/p", "see https://u:**@h/p"},
		{"see https://u:pw@h", "see https://u:**@h"},
		{"see https://:pw@h", "see https://:**@h"},
		{"https://u:pw@h password=abc", "https://u:**@h password=***"},
		{"see https://u@h:pw/p", "see https://u@h:pw/p"},
		{"see https://h/u:pw@p", "see https://h/u:pw@p"},
		{"see https://u:p:w@x@h and", "see https://u:*****@h and"},

		// strings have hidden parts of their own
		{"«pwd=abc» x", "«pwd=abc» x"},
		{"pwd=a«bc»d", "pwd=*«bc»*"},
		{"pwd=«bc»d«e»", "pwd=«bc»*«e»"},
		{"«a» pwd=«bc»", "«a» pwd=«bc»"},

		// what is hidden stands there again
		{"«a=[secret1]» secret1 secret1x", "«a=[secret1]» ******* *******x"},
		{"«a=[short]» short", "«a=[short]» short"},
		{"«a=[six666]» six666", "«a=[six666]» ******"},
		{"«a=[first1;second2]» second2 first1", "«a=[first1;second2]» ******* ******"},
		{"«[first1]» «[second2]» first1 second2", "«[first1]» «[second2]» ****** *******"},
		{"«a=[secret1]»\n«b=[secret2]» secret2", "«a=[secret1]»\n«b=[secret2]» secret2"},
		{"secret1 «a\n=[secret1]»", "secret1 «a\n=[secret1]»"},
		{"secret1 «a=[x\nsecret1]»", "******* «a=[x\nsecret1]»"},
	} {
		if got := shownAround(tt.text); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// shownAround is Neighbours for the notation of TestNeighbours.
func shownAround(notation string) string {
	var text strings.Builder
	var found, hidden []source.Span
	for _, c := range notation {
		at := source.At(text.Len())
		switch c {
		case '«':
			found = append(found, at)
		case '»':
			found[len(found)-1].End = at.End
		case '[':
			hidden = append(hidden, at)
		case ']':
			hidden[len(hidden)-1].End = at.End
		default:
			text.WriteRune(c)
		}
	}
	slices.Reverse(found) // their order does not matter
	more := redact.Neighbours(text.String(), source.NewIndex(text.String()), map[int]bool{1: true}, found, hidden)
	in := func(spans []source.Span, i int) bool {
		return slices.ContainsFunc(spans, func(s source.Span) bool { return s.Contains(i) })
	}
	var out strings.Builder
	i := 0
	for _, c := range notation {
		switch {
		case strings.ContainsRune("«»[]", c):
			out.WriteRune(c)
			continue
		case in(more, i) && !in(hidden, i):
			out.WriteByte('*')
		default:
			out.WriteRune(c)
		}
		i++
	}
	return out.String()
}

// Of few hidden words each is hidden where it stands again, of many the line.
func TestNeighboursOfManyWords(t *testing.T) {
	for words, want := range map[int]int{64: 64, 65: 1} {
		var text strings.Builder
		var hidden []source.Span
		for n := range words {
			at := source.At(text.Len())
			fmt.Fprintf(&text, "word%02d ", n)
			at.End = text.Len() - 1
			hidden = append(hidden, at)
		}
		got := redact.Neighbours(text.String(), source.NewIndex(text.String()), map[int]bool{1: true}, nil, hidden)
		if len(got) != want {
			t.Errorf("%d words: %d spans, want %d", words, len(got), want)
		}
	}
}

func TestNamesCredential(t *testing.T) {
	for path, want := range map[string]bool{
		"": false, "a": false, "key": true, "a.key": true, "key.a": false, "a.sas": true, "key.value": true, "a.key.VALUE": true,
		"value": false, ".value": false, "a.value": false, "key.value.a": false,
	} {
		if got := redact.NamesCredential(path); got != want {
			t.Errorf("%q: %t, want %t", path, got, want)
		}
	}
}

// Of very many names not all are looked at: the rest are taken for credentials'.
func TestNeighboursOfManyNames(t *testing.T) {
	const most = 1000
	var text strings.Builder
	lines := map[int]bool{}
	for n := range most + 2 {
		lines[n+1] = true
		text.WriteString(strings.Repeat("n", 1+n%40) + strings.Repeat("o", n/40) + "=v\n")
	}
	got := redact.Neighbours(text.String(), source.NewIndex(text.String()), lines, nil, nil)
	slices.SortFunc(got, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	if len(got) != 2 {
		t.Errorf("%d of %d values are hidden, want 2", len(got), most+2)
	}
	if d := gocmp.Diff("v", got[0].Slice(text.String())); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
