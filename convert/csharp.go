package convert

import "kustoconn/schema"

var csharp = &language{
	name: "csharp", title: "the .NET client", client: schema.DotNet,
	quote:          escapes{cLike, utf32Escapes}.literal,
	env:            `Environment.GetEnvironmentVariable("%s")`,
	booleans:       [2]string{"false", "true"},
	comment:        "//",
	parsesEndpoint: true,
	instead: map[schema.ModeID]string{
		schema.PasswordAuth: "user-prompt, or app-key where nobody is there to sign in",
		schema.DSTS:         "user-prompt or app-key: dSTS is for Microsoft's own services",
	},
}
