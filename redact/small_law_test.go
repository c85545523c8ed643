package redact_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
)

// smallMarker is a secret no piece of three bytes of which stands in any text below
// otherwise; wordMarker is one that looks like a word in capital letters.
const (
	smallMarker = "Zq7Yw9Kx"
	wordMarker  = "ZQXJKVWP"
)

// showsMarker reports whether text shows a piece of a marker.
func showsMarker(text string) bool { return shows(text, smallMarker) }

func shows(text, marker string) bool {
	for i := 0; i+3 <= len(marker); i++ {
		if strings.Contains(text, marker[i:i+3]) {
			return true
		}
	}
	return false
}

// places are lines of a log around a value of a secret's keyword, by what stands
// before and behind it.
var places = []struct{ before, behind string }{
	{"2024-05-01T10:00:00Z INFO opening https://c.kusto.windows.net/Db;AppKey=", ";Fed=true for bob"},
	{"worker 7 opens Data Source=https://c.kusto.windows.net;Fed=true;Application Key=", ""},
	{"using AppKey=", " now for bob"},
	{`level=info msg="to https://c.kusto.windows.net;User Token=`, `;Fed=true" took=35`},
}

// barePlaces are more of them, in which no quotation mark stands around the value.
var barePlaces = []struct{ before, behind string }{
	{"INFO AppToken=", ";Server=https://c.kusto.windows.net;Fed=true failed"},
	{"connecting with UserToken=", "; retry in 5 s"},
	{"[Application Key=", "] x"},
	{"Password=", ";User ID=sa"},
}

// around returns the texts with the marker amid up to most odd characters on each side.
func around(marker string, most int) (all []string) {
	odd := slices.Collect(exhaust.Texts(strings.Split(`;="' a,@:/&`, ""), most))
	for _, before := range odd {
		for _, behind := range odd {
			all = append(all, before+marker+behind)
		}
	}
	return all
}

// Whatever is around a secret in a line of a log, no piece of it is shown, and the
// other lines stay. A word between two @@ is a placeholder.
func TestEverySmallSecretInALog(t *testing.T) {
	most := exhaust.Length(t, 2, 3)
	t.Run("no word", func(t *testing.T) { checkInALog(t, smallMarker, around(smallMarker, most)) })
	t.Run("a word", func(t *testing.T) {
		isPlaceholder := regexp.MustCompile("@@a?" + wordMarker + "a?@@").MatchString
		checkInALog(t, wordMarker, slices.DeleteFunc(around(wordMarker, most), isPlaceholder))
	})
}

// checkInALog checks secrets, in each of which the marker stands, in all places: each is
// a test of its own, so that a campaign tells how far it is.
func checkInALog(t *testing.T, marker string, secrets []string) {
	t.Helper()
	for _, place := range append(places, barePlaces...) {
		t.Run(place.before, func(t *testing.T) { checkInAPlace(t, place.before, place.behind, marker, secrets) })
	}
}

func checkInAPlace(t *testing.T, before, behind, marker string, secrets []string) {
	const atATime = 20_000 // lines
	shown, swallowed := 0, 0
	first, _, _ := strings.Cut(before, " ")
	first = strings.TrimSuffix(first, "Password=")
	first = strings.TrimSuffix(first, "Application")
	for some := range slices.Chunk(secrets, atATime) {
		var log strings.Builder
		for _, secret := range some {
			fmt.Fprintf(&log, "%s%s%s\n", before, secret, behind)
		}
		lines := strings.Split(copied(t, log.String()), "\n")
		if len(lines) != len(some)+1 {
			t.Fatalf("%d lines of %d", len(lines)-1, len(some))
		}
		for i, secret := range some {
			switch {
			case shows(lines[i], marker):
				if shown++; shown < 40 {
					t.Errorf("the secret %q is shown: %s", secret, lines[i])
				}
			case !strings.HasPrefix(lines[i], first):
				if swallowed++; swallowed < 20 {
					t.Errorf("the line of the secret %q is swallowed: %s", secret, lines[i])
				}
			}
		}
	}
	if shown+swallowed > 0 {
		t.Errorf("%d secrets are shown, %d lines are swallowed, of %d", shown, swallowed, len(secrets))
	}
}
