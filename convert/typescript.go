package convert

import "kustoconn/schema"

var typescript = &language{
	name: "typescript", title: "the Node.js client", client: schema.Node,
	quote:          escapes{cLike, utf16Escapes}.literal,
	env:            `environment("%s")`,
	booleans:       [2]string{"false", "true"},
	comment:        "//",
	parsesEndpoint: true,
	instead:        onlyDotNet,
	elsewhere:      ofRequests,
}
