package code

import (
	"strings"
	"testing"
)

// Each row is a text in which the first ¦ ends the literal that k is given, and the second
// one stands where k is used.
func TestRebinds(t *testing.T) {
	for text, want := range map[string]bool{
		"k = 'x'¦\nf(¦k)":                                                   false,
		"k = 'x'¦\nk = g()\nf(¦k)":                                          true,
		"k = 'x'¦\n$k = g()\nf(¦k)":                                         true,
		"k = 'x'¦\nexport k=$(g)\nf(¦k)":                                    true,
		"k = 'x'¦\nk := g()\nf(¦k)":                                         true,
		"k = 'x'¦\nread -r k\nf(¦k)":                                        true,
		"k = 'x'¦\nset /p k=\nf(¦k)":                                        true,
		"k = 'x'¦\nif k == g():\nf(¦k)":                                     false,
		"k = 'x'¦\nk =~ g\nf(¦k)":                                           false,
		"k = 'x'¦\nif g:\n  k = g()\nf(¦k)":                                 false,
		"k = 'x'¦\n[ $1 ] && k=$1\nf(¦k)":                                   false,
		"k = 'x'¦\nak = 1\nkb = 1\nf(¦k)":                                   false,
		"k = 'x'¦\ndef f(k):\n  g(¦k)":                                      true,
		"k = 'x'¦\ndef f(k):\n  pass\ng(¦k)":                                false,
		"k = 'x'¦\ndef f(a, k=1):\n  g(¦k)":                                 true,
		"k = 'x'¦\nlet f = (k) => g(¦k)":                                    true,
		"k = 'x'¦\nString f(String a, String k) { g(¦k)":                    true,
		"k = 'x'¦\nh(a, k); g(¦k)":                                          false,
		"k = 'x'¦\ndef f(k):\n  pass\ndef h():\n  g(¦k)":                    false,
		"k = 'x'¦\ndef f():\n  k = g()\n  f(¦k)":                            true,
		"k = 'x'¦\ndef f():\n  if g:\n    k = g()\n  f(¦k)":                 false,
		"k = 'x'¦\nfor k in ks:\n  f(¦k)":                                   true,
		"k = 'x'¦\nfor k in ks:\n  f()\ng(¦k)":                              false,
		"k = 'x'¦\nfor c in k:\n  f(¦k)":                                    false,
		"k = 'x'¦\nfor _, k := range ks {\n  f(¦k)":                         true,
		"k = 'x'¦\nfor (const k of ks) f(¦k)":                               true,
		"k = 'x'¦\nforeach (var k in ks)\n{\n  f(¦k)":                       true,
		"k = 'x'¦\nfor (String k : ks) {\n  f(¦k)":                          true,
		"$k = 'x'¦;\nforeach ($ks as $k) {\n  f(¦$k)":                       true,
		"$k = 'x'¦;\nforeach ($k as $c) {\n  f(¦$k)":                        false,
		"k = 'x'¦\nfor i := 0; i < k; i++ {\n  f(¦k)":                       false,
		"k = 'x'¦\nfs = [f(¦k) for k in ks]":                                true,
		"k = 'x'¦\nfs = [f(¦k) for c in ks]":                                false,
		"k = 'x'¦\nwith g() as k:\n  f(¦k)":                                 true,
		"k = 'x'¦\nf = lambda a, k: f(¦k)":                                  true,
		"k = 'x'¦\nf = lambda a: g(k) + f(¦k)":                              false,
		"k = 'x'¦\nks.map { k -> f(¦k) }":                                   true,
		"k = 'x'¦\nks.map { k in f(¦k) }":                                   true,
		"k = 'x'¦\nks.map(k => f(¦k))":                                      true,
		"k = 'x'¦\nks.map(|k| f(¦k))":                                       true,
		"k = 'x'¦\nks.map(|a, k| f(¦k))":                                    true,
		"k = 'x'¦\ng | k | f ¦k":                                            false,
		"k = 'x'¦\nks.each do |k|\n  f(¦k)":                                 true,
		"k = 'x'¦\nif let Some(k) = g() {\n  f(¦k)":                         true,
		"k = 'x'¦\ntry { g() } catch (k) { f(¦k)":                           true,
		"k = 'x'¦\nf <- function(k) f(¦k)":                                  true,
		"k = 'x'¦\nf(a, k) = f(¦k)":                                         true,
		"k = 'x'¦\nk, err := g()\nf(¦k)":                                    true,
		"k = 'x'¦\nconst { k } = g();\nf(¦k)":                               true,
		"$k = 'x'¦;\nsub f {\n  my ($k) = @_;\n  f(¦$k)":                    true,
		"$k = 'x'¦;\nsub f {\n  my $k = shift;\n  f(¦$k)":                   true,
		"K='x'¦\nunset k\nf(¦k)":                                            true,
		"set(k 'x'¦)\nset(k $ENV{k})\nf(¦k)":                                true,
		"#define k 'x'¦\n#undef k\nf(¦k)":                                   true,
		"SET @k = 'x'¦;\nSET @k = (SELECT 1);\nf(¦@k)":                      true,
		"def k = 'x'¦\nwithCredentials([string(variable: 'k')]) {\n  f(¦k)": true,
		"k = 'x'¦\nfunction f(\n  a,\n  k: string,\n) {\n  f(¦k)":           true,
		"k = 'x'¦\ndef f(\n  k,\n  a=1,\n):\n  f(¦k)":                       true,
		"k = 'x'¦\nf(\n  k,\n)\ng(¦k)":                                      false,
		"k = 'x'¦\nf(\n  k,\n) {\n  f(¦k)":                                  false,
		"k = 'x'¦\nvoid F(\n  string k)\n{\n  f(¦k)":                        true,
		"k = 'x'¦\nif k, ok := g(); ok {\n  f(¦k)":                          true,
		"k = 'x'¦\nif a, ok := g(k); ok {\n  f(¦k)":                         false,
		"k = 'x'¦\ngo func(k string) {\n  f(¦k)":                            true,
		"k = 'x'¦\nf = ->(k) { f(¦k) }":                                     true,
		"$k = 'x'¦;\nforeach my $k (@ks) {\n  f(¦$k)":                       true,
		"$k = 'x'¦;\n$f = function () use ($k) { f(¦$k)":                    false,
		"K = 'x'¦\nwhile read -r k; do\n  f(¦k)":                            true,
		"k = 'x'¦\nset -e k\nf(¦k)":                                         true,
		"k = 'x'¦\nimport ks as k\nf(¦k)":                                   true,
		"k = 'x'¦\ndef f(k):\n# c\n  g(¦k)":                                 true,
		"k = 'x'¦\n" + strings.Repeat("\n", 5<<10) + "¦k":                   false,
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
