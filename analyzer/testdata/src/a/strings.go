package a

import (
	"os"

	"github.com/Azure/azure-kusto-go/azkustodata"
	old "github.com/Azure/azure-kusto-go/kusto"
)

const (
	cluster  = "https://help.kusto.windows.net"
	declared = cluster + ";Fed=maybe" // want `KCS201: AAD Federated Security is neither true nor false`
)

func strings(computed string) {
	azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true")
	azkustodata.NewConnectionStringBuilder(cluster)
	azkustodata.NewConnectionStringBuilder(computed)
	azkustodata.NewConnectionStringBuilder(computed + ";Fed=maybe")
	azkustodata.NewConnectionStringBuilder(os.Getenv("KUSTO"))
	azkustodata.NewConnectionStringBuilder("")

	azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe") // want `KCS201`
	old.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe")         // want `KCS201`
	azkustodata.NewConnectionStringBuilder(`https://evil.example.com;Fed=true`)        // want `KCS404`
	azkustodata.NewConnectionStringBuilder(declared)
	azkustodata.NewConnectionStringBuilder(cluster + ";" +
		"Fed=maybe") // want `KCS201`
	azkustodata.NewConnectionStringBuilder(string("https://help.kusto.windows.net;F\u0065d=ma\x79be")) // want `KCS201`

	once := "https://help.kusto.windows.net;Fed=maybe" // want `KCS201`
	azkustodata.NewConnectionStringBuilder(once)
	several := "https://help.kusto.windows.net;Fed=maybe"
	several = computed
	azkustodata.NewConnectionStringBuilder(several)
	pointed := "https://help.kusto.windows.net;Fed=maybe"
	change(&pointed)
	azkustodata.NewConnectionStringBuilder(pointed)
}

func change(*string) {}

func suppressed() {
	azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe") // kustoconn:ignore KCS201, KCS6 -- a test of ours
	//kustoconn:ignore -- both
	azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe")
	//kustoconn:ignore KCS404 -- of another rule
	old.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe") // want `KCS201`
	old.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true")  // kustoconn:ignore KCS201 -- of this line alone
	old.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=maybe") // want `KCS201`
}
