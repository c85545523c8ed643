package settings_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/literals"
	"kustoconn/lint/internal/format"
	"kustoconn/lint/internal/settings"
)

// found is what a row expects: the tool, the string, and the keys that its
// parts stand at.
type found struct {
	Tool, Text string
	Keys       []string
}

const (
	app    = "Authority Id=contoso.com;Application Client Id=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"
	secret = ";Application Key=inv3nted~s3cret"
	fed    = "AAD Federated Security=true;"
)

// Source: the tools' own examples, see the Source of each tool.
var files = map[string][]found{
	"grafana.yaml": {{"grafana",
		fed + "Data Source=https://help.westeurope.kusto.windows.net;Initial Catalog=Samples;" + app + secret,
		[]string{"clusterUrl", "defaultDatabase", "tenantId", "clientId", "clientSecret"}}},
	"grafana.json": {{"grafana",
		fed + "Data Source=https://help.kusto.windows.net.example.com;" + app + ";Application Key=$GRAFANA_SECRET",
		[]string{"clusterUrl", "tenantId", "clientId", "azureClientSecret"}}},
	"telegraf.conf": {{"telegraf",
		fed + "Data Source=http://metrics.westeurope.kusto.windows.net;Initial Catalog=Telegraf",
		[]string{"endpoint_url", "database"}}, {"telegraf",
		fed + "Data Source=https://metrics.westeurope.kusto.windows.net;Initial Catalog=Telegraf;" + app + secret,
		[]string{"endpoint_url", "database", "tenant_id", "client_id", "client_secret"}}},
	"fluent-bit.conf": {{"fluent-bit",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs;" + app + secret,
		[]string{"Ingestion_Endpoint", "Database_Name", "Tenant_Id", "Client_Id", "Client_Secret"}}},
	"fluent-bit.yaml": {{"fluent-bit",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net.example.com;Initial Catalog=Logs;" + app + ";Application Key=${ADX_SECRET}",
		[]string{"ingestion_endpoint", "database_name", "tenant_id", "client_id", "client_secret"}}},
	"otel-collector.yaml": {{"opentelemetry",
		fed + "Data Source=https://otel.westeurope.kusto.windows.net;Initial Catalog=oteldb;" + app + secret,
		[]string{"cluster_uri", "db_name", "tenant_id", "application_id", "application_key"}}},
	"kafka-connect.json": {{"kafka-connect",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;" + app + secret,
		[]string{`kusto.query.url`, `aad.auth.authority`, `aad.auth.appid`, `aad.auth.appkey`}}},
	"kafka-connect.properties": {{"kafka-connect",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;" + app + secret,
		[]string{"kusto.query.url", "aad.auth.authority", "aad.auth.appid", "aad.auth.appkey"}}},
	"logstash.conf": {{"logstash",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net/;Initial Catalog=Logs;" + app + secret,
		[]string{"ingest_url", "database", "app_tenant", "app_id", "app_key"}}},
	"spark.py": {{"spark",
		fed + "Data Source=storms.westeurope;Initial Catalog=Samples;" + app + secret,
		[]string{"", "", "", "", ""}}, {"spark",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;Initial Catalog=Samples;" + app,
		[]string{"kustoCluster", "kustoDatabase", "kustoAadAuthorityID", "kustoAadAppId"}}},
	"log4j2.xml": {{"log4j2",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs;" + app + secret,
		[]string{"clusterIngestUrl", "dbName", "appTenant", "appId", "appKey"}}},
	"log4j2.properties": {{"log4j2",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs;" + app + secret,
		[]string{"appender.rolling.strategy.clusterIngestUrl", "appender.rolling.strategy.dbName", "appender.rolling.strategy.appTenant",
			"appender.rolling.strategy.appId", "appender.rolling.strategy.appKey"}}},
	"spark.scala": {{"spark",
		fed + "Data Source=storms.westeurope;Initial Catalog=Samples;" + app + secret,
		[]string{"", "", "", "", ""}}, {"spark",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;User Token=inv3nted~token",
		[]string{"", ""}}, {"spark",
		fed + "Data Source=storms.westeurope;Initial Catalog=Samples",
		[]string{"", ""}}},
	"spark.properties": {{"spark",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;Initial Catalog=Samples;" + app + secret,
		[]string{"kustoCluster", "kustoDatabase", "kustoAadAuthorityID", "kustoAadAppId", "kustoAadAppSecret"}}},
	"NLog.config": {{"nlog",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs;" + app + secret,
		[]string{"IngestionEndpointUri", "Database", "Authority", "ApplicationClientId", "ApplicationKey"}}},
	"serilog.json": {{"serilog",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs;" + app + secret,
		[]string{"ingestionUri", "databaseName", "tenantId", "applicationClientId", "applicationSecret"}}},
	"kafka-connect-old.properties": {{"kafka-connect",
		fed + "Data Source=https://ingest-storms.westeurope.kusto.windows.net/;" + app + secret,
		[]string{"kusto.url", "kusto.auth.authority", "kusto.auth.appid", "kusto.auth.appkey"}}},
	"airflow.yaml": {{"airflow",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;" + app + secret,
		[]string{"host", "tenant", "login", "password"}}, {"airflow",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;Authority Id=contoso.com;User ID=me@contoso.com;Password=inv3nted~s3cret",
		[]string{"host", "tenant", "login", "password"}}, {"airflow",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net",
		[]string{"host"}}},
	"data-factory.json": {{"data-factory",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net;Initial Catalog=Samples;" + app + secret,
		[]string{"endpoint", "database", "tenant", "servicePrincipalId", "value"}}},
	"fluent-bit-identities.conf": {{"fluent-bit",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs",
		[]string{"Ingestion_Endpoint", "Database_Name"}}, {"fluent-bit",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs;Application Key=inv3nted~s3cret",
		[]string{"Ingestion_Endpoint", "Database_Name", "Client_Secret"}}, {"fluent-bit",
		fed + "Data Source=https://ingest-logs.westeurope.kusto.windows.net;Initial Catalog=Logs;" + app,
		[]string{"Ingestion_Endpoint", "Database_Name", "Tenant_Id", "Client_Id"}}},
	"kafka-connect-identities.json": {{"kafka-connect",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net",
		[]string{"kusto.query.url"}}, {"kafka-connect",
		fed + "Data Source=https://storms.westeurope.kusto.windows.net",
		[]string{"kusto.query.url"}}},
	"kqlmagic.py": {{"kqlmagic",
		fed + "Data Source=help;Initial Catalog=Samples;" + app + secret,
		[]string{"cluster", "database", "tenant", "client-id", "Client_Secret"}}, {"kqlmagic",
		fed + "Data Source=help;Initial Catalog=Samples", []string{"cluster", "database"}}, {"kqlmagic",
		fed + "Data Source=help;Initial Catalog=Samples", []string{"cluster", "database"}}},
	"superset.yaml": {{"sqlalchemy",
		fed + "Data Source=storms.westeurope.kusto.windows.net;Initial Catalog=Samples;" + app + secret,
		[]string{"storms.westeurope.kusto.windows.net", "Samples", "azure_ad_tenant_id", "azure_ad_client_id", "azure_ad_client_secret"}}},
	// Whole connection strings are no settings.
	"local.settings.json": nil,
	"appsettings.json":    nil,
	"aspire.env":          nil,
}

func TestFiles(t *testing.T) {
	all, err := filepath.Glob("../../testdata/settings/*")
	if err != nil || len(all) != len(files) {
		t.Errorf("%d files for %d rows (%v)", len(all), len(files), err)
	}
	for name, want := range files {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("../../testdata/settings", name))
			if err != nil {
				t.Fatal(err)
			}
			if len(want) > 0 && literals.NewSet(settings.Words()...).Next(string(data), 0) < 0 {
				t.Error("the prefilter would pass the file over")
			}
			if diff := cmp.Diff(want, find(name, string(data))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func find(name, text string) []found {
	_, read := format.ReaderFor(name, text)
	pieces := read(text).Pieces
	pieces = append(pieces, settings.Texts(pieces)...)
	var all []found
	for _, s := range settings.Find(text, pieces) {
		f := found{Tool: s.Tool.Name, Text: s.Text}
		for _, p := range s.Parts {
			f.Keys = append(f.Keys, pieces[p.Piece].KeySpan.Slice(text))
		}
		all = append(all, f)
	}
	return all
}

// Keys of older versions are read as those of today, by value and by constant.
func TestOlderKeys(t *testing.T) {
	want := fed + "Data Source=storms.westeurope;Application Client Id=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40" + secret
	for _, keys := range [][3]string{
		{`"kustoCluster"`, `"kustoAADClientID"`, `"kustoClientAADClientPassword"`},
		{"KustoOptions.KUSTO_CLUSTER", "KustoOptions.KUSTO_AAD_CLIENT_ID", "KustoOptions.KUSTO_AAD_CLIENT_PASSWORD"},
	} {
		text := "df.option(" + keys[0] + ", \"storms.westeurope\")" +
			".option(" + keys[1] + ", \"6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40\")" +
			".option(" + keys[2] + ", \"inv3nted~s3cret\")\n"
		got := find("a.py", text)
		if len(got) != 1 || got[0].Tool != "spark" || got[0].Text != want {
			t.Errorf("%v\n%s", got, text)
		}
	}
}

func TestNotSettings(t *testing.T) {
	for name, text := range map[string]string{
		"a.yaml": "datasources:\n- type: prometheus\n  jsonData: {clusterUrl: 'https://a.kusto.windows.net'}\n  secureJsonData: {clientSecret: s}\n",
		"b.conf": "[OUTPUT]\n    Name stdout\n    Client_Secret s\n",
		"c.toml": "[[outputs.azure_monitor]]\nendpoint_url = \"https://a.kusto.windows.net\"\n",
		"d.toml": "[[my_outputs.azure_data_explorer_x]]\nendpoint_url = \"https://a.kusto.windows.net\"\n",
		"e.json": `{"app_key": "s", "app_id": "i"}`,
		"f.yaml": "exporters:\n  azuredataexplorer:\n    db_name: x\n",
	} {
		if got := find(name, text); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestPartAt(t *testing.T) {
	s := settings.Settings{Text: "x;a=1;b=2"}
	for i, start := range []int{2, 6} {
		p := settings.Part{Piece: i}
		p.Span.Start, p.Span.End = start, start+3
		s.Parts = append(s.Parts, p)
	}
	for offset, want := range []int{0, 0, 0, 0, 0, 0, 1, 1, 1, 1} {
		if got := s.PartAt(offset).Piece; got != want {
			t.Errorf("offset %d is part %d, want %d", offset, got, want)
		}
	}
}

// TestElementsOfLists holds that neighbours in a set or a list are no key and value,
// and that arguments are, also in a notebook's JSON.
func TestElementsOfLists(t *testing.T) {
	for text, want := range map[string]bool{
		`keys = {"kustoCluster", "https://c.kusto.windows.net", "kustoDatabase", "d"}`:                     false,
		`keys = ["kustoCluster", "https://c.kusto.windows.net"]`:                                           false,
		`o.option("kustoCluster", "https://c.kusto.windows.net").option("kustoDatabase", "d")`:             true,
		`{"cells": [{"source": ["o.option(\"kustoCluster\", \"https://c.kusto.windows.net\")"]}]}`:         true,
		`{"cells": [{"source": ["o.option(\"kustoCluster\",\n",  "  \"https://c.kusto.windows.net\")"]}]}`: true,
	} {
		name := "python"
		if text[0] == '{' {
			name = "notebook"
		}
		f := format.Reader(name)(text)
		if got := len(settings.Find(text, f.Pieces)) > 0; got != want {
			t.Errorf("settings in %s: %t", text, got)
		}
	}
}
