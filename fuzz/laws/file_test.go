package laws

import (
	"testing"

	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/rapidgen"
)

func TestExtracted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkExtracted(t, rapidgen.Of(fuzz.Files()).Draw(t, "file")) })
}

func TestFilter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFilter(t, rapidgen.Of(fuzz.Texts()).Draw(t, "text")) })
}

func TestFilterHides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.SampledFrom([]string{"", "connecting to ", "cs=", "2026-01-01 INFO [main] ", "a\nb ", "url: "}).Draw(t, "before")
		form := rapid.SampledFrom([]string{"AppKey=SECRET", `AppKey="SECRET"`, "AppKey='SECRET'", "UserToken=SECRET;Accept=true", "AppKey=SECRET;Authority Id=contoso.com"}).Draw(t, "form")
		after := rapid.SampledFrom([]string{"", "\n", "\nnext line", ";\n"}).Draw(t, "after")
		checkFilterHides(t, before, form, after)
	})
}
