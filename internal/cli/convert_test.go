package cli

import (
	"bytes"
	"strings"
	"testing"
)

func TestConvert(t *testing.T) {
	const otel = `exporters: {azuredataexplorer: {cluster_uri: "https://c.kusto.windows.net", db_name: d,
  application_id: a, application_key: S3CR3T, tenant_id: t}}`
	for _, tt := range []struct {
		name  string
		args  []string
		stdin string
		code  int
		out   string // a part of it
		err   string // likewise
	}{
		{"from a string", []string{"--to", "python", "-"}, "https://c.kusto.windows.net;Fed=true;AppClientId=a;AppKey=S3CR3T;TenantId=t", exitClean,
			`os.environ["KUSTO_APPLICATION_KEY"]`, ""},
		{"from an endpoint", []string{"--to", "go", "--auth", "managed-identity", "mycluster"}, "", exitClean,
			`NewConnectionStringBuilder("https://mycluster.kusto.windows.net").` + "\n\t\tWithSystemManagedIdentity()", ""},
		{"between tools", []string{"--from", "opentelemetry", "--to", "fluent-bit", "-"}, otel, exitClean, "${KUSTO_APPLICATION_KEY}", ""},
		{"to a string", []string{"--from", "opentelemetry", "-"}, otel, exitClean, "Application Key=****\n", "--unsafe-show-secrets"},
		{"to a revealed string", []string{"--from", "opentelemetry", "--unsafe-show-secrets", "-"}, otel, exitClean, "Application Key=S3CR3T\n", ""},
		{"a mode that the client lacks", []string{"--to", "go", "--auth", "device-code", "mycluster"}, "", exitTrouble, "", "use token-credential"},
		{"a boolean that is none", []string{"--to", "python", "https://c.kusto.windows.net;Fed=yes;UserToken=S3CR3T"}, "", exitFindings, "", "KCS201"},
		{"a syntax error", []string{"--to", "python", "https://c.kusto.windows.net;Fed=true;AppKey='S3CR3T"}, "", exitFindings, "", "KCS001"},
		{"an incomplete mode", []string{"--to", "python", "https://c.kusto.windows.net;Fed=true;AppKey=S3CR3T"}, "", exitFindings, "", "KCS301"},
		{"a stranger's host", []string{"--to", "grafana", "https://c.example.com;Fed=true"}, "", exitFindings, "", "KCS404"},
		{"an error that the named mode mends", []string{"--to", "go", "--auth", "managed-identity", "https://c.kusto.windows.net;Fed=true;AppKey=S3CR3T;ManagedServiceIdentity=system"}, "", exitClean,
			"WithSystemManagedIdentity()", ""},
		{"no target", []string{"mycluster"}, "", exitTrouble, "", "--to"},
		{"no such target", []string{"--to", "pyton", "mycluster"}, "", exitTrouble, "", `did you mean "python"?`},
		{"no such authentication", []string{"--to", "go", "--auth", "az-clii", "mycluster"}, "", exitTrouble, "", `did you mean "az-cli"?`},
		{"the targets", []string{"--list"}, "", exitClean, "kqlmagic", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := Main(append([]string{"convert"}, tt.args...), strings.NewReader(tt.stdin), &out, &errs)
			if code != tt.code || !strings.Contains(out.String(), tt.out) || !strings.Contains(errs.String(), tt.err) {
				t.Errorf("exit %d\n%s%s", code, out.String(), errs.String())
			}
			if tt.name != "to a revealed string" && strings.Contains(out.String()+errs.String(), "S3CR3T") {
				t.Errorf("a secret shows\n%s%s", out.String(), errs.String())
			}
		})
	}
}
