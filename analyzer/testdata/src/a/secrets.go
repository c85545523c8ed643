package a

import (
	"os"

	"github.com/Azure/azure-kusto-go/azkustodata"
	"kustoconn/normalize"
)

const key = "Zq8Q~invented"

func secrets(kcsb *azkustodata.ConnectionStringBuilder, computed string) {
	kcsb.WithAadAppKey("id", "Zq8Q~invented", "tenant") // want `KCS504: Application Key is written in the code`
	kcsb.WithAadAppKey("id", computed, "tenant")
	kcsb.WithAadAppKey("id", os.Getenv("APP_KEY"), "tenant")
	kcsb.WithAadAppKey("id", "", "tenant")
	kcsb.WithAadAppKey("id", "${APP_KEY}", "tenant")
	kcsb.WithAadAppKey("id", "<application key>", "tenant")
	kcsb.WithAadUserToken(`eyJ0.invented`)                                                        // want `KCS504: User Token is written in the code`
	kcsb.WitAadUserToken("eyJ0.invented")                                                         // want `KCS504: User Token is written in the code`
	kcsb.WithAppCertificateBytes("id", []byte(computed), []byte("Zq8Q~invented"), true, "tenant") // want `KCS504: Password is written in the code`
	kcsb.ApplicationKey = "Zq8Q~" + "invented"                                                    // want `KCS504`
	kcsb.DataSource = "Zq8Q~invented"
	_ = azkustodata.ConnectionStringBuilder{UserToken: "Zq8Q~invented"}                                                                                                              // want `KCS504`
	azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net;AppClientId=11111111-2222-3333-4444-555555555555;AppKey=Zq8Q~invented;Fed=true;Authority Id=contoso.com") // want `KCS501`

	var b normalize.Builder
	b.WithAadApplicationKeyAuthentication("id", "Zq8Q~invented", "tenant") // want `KCS504`
	b.Set("AppKey", "Zq8Q~invented")                                       // want `KCS504`
	b.Set("Database", "Zq8Q~invented")

	other{}.WithAadAppKey("id", "Zq8Q~invented", "tenant")
}

func declaredKey(kcsb *azkustodata.ConnectionStringBuilder) {
	const local = "Zq8Q~invented" // want `KCS504`
	kcsb.WithAadAppKey("id", local, "tenant")
}

type other struct{ ApplicationKey string }

func (other) WithAadAppKey(a, b, c string) {}

var _ = other{ApplicationKey: key}
