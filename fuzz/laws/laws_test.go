package laws

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/diag"
	"kustoconn/fuzz"
	"kustoconn/fuzz/draw"
	"kustoconn/fuzz/internal/spelling"
	"kustoconn/fuzz/rapidgen"
	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/rule"
)

// The laws under rapid, with inputs that the generators draw.

func TestAnswers(t *testing.T) {
	for _, kind := range fuzz.Kinds() {
		t.Run(string(kind), func(t *testing.T) {
			cases, _ := fuzz.Of(kind)
			rapid.Check(t, func(t *rapid.T) { checkAnswers(t, rapidgen.Of(cases).Draw(t, "case")) })
		})
	}
}

// Every rule has a kind of its name, or a reason to have none.
func TestEveryRuleHasAKind(t *testing.T) {
	const clients, files, long = "speaks of the clients that a user names", "speaks of a file", "speaks of 4 GiB"
	exempt := map[diag.Code]string{9: long, 504: files, 601: clients, 602: clients, 603: clients, 604: clients, 605: clients, 606: clients, 701: files, 702: files, 703: files}
	codes := map[string]fuzz.Kind{}
	for _, kind := range fuzz.Kinds()[1:] {
		codes[kind.Code()] = kind
	}
	for _, r := range rule.All() {
		code := r.Code.String()
		switch kind, reason := codes[code], exempt[r.Code]; {
		case reason == "" && string(kind) != r.Name:
			t.Errorf("%s %s: the kind is %q", code, r.Name, kind)
		case reason != "" && kind != "":
			t.Errorf("%s %s has a kind, although it %s", code, r.Name, reason)
		}
		delete(codes, code)
		delete(exempt, r.Code)
	}
	if len(codes) > 0 || len(exempt) > 0 {
		t.Errorf("of no rule: %v, %v", codes, exempt)
	}
}

func TestTexts(t *testing.T) {
	for name, law := range map[string]func(Reporter, string){
		"Lossless": checkLossless, "Declared": checkDeclared, "Canonical": checkCanonical, "Diagnostics": checkDiagnostics, "Fixes": checkFixes,
		"Keyword": checkKeyword, "Endpoint": checkEndpoint, "NoClientWorse": checkNoClientWorse,
	} {
		t.Run(name, func(t *testing.T) {
			for i, text := range seeds() {
				if i%exhaust.Sample(8) == 0 {
					law(t, text)
				}
			}
			rapid.Check(t, func(t *rapid.T) { law(t, rapidgen.Of(fuzz.Texts()).Draw(t, "text")) })
		})
	}
}

// Every string that a client was recorded on, and one of every kind.
func TestNoClientWorse(t *testing.T) {
	exhaust.Long(t)
	step := 1 // all of them in a campaign
	if os.Getenv(exhaust.Campaign) == "" {
		step = 7
	}
	for _, r := range fixtures.Recordings {
		for i, row := range fixtures.Client(t, r.Name) {
			if i%step == 0 && (r.Name == "go" || strings.HasSuffix(r.Name, "-extra")) { // the others are on the same strings
				checkNoClientWorse(t, row.S)
			}
		}
	}
	for _, s := range fixtures.Strings(t) {
		checkNoClientWorse(t, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		cases, _ := fuzz.Of(rapid.SampledFrom(fuzz.Kinds()).Draw(t, "kind"))
		checkNoClientWorse(t, rapidgen.Of(cases).Draw(t, "case").Text)
	})
}

func TestDeclaredOnRecording(t *testing.T) {
	recording := recording()
	if len(recording) < 7000 {
		t.Fatalf("%d recorded strings", len(recording))
	}
	prefixes := []string{"", "@", "https://help.kusto.windows.net;", "@help/Samples ;", "name;", " ;", "x"}
	step := exhaust.Sample(60)
	for i, prefix := range prefixes {
		for k, s := range recording {
			if k%step == i%step {
				checkDeclared(t, prefix+s)
			}
		}
	}
}

func TestNoLeak(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkNoLeak(t, rapidgen.Of(fuzz.PlantedSecrets()).Draw(t, "planted")) })
}

func TestKeywords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkKeywordCase(t, rapidgen.Of(draw.OneOf(spelling.Keywords(), spelling.NearMisses())).Draw(t, "keyword"))
	})
}

func TestEndpoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkEndpointCase(t, rapidgen.Of(fuzz.Endpoints()).Draw(t, "endpoint")) })
}

func TestBuilder(t *testing.T) {
	keyword := draw.OneOf(draw.Map(spelling.Keywords(), func(k spelling.Keyword) string { return k.Text }), fuzz.Texts())
	rapid.Check(t, func(t *rapid.T) {
		checkBuilder(t, rapidgen.Of(keyword).Draw(t, "keyword"), rapidgen.Of(fuzz.Texts()).Draw(t, "value"))
	})
}

func TestBatch(t *testing.T) {
	request := rapid.Map(rapidgen.Of(fuzz.Texts()), func(text string) string {
		line, err := json.Marshal(map[string]any{"id": 1, "s": text})
		if err != nil {
			panic(err)
		}
		return string(line)
	})
	line := rapid.OneOf(request, request, rapidgen.Of(fuzz.Texts()), rapid.SampledFrom([]string{"", "{}", `{"s":1}`, `{"s":null}`, "null", "[]", `{"id":[1],"s":""}`}))
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(line, 0, 5).Draw(t, "lines")
		checkBatch(t, []byte(strings.Join(lines, rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "line end"))))
	})
}
