package convert_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kustoconn/convert"
	"kustoconn/internal/golden"
	"kustoconn/internal/methods"
	"kustoconn/schema"
)

const (
	endpoint = "https://mycluster.kusto.windows.net"
	client   = "Application Client Id=11111111-1111-1111-1111-111111111111;"
	tenant   = "Authority Id=contoso.com;"
	identity = "ManagedServiceIdentity=22222222-2222-2222-2222-222222222222;"
)

// example is a connection, the secrets in it marked with S3CR3T.
type example struct {
	name, text string // the name is the mode, and after "+" what else is given
	named      bool   // the mode is named, not selected by the text
}

func (e example) mode() string {
	mode, _, _ := strings.Cut(e.name, "+")
	return mode
}

// modes are one connection for each authentication mode, and a few more.
var modes = []example{
	{"none", "", false},
	{"user-prompt", "Fed=true;Database=Samples;" + tenant, false},
	{"user-token", "Fed=true;Database=\"Sam\"\"ples\\n${x} {y} %z 'λ'\";User Token=S3CR3T1", false},
	{"app-token", "Fed=true;Application Token=S3CR3T1;Application Name for Tracing=\"a;\"\"b\\u0022${c}\u2028\"", false},
	{"app-key", "Fed=true;Database=Samples;Application Key=S3CR3T1==;" + client + tenant, false},
	{"app-thumbprint", "Fed=true;AppCert=00112233445566778899AABBCCDDEEFF00112233;" + client + tenant, false},
	{"app-subject", "Fed=true;Application Certificate Subject=CN=app;Azure Region=westeurope;" + client + tenant, false},
	{"app-subject-issuer", "Fed=true;Application Certificate Subject=CN=app;Application Certificate Issuer=CN=ca;SendX5c=true;" + client + tenant, false},
	{"password", "Fed=true;User ID=user@contoso.com;Password=S3CR3T1;" + tenant, false},
	{"dsts", "dSTS Federated Security=true", false},
	{"system-managed-identity", "", true},
	{"user-managed-identity", identity, true},
	{"app-certificate", client + tenant, true},
	{"az-cli", "", true},
	{"device-code", "", true},
	{"token-provider", "", true},
	{"token-credential", "", true},
	{"federated-managed-identity", client + tenant + identity, true},
	{"workload-identity", "", true},
	{"workload-identity+application", client + tenant, true},
	{"user-prompt+hint", "Fed=true;User ID=user@contoso.com;" + tenant, false},
	{"app-certificate+sni", client + tenant + "SendX5c=true", true},
	{"device-code+tenant", tenant, true},
	{"token-credential+identity", identity, true},
	{"user-managed-identity+resource", "ManagedServiceIdentity=/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i", true},
	{"user-managed-identity+tenant", identity + tenant, true},
	{"az-cli+tenant", tenant, true},
	{"app-certificate+pem", client + tenant + "Application Certificate PrivateKey=S3CR3T1", true},
	{"app-certificate+blob", client + tenant + "Application Certificate Blob=S3CR3T1;SendX5c=false", true},
	{"user-prompt+defaults", "Fed=true;Accept=true;Streaming=true;Uncompressed=false", false},
}

func connection(t *testing.T, i int) *convert.Connection {
	t.Helper()
	m := modes[i]
	text := endpoint + ";" + m.text
	c, err := convert.FromString(text)
	if m.named {
		c, err = convert.FromEndpoint(text, m.mode())
	}
	if err != nil {
		t.Fatalf("%s: %v", m.name, err)
	}
	if string(convert.Mode(c)) != m.mode() {
		t.Fatalf("%s: read as %s", m.name, convert.Mode(c))
	}
	return c
}

// TestGolden holds every mode for every target, errors included. The scripts
// in verify run the code against the real clients.
func TestGolden(t *testing.T) {
	for _, target := range convert.Targets() {
		for i, m := range modes {
			got, err := convert.To(target.Name, connection(t, i))
			if err != nil {
				got = "error: " + err.Error() + "\n"
			}
			if strings.Contains(got, "S3CR3T") {
				t.Errorf("%s, %s: a secret shows", target.Name, m.name)
			}
			path := filepath.Join("testdata", target.Name, m.name+".golden")
			golden.Compare(t, path, got)
		}
	}
}

// TestMethodsOfTheSchema holds the code to the names that the schema gives the
// clients' methods, and the misprints of the documentation out of it.
func TestMethodsOfTheSchema(t *testing.T) {
	clients := map[string]schema.Client{
		"csharp": schema.DotNet, "python": schema.Python, "typescript": schema.Node,
		"java": schema.Java, "go": schema.Go, "rust": schema.Rust,
	}
	for name, client := range clients {
		for i, m := range modes {
			code, err := convert.To(name, connection(t, i))
			var calls []methods.Call
			for _, method := range methods.All() {
				if !slices.Contains(method.Modes, schema.ModeID(m.mode())) || method.InString {
					continue
				}
				for _, call := range method.By(client) {
					calls = append(calls, call)
					if call.Misprint != "" && strings.Contains(code, call.Misprint+"(") {
						t.Errorf("%s, %s: %s is a misprint", name, m.name, call.Misprint)
					}
				}
			}
			switch {
			case slices.Contains([]string{"none", "federated-managed-identity", "workload-identity"}, m.mode()): // of no row
			case err != nil:
				// What the client offers is refused for a value alone, or, of the
				// Rust client, for what the schema notes about it.
				var value *convert.ValueError
				noted := client == schema.Rust && !slices.ContainsFunc(calls, func(c methods.Call) bool { return c.Note == "" })
				if !errors.As(err, &value) && len(calls) > 0 && !noted {
					t.Errorf("%s, %s: %v; the client has %v", name, m.name, err, calls)
				}
			case !slices.ContainsFunc(calls, func(c methods.Call) bool { return strings.Contains(code, c.Name+"(") }):
				t.Errorf("%s, %s: none of %v is called", name, m.name, calls)
			}
		}
	}
}
