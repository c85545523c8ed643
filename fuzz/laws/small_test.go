package laws

import (
	"testing"

	"kustoconn/internal/exhaust"
)

// Every small text is read alike by the parser and the declared grammar, and
// has canonical text that means the same.
func TestSmallTexts(t *testing.T) {
	for text := range exhaust.Texts(exhaust.Representatives(), exhaust.Length(t, 4, 6)) {
		checkDeclared(t, text)
		checkCanonical(t, text)
	}
}
