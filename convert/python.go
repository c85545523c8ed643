package convert

import "kustoconn/schema"

var python = &language{
	name: "python", title: "the Python client", client: schema.Python,
	quote:          escapes{cLike, utf32Escapes}.literal,
	env:            `os.environ["%s"]`,
	booleans:       [2]string{"False", "True"},
	comment:        "#",
	parsesEndpoint: true,
	instead:        onlyDotNet,
	elsewhere:      ofRequests,
}
