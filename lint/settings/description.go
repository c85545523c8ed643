package settings

import "kustoconn/schema"

// Description tells where a product keeps the parts of a connection string.
// It is data: to read another product's settings, add one.
type Description struct {
	Product string
	Source  string // where the names come from

	// Anchors are the signs of the product, of which one has to be there.
	Anchors []Anchor
	Keys    []Key
}

// Anchor is a sign that a group of keys is the product's: the name of what
// holds them, or a key beside them.
type Anchor struct {
	Within string // the last names of the path that holds the keys; a /suffix on the last is ignored
	Beside string // a key, by its path from what holds the keys
	Value  string // what the value of Beside contains; empty for anything
}

// Key is one key of a product.
type Key struct {
	Name     string // path from what holds the keys; case does not matter
	Property schema.ID
}

// Descriptions lists the products whose settings are read.
func Descriptions() []Description { return append([]Description(nil), descriptions...) }

var descriptions = []Description{
	{
		Product: "Grafana Azure Data Explorer data source",
		Source:  "grafana/azure-data-explorer-datasource, provisioning of the data source",
		Anchors: []Anchor{{Beside: "type", Value: "grafana-azure-data-explorer-datasource"}},
		Keys: []Key{
			{"jsonData.clusterUrl", schema.DataSource},
			{"jsonData.defaultDatabase", schema.InitialCatalog},
			{"jsonData.tenantId", schema.AuthorityID},
			{"jsonData.clientId", schema.ApplicationClientID},
			{"jsonData.azureCredentials.tenantId", schema.AuthorityID},
			{"jsonData.azureCredentials.clientId", schema.ApplicationClientID},
			{"secureJsonData.clientSecret", schema.ApplicationKey},
			{"secureJsonData.azureClientSecret", schema.ApplicationKey},
		},
	},
	{
		Product: "Telegraf azure_data_explorer output",
		Source:  "influxdata/telegraf, plugins/outputs/azure_data_explorer; the last three in its first versions",
		Anchors: []Anchor{{Within: "outputs.azure_data_explorer"}},
		Keys: []Key{
			{"endpoint_url", schema.DataSource},
			{"database", schema.InitialCatalog},
			{"tenant_id", schema.AuthorityID},
			{"client_id", schema.ApplicationClientID},
			{"client_secret", schema.ApplicationKey},
		},
	},
	{
		Product: "Fluent Bit azure_kusto output",
		Source:  "Fluent Bit manual, outputs, Azure Data Explorer",
		Anchors: []Anchor{{Beside: "name", Value: "azure_kusto"}},
		Keys: []Key{
			{"ingestion_endpoint", schema.DataSource},
			{"database_name", schema.InitialCatalog},
			{"tenant_id", schema.AuthorityID},
			{"client_id", schema.ApplicationClientID},
			{"client_secret", schema.ApplicationKey},
		},
	},
	{
		Product: "OpenTelemetry azuredataexplorer exporter",
		Source:  "open-telemetry/opentelemetry-collector-contrib, exporter/azuredataexplorerexporter",
		Anchors: []Anchor{{Within: "azuredataexplorer"}},
		Keys: []Key{
			{"cluster_uri", schema.DataSource},
			{"db_name", schema.InitialCatalog},
			{"tenant_id", schema.AuthorityID},
			{"application_id", schema.ApplicationClientID},
			{"application_key", schema.ApplicationKey},
		},
	},
	{
		Product: "Kafka Connect Kusto sink",
		Source:  "Azure/kafka-sink-azure-kusto, KustoSinkConfig; kusto.url and kusto.auth in its first versions",
		Anchors: []Anchor{
			{Beside: "connector.class", Value: "KustoSink"},
		},
		Keys: []Key{
			{"kusto.query.url", schema.DataSource},
			{"kusto.ingestion.url", schema.DataSource},
			{"kusto.url", schema.DataSource},
			{"aad.auth.authority", schema.AuthorityID},
			{"aad.auth.appid", schema.ApplicationClientID},
			{"aad.auth.appkey", schema.ApplicationKey},
			{"kusto.auth.authority", schema.AuthorityID},
			{"kusto.auth.appid", schema.ApplicationClientID},
			{"kusto.auth.appkey", schema.ApplicationKey},
		},
	},
	{
		Product: "Logstash kusto output",
		Source:  "Azure/logstash-output-kusto, README",
		Anchors: []Anchor{{Beside: "ingest_url"}},
		Keys: []Key{
			{"ingest_url", schema.DataSource},
			{"database", schema.InitialCatalog},
			{"app_tenant", schema.AuthorityID},
			{"app_id", schema.ApplicationClientID},
			{"app_key", schema.ApplicationKey},
		},
	},
	{
		Product: "Spark connector",
		Source: "Azure/azure-kusto-spark, docs/Authentication.md and KustoOptions, by value and by constant; " +
			"kustoAADClientID and kustoClientAADClientPassword before version 2.0",
		Anchors: []Anchor{{Beside: "kustoCluster"}, {Beside: "KUSTO_CLUSTER"}},
		Keys: []Key{
			{"kustoCluster", schema.DataSource},
			{"kustoDatabase", schema.InitialCatalog},
			{"kustoAadAuthorityID", schema.AuthorityID},
			{"kustoAadAppId", schema.ApplicationClientID},
			{"kustoAadAppSecret", schema.ApplicationKey},
			{"accessToken", schema.UserToken},
			{"kustoAADClientID", schema.ApplicationClientID},
			{"kustoClientAADClientPassword", schema.ApplicationKey},
			{"KUSTO_CLUSTER", schema.DataSource},
			{"KUSTO_DATABASE", schema.InitialCatalog},
			{"KUSTO_AAD_AUTHORITY_ID", schema.AuthorityID},
			{"KUSTO_AAD_APP_ID", schema.ApplicationClientID},
			{"KUSTO_AAD_APP_SECRET", schema.ApplicationKey},
			{"KUSTO_ACCESS_TOKEN", schema.UserToken},
			{"KUSTO_AAD_CLIENT_ID", schema.ApplicationClientID},
			{"KUSTO_AAD_CLIENT_PASSWORD", schema.ApplicationKey},
		},
	},
	{
		Product: "Log4j2 KustoStrategy",
		Source:  "Azure/azure-kusto-log4j, README",
		Anchors: []Anchor{{Within: "KustoStrategy"}, {Beside: "type", Value: "KustoStrategy"}},
		Keys: []Key{
			{"clusterIngestUrl", schema.DataSource},
			{"dbName", schema.InitialCatalog},
			{"appTenant", schema.AuthorityID},
			{"appId", schema.ApplicationClientID},
			{"appKey", schema.ApplicationKey},
		},
	},
	{
		Product: "NLog ADXTarget",
		Source:  "NLog.Azure.Kusto 1.1.0 on nuget.org; version 2 takes a whole connection string",
		Anchors: []Anchor{{Beside: "type", Value: "ADXTarget"}, {Beside: "xsi:type", Value: "ADXTarget"}},
		Keys: []Key{
			{"IngestionEndpointUri", schema.DataSource},
			{"Database", schema.InitialCatalog},
			{"Authority", schema.AuthorityID},
			{"ApplicationClientId", schema.ApplicationClientID},
			{"ApplicationKey", schema.ApplicationKey},
		},
	},
	{
		Product: "Serilog AzureDataExplorerSink",
		Source:  "Azure/serilog-sinks-azuredataexplorer, README, appsettings.json",
		Anchors: []Anchor{{Beside: "Name", Value: "AzureDataExplorerSink"}},
		Keys: []Key{
			{"Args.ingestionUri", schema.DataSource},
			{"Args.databaseName", schema.InitialCatalog},
			{"Args.tenantId", schema.AuthorityID},
			{"Args.applicationClientId", schema.ApplicationClientID},
			{"Args.applicationSecret", schema.ApplicationKey},
		},
	},
}
