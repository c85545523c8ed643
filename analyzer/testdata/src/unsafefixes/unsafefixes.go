package unsafefixes

import (
	"github.com/Azure/azure-kusto-go/azkustodata"
	"github.com/Azure/azure-kusto-go/azkustoingest"
)

func unsafeFixes() {
	azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=\x79es") // want `KCS201`

	ingest := azkustodata.NewConnectionStringBuilder(`https://help.kusto.windows.net;Fed=true`) // want `KCS410`
	azkustoingest.New(ingest)
}
