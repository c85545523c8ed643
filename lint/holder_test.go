package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/source"
)

// A string that other products have, too, is found where its setting speaks of
// Kusto, whatever the format, and only there.
func TestHolders(t *testing.T) {
	const text = "Data Source=https://adx.example.com;Database=Logs"
	for _, row := range []struct{ name, path, before, after, at string }{
		{"Kubernetes", "a.yaml", "env:\n- name: KUSTO_CONNECTION\n  value: ", "\n", "3:10"},
		{"Kubernetes, another setting", "a.yaml", "env:\n- name: ANALYSIS_CONNECTION\n  value: ", "\n", ""},
		{"Helm", "values.yaml", "env:\n  - {name: KustoConnection, value: '", "'}\n", "2:37"},
		{"Compose list", "compose.yml", "services:\n  a:\n    environment:\n      - KUSTO_CONNECTION=", "\n", "4:26"},
		{"Compose map", "compose.yml", "services:\n  a:\n    environment:\n      KUSTO_CONNECTION: ", "\n", "4:25"},
		{"GitHub Actions", "a.yml", "env:\n  KUSTO_CONNECTION: ", "\n", "2:21"},
		{"ARM", "a.json", `{"appSettings": [{"name": "KustoConnectionString", "value": "`, `"}]}`, "1:62"},
		{"ARM parameters", "a.json", `{"parameters": {"kustoConnection": {"value": "`, `"}}}`, "1:47"},
		{"Functions", "local.settings.json", "{\"Values\": {\n\"KustoConnectionString\": \"", `"}}`, "2:27"},
		{"Bicep", "a.bicep", "var a = [\n  {\n    name: 'KustoConnectionString'\n    value: '", "'\n  }\n]\n", "4:13"},
		{"Terraform", "a.tf", "env {\n  name  = \"KUSTO_CONNECTION\"\n  value = \"", "\"\n}\n", "3:12"},
		{"appSettings", "web.config", `<configuration><appSettings><add key="KustoConnection" value="`, `"/></appSettings></configuration>`, "1:63"},
		{"connectionStrings", "app.config", `<configuration><connectionStrings><add name="KustoDb" connectionString="`, `"/></connectionStrings></configuration>`, "1:73"},
		{"connectionStrings, another setting", "app.config", `<configuration><connectionStrings><add name="Db" connectionString="`, `"/></connectionStrings></configuration>`, ""},
		{"Spring YAML", "application.yml", "kusto:\n  connection-string: ", "\n", "2:22"},
		{"Spring properties", "application.properties", "kusto.connection-string=", "\n", "1:25"},
	} {
		t.Run(row.name, func(t *testing.T) {
			f, err := Text(row.path, row.before+text+row.after, Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range f.Strings {
				at := f.Index().Position(f.Strings[i].Span.Start)
				got = append(got, fmt.Sprintf("%d:%d %s", at.Line, at.UTF16, f.Strings[i].text()))
			}
			var want []string
			if row.at != "" {
				want = []string{row.at + " " + text}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Where a product keeps a string as a whole it is found there.
func TestStringsInSettingsFiles(t *testing.T) {
	for path, text := range map[string]string{
		"local.settings.json": "{\"IsEncrypted\": false, \"Values\": {\n  \"KustoConnectionString\": \"«Data Source=https://help.kusto.windows.net;Database=Samples;Fed=True»\"}}",
		"appsettings.json":    "{\"ConnectionStrings\": {\n  \"kusto\": \"«https://help.kusto.windows.net;Initial Catalog=Samples»\"}}",
		"aspire.env":          "A=b\nConnectionStrings__kusto=«https://help.kusto.windows.net;Initial Catalog=Samples»\n",
		"emulator.env":        "A=b\nConnectionStrings__kusto=«http://localhost:8080;Fed=true»\n",
		"nlog.config":         "<nlog>\n<target name=\"adx\" type=\"ADXTarget\" ConnectionString=\"«https://help.kusto.windows.net;Fed=true»\" Database=\"Logs\"/></nlog>",
	} {
		marked, want := unmark(text)
		f, err := Text(path, marked, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Strings) != 1 || f.Strings[0].Span != want {
			t.Errorf("%s: %v, want one at %v", path, f.Strings, want)
		}
	}
}

// unmark takes the marks « and » out of a text and returns what is between
// them.
func unmark(text string) (string, source.Span) {
	before, rest, _ := strings.Cut(text, "«")
	inner, after, _ := strings.Cut(rest, "»")
	return before + inner + after, source.Span{Start: len(before), End: len(before) + len(inner)}
}
