package grammar_test

import (
	"testing"

	"kustoconn/internal/exhaust"
)

// The laws hold of every small text: it is printed back by its tree, among
// others.
func TestSmallTexts(t *testing.T) {
	for text := range exhaust.Texts(exhaust.Representatives(), exhaust.Length(t, 5, 6)) {
		checkLaws(t, text)
	}
}
