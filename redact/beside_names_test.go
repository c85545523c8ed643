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
		"https://c.kusto.windows.net;Fed=true;AppKey%u003d§ b", "https://c.kusto.windows.net;Fed=true;AppKey/§;Database=b", "https://c.kusto.windows.net;Fed=true;APPKEY_§",
		`{"name":"AppKey","slotSetting":false,"value":"§"}`, `{"Name": "AppKey", "Type": "a, \"b\"", "Value": "§"}`, "{\n  \"name\": \"AppKey\",\n  \"slotSetting\": false,\n  \"value\": \"§\"\n}",
		"- name: AppKey\n  description: x\n  value: §\n",
		`c.kusto.windows.net {"access_token":"§","expires_in":1}`, "POST c.kusto.windows.net client_secret=§&a=b", "c.kusto.windows.net refresh_token: §", "curl --oauth2-bearer §1 c.kusto.windows.net",
		"https://c.kusto.windows.net/d?client_secret=§", "kustosql+https://c.kusto.windows.net/d?msi=False&azure_ad_client_secret=§", "https://c.kusto.windows.net?a=b&clientSecret=§&c",
		"AZURE_CLIENT_SECRET=§ c.kusto.windows.net", "c.kusto.windows.net ARM_CLIENT_SECRET: '§'", "c.kusto.windows.net AzureAd:ClientSecret=§", "c.kusto.windows.net azureClientSecret = §",
		"ping u:§@c.kusto.windows.net", `to https:\/\/u:§@c.kusto.windows.net\/x`,
		"<td>AppKey</td><td>§</td><td>b1</td>", "<b>AppKey</b>: <code>§</code> b", "<dt>Password</dt>\t<dd>§</dd>", "<p>to https://c.kusto.windows.net;Fed=true;<b>AppKey</b>=<i>§</i></p>",
		`<setting key="AppKey">§</setting>`, `<setting name='AppKey'><value>§</value></setting>`, `<string name="app_key">§</string>`,
		"AppKey.value=§ b", "appKey.secret: §", "ApplicationCertificate.Blob=§", "ApplicationCertificate-Blob: §", "APPKEY_VALUE=§", "APPKEY_1=§", "appkey2: §", "AppKey[0]=§", "app_key[]=§&b=1", "AppKey[prod] = §", "AppKey(prod)=§", "AppKey (prod): § b",
		"appKey?.value = '§';", "appKey!: string = '§'", `var appKey string = "§"`, `const APP_KEY: &str = "§";`, `app_key <- "§"`, "java -DAppKey=§ -jar a.jar",
		"the app key is § now", `AppKey was "§"`, "my AppKey is: §", `"AppKey";"§";"b"`, "\"AppKey\"\t\"§\"\t\"b\"", `AppKey\t=\t§`, `msg="AppKey\x{3d}§"`,
		`AppKey="§" + "§";`, `AppKey = "a" + b.c + "§", x`, `AppKey='a' || '§' || 'b'`, `AppKey="a" & "§"`, `app_key = "a" . "§"`,
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

// A literal in the place of a secret is one, also where it looks like a word.
func TestLiteralsInDeclarations(t *testing.T) {
	for line, want := range map[string]string{
		`const APP_KEY: &str = "zebra";`:                 `const APP_KEY: &str = "****";`,
		`appKey!: string = 'zebra'`:                      `appKey!: string = '****'`,
		`APP_KEY: Final[str] = "zebra"`:                  `APP_KEY: Final[str] = "****"`,
		`let appKey : String? = "zebra"`:                 `let appKey : String? = "****"`,
		`var appKey string = "zebra"`:                    `var appKey string = "****"`,
		`public string AppKey { get; set; } = "zebra";`:  `public string AppKey { get; set; } = "****";`,
		`string AppKey { get; private set; } = "zebra";`: `string AppKey { get; private set; } = "****";`,
		`AppKey was "zebra"`:                             `AppKey was "****"`,
		"  DB_PASSWORD: zebra\n  DB_NAME: zebra":         "  DB_PASSWORD: ****\n  DB_NAME: zebra",
		`appKey: string; // of the application`:          `appKey: string; // of the application`,
		`AppKey { get; set; } is required`:               `AppKey { get; set; } is required`,
		`the AppKey was missing`:                         `the AppKey was missing`,
	} {
		if out := copied(t, line+"\n"); out != want+"\n" {
			t.Errorf("%s becomes %s", line, out)
		}
	}
}

// What only looks like it stays as it is.
func TestWhatIsBesideNoName(t *testing.T) {
	for _, log := range []string{
		`{"name":"AppKey","slotSetting":false}`, `{"key":"AppKey","values":["a"]}`, "Password:\n  welcome back bob\n", "Password:\nWelcome to a1b2c3d4\n",
		"appKey:\n  secretName: x1y2z3a4\n", "appKey:\n2024-05-01T00:00:00Z x1y2\n", "the user token expired", "user token for bob2", "^[[x ^[[y a[1]", "#033 is a key [1]",
		"- name: AppKey\n  valueFrom: x\n", "SELECT appkey | wc -l", "<td>AppKey</td><td></td>", "<b>Password</b> must be set", `<input name="password"> Remember me`, "AppKey (prod) expired",
		"the app key is new", "AppKey was rotated", "user token type = basic", `"AppKey";"Password"`, "appkeys: 1", `{"name":"AppKey","slotSetting":false},{"name":"b","value":"a1b2c3d4"}`, "- name: AppKey\n  x: 1\n- name: b\n  value: a1b2c3d4\n", `c.kusto.windows.net {"access_tokens":"b1b2b3b4"}`,
		"c.kusto.windows.net?client_secret_id=a1b2c3d4", "c.kusto.windows.net noclient_secret=a1b2c3d4", "https://example.com/d?client_secret=a1b2c3d4", "c.kusto.windows.net client_secret expired",
		"access_token=a1b2c3d4", "bob@c.kusto.windows.net", "mail u:x1y2z3@example.com", "https://c.kusto.windows.net;Fed=true;appkeys b1", "keys[1]: x", "password policy = \"strict\"", `C:\001\key`, "\x1b",
	} {
		if out := copied(t, log); out != log {
			t.Errorf("%q becomes %q", log, out)
		}
	}
}
