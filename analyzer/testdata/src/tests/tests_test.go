package tests

import "github.com/Azure/azure-kusto-go/kusto"

var _ = kusto.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe") // want `KCS201`
