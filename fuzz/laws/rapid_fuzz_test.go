package laws

import (
	"testing"

	"pgregory.net/rapid"

	"kustoconn/fuzz"
)

func FuzzAnswers(f *testing.F) {
	kinds := fuzz.Kinds()
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		cases, _ := fuzz.Of(rapid.SampledFrom(kinds).Draw(t, "kind"))
		Answers(t, cases.Draw(t, "case"))
	}))
}

func FuzzPlanted(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { NoLeak(t, fuzz.PlantedSecrets().Draw(t, "planted")) }))
}
