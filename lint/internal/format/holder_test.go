package format

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The value in each file is «v»; it is held by the name K.
func TestHolders(t *testing.T) {
	for _, row := range []struct{ name, path, text, key string }{
		{"Kubernetes", "a.yaml", "env:\n- Name: J\n  value: u\n- Name: K\n  value: v\n", "env.K"},
		{"value first", "a.yaml", "env:\n- value: u\n  Name: J\n- value: v\n  Name: K\n", "env.K"},
		{"ARM app settings", "a.json", `{"appSettings": [{"name": "J", "value": "u"}, {"name": "K", "value": "v"}]}`, "appSettings.K"},
		{"ARM connection strings", "a.json", `{"connectionStrings": [{"name": "K", "connectionString": "v", "type": "Custom"}]}`, "connectionStrings.K.connectionString"},
		{"slotSetting between", "a.json", `[{"name": "K", "slotSetting": false, "value": "v"}]`, "K"},
		{"Bicep", "a.bicep", "var a = [\n  {\n    Name: 'J'\n    value: 'u'\n  }\n  {\n    Name: 'K'\n    value: 'v'\n  }\n]\n", "K"},
		{"Terraform", "a.tf", "app {\n  env {\n    name = \"J\"\n    value = \"u\"\n  }\n  env {\n    name  = \"K\"\n    value = \"v\"\n  }\n}\n", "app.env.K"},
		{"TOML", "a.toml", "[[env]]\nname = 'J'\nvalue = 'u'\n[[env]]\nname = 'K'\nvalue = 'v'\n", "env.K"},
		{"TOML, value first", "a.toml", "[[env]]\nvalue = 'u'\nname = 'J'\n[[env]]\nvalue = 'v'\nname = 'K'\n", "env.K"},
		{"app.config", "a.config", `<configuration><appSettings><add key="J" value="u"/><add key="K" value="v"/></appSettings></configuration>`, "configuration.appSettings.add.K"},
		{"connectionStrings", "a.xml", `<connectionStrings><add connectionString="v" providerName="p" name="K"/></connectionStrings>`, "connectionStrings.add.K.connectionString"},
		{"element text", "a.xml", `<a><setting name="J">u</setting><setting name="K">v</setting></a>`, "a.setting.K"},
		{"element in an element", "a.xml", `<a><setting name="K"><value>v</value></setting></a>`, "a.setting.K"},
		{"Pulumi", "a.ts", `f({ Name: "J", value: "u" }, { Name: "K", value: "v" })`, "K"},
		{"another bracket", "a.ts", `f({ Name: "J" }, { value: "v" })`, "value"},
		{"Compose", "docker-compose.yml", "services:\n  a:\n    environment:\n    - J=u\n    - K=v\n", "services.a.environment.K"},
		{"Compose, quoted", "docker-compose.yml", "services:\n  a:\n    environment: ['J', \"K=v\"]\n", "services.a.environment.K"},
		{"no name", "a.yaml", "env:\n- value: v\n", "env.0.value"},
		{"name elsewhere", "a.yaml", "a: {Name: J}\nb: {value: v}\n", "b.value"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, read := ReaderFor(row.path, row.text)
			for _, p := range read(row.text).Pieces {
				if p.Text != "v" {
					continue
				}
				if diff := cmp.Diff(row.key, p.Key); diff != "" {
					t.Error(diff)
				}
				if at := p.Span().Slice(row.text); at != "v" {
					t.Errorf("the value is at %q", at)
				}
				if row.key != "value" && row.name != "no name" && row.name != "name elsewhere" && p.KeySpan.Slice(row.text) != "K" {
					t.Errorf("the key is at %q", p.KeySpan.Slice(row.text))
				}
				return
			}
			t.Error("the value is not found")
		})
	}
}
