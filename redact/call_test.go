package redact_test

import (
	"strings"
	"testing"

	"kustoconn/internal/methods"
)

// The secret of each client's call is masked, whatever stands for the cluster, and the
// arguments before it stay where the cluster shows that it is one and the name is not
// a secret's keyword, too.
func TestSecretsOfCalls(t *testing.T) {
	calls := methods.SecretCalls()
	if len(calls) < 20 {
		t.Errorf("%d calls", len(calls))
	}
	for _, call := range calls {
		secret := map[int]bool{}
		last := 0
		for _, argument := range call.Secrets {
			secret[argument.Position] = true
			last = max(last, argument.Position)
		}
		clusters := []string{"'id'"} // of a method
		if call.TakesCluster() {
			clusters = []string{`"https://c.example.com"`, `"mycluster"`, "cluster"}
		}
		for _, cluster := range clusters {
			var arguments []string
			for i := range last + 1 {
				switch {
				case secret[i]:
					arguments = append(arguments, "'"+smallMarker+"'")
				case i == 0:
					arguments = append(arguments, cluster)
				default:
					arguments = append(arguments, "'id'")
				}
			}
			line := "at line 7: " + call.Name + "(" + strings.Join(arguments, ", ") + ") for bob"
			out := copied(t, line)
			if showsMarker(out) {
				t.Errorf("%s becomes %s", line, out)
			}
			clear := cluster != "cluster" && cluster != `"mycluster"` && !strings.HasSuffix(call.Name, "Key") && !strings.HasSuffix(call.Name, "Token")
			if kept, _, _ := strings.Cut(line, "'"+smallMarker); clear && !strings.HasPrefix(out, kept) {
				t.Errorf("%s becomes %s, wanted %s…", line, out, kept)
			}
			if !strings.HasSuffix(out, ") for bob") {
				t.Errorf("%s becomes %s", line, out)
			}
		}
	}
}
