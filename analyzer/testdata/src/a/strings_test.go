package a

import "github.com/Azure/azure-kusto-go/azkustodata"

var _ = azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe")
