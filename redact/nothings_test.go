package redact

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pieces are of what lines hold that a looker remembers or reads into its memory.
var pieces = []string{
	`"Password"`, `\"Password\"`, "%3BAppKey%3D", "%253BAppKey%253D", "AppKey: none;", "https://help.kusto.windows.net/Db", ";Fed=true", ";AppKey=Zq7Yw9Kx", " token ", "user=7 ",
	"'AppKye=a\"b'", "&quot;pwd&quot;", "<key>AppKey</key>", "password=true", "a\\;b", "\x1b[1m", ",", "\"", "'", "\\", "base64,QXBwS2V5PVpxN1l3OUt4OyA=", "key=1;", "\n", "=3D",
}

// checkLookers compares a looker that has looked at other texts with one that has not.
func checkLookers(t interface {
	Helper()
	Fatalf(string, ...any)
}, texts []string) {
	t.Helper()
	many := newLooker(nil)
	for range 2 {
		for _, text := range texts {
			for _, budget := range []int{readings*len(text) + 4<<10, len(text)} {
				one := looker{}
				one.budget, many.budget = budget, budget
				want, got := one.look(text, 0), many.look(text, 0)
				if !reflect.DeepEqual(got, want) || one.budget >= 0 && many.budget != one.budget {
					t.Fatalf("%q in %q: %+v and %d left, want %+v and %d", text, texts, got, many.budget, want, one.budget)
				}
			}
		}
	}
}

func TestLookers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12), func(p []string) string { return strings.Join(p, "") })
		checkLookers(t, rapid.SliceOfN(text, 1, 6).Draw(t, "texts"))
	})
}

// FuzzNothings holds a looker that remembers against one that looks each time.
func FuzzNothings(f *testing.F) {
	for _, piece := range pieces {
		f.Add(`{"m":"` + piece + `"}` + "\n" + piece + piece + "\n" + `"` + piece + `"`)
	}
	f.Fuzz(func(t *testing.T, text string) { checkLookers(t, strings.Split(text, "\n")) })
}

func TestNothingsAreFew(t *testing.T) {
	n := newNothings()
	if n.slot("") != nil || n.slot(strings.Repeat("a", longestNothing+1)) != nil || n.slot(strings.Repeat("a", longestNothing)) == nil || (*nothings)(nil).slot("a") != nil {
		t.Error("what is remembered")
	}
	slot := n.slot("a")
	slot.set("a", true, 2, 7)
	for _, tt := range []struct {
		text    string
		isValue bool
		depth   int
		want    bool
	}{{"a", true, 2, true}, {"b", true, 2, false}, {"a", false, 2, false}, {"a", true, 1, false}} {
		if got := n.slot("a").holds(tt.text, tt.isValue, tt.depth); got != tt.want {
			t.Errorf("%+v: %t", tt, got)
		}
	}
	if slot.cost != 7 {
		t.Errorf("cost %d", slot.cost)
	}
}
