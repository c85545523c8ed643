package tools

import (
	"strings"

	"kustoconn/schema"
)

func holds(property schema.ID, key string, also ...string) Setting {
	return Setting{Key: key, Also: also, Property: property}
}

func fixed(key, value string, also ...string) Setting {
	return Setting{Key: key, Also: also, Fixed: value}
}

func (s Setting) optional() Setting {
	s.Optional = true
	return s
}

func (s Setting) partial() Setting {
	s.Partial = true
	return s
}

// ingest returns the setting of the endpoint for ingestion.
func ingest(key string, also ...string) Setting {
	s := holds(schema.DataSource, key, also...)
	s.Ingest = true
	return s
}

// inEnvironment returns s, which newer versions read from a variable.
func (s Setting) inEnvironment(variable string) Setting {
	s.Env = variable
	return s
}

// encoded returns s with the names that Terraform's provider for Grafana has for its
// keys: arguments that hold JSON. Source: grafana/terraform-provider-grafana,
// resource grafana_data_source.
func (s Setting) encoded() Setting {
	for _, key := range s.Keys() {
		for _, name := range [...][2]string{{"jsonData.", "json_data_encoded."}, {"secureJsonData.", "secure_json_data_encoded."}} {
			if rest, ok := strings.CutPrefix(key, name[0]); ok {
				s.Also = append(s.Also, name[1]+rest)
			}
		}
	}
	return s
}

// under returns s with its keys in a container, too, beside which the sign stands.
func (s Setting) under(container string) Setting {
	for _, key := range s.Keys() {
		s.Also = append(s.Also, container+"."+key)
	}
	return s
}

var table = []Tool{
	{
		Name: "grafana", Title: "Grafana",
		Source:  "grafana/azure-data-explorer-datasource, pkg/azuredx/models/settings.go and adxauth/adxcredentials/builder.go",
		Version: "7.2.8",
		Signs:   []Sign{{Beside: "type", Value: "grafana-azure-data-explorer-datasource"}},
		Settings: []Setting{
			holds(schema.DataSource, "jsonData.clusterUrl").encoded(),
			holds(schema.InitialCatalog, "jsonData.defaultDatabase").encoded().optional(),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.AuthorityID, "jsonData.tenantId", "jsonData.azureCredentials.tenantId").encoded(),
				holds(schema.ApplicationClientID, "jsonData.clientId", "jsonData.azureCredentials.clientId").encoded(),
				holds(schema.ApplicationKey, "secureJsonData.clientSecret", "secureJsonData.azureClientSecret").encoded(),
			}},
			{schema.SystemManagedIdentity, []Setting{fixed("jsonData.azureCredentials.authType", "msi").encoded()}},
			{WorkloadIdentity, []Setting{fixed("jsonData.azureCredentials.authType", "workloadidentity").encoded()}},
			{currentUser, []Setting{fixed("jsonData.azureCredentials.authType", "currentuser").encoded()}},
		},
	},
	{
		Name: "telegraf", Title: "Telegraf",
		Source:  "influxdata/telegraf, plugins/outputs/azure_data_explorer/README.md; tenant_id and the like in its first versions",
		Version: "commit 088be1bf739f",
		Signs:   []Sign{{Within: "outputs.azure_data_explorer"}},
		Settings: []Setting{
			holds(schema.DataSource, "endpoint_url"),
			holds(schema.InitialCatalog, "database"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.AuthorityID, "tenant_id").inEnvironment("AZURE_TENANT_ID"),
				holds(schema.ApplicationClientID, "client_id").inEnvironment("AZURE_CLIENT_ID"),
				holds(schema.ApplicationKey, "client_secret").inEnvironment("AZURE_CLIENT_SECRET"),
			}},
			{schema.SystemManagedIdentity, nil},
		},
	},
	{
		Name: "fluent-bit", Title: "Fluent Bit",
		Source:  "fluent/fluent-bit-docs, azure_kusto.md",
		Version: "of 2026-08-20",
		Signs:   []Sign{{Beside: "name", Value: "azure_kusto"}},
		Settings: []Setting{
			ingest("ingestion_endpoint"),
			holds(schema.InitialCatalog, "database_name"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.AuthorityID, "tenant_id"),
				holds(schema.ApplicationClientID, "client_id"),
				holds(schema.ApplicationKey, "client_secret"),
			}},
			{schema.SystemManagedIdentity, []Setting{
				fixed("auth_type", "managed_identity"),
				fixed("client_id", "system"),
			}},
			{schema.UserManagedIdentity, []Setting{
				fixed("auth_type", "managed_identity"),
				holds(schema.ManagedServiceIdentity, "client_id"),
			}},
			{WorkloadIdentity, []Setting{
				fixed("auth_type", "workload_identity"),
				holds(schema.AuthorityID, "tenant_id"),
				holds(schema.ApplicationClientID, "client_id"),
			}},
		},
	},
	{
		Name: "opentelemetry", Title: "the OpenTelemetry Collector",
		Source:  "open-telemetry/opentelemetry-collector-contrib, exporter/azuredataexplorerexporter/config.schema.yaml",
		Version: "commit 1692f75dc362",
		Signs:   []Sign{{Within: "azuredataexplorer"}},
		Settings: []Setting{
			holds(schema.DataSource, "cluster_uri"),
			holds(schema.InitialCatalog, "db_name").optional(),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.ApplicationClientID, "application_id"),
				holds(schema.ApplicationKey, "application_key"),
				holds(schema.AuthorityID, "tenant_id"),
			}},
			{schema.SystemManagedIdentity, []Setting{fixed("managed_identity_id", "system")}},
			{schema.UserManagedIdentity, []Setting{holds(schema.ManagedServiceIdentity, "managed_identity_id")}},
		},
	},
	{
		Name: "kafka-connect", Title: "the Kafka Connect sink",
		Source:  "Azure/kafka-sink-azure-kusto, KustoSinkConfig.java; kusto.url and kusto.auth in its first versions; class and config of a KafkaConnector of Strimzi",
		Version: "5.3.1",
		Signs:   []Sign{{Beside: "connector.class", Value: "KustoSink"}, {Beside: "class", Value: "KustoSink"}},
		Settings: []Setting{
			ingest("kusto.ingestion.url", "kusto.url").under("config"),
			holds(schema.DataSource, "kusto.query.url").under("config"),
			holds(schema.InitialCatalog, "kusto.tables.topics.mapping").under("config").optional().partial(),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				fixed("aad.auth.strategy", "APPLICATION").under("config"),
				holds(schema.AuthorityID, "aad.auth.authority", "kusto.auth.authority").under("config"),
				holds(schema.ApplicationClientID, "aad.auth.appid", "kusto.auth.appid").under("config"),
				holds(schema.ApplicationKey, "aad.auth.appkey", "kusto.auth.appkey").under("config"),
			}},
			{schema.UserTokenAuth, []Setting{
				fixed("aad.auth.strategy", "AZ_DEV_TOKEN").under("config"),
				holds(schema.UserToken, "aad.auth.accesstoken").under("config"),
			}},
			{schema.UserManagedIdentity, []Setting{
				fixed("aad.auth.strategy", "MANAGED_IDENTITY").under("config"),
				holds(schema.ManagedServiceIdentity, "aad.auth.appid").under("config"),
			}},
			{WorkloadIdentity, []Setting{fixed("aad.auth.strategy", "WORKLOAD_IDENTITY").under("config")}},
		},
	},
	{
		Name: "logstash", Title: "Logstash",
		Source:  "Azure/logstash-output-kusto, lib/logstash/outputs/kusto.rb",
		Version: "2.1.6",
		Signs:   []Sign{{Beside: "ingest_url"}},
		Settings: []Setting{
			ingest("ingest_url"),
			holds(schema.InitialCatalog, "database"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.ApplicationClientID, "app_id"),
				holds(schema.ApplicationKey, "app_key"),
				holds(schema.AuthorityID, "app_tenant"),
			}},
			{schema.SystemManagedIdentity, []Setting{fixed("managed_identity", "system")}},
			{schema.UserManagedIdentity, []Setting{holds(schema.ManagedServiceIdentity, "managed_identity")}},
			{schema.AzCli, []Setting{fixed("cli_auth", "true")}},
		},
	},
	{
		Name: "spark", Title: "the Spark connector",
		Source: "Azure/azure-kusto-spark, docs/Authentication.md and KustoOptions.scala, keys by value and by constant; " +
			"kustoAADClientID and kustoClientAADClientPassword before version 2.0; the keyVault… keys sign in to the vault that holds the others",
		Version: "4.0_7.1.1",
		Signs: []Sign{{Beside: "kustoCluster"}, {Beside: "KUSTO_CLUSTER"}, {Beside: "kustoAadAppSecret"}, {Beside: "KUSTO_AAD_APP_SECRET"},
			{Beside: "kustoClientAADClientPassword"}, {Beside: "KUSTO_AAD_CLIENT_PASSWORD"}},
		Settings: []Setting{
			holds(schema.DataSource, "kustoCluster", "KUSTO_CLUSTER"),
			holds(schema.InitialCatalog, "kustoDatabase", "KUSTO_DATABASE"),
			ingest("kustoIngestionUri", "KUSTO_INGESTION_URI").optional(),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.ApplicationClientID, "kustoAadAppId", "kustoAADClientID", "KUSTO_AAD_APP_ID", "KUSTO_AAD_CLIENT_ID",
					"keyVaultAppId", "KEY_VAULT_APP_ID"),
				holds(schema.ApplicationKey, "kustoAadAppSecret", "kustoClientAADClientPassword", "KUSTO_AAD_APP_SECRET", "KUSTO_AAD_CLIENT_PASSWORD",
					"keyVaultAppKey", "KEY_VAULT_APP_KEY"),
				holds(schema.AuthorityID, "kustoAadAuthorityID", "KUSTO_AAD_AUTHORITY_ID"),
			}},
			{schema.UserPrompt, []Setting{
				fixed("userPrompt", "true", "KUSTO_USER_PROMPT"),
				holds(schema.AuthorityID, "kustoAadAuthorityID", "KUSTO_AAD_AUTHORITY_ID").optional(),
			}},
			{schema.UserTokenAuth, []Setting{holds(schema.UserToken, "accessToken", "KUSTO_ACCESS_TOKEN")}},
			{schema.AppTokenAuth, []Setting{holds(schema.ApplicationToken, "accessToken", "KUSTO_ACCESS_TOKEN")}},
			{schema.SystemManagedIdentity, []Setting{fixed("managedIdentityAuth", "true", "KUSTO_MANAGED_IDENTITY_AUTH")}},
			{schema.UserManagedIdentity, []Setting{
				fixed("managedIdentityAuth", "true", "KUSTO_MANAGED_IDENTITY_AUTH"),
				holds(schema.ManagedServiceIdentity, "managedIdentityClientId", "KUSTO_MANAGED_IDENTITY_CLIENT_ID"),
			}},
			{schema.DeviceCode, nil},
		},
	},
	{
		Name: "log4j2", Title: "the Log4j2 appender",
		Source:  "Azure/azure-kusto-log4j, KustoStrategy.java",
		Version: "2.1.0",
		Signs:   []Sign{{Within: "KustoStrategy"}, {Beside: "type", Value: "KustoStrategy"}},
		Settings: []Setting{
			ingest("clusterIngestUrl"),
			holds(schema.InitialCatalog, "dbName"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.ApplicationClientID, "appId"),
				holds(schema.ApplicationKey, "appKey"),
				holds(schema.AuthorityID, "appTenant"),
			}},
			{schema.UserPrompt, []Setting{fixed("useInteractiveAuth", "true")}},
			{schema.SystemManagedIdentity, []Setting{fixed("managedIdentityId", "system")}},
			{schema.UserManagedIdentity, []Setting{holds(schema.ManagedServiceIdentity, "managedIdentityId")}},
			{schema.AzCli, []Setting{fixed("useAzCliAuth", "true")}},
		},
	},
	{
		Name: "nlog", Title: "the NLog target",
		Source:  "NLog.Azure.Kusto on nuget.org; version 2 takes a whole connection string",
		Version: "1.1.0",
		Signs:   []Sign{{Beside: "type", Value: "ADXTarget"}, {Beside: "xsi:type", Value: "ADXTarget"}},
		Settings: []Setting{
			ingest("IngestionEndpointUri"),
			holds(schema.InitialCatalog, "Database"),
		},
		Authentications: []Authentication{{schema.AppKey, []Setting{
			holds(schema.ApplicationClientID, "ApplicationClientId"),
			holds(schema.ApplicationKey, "ApplicationKey"),
			holds(schema.AuthorityID, "Authority"),
		}}},
	},
	{
		Name: "serilog", Title: "the Serilog sink",
		Source:  "Azure/serilog-sinks-azuredataexplorer, README, appsettings.json",
		Version: "commit 487d2b5",
		Signs:   []Sign{{Beside: "Name", Value: "AzureDataExplorerSink"}},
		Settings: []Setting{
			ingest("Args.ingestionUri"),
			holds(schema.InitialCatalog, "Args.databaseName"),
		},
		Authentications: []Authentication{{schema.AppKey, []Setting{
			holds(schema.ApplicationClientID, "Args.applicationClientId"),
			holds(schema.ApplicationKey, "Args.applicationSecret"),
			holds(schema.AuthorityID, "Args.tenantId"),
		}}, {schema.UserTokenAuth, []Setting{holds(schema.UserToken, "Args.userToken")}}, {schema.SystemManagedIdentity, []Setting{
			fixed("Args.isManagedIdentity", "true"),
			fixed("Args.applicationClientId", "system"),
		}}, {schema.UserManagedIdentity, []Setting{
			fixed("Args.isManagedIdentity", "true"),
			holds(schema.ManagedServiceIdentity, "Args.applicationClientId"),
		}}, {WorkloadIdentity, []Setting{fixed("Args.isWorkloadIdentity", "true")}}},
	},
	{
		Name: "data-factory", Title: "Azure Data Factory",
		Source:  "Microsoft.DataFactory/factories/linkedservices, AzureDataExplorerLinkedService; Synapse pipelines have the same",
		Version: "2018-06-01",
		Signs:   []Sign{{Beside: "type", Value: "AzureDataExplorer"}},
		Settings: []Setting{
			holds(schema.DataSource, "typeProperties.endpoint"),
			holds(schema.InitialCatalog, "typeProperties.database"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.ApplicationClientID, "typeProperties.servicePrincipalId"),
				holds(schema.ApplicationKey, "typeProperties.servicePrincipalKey.value", "typeProperties.servicePrincipalKey"),
				holds(schema.AuthorityID, "typeProperties.tenant"),
			}},
			{schema.SystemManagedIdentity, nil},
			{schema.UserManagedIdentity, []Setting{holds(schema.ManagedServiceIdentity, "typeProperties.credential.referenceName")}},
		},
	},
	{
		Name: "airflow", Title: "Airflow",
		Source:  "apache/airflow, providers/microsoft/azure/hooks/adx.py; the extra__azure_data_explorer__ keys before version 2.3",
		Version: "commit 047908b87bdd",
		Signs:   []Sign{{Beside: "conn_type", Value: "azure_data_explorer"}},
		Settings: []Setting{
			holds(schema.DataSource, "host"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				fixed("extra.auth_method", "AAD_APP", "extra.extra__azure_data_explorer__auth_method"),
				holds(schema.ApplicationClientID, "login"),
				holds(schema.ApplicationKey, "password"),
				holds(schema.AuthorityID, "extra.tenant", "extra.extra__azure_data_explorer__tenant"),
			}},
			{schema.PasswordAuth, []Setting{
				fixed("extra.auth_method", "AAD_CREDS", "extra.extra__azure_data_explorer__auth_method"),
				holds(schema.UserID, "login"),
				holds(schema.Password, "password"),
				holds(schema.AuthorityID, "extra.tenant", "extra.extra__azure_data_explorer__tenant"),
			}},
			{schema.DeviceCode, []Setting{fixed("extra.auth_method", "AAD_DEVICE", "extra.extra__azure_data_explorer__auth_method")}},
			{schema.TokenCredential, []Setting{fixed("extra.auth_method", "AZURE_TOKEN_CRED", "extra.extra__azure_data_explorer__auth_method")}},
		},
	},
	{
		Name: "sqlalchemy", Title: "sqlalchemy-kusto",
		Source:  "dodopizza/sqlalchemy-kusto, dialect_base.py; the cluster and the database are the host and the path of its URL",
		Version: "3.1.1",
		Schemes: []string{"kustokql+https", "kustosql+https"},
		Settings: []Setting{
			holds(schema.DataSource, "cluster"),
			holds(schema.InitialCatalog, "database"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.ApplicationClientID, "azure_ad_client_id"),
				holds(schema.ApplicationKey, "azure_ad_client_secret"),
				holds(schema.AuthorityID, "azure_ad_tenant_id"),
				fixed("msi", "False"),
			}},
			{schema.SystemManagedIdentity, []Setting{fixed("msi", "True")}},
			{schema.UserManagedIdentity, []Setting{
				fixed("msi", "True"),
				holds(schema.ManagedServiceIdentity, "user_msi"),
			}},
		},
	},
	{
		Name: "kqlmagic", Title: "Kqlmagic",
		Source:  "microsoft/jupyter-Kqlmagic, help.py, kusto_engine.py and constants.py",
		Version: "0.1.114.post26",
		Schemes: []string{"azuredataexplorer", "adx", "ade", "kusto"},
		Settings: []Setting{
			holds(schema.DataSource, "cluster"),
			holds(schema.InitialCatalog, "database"),
		},
		Authentications: []Authentication{
			{schema.AppKey, []Setting{
				holds(schema.AuthorityID, "tenant"),
				holds(schema.ApplicationClientID, "clientid"),
				holds(schema.ApplicationKey, "clientsecret"),
			}},
			// options behind the string, which are tried before it
			{schema.AzCli, []Setting{fixed("code", ""), fixed("tryazclilogin", ""), holds(schema.AuthorityID, "tenant").optional()}},
			{schema.SystemManagedIdentity, []Setting{fixed("code", ""), fixed("trymsi", "{}")}},
			{schema.UserManagedIdentity, []Setting{fixed("code", ""), holds(schema.ManagedServiceIdentity, "trymsi")}},
			{schema.DeviceCode, []Setting{fixed("code", ""), holds(schema.AuthorityID, "tenant").optional()}},
			{schema.PasswordAuth, []Setting{
				holds(schema.AuthorityID, "tenant").optional(),
				holds(schema.UserID, "username"),
				holds(schema.Password, "password"),
			}},
			{schema.NoAuth, []Setting{fixed("anonymous", "")}},
		},
	},
}
