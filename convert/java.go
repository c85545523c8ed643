package convert

import (
	"fmt"

	"kustoconn/schema"
)

// java has no \u escapes here: the compiler replaces those before it reads
// literals, so that one for a line end would break the literal.
var java = &language{
	name: "java", title: "the Java client", client: schema.Java,
	quote:    escapes{cLike, javaEscapes}.literal,
	env:      `System.getenv("%s")`,
	booleans: [2]string{"false", "true"},
	comment:  "//",
	instead: onlyDotNetAnd(map[schema.ModeID]string{
		schema.PasswordAuth: "user-prompt, or app-key where nobody is there to sign in",
	}),
	elsewhere: ofRequests,
}

func javaEscapes(r rune) string {
	if r <= 0xFF {
		return fmt.Sprintf(`\%03o`, r)
	}
	return utf16Escapes(r)
}
