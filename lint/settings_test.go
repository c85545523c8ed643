package lint

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSettingsByTheirAuthentication holds that settings are judged as they say that
// the tool signs in, and an endpoint by the place that it stands in.
func TestSettingsByTheirAuthentication(t *testing.T) {
	const (
		fluentBit = "[OUTPUT]\n    Name azure_kusto\n    Ingestion_Endpoint https://ingest-c.westus.kusto.windows.net\n"
		kafka     = "connector.class=com.microsoft.azure.kusto.kafka.connect.sink.KustoSinkConnector\n"
		spark     = `df.option("kustoCluster", "https://c.westus.kusto.windows.net")`
	)
	for _, row := range []struct {
		name, path, text string
		want             []string
	}{
		{"the word for the system's identity", "fluent-bit.conf", fluentBit + "    Auth_Type managed_identity\n    Client_Id System\n", nil},
		{"the same for an application", "fluent-bit.conf", fluentBit + "    Client_Id system\n", []string{"4:5 KCS203"}},
		{"a secret that the identity has no use for", "fluent-bit.conf", fluentBit + "    Auth_Type managed_identity\n    Client_Id system\n    Client_Secret inv3nted\n",
			[]string{"6:5 KCS501"}},
		{"an identity is no incomplete application", "kafka.properties", kafka + "kusto.ingestion.url=https://ingest-c.westus.kusto.windows.net\n" +
			"aad.auth.strategy=WORKLOAD_IDENTITY\naad.auth.appid=x\n", nil},
		{"an application is", "kafka.properties", kafka + "kusto.ingestion.url=https://ingest-c.westus.kusto.windows.net\naad.auth.strategy=APPLICATION\n" +
			"aad.auth.appkey=inv3nted\naad.auth.authority=contoso.com\n", []string{"4:1 KCS301", "4:1 KCS501"}},
		{"the wrong endpoints", "kafka.properties", kafka + "kusto.ingestion.url=https://c.westus.kusto.windows.net\n", []string{"2:1 KCS410"}},
		{"the other way round", "kafka.properties", kafka + "kusto.query.url=https://ingest-c.westus.kusto.windows.net\n", []string{"2:1 KCS410"}},
		{"a program may set the rest elsewhere", "a.py", spark + `.option("kustoAadAppId", app).option("kustoAadAppSecret", "inv3nted")` + "\n", []string{"1:123 KCS501"}},
		{"the key of the vault's application", "a.py", spark + `.option("keyVaultAppKey", "inv3nted")` + "\n", []string{"1:91 KCS501"}},
		{"variables of the environment", ".env", "KUSTO_CLUSTER=https://c.westus.kusto.windows.net\nKUSTO_AAD_APP_SECRET=inv3nted\n", []string{"2:1 KCS501"}},
		{"a secret alone", "a.scala", "val o = Map(KustoSinkOptions.KUSTO_AAD_APP_SECRET -> \"inv3nted\")\n", []string{"1:55 KCS501"}},
		{"an option in a notebook", "a.ipynb", `{"cells": [{"cell_type": "code", "source": ["o = {KustoOptions.KUSTO_AAD_APP_SECRET: x}\n", "df.option(KustoOptions.KUSTO_AAD_APP_SECRET, \"inv3nted\")\n"]}]}`,
			[]string{"1:141 KCS501"}},
		{"expressions of a pipeline", "a.json", `{"properties": {"type": "AzureDataExplorer", "typeProperties": {"endpoint": "[parameters('u')]", "tenant": "[reference('f', '2018-06-01', 'full').identity.tenantId]",` +
			` "servicePrincipalId": "@linkedService().id", "servicePrincipalKey": {"type": "SecureString", "value": "@linkedService().key"}}}}`, []string{"1:66 KCS208"}},
		{"keywords of a tool", "telegraf.conf", "[[outputs.microsoft_fabric]]\nconnection_string = \"" + host + ";Fed=true;Database=d;TableName=t;Create Tables=true;Ingestion Type=queued\"\n",
			[]string{"2:53 KCS308"}},
		{"the same elsewhere", "telegraf.conf", "[[outputs.other]]\nconnection_string = \"" + host + ";Fed=true;Database=d;Create Tables=true\"\n",
			[]string{"2:53 KCS308", "2:73 KCS101"}},
		{"a text of Kqlmagic", "a.ipynb", `{"cells": [{"cell_type": "code", "source": ["%kql ade://tenant='contoso.com';client-id='6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40';clientsecret='inv3nted';cluster='c';database='d'\n"]}],` +
			` "metadata": {"language_info": {"name": "python"}}}`, []string{"1:127 KCS501"}},
		{"a URL of SQLAlchemy", "a.py", `e = create_engine("kustosql+https://c.kusto.windows.net/d?azure_ad_client_id=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40` +
			`&azure_ad_client_secret=inv3nted&azure_ad_tenant_id=contoso.com")` + "\n", []string{"1:115 KCS501"}},
		{"one made of placeholders", "a.md", "kustokql+https://<CLUSTER>/<DATABASE>?azure_ad_client_id=<ID>&azure_ad_client_secret=<SECRET>&azure_ad_tenant_id=<TENANT>\n",
			[]string{"1:18 KCS208"}},
	} {
		f, err := Text(row.path, row.text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		findings, _ := found(t, row.path, row.text, Options{})
		if diff := cmp.Diff(row.want, findings); diff != "" {
			t.Errorf("%s (-want +got)\n%s", row.name, diff)
		}
		for _, s := range f.Strings {
			if strings.Contains(s.Masked, "inv3nted") {
				t.Errorf("%s: the string shows the secret", row.name)
			}
		}
	}
}
