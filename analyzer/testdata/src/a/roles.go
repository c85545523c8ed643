package a

import (
	"github.com/Azure/azure-kusto-go/azkustodata"
	"github.com/Azure/azure-kusto-go/azkustoingest"
	old "github.com/Azure/azure-kusto-go/kusto"
)

func roles() {
	azkustodata.New(azkustodata.NewConnectionStringBuilder("https://ingest-help.kusto.windows.net;Fed=true")) // want `KCS410: this host is for data ingestion, and the string is for queries`
	azkustodata.New(azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true"))
	old.New(old.NewConnectionStringBuilder("https://ingest-help.kusto.windows.net;Fed=true")) // want `KCS410`

	kcsb := azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true") // want `KCS410: this host is for queries, and the string is for data ingestion`
	kcsb = kcsb.WithDefaultAzureCredential()
	azkustoingest.New(kcsb)

	chained := azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true").WithDefaultAzureCredential() // want `KCS410`
	azkustoingest.New(chained)

	managed := azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true")
	azkustoingest.NewManaged(managed)

	both := azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true") // want `KCS410`
	azkustodata.New(both)
	azkustoingest.New(both)

	streaming := azkustodata.NewConnectionStringBuilder("https://ingest-help.kusto.windows.net;Fed=true") // want `KCS410`
	azkustoingest.NewStreaming(streaming)

	named := azkustodata.NewConnectionStringBuilder("endpoint")
	azkustoingest.New(named)

	unused := azkustodata.NewConnectionStringBuilder("https://ingest-help.kusto.windows.net;Fed=true")
	_ = unused
}
