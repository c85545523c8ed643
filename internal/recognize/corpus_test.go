package recognize_test

import (
	"strings"
	"testing"

	"kustoconn/internal/fixtures"
	"kustoconn/internal/recognize"
)

// Why a string of the corpus is not found.
const (
	noCluster   = "a web address and a database alone are Analysis Services' as well as Kusto's"
	onePair     = "one pair that other products have, too, and no endpoint"
	noKeyword   = "its only pairs are not Kusto's"
	atShorthand = "shorthand, and nothing says that a Kusto tool takes it"
)

// unrecognised lists the strings of the corpus that nothing tells apart from
// another product's without their context.
var unrecognised = map[string]string{
	"DATA SOURCE=https://example.com;DATABASE=mydb":                     noCluster,
	"server=https://example.com;database=mydb":                          noCluster,
	"Data Source=https://{cluster-uri};Initial Catalog={database-name}": noCluster,
	";fed=true":               onePair,
	";Fed=True":               onePair,
	";AuthorityId=<tenantId>": onePair,
	";Initial Catalog={parameters.InitialCatalog}":   onePair,
	"initial catalog=MyDB;Data Source=cluster":       noCluster,
	"Initial Catalog = TestDB ; Data Source=cluster": noCluster,
	";MSI Client Id=${clientId}":                     noKeyword,
	"@help/Samples":                                  atShorthand,
}

func TestCorpus(t *testing.T) {
	var truePositives, falseNegatives, falsePositives int
	used := map[string]bool{}
	for _, s := range fixtures.ConnectionStrings(t) {
		for _, text := range s.Strings {
			found := recognize.Find(text, recognize.Context{Whole: true, Key: s.Holder})
			if len(found) == 0 {
				falseNegatives++
				used[text] = true
				if unrecognised[text] == "" {
					t.Errorf("%s: %q (held by %s) is not found", s.ID, text, s.Holder)
				}
				continue
			}
			truePositives++
			if got, want := found[0].Span.Slice(text), strings.TrimSpace(text); len(found) > 1 || got != want {
				t.Errorf("%s: found %q and %d more, want %q", s.ID, got, len(found)-1, want)
			}
		}
	}
	for text := range unrecognised {
		if !used[text] {
			t.Errorf("%q is always found: take it off the list", text)
		}
	}
	for _, s := range fixtures.OtherStrings(t) {
		for _, text := range s.Strings {
			for _, whole := range []bool{true, false} {
				for _, f := range recognize.Find(text, recognize.Context{Whole: whole, Key: s.Holder}) {
					falsePositives++
					t.Errorf("%s (%s): %v in %q, whole: %v", s.ID, s.Kind, f.Span.Slice(text), text, whole)
				}
			}
		}
	}
	t.Logf("precision %.3f, recall %.3f (%d found, %d of the others reported, %d not found)",
		float64(truePositives)/float64(truePositives+falsePositives),
		float64(truePositives)/float64(truePositives+falseNegatives),
		truePositives, falsePositives, falseNegatives)
}

// In running text a string of the corpus is found between neutral words.
func TestCorpusInRunningText(t *testing.T) {
	for _, s := range fixtures.ConnectionStrings(t) {
		if s.Kind != "keyword" && s.Kind != "uri-prefixed" {
			continue
		}
		for _, text := range s.Strings {
			if unrecognised[text] != "" {
				continue
			}
			want := strings.TrimSpace(text)
			quote := `"`
			if strings.Contains(want, quote) {
				quote = "`"
			}
			line := "level=info msg=" + quote + want + quote + " took 5 ms"
			found := recognize.Find(line, recognize.Context{})
			if len(found) != 1 || found[0].Span.Slice(line) != want {
				t.Errorf("%s: found %v, want %q", s.ID, foundIn(line, found), want)
			}
		}
	}
}

func foundIn(text string, found []recognize.Found) (all []string) {
	for _, f := range found {
		all = append(all, f.Span.Slice(text))
	}
	return all
}
