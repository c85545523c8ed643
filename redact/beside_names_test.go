package redact_test

import (
	"strings"
	"testing"
)

// A secret stands beside its name in many ways: as another member, a list, a column, on
// the next line. § is a secret; all else stays.
func TestSecretsBesideTheirNames(t *testing.T) {
	for _, log := range []string{
		`{"name":"AppKey","value":"§"}`, `{"key": "AppKey", "value" : "§", "slotSetting": false}`, `{"AppKey":["§","§"],"x":["y"]}`,
		"| AppKey | § | 12 |", "│ AppKey │ § │", "AppKey＝§", "AppKey\u200b=§", "user token § expired",
		"curl -ubob:§ https://c.kusto.windows.net/v1", "curl --user=bob:§ https://c.kusto.windows.net/v1", "https://§:@c.kusto.windows.net/x",
		`withAadApplicationKeyAuthentication(cluster, id, "§", tenant)`,
		"https://c.kusto.windows.net;Fed=true;ClientSecret: §", `AppKey="a":§`, "https://c.kusto.windows.net;AppKey#033[36m=#033[0m§",
		"https://c.kusto.windows.net;AppKey^[[36m=^[[0m§", `https://c.kusto.windows.net;AppKey\033[36m=\033[0m§`, "\ufffd[32mINFO\ufffd[0m AppKey\ufffd[2m=\ufffd[0m§",
		`msg="AppKey\075§"`, `msg="AppKey\u{3d}§"`, "GET /?m=INFO%20AppKey=+§ HTTP/1.1", "GET /?c=https:%2F%2Fc.kusto.windows.net%3BAPPKEY=&§ HTTP/1.1",
		"appKey:\n  §\nother: 1", "appKey:\n  - §\n  - §\nother:\n  - a1", "\"appKey\":\n  \"§\"", "<appKey>\n  §\n</appKey>", "- name: AppKey\n  value: §\n  slot: a1",
		"  \"name\": \"AppKey\",\n  \"value\": \"§\"", "x = new ClientSecretCredential(\n \"tenant\",\n \"id\",\n \"§\")\ny(\"z\")",
		`KUSTO='https://c.kusto.windows.net;AppKey=a'\\''§;Fed=true'`,
	} {
		line := strings.ReplaceAll(log, "§", smallMarker) + "\n"
		out := copied(t, line)
		if showsMarker(out) || !strings.Contains(out, "****") {
			t.Errorf("%q becomes %q", line, out)
		}
		if was, is := strings.Split(line, "\n"), strings.Split(out, "\n"); len(was) != len(is) || !strings.Contains(was[len(was)-2], smallMarker) && was[len(was)-2] != is[len(is)-2] {
			t.Errorf("the last line of %q: %q", line, out)
		}
	}
}

// What only looks like it stays as it is.
func TestWhatIsBesideNoName(t *testing.T) {
	for _, log := range []string{
		`{"name":"AppKey","slotSetting":false}`, `{"key":"AppKey","values":["a"]}`, "Password:\n  welcome back bob\n", "Password:\nWelcome to a1b2c3d4\n",
		"appKey:\n  secretName: x1y2z3a4\n", "appKey:\n2024-05-01T00:00:00Z x1y2\n", "the user token expired", "user token for bob2", "^[[x ^[[y a[1]", "#033 is a key [1]",
		"- name: AppKey\n  valueFrom: x\n", "SELECT appkey | wc -l", `C:\001\key`, "\x1b",
	} {
		if out := copied(t, log); out != log {
			t.Errorf("%q becomes %q", log, out)
		}
	}
}
