package redact_test

import (
	"encoding/json"
	"iter"
	"strings"
	"testing"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/exhaust"
	"kustoconn/internal/quote"
	"kustoconn/redact"
)

// Whatever a secret is made of, no byte of it is shown: not where it is quoted
// as it must be, and not where it is written as it is. A campaign puts up to
// four odd characters before, behind and into a secret.
func TestEverySmallSecret(t *testing.T) {
	for secret := range smallSecrets(exhaust.Length(t, 3, 4)) {
		checkHidden(t, secret, redact.String("AppKey="+quote.Value(secret)+";Fed=true"))
		if bare := "AppKey=" + secret + ";Fed=true"; !readsAsQuoted(bare) {
			checkHidden(t, secret, redact.String(bare))
		}
	}
}

// So it is in a stream, where the string stands in running text, in a literal
// of its own or among other words of one.
func TestEverySmallSecretInAStream(t *testing.T) {
	for secret := range smallSecrets(exhaust.Length(t, 2, 3)) {
		text := "https://c.kusto.windows.net;Fed=true;AppKey=" + quote.Value(secret) + ";Database=x"
		checkHidden(t, secret, copied(t, "to "+text+" failed\n"))
		checkHidden(t, secret, copied(t, "c='"+text+"'\n"))
		for _, message := range []string{text, "to " + text} {
			object, err := json.Marshal(map[string]string{"msg": message})
			if err != nil {
				t.Fatal(err)
			}
			checkHidden(t, secret, copied(t, string(object)+"\n"))
		}
	}
}

// readsAsQuoted reports whether a secret that is written as it is reads as a
// quoted one, with pairs behind it that can't be told from pairs of their own.
func readsAsQuoted(text string) bool {
	tree, _ := grammar.Parse(text)
	s := &tree.Segments[0]
	return s.Kind == ast.Pair && s.Quote != 0 && bind.Bind(tree).HasUnknown()
}

// The halves of a secret. No byte of them stands in the texts around them, and
// letters and digits are mixed, so that nothing makes a placeholder of them.
const firstHalf, secondHalf = "Q7", "Z9"

func checkHidden(t *testing.T, secret, shown string) {
	t.Helper()
	if strings.ContainsAny(shown, firstHalf+secondHalf) {
		t.Fatalf("of the secret %q is shown: %s", secret, shown)
	}
}

// smallSecrets walks over the secrets with up to most odd characters before,
// between and behind their halves. Odd are those that mean something to a reader
// of connection strings; "a" stands for all others.
func smallSecrets(most int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for odd := range exhaust.Texts(strings.Split(`;="' ,@:/&a`, ""), most) {
			for before := range len(odd) + 1 {
				for behind := before; behind <= len(odd); behind++ {
					if !yield(odd[:before] + firstHalf + odd[before:behind] + secondHalf + odd[behind:]) {
						return
					}
				}
			}
		}
	}
}
