package fixes

import "github.com/Azure/azure-kusto-go/kusto"

const (
	base     = "https://help.kusto.windows.net;Fed=true"
	onlyOnce = `https://help.kusto.windows.net;Fed=true;Fed=true` // want `KCS102`
)

func fixes() {
	kusto.NewConnectionStringBuilder("https://help.kusto.windows.net;Fed=true;\u0046ed=true") // want `KCS102`
	kusto.NewConnectionStringBuilder(onlyOnce)
	kusto.NewConnectionStringBuilder("https://help.kusto.windows.net;Fe" + `d=true;Fed=true`) // want `KCS102`
	kusto.NewConnectionStringBuilder(base + ";Fed=true")                                      // want `KCS102`
	kusto.NewConnectionStringBuilder(base + ";Federated Security=true")                       // want `KCS102`
}
