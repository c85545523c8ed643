package redact_test

import (
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
)

// Lines that are longer than what is held are cut at a literal, never inside a string, and
// what is cut in two is masked as it is in one.
func TestLinesThatAreCut(t *testing.T) {
	exhaust.Long(t)
	const window = 64 << 10
	long := 6 * window
	secret := "AppKey=" + smallMarker
	blanks := func(n int) string { return strings.Repeat("x ", n/2) }
	cells := func(n int) string { return strings.Repeat(`"0123456789", `, n/14) }
	each := func(unit string, bytes int) string { return strings.Repeat(unit, bytes/len(`"`+secret+`",`)) }
	for name, tt := range map[string]struct{ text, want string }{
		"words":                         {blanks(5*window) + secret + " " + blanks(window), blanks(5*window) + "AppKey=**** " + blanks(window)},
		"words, then a line":            {blanks(5*window) + secret + "\n" + secret + "\n", blanks(5*window) + "AppKey=****\nAppKey=****\n"},
		"cells":                         {cells(5*window) + `"` + secret + `", ` + cells(window), cells(5*window) + `"AppKey=****", ` + cells(window)},
		"cells, open at their end":      {cells(5*window) + `"` + secret, cells(5*window) + `"AppKey=****`},
		"one literal":                   {`"` + blanks(5*window) + secret + `" b`, `"` + blanks(5*window) + `AppKey=****" b`},
		"a literal that escapes":        {`"` + strings.Repeat(`\"x `, 5*window/4) + `AppKey=\"a b` + smallMarker + `\"" b`, `"` + strings.Repeat(`\"x `, 5*window/4) + `AppKey=\"****\"" b`},
		"a secret in every part":        {strings.Repeat(secret+" "+blanks(1000), 400), strings.Repeat("AppKey=**** "+blanks(1000), 400)},
		"a secret longer than a window": {"x AppKey=" + strings.Repeat(smallMarker, 40<<10) + " b\nnext " + secret, "x ****\nnext AppKey=****"},
		"one in a literal":              {`{"a":"AppKey=` + strings.Repeat(smallMarker, 40<<10) + `","b":"` + secret + `"}` + "\nnext", `{"a":"****","b":"AppKey=****"}` + "\nnext"},
		"one before another":            {"AppKey=" + strings.Repeat(smallMarker, 20<<10) + ";Fed=true;" + secret + "\n" + secret, "****\nAppKey=****"},
		"secrets before a long one":     {secret + " " + blanks(window) + "AppKey=" + strings.Repeat(smallMarker, 40<<10) + "\nnext", "AppKey=**** " + blanks(window) + "****\nnext"},
		"a string of almost a window":   {"AppKey=" + strings.Repeat("a1", window/2-8) + " " + blanks(8*window), "AppKey=**** " + blanks(8*window)},
		"short literals":                {each(`"`+secret+`" `, long), each(`"AppKey=****" `, long)},
		"short cells":                   {each(`"`+secret+`",`, long), each(`"AppKey=****",`, long)},
		"short strings of an array":     {"[" + each(`"`+secret+`", `, long) + "1]", "[" + each(`"AppKey=****", `, long) + "1]"},
		"literals that are one string":  {each(`"`+secret+`";`, 6*window), `"****";"****`},
		"soft line ends past a window":  {strings.Repeat(strings.Repeat("x", 70)+"=\n", 2000) + "Key=3D" + "\n", strings.Repeat(strings.Repeat("x", 70)+"=\n", 2000) + "Key=3D" + "\n"},
		"lines of a window":             {strings.Repeat("x", window-1) + "\n" + secret + "\n" + strings.Repeat("y", window) + "\n" + secret, strings.Repeat("x", window-1) + "\nAppKey=****\n" + strings.Repeat("y", window) + "\nAppKey=****"},
		"a line of what is held":        {strings.Repeat("x", 4*window-1) + "\n" + secret, strings.Repeat("x", 4*window-1) + "\nAppKey=****"},
		"a line of a byte more":         {strings.Repeat("x", 4*window) + "\n" + secret, strings.Repeat("x", 4*window) + "\nAppKey=****"},
		"no line end":                   {strings.Repeat("x", 4*window-len(secret)-1) + " " + secret, strings.Repeat("x", 4*window-len(secret)-1) + " AppKey=****"},
	} {
		t.Run(name, func(t *testing.T) {
			got := copied(t, tt.text)
			if got == tt.want {
				return
			}
			n := 0
			for n < min(len(got), len(tt.want)) && got[n] == tt.want[n] {
				n++
			}
			t.Errorf("%d bytes become %d, want %d; from %d on: %.80q, want %.80q", len(tt.text), len(got), len(tt.want), n, got[n:], tt.want[n:])
		})
	}
}
