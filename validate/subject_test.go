package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/rapidgen"
	"kustoconn/rule"
)

// A rule that is not asked, since the string lacks its subject, would have had
// nothing to say.
func TestRulesNotAskedAreSilent(t *testing.T) {
	asked, all := newValidator(t), newValidator(t)
	for subject := 1; subject < len(all.rules); subject++ {
		if len(all.rules[subject]) == 0 {
			t.Fatalf("no rule speaks of subject %d", subject)
		}
		all.rules[0] = append(all.rules[0], all.rules[subject]...)
		all.rules[subject] = nil
	}
	hold := func(t rapid.TB, text string) {
		if diff := cmp.Diff(all.CheckText(text), asked.CheckText(text)); diff != "" {
			t.Fatalf("%q: all rules and those asked (-all +asked):\n%s", text, diff)
		}
	}
	for _, r := range rule.All() {
		hold(t, r.Bad)
		hold(t, r.Good)
	}
	hold(t, "https://h\u0435lp.kusto.windows.net;Fed=true") // trusted, and a look-alike
	rapid.Check(t, func(t *rapid.T) {
		hold(t, rapidgen.Of(fuzz.Texts()).Draw(t, "text"))
		hold(t, rapidgen.Of(fuzz.Endpoints()).Draw(t, "endpoint").Text+";Fed=true")
		faulty, _ := fuzz.Of(rapid.SampledFrom(fuzz.Kinds()).Draw(t, "kind"))
		hold(t, rapidgen.Of(faulty).Draw(t, "case").Text)
	})
}

func newValidator(t *testing.T) *Validator {
	v, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}
