package validate_test

import "testing"

// What is something else altogether gets one finding.
func TestOtherTexts(t *testing.T) {
	runRows(t, []row{
		{"hello world", []string{"402 0-11"}},
		{" some words of prose ", []string{"402 1-20"}},
		{`{"Data Source":"https://c.kusto.windows.net","Fed":true}`, []string{"402 0-56"}},
		{"{\"cs\":\"Data Source=https://c.kusto.windows.net;Fed=true\"}\n", []string{"402 0-57"}},
		{`["Fed=true"]`, []string{"402 0-12"}},
		{"{cluster};Fed=true", []string{"208 0-9", "308 10-13"}},
		{"cluster('help').database('Samples')", []string{"402 0-35 => https://help.kusto.windows.net/Samples"}},
		{`cluster("https://help.kusto.windows.net/").database("My Db")`, []string{"402 0-60 => https://help.kusto.windows.net/My Db"}},
		{"cluster('c.westeurope')", []string{"402 0-23 => https://c.westeurope.kusto.windows.net"}},
		{"cluster('help').database('Samples').StormEvents | take 10", []string{"402 0-57"}},
		{"https://dataexplorer.azure.com/clusters/help/databases/Samples", []string{"402 0-62 => https://help.kusto.windows.net/Samples"}},
		{"https://dataexplorer.azure.com/clusters/help.westeurope", []string{"402 0-55 => https://help.westeurope.kusto.windows.net"}},
		{"https://dataexplorer.azure.com/", []string{"402 0-31"}},
		{"https://portal.azure.com/#@contoso/resource/x/Clusters/help/overview", []string{"402 0-68"}},
		{"uri=https://help.kusto.windows.net/Samples;Fed=true&name=Samples", []string{"402 0-64"}},
		{" URI=https://c.example.com", []string{"402 1-26"}},
		{"https://c.blob.core.windows.net/d;impersonate", []string{"105 0-33"}},
		{"abfss://f@c.dfs.core.windows.net/p;impersonate", []string{"105 0-34"}},
		{"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=k;EndpointSuffix=core.windows.net", []string{"105 0-24"}},
		{"Server=tcp:x.database.windows.net,1433;Database=Db;User ID=a;Password=b;Encrypt=True", []string{"105 72-79"}},
		{`Data Source=.\SQLEXPRESS;Initial Catalog=Db;Integrated Security=SSPI`, []string{"105 44-63"}},
		{"Server=.;Database=d;Trusted_Connection=True", []string{"105 20-38"}},
		{"jdbc:kusto://help.kusto.windows.net", []string{"403 0-10 => https://help.kusto.windows.net"}},
		{"jdbc:sqlserver://x;databaseName=y", []string{"105 0-18"}},

		// What speaks of Kusto is judged part by part.
		{"https://help.kusto.windows.net;Encrypt=true", []string{"105 31-38 => https://help.kusto.windows.net"}},
		{"https://help.kusto.windows.net;AccountName=a;AccountKey=b", []string{"105 31-42", "105 45-55"}},
		{"https://c.blob.core.windows.net;Fed=true", []string{"404 8-31", "308 32-35"}},
		{"uri=help;Fed=true", []string{"101 0-3 => Data Source=help;Fed=true", "308 9-12", "401 17-17"}},
		{"my cluster;Fed=true", []string{"402 2-3", "308 11-14"}},
	}, "KCS1", "KCS2", "KCS3", "KCS4", "KCS0")
}
