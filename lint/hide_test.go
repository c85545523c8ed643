package lint

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/source"
)

// A secret that stands on a line again is hidden there, however many secrets
// the line has; what is beside them is hidden too where they are many, 65 and
// more for certain, and stays where they are few.
func TestRepeatedSecretsAreHidden(t *testing.T) {
	for _, secrets := range []int{1, 3, 20, 65, 300} {
		var text, strung strings.Builder
		for i := range secrets {
			fmt.Fprintf(&text, "(Geheim%05d) ", i)
			fmt.Fprintf(&strung, "%q, ", fmt.Sprintf("%s;Fed=tru;Application Key=Geheim%05d", host, i))
		}
		beside := text.Len()
		text.WriteString("harmless " + strung.String() + "\n")
		found, err := Text("a.txt", text.String(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(found.Findings) == 0 {
			t.Fatalf("%d secrets: no finding, so that no line is shown", secrets)
		}
		for i := range secrets {
			secret := fmt.Sprintf("Geheim%05d", i)
			at := strings.Index(text.String(), secret)
			if !covered(found.Hidden, source.Span{Start: at, End: at + len(secret)}) {
				t.Errorf("%d secrets: %s is not hidden where it stands again", secrets, secret)
			}
		}
		if hidden := covered(found.Hidden, source.Span{Start: beside, End: beside + len("harmless")}); hidden != (secrets > 20) {
			t.Errorf("%d secrets: the text beside them hidden: %t", secrets, hidden)
		}
	}
}

// covered reports whether one of hidden covers span.
func covered(hidden []source.Span, span source.Span) bool {
	for _, h := range hidden {
		if h.Covers(span) {
			return true
		}
	}
	return false
}
