package convert

import "kustoconn/schema"

var golang = &language{
	name: "go", title: "the Go client", client: schema.Go,
	quote:          escapes{cLike, utf32Escapes}.literal,
	env:            `os.Getenv("%s")`,
	booleans:       [2]string{"false", "true"},
	comment:        "//",
	parsesEndpoint: true,
	instead: onlyDotNetAnd(map[schema.ModeID]string{
		schema.DeviceCode:    "token-credential with azidentity.NewDeviceCodeCredential",
		schema.TokenProvider: "token-credential with a type of your own that has GetToken",
	}),
	elsewhere: map[schema.ID]string{
		schema.QueryConsistency:       "set it with each request, by a QueryOption, and remove it",
		schema.UserID:                 "its prompt takes no hint; remove it",
		schema.ManagedServiceIdentity: "its default credential takes the client id of AZURE_CLIENT_ID in the environment; set that, and remove it",
	},
}
