package sdk

import (
	"slices"
	"testing"

	"kustoconn/schema"
)

// The documentation says that every client validates what it parses. All that could be
// run refuse an unknown keyword; what is no boolean gets past Node and Java.
func TestEveryClientValidates(t *testing.T) {
	refuse := func(text string) (names []string) {
		for _, c := range clients {
			if a := c.Read(text); c.ID != schema.DotNet && !a.OK {
				names = append(names, c.Name)
			}
		}
		return names
	}
	t.Run("an unknown keyword", func(t *testing.T) {
		want := []string{"go", "python", "node", "java", "rust", "r"}
		if got := refuse("Data Source=https://c.kusto.windows.net;zork=a"); !slices.Equal(got, want) {
			t.Errorf("%v refuse it", got)
		}
	})
	t.Run("a boolean that is none", func(t *testing.T) {
		want := []string{"go", "python", "rust", "r"}
		if got := refuse("Data Source=https://c.kusto.windows.net;Fed=perhaps"); !slices.Equal(got, want) {
			t.Errorf("%v refuse it", got)
		}
	})
}
