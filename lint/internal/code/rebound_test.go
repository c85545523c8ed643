package code

import (
	"strings"
	"testing"
)

// Each row is a text in which the first ¦ ends the literal that k is given, and the second
// one stands where k is used.
func TestRebinds(t *testing.T) {
	for text, want := range map[string]bool{
		"k = 'x'¦\nf(¦k)":                                 false,
		"k = 'x'¦\nk = g()\nf(¦k)":                        true,
		"k = 'x'¦\n$k = g()\nf(¦k)":                       true,
		"k = 'x'¦\nexport k=$(g)\nf(¦k)":                  true,
		"k = 'x'¦\nk := g()\nf(¦k)":                       true,
		"k = 'x'¦\nread -r k\nf(¦k)":                      true,
		"k = 'x'¦\nset /p k=\nf(¦k)":                      true,
		"k = 'x'¦\nif k == g():\nf(¦k)":                   false,
		"k = 'x'¦\nk =~ g\nf(¦k)":                         false,
		"k = 'x'¦\nif g:\n  k = g()\nf(¦k)":               false,
		"k = 'x'¦\n[ $1 ] && k=$1\nf(¦k)":                 false,
		"k = 'x'¦\nak = 1\nkb = 1\nf(¦k)":                 false,
		"k = 'x'¦\ndef f(k):\n  g(¦k)":                    true,
		"k = 'x'¦\ndef f(k):\n  pass\ng(¦k)":              false,
		"k = 'x'¦\ndef f(a, k=1):\n  g(¦k)":               true,
		"k = 'x'¦\nlet f = (k) => g(¦k)":                  true,
		"k = 'x'¦\nString f(String a, String k) { g(¦k)":  true,
		"k = 'x'¦\nh(a, k); g(¦k)":                        false,
		"k = 'x'¦\n" + strings.Repeat("\n", 5<<10) + "¦k": false,
		"¦ k ¦": false,
	} {
		before, rest, _ := strings.Cut(text, "¦")
		between, behind, _ := strings.Cut(rest, "¦")
		if got := Rebinds(before+between+behind, "k", len(before), len(before)+len(between)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
	if !Rebinds("k = 'x'", "k", 5, 1) {
		t.Error("what is given later holds")
	}
}
