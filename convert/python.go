package convert

import (
	"unicode"

	"kustoconn/schema"
)

var python = &language{
	name: "python", title: "the Python client", client: schema.Python,
	quote:          escapes{cLike, utf32Escapes}.literal,
	env:            `os.environ["%s"]`,
	booleans:       [2]string{"False", "True"},
	comment:        "#",
	parsesEndpoint: true,
	instead:        onlyDotNet,
	elsewhere:      ofRequests,
	trims: schema.SetOf(schema.DataSource, schema.ApplicationClientID, schema.AuthorityID, schema.UserID,
		schema.ApplicationCertificateThumbprint),
	space: func(r rune) bool { return unicode.IsSpace(r) || r >= 0x1C && r <= 0x1F },
}
