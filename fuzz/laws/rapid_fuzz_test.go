package laws

import (
	"testing"

	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/rapidgen"
)

func FuzzAnswers(f *testing.F) {
	kinds := fuzz.Kinds()
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		cases, _ := fuzz.Of(rapid.SampledFrom(kinds).Draw(t, "kind"))
		checkAnswers(t, rapidgen.Of(cases).Draw(t, "case"))
	}))
}

func FuzzPlanted(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { checkNoLeak(t, rapidgen.Of(fuzz.PlantedSecrets()).Draw(t, "planted")) }))
}
