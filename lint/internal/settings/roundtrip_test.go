package settings_test

import (
	"testing"

	"kustoconn/convert"
	"kustoconn/internal/data/tools"
	"kustoconn/lint/internal/format"
	"kustoconn/lint/internal/settings"
	"kustoconn/schema"
)

// fileNames are what a tool's settings stand in, as convert writes them.
var fileNames = map[string]string{
	"grafana": "grafana.yaml", "telegraf": "telegraf.conf", "fluent-bit": "fluent-bit.conf", "opentelemetry": "otel.yaml",
	"kafka-connect": "kafka.properties", "logstash": "logstash.conf", "spark": "spark.py", "log4j2": "log4j2.xml",
}

// lookUps are how a secret is looked up in the environment; a tool that is not
// here holds the look-up elsewhere than in a value of its settings.
var lookUps = map[string]string{
	"grafana": "${KUSTO_", "fluent-bit": "${KUSTO_", "opentelemetry": "${env:KUSTO_",
	"kafka-connect": "${env:KUSTO_", "logstash": "${KUSTO_", "log4j2": "${env:KUSTO_",
}

const (
	query      = "https://mycluster.westeurope.kusto.windows.net"
	ingest     = "https://ingest-mycluster.westeurope.kusto.windows.net"
	credential = "inv3nted~s3cret"
)

// What convert writes of a string, lint reads as that string, whatever
// authentication a string can select: the secret as a look-up, and of a tool
// that ingests the endpoint for that.
func TestReadsWhatConvertWrites(t *testing.T) {
	for _, target := range convert.Targets() {
		tool := tools.Get(target.Name)
		if tool == nil || len(tool.Signs) == 0 {
			continue
		}
		for _, a := range tool.Authentications {
			mode := schema.GetMode(a.Mode)
			if mode == nil || !mode.InString() {
				continue
			}
			t.Run(tool.Name+"/"+string(a.Mode), func(t *testing.T) {
				text, want := stringFor(tool, mode)
				c, err := convert.FromString(text)
				if err != nil {
					t.Fatal(err)
				}
				file, err := convert.To(tool.Name, c)
				if err != nil {
					t.Fatal(err)
				}
				_, read := format.ReaderFor(fileNames[tool.Name], file)
				found := settings.Find(file, read(file).Pieces)
				if len(found) != 1 || found[0].Tool != tool || found[0].Text != want {
					t.Errorf("%+v, want %s\n%s", found, want, file)
				}
			})
		}
	}
}

// stringFor returns a connection string of the mode that the tool can hold, and
// what lint makes of the tool's settings for it.
func stringFor(tool *tools.Tool, mode *schema.Mode) (text, want string) {
	values := map[schema.ID]string{
		schema.DataSource: query, schema.InitialCatalog: "Samples",
		schema.AuthorityID: "contoso.com", schema.ApplicationClientID: "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40",
		schema.ApplicationKey: credential, schema.UserToken: credential, schema.ApplicationToken: credential,
	}
	given := schema.SetOf(append([]schema.ID{schema.DataSource, schema.InitialCatalog}, mode.Mandatory...)...)
	read := map[schema.ID]tools.Setting{}
	for _, s := range tool.StringSettings() {
		if old, has := read[s.Property]; !has || old.Ingest {
			read[s.Property] = s
		}
	}
	text, want = "Fed=true", "AAD Federated Security=true"
	for id := range given.All() {
		name, value := schema.Get(id).Name, values[id]
		text += ";" + name + "=" + value
		setting, reads := read[id]
		switch {
		case schema.Secrets().Has(id):
			value = lookUps[tool.Name] + environmentName(id) + "}"
			reads = reads && lookUps[tool.Name] != ""
		case setting.Ingest:
			value = ingest
		}
		if reads && setting.Env == "" {
			want += ";" + name + "=" + value
		}
	}
	return text, want
}

func environmentName(id schema.ID) string {
	return map[schema.ID]string{
		schema.ApplicationKey: "APPLICATION_KEY", schema.UserToken: "USER_TOKEN", schema.ApplicationToken: "APPLICATION_TOKEN",
	}[id]
}
