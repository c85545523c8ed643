package cli

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"kustoconn/internal/golden"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// grammarRule is a rule of the grammar as an editor reads it.
type grammarRule struct {
	Name     string                 `json:"name"`
	Match    string                 `json:"match"`
	Captures map[string]grammarRule `json:"captures"`
	Patterns []grammarRule          `json:"patterns"`
	Include  string                 `json:"include"`
}

type grammarFile struct {
	ScopeName         string                 `json:"scopeName"`
	InjectionSelector string                 `json:"injectionSelector"`
	Patterns          []grammarRule          `json:"patterns"`
	Repository        map[string]grammarRule `json:"repository"`
}

func readTextMate(t *testing.T) (grammar grammarFile, text string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := Main([]string{"schema", "--format", "textmate"}, strings.NewReader(""), &out, &errs); code != exitClean {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	if err := json.Unmarshal(out.Bytes(), &grammar); err != nil {
		t.Fatal(err)
	}
	return grammar, out.String()
}

func TestTextMate(t *testing.T) {
	grammar, text := readTextMate(t)
	golden.Compare(t, "testdata/textmate.json", text)
	if !strings.HasPrefix(grammar.InjectionSelector, "L:string -comment -meta.kusto-connection-string, ") {
		t.Errorf("injected into %s", grammar.InjectionSelector)
	}
	var check func(rule grammarRule)
	check = func(rule grammarRule) {
		if name, ok := strings.CutPrefix(rule.Include, "#"); ok && grammar.Repository[name].Match == "" && grammar.Repository[name].Patterns == nil {
			t.Errorf("%s is no rule", rule.Include)
		}
		for _, inner := range rule.Patterns {
			check(inner)
		}
		for _, inner := range rule.Captures {
			check(inner)
		}
	}
	for _, rule := range grammar.Patterns {
		check(rule)
	}
	for _, rule := range grammar.Repository {
		check(rule)
	}
}

// keywordsOf is the part of a rule that stands between two others.
func keywordsOf(t *testing.T, match, before, after string) *regexp.Regexp {
	t.Helper()
	_, rest, found := strings.Cut(match, before)
	part, _, ended := strings.Cut(rest, after)
	if !found || !ended {
		t.Fatalf("%s…%s is not in %s", before, after, match)
	}
	return regexp.MustCompile(`(?i)^` + part + `$`)
}

// Each keyword is coloured by the rule of what its property holds, and starts a string
// where only Kusto has it.
func TestTextMateHasEachKeyword(t *testing.T) {
	grammar, _ := readTextMate(t)
	starts := keywordsOf(t, grammar.Repository["fromKeyword"].Match, "(?=", `\s*=(?!=)`)
	for _, p := range schema.Properties() {
		want := "string.unquoted.value"
		switch {
		case schema.Secrets().Has(p.ID):
			want = "constant.other.secret"
		case p.Type == schema.TypeBool:
			want = "constant.language.boolean"
		case p.Type == schema.TypeEnum:
			want = "support.constant"
		case p.Type == schema.TypeURI:
			want = ""
		}
		for _, keyword := range p.Keywords() {
			got := "no rule"
			for _, rule := range grammar.Repository["pair"].Patterns {
				if keywordsOf(t, rule.Match, `(?<![\w-])(`, `)\s*(=)`).MatchString(keyword) {
					got = strings.TrimSuffix(rule.Captures["3"].Name, ".kusto-connection-string")
					break
				}
			}
			if got != want {
				t.Errorf("the value of %s is %q, not %q", keyword, got, want)
			}
			if is, want := starts.MatchString(keyword), vocabulary.IsKustoOnly(keyword); is != want {
				t.Errorf("%s starts a string: %t", keyword, is)
			}
		}
	}
}
