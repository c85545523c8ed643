package recognize_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/internal/fixtures"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// checkLaws holds what is true of every text.
func checkLaws(t rapid.TB, text, key string) {
	t.Helper()
	for _, whole := range []bool{true, false} {
		found := recognize.Find(text, recognize.Context{Whole: whole, Key: key})
		at := 0
		for _, f := range found {
			if f.Span.Start < at || f.Span.Empty() || f.Span.End > len(text) {
				t.Fatalf("%q: spans %v", text, found)
			}
			if f.Kind != recognize.ConnectionString && f.Kind != recognize.Fragment {
				t.Fatalf("%q: kind %d", text, f.Kind)
			}
			at = f.Span.End
			part := f.Span.Slice(text)
			if part != strings.TrimSpace(part) {
				t.Fatalf("%q: found %q, with white space around", text, part)
			}
		}
		if len(found) > 0 && key == "" && !recognize.MayHold(text) {
			t.Fatalf("%q: found %v where MayHold says that there is nothing", text, found)
		}
	}
}

// words are what texts are drawn from: parts of strings, ours and others', and
// what stands around them.
var words = []string{
	"https://", "http://", "jdbc:", "help.kusto.windows.net", "KUSTO.windows.net", "localhost", "mycluster", "/Db", "ade.loganalytics.io",
	"Data Source", "Server", "Initial Catalog", "Database", "NetDefaultDB", "Fed", "AAD Federated Security", "AAD_Fedrated Security",
	"AppKey", "Application Key", "Aplication Key", "App Key", "Authority Id", "Query Consistency", "AAD User ID", "User ID",
	"Application", "Client", "Id", "Key", "Encrypt", "Driver", "Provider", "MSI", "True", "secret", "@help", "x", "é", "\xff",
	"=", "=", "=", "==", ";", ";", ";", " ", " ", "\t", "\n", "\u00a0", "\"", "'", "`", "(", ")", "<x>", "{x y}", "${x}", "$(x)", "[a b]",
	"{", "}", "[", "]", "<", ">", ".", ",", ":", "\\", "-", "&", "://", "</a>", "https://a.kusto.windows.net", "?",
}

func texts() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(words), 0, 20), func(w []string) string { return strings.Join(w, "") })
}

// checkFinder holds that what a Finder has looked at before does not matter.
func checkFinder(t rapid.TB, texts []string) {
	t.Helper()
	var f recognize.Finder
	for range 2 {
		for _, text := range texts {
			for _, whole := range []bool{true, false} {
				in := recognize.Context{Whole: whole}
				if diff := cmp.Diff(recognize.Find(text, in), f.Find(text, in)); diff != "" {
					t.Fatalf("%q in %q: %s", text, texts, diff)
				}
			}
		}
	}
}

func TestFinder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFinder(t, rapid.SliceOfN(texts(), 1, 5).Draw(t, "texts")) })
}

func FuzzFinder(f *testing.F) {
	f.Add("AAD Fedrated Security=x;Database=y\nAAD Fedrated Security=x;AppKye=z")
	f.Add("AppKye=z;AAD Usr Id=b;https://help.kusto.windows.net\n\"a=b\";https://help.kusto.windows.net;c=d")
	f.Fuzz(func(t *testing.T, text string) { checkFinder(t, strings.Split(text, "\n")) })
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkLaws(t, texts().Draw(t, "text"), rapid.SampledFrom([]string{"", "KustoConnectionString"}).Draw(t, "key"))
	})
}

// Neutral prose before and behind a string changes nothing of what is found.
func TestProseAround(t *testing.T) {
	var all []string
	for _, s := range fixtures.ConnectionStrings(t) {
		for _, text := range s.Strings {
			trimmed := strings.TrimSpace(text)
			if found := recognize.Find(trimmed, recognize.Context{}); len(found) == 1 && found[0].Span.Len() == len(trimmed) {
				all = append(all, trimmed)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(all).Draw(t, "text")
		before := rapid.SampledFrom([]string{"", "Connect to ", "time=5 INFO ", "a line\n", "(", "see: ", "`", "日本語 "}).Draw(t, "before")
		after := rapid.SampledFrom([]string{"", " and go on", "\nanother line", "\r\n", ", which is it", " (done)"}).Draw(t, "after")
		switch before {
		case "(":
			after = ")" + after
		case "`":
			after = "`" + after
		}
		want := []recognize.Found{{Span: source.Span{Start: len(before), End: len(before) + len(text)}, Kind: recognize.Find(text, recognize.Context{})[0].Kind}}
		if diff := cmp.Diff(want, recognize.Find(before+text+after, recognize.Context{})); diff != "" {
			t.Fatalf("in %q (-want +got):\n%s", before+text+after, diff)
		}
	})
}

func FuzzLaws(f *testing.F) {
	for _, s := range append(fixtures.ConnectionStrings(f), fixtures.OtherStrings(f)...) {
		for _, text := range s.Strings {
			f.Add(text, s.Holder)
		}
	}
	f.Fuzz(func(t *testing.T, text, key string) { checkLaws(t, text, key) })
}
