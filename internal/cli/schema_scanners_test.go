package cli

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

const plantedSecret = "Zq9~xW7vK2.mJ4-rT"

// plantedLines are lines that hold a secret in a string of Kusto's.
func plantedLines() (lines []string) {
	for _, p := range schema.Properties() {
		if !schema.Secrets().Has(p.ID) {
			continue
		}
		for _, k := range p.Keywords() {
			texts := []string{
				"https://c.kusto.windows.net/Db;Fed=true;" + k + "=" + plantedSecret,
				"https://c.kusto.windows.net/Db;Fed=true; " + strings.ToLower(k) + " = " + plantedSecret + " ;Authority Id=x",
			}
			if vocabulary.IsKustoOnly(k) {
				texts = append(texts, k+"="+plantedSecret+";AAD Federated Security=true;Data Source=https://adx.example.com", "Data Source=https://adx.example.com;"+strings.ToUpper(k)+"="+plantedSecret)
			}
			for _, text := range texts {
				lines = append(lines, text, fmt.Sprintf("kusto: %q", text), "KUSTO='"+text+"'", `<add value="`+text+`"/>`)
			}
		}
	}
	return lines
}

// cleanLines are lines without a secret of Kusto's.
var cleanLines = []string{
	"https://c.kusto.windows.net/Db;Fed=true",
	"https://c.kusto.windows.net/Db;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=****;Authority Id=x",
	"https://c.kusto.windows.net/Db;Fed=true;AppKey=${APP_KEY}", "https://c.kusto.windows.net/Db;Fed=true;AppKey=<key>;Fed=true",
	"https://c.kusto.windows.net/Db;Fed=true;AppKey={0}", "https://c.kusto.windows.net/Db;Fed=true;AppKey=%KEY%", "https://c.kusto.windows.net/Db;Fed=true;AppKey=",
	"https://c.kusto.windows.net/Db;Fed=true;AppKey=$(az account get-access-token)",
	"Server=tcp:s.database.windows.net;User ID=u;Password=" + plantedSecret, "appKey = loadTheKey()", "const applicationKey = readSecret(\"kusto\");",
	"if (appKey == null) return; appToken = tokens.next();", "AccountKey=" + plantedSecret + ";EndpointSuffix=core.windows.net",
	"see https://c.kusto.windows.net and set password = x",
}

type scannerFound struct{ lines, secrets int }

// scan counts the lines that a rule fits, and those where its group is the secret.
func scan(rules []*regexp.Regexp, lines []string) (found scannerFound, missed []string) {
	for _, line := range lines {
		any, exact := false, false
		for _, r := range rules {
			if m := r.FindStringSubmatch(line); m != nil {
				any, exact = true, exact || m[1] == plantedSecret
			}
		}
		if any {
			found.lines++
		}
		if exact {
			found.secrets++
		} else {
			missed = append(missed, line)
		}
	}
	return found, missed
}

func TestScannerRules(t *testing.T) {
	var gitleaks struct {
		Rules []struct {
			ID, Description, Regex string
			SecretGroup            int
			Keywords               []string
		}
	}
	if err := toml.Unmarshal([]byte(run(t, "", "schema", "--format", "gitleaks")), &gitleaks); err != nil {
		t.Fatal(err)
	}
	var trufflehog struct {
		Detectors []struct {
			Name, Description string
			Keywords          []string
			Regex             map[string]string
		}
	}
	if err := yaml.Unmarshal([]byte(run(t, "", "schema", "--format", "trufflehog")), &trufflehog); err != nil {
		t.Fatal(err)
	}
	if len(gitleaks.Rules) != 3 || len(trufflehog.Detectors) != 3 {
		t.Fatalf("%d and %d rules", len(gitleaks.Rules), len(trufflehog.Detectors))
	}
	var rules []*regexp.Regexp
	for i, r := range gitleaks.Rules {
		d := trufflehog.Detectors[i]
		if d.Name != r.ID || d.Regex["secret"] != r.Regex || strings.Join(d.Keywords, " ") != strings.Join(r.Keywords, " ") || r.SecretGroup != 1 {
			t.Errorf("rule %d: %+v and %+v", i, r, d)
		}
		rules = append(rules, regexp.MustCompile(r.Regex))
	}
	planted := plantedLines()
	if found, missed := scan(rules, planted); found.secrets != len(planted) {
		t.Errorf("%d of %d secrets are found; missed: %q", found.secrets, len(planted), missed)
	}
	if found, _ := scan(rules, cleanLines); found.lines != 0 {
		for _, line := range cleanLines {
			if found, _ := scan(rules, []string{line}); found.lines > 0 {
				t.Errorf("found without a secret: %q", line)
			}
		}
	}
	// A scanner looks for the words first.
	for _, line := range planted {
		for i, r := range gitleaks.Rules {
			has := false
			for _, k := range r.Keywords {
				has = has || strings.Contains(strings.ToLower(line), k)
			}
			if rules[i].MatchString(line) && !has {
				t.Errorf("%s has no keyword for %q", r.ID, line)
			}
		}
	}
}
