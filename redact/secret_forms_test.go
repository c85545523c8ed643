package redact_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kustoconn/placeholder"
	"kustoconn/redact"
)

// No piece of what stands for a secret (Zq7Yw9Kx, Rt5Ub3Nm, Hv8Gc4Pd) is shown, in
// whichever form it stands.
func TestSecretForms(t *testing.T) {
	const host = "https://help.kusto.windows.net"
	for _, text := range []string{
		"conn " + host + ";Fed=true;AppKey:Zq7Yw9Kx done",
		host + ";Fed=true;application key:Zq7Yw9Kx;Authority Id=contoso.com",
		`1,"APPKEY=Zq7Yw9Kx""Rt5Ub3Nm;Data Source=` + host + `;Fed=true",2`,
		`1,"UserToken=""Zq7Yw9Kx;Rt5Ub3Nm"";Data Source=` + host + `;Fed=true",2`,
		"exec x '" + host + ";Fed=true;AppKey=''Zq7Yw9Kx;Rt5Ub3Nm'';Authority Id=contoso.com'",
		"KUSTO='" + host + `;AppKey=Zq7Yw9Kx'\''Rt5Ub3Nm;Fed=true'`,
		"x\tAppKey=\"Zq7Yw9Kx<Rt5Ub3Nm;Data Source=" + host + ";Fed=true\tb",
		"[AppToken='Zq7Yw9Kx Rt5Ub3Nm;Data Source=" + host + ";Fed=true] x",
		host + ";Fed=true;AppKey\x1b[36m=\x1b[0mZq7Yw9Kx",
		"\x1b[36mAppKey=\x1b[0mZq7Yw9Kx;\x1b[36mData Source=\x1b[0m" + host + ";Fed=true",
		"using App\x1b[1mKey\x1b[0m=Zq7Yw9Kx",
		host + ";AppKey=\"\"Zq7Yw9Kx;Rt5Ub3Nm\"\tb",
		host + ";\n  Fed=true;\n  AppKey=Zq7Yw9Kx\n",
		host + ";\n  Foo=Zq7Yw9Kx;\n  Fed=true\n",
		"using AppKey=Zq7Yw9Kx now", "appKey -> Zq7Yw9Kx", "appKey→Zq7Yw9Kx", "AppKey\tZq7Yw9Kx", "AppKey Zq7Yw9Kx", "run --app-key Zq7Yw9Kx", "run --password hunter-Zq7Yw9Kx",
		"app_key: Zq7Yw9Kx", "APP_TOKEN='Zq7Yw9Kx Rt5Ub3Nm'", "KUSTO_APPKEY=Zq7Yw9Kx", "kustoAppKey=Zq7Yw9Kx", "application.key=Zq7Yw9Kx", "ApplicationCertificateBlob=Zq7Yw9Kx",
		"Application Certificate PrivateKey = Zq7Yw9Kx", "usrtoken := Zq7Yw9Kx", `"appKey" => "Zq7Yw9Kx"`, "[AppKey] = Zq7Yw9Kx", "**AppKey**: Zq7Yw9Kx", "{AppKey:Zq7Yw9Kx Tenant:x}",
		"{'password': 'Zq7Yw9Kx;Rt5Ub3Nm', 'a': 1}", `m.put("appKey", "Zq7Yw9Kx");`, `kcsb.application_key("Zq7Yw9Kx")`, `<add key="AppKey" value="Zq7Yw9Kx"/>`, "<AppKey>Zq7Yw9Kx Rt5Ub3Nm</AppKey>",
		`"` + host + `","AppKey","Zq7Yw9Kx"`, "Server=tcp:db;User ID=sa;Password=Zq7Yw9Kx;Encrypt=true", "pwd=Zq7Yw9Kx", "password=N'Zq7Yw9Kx'",
		"https://me:Zq7Yw9Kx@example.com/x", "https://Zq7Yw9Kx@help.kusto.windows.net", "amqp://me:Zq7/Yw9Kx@example.com", "https://me:Zq7@Yw9Kx@example.com", "jdbc:mysql://me:Zq7Yw9Kx@db/x",
		`curl -H "Authorization: Bearer Zq7Yw9Kx" "` + host + `/v1"`, "curl -u me:Zq7Yw9Kx " + host, "curl --user 'me:Zq7Yw9Kx' " + host, host + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJHv8Gc4Pd.Zq7Yw9KxAAAAAAA",
		`KustoConnectionStringBuilder.with_aad_application_key_authentication("` + host + `", "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", "Zq7Yw9Kx", "contoso.com")`,
		`.WithAadUserTokenAuthentication("Zq7Yw9Kx")`, `withAccessToken('` + host + `', 'Zq7Yw9Kx')`, `kcsb.WithAadAppKey(id, "Zq7Yw9Kx", tenant)`, `new ClientSecretCredential("t", "c", "Zq7Yw9Kx")`,
		`{"c":"x.WithAadUserTokenAuthentication(\"Zq7Yw9Kx\")"}`,
		`{"l":"{\"appKey\":\"Zq7Yw9Kx\",\"x\":1}"}`, "password%3DZq7Yw9Kx&x=1", "Application%20Key%3DZq7Yw9Kx", "Application+Key%3DZq7Yw9Kx", "Application%2520Key%253DZq7Yw9Kx", "App&#75;ey&#61;Zq7Yw9Kx",
		`\u0041ppKey\u003dZq7Yw9Kx`, `'AppKey\x3dZq7Yw9Kx'`, "AppKey=3DZq7=\nYw9Kx;Fed=3Dtrue\n", strings.Repeat("x", 70) + " App=\nKey=3DZq7Yw9Kx",
		"AppCert=x;Application Certificate Blob=" + strings.Repeat("QUJD", 19) + "\n" + strings.Repeat("Zq7Yw9Kx", 9) + "\n" + "Rt5Ub3NmRt5Ub3Nm\nnext",
		"Application Certificate PrivateKey=-----BEGIN PRIVATE KEY-----\nZq7Yw9Kx\nRt5Ub3Nm+/=\n-----END PRIVATE KEY-----\nnext",
		"1,\"" + host + ";AppKey=\"\"Zq7\nYw9Kx Rt5Ub3Nm\"\";Fed=true\",2\n", "message: '" + host + ";AppKey=a\n  Zq7Yw9Kx;Fed=true'\n",
		"https://c;AppKey=Zq7Yw9Kx\\\nRt5Ub3Nm\n",
		`msg="to ` + host + `;User Token=a" Zq7Yw9Kx=";Fed=true" took=35`, `msg="to ` + host + `;User Token=;":Zq7Yw9Kx"@;Fed=true" took=35`,
		`1,a b,AppKey=\\|)Zq7Yw9Kx+(;Server=` + host + `;Fed=true,2`, `AppKey=\;)Zq7Yw9Kx`, `AppKey=\* Zq7Yw9Kx?&;Server=` + host + `;Fed=true`, `conn: Password=\$&Zq7Yw9Kx_;Server=` + host + `;Fed=true`,
		`using AppKey=" "Zq7Yw9Kx": now`, `UserToken=','Zq7Yw9Kx':; retry`, "using AppKey= a=Zq7Yw9Kx = now", "Password= a=Zq7Yw9Kx a;User ID=sa",
	} {
		out := copied(t, text)
		for _, secret := range []string{"Zq7", "Yw9Kx", "Rt5Ub3Nm", "Hv8Gc4Pd"} {
			if strings.Contains(out, secret) {
				t.Errorf("%q becomes %q", text, out)
			}
		}
		if again := copied(t, out); again != out {
			t.Errorf("%q becomes %q, and that %q", text, out, again)
		}
		if got, want := strings.Count(out, "\n"), strings.Count(text, "\n"); got != want {
			t.Errorf("%q becomes %q: %d lines of %d", text, out, got, want)
		}
	}
}

// What a line leaves open ends with a new record.
func TestNewRecords(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"to https://c.kusto.windows.net;AppKey=\"abc\n2024-05-01 10:00:00 it is \"; here\n", "to https://c.kusto.windows.net;****\n2024-05-01 10:00:00 it is \"; here\n"},
		{"AppKey='abc\nINFO 'x'\n", "AppKey='****\nINFO 'x'\n"},
		{"AppKey=\"abc\n{\"a\":\"b\"}\n", "AppKey=\"****\n{\"a\":\"b\"}\n"},
		{"AppKey=\"abc\nAppKey=\"def\n", "AppKey=\"****\nAppKey=\"****\n"},
		{"AppKey=\"abc\nsays \"yes\"\n", "AppKey=\"****\nsays \"yes\"\n"},
		{"https://c.kusto.windows.net;AppKey=abc;\nlevel=info Foo=x\n", "https://c.kusto.windows.net;AppKey=****;\nlevel=info Foo=x\n"},
		{"password=abc\nThe next line, 12 ms\n", "password=****\nThe next line, 12 ms\n"},
		{"x \"AppKey=abc\n[INFO] Zq7Yw9Kx\n", "x \"AppKey=****\n[INFO] Zq7Yw9Kx\n"},
	} {
		if diff := cmp.Diff(tt.want, copied(t, tt.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

// How much of a line is masked.
func TestExtent(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"using AppKey=abc now", "using AppKey=**** now"},
		{"using AppKey=abc, then", "using AppKey=****, then"},
		{"(AppKey=abc)", "(AppKey=****)"},
		{"AppKey=a b7c now", "AppKey=**** now"},
		{"AppKey=;b7c;Fed=true", "AppKey=;****;Fed=true"},
		{"AppKey=abc;Fed=true for bob", "AppKey=****;Fed=true for bob"},
		{"AppKey=abc user=bob", "AppKey=**** user=bob"},
		{"AppKey=${KEY} for <AppKey>", "AppKey=${KEY} for <AppKey>"},
		{"AppKey=<your key>;Fed=true", "AppKey=<your key>;Fed=true"},
		{`{"password":"a\"b","n":1}`, `{"password":"****","n":1}`},
		{`{"password":null,"token":"x"}`, `{"password":null,"token":"x"}`},
		{`x = {'a': 'Data Source=https://cluster.westeurope.kusto.windows.net;Fed=true;AppKey=', 'next': 1}`, `x = {'a': 'Data Source=https://cluster.westeurope.kusto.windows.net;Fed=true;AppKey=', 'next': 1}`},
		{`"https://c.kusto.windows.net;AppKey=abc" + f.key(x) + ";Fed=true"`, `"https://c.kusto.windows.net;AppKey=****" + f.key(x) + ";Fed=true"`},
		{`f("https://c.kusto.windows.net;AppKey=abc", key, ";Fed=true")`, `f("https://c.kusto.windows.net;AppKey=****", key, ";Fed=true")`},
		{"app_key= user=bob level=info", "app_key= user=bob level=info"},
		{"this.password = password;", "this.password = password;"}, {"self._app_key = options.key", "self._app_key = options.key"},
		{"self.password = 'zebra'", "self.password = '****'"}, {"this.password = zebra x", "this.password = **** x"}, {"db.password = zebra", "db.password = ****"},
		{"PWD=/home/bob AppKey=abc", "PWD=/home/bob AppKey=****"},
		{"password: must be longer than this", "password: must be longer than this"},
		{"password: hunter", "password: ****"},
		{"AppKey=«my zebra», then", "AppKey=«****», then"},
		{"AppKey: »my zebra« x", "AppKey: »****« x"},
		{"https://me:abc@example.com/x?y=z", "https://****@example.com/x?y=z"},
		{"ssh://git@example.com https://me@example.com", "ssh://git@example.com https://me@example.com"},
		{"https://${USER}:${PASSWORD}@example.com", "https://${USER}:${PASSWORD}@example.com"},
		{"Authorization: Bearer abc123def", "Authorization: Bearer abc123def"}, // to whom it is nobody says
		{"api-key=abc my-key: x accountkey=y", "api-key=abc my-key: x accountkey=y"},
		{"user token expired; the application key is invalid", "user token expired; the application key is invalid"},
		{"class AppKey::Factory AppKeyId=7 AppKeys=2", "class AppKey::Factory AppKeyId=7 AppKeys=2"},
	} {
		if diff := cmp.Diff(tt.want, copied(t, tt.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

// Own placeholders are no secrets.
func TestCopyWith(t *testing.T) {
	own, err := placeholder.New(`~[a-z]+~`)
	if err != nil {
		t.Fatal(err)
	}
	const text = "AppKey=~key~ and Data Source=https://c.kusto.windows.net;Fed=true;UserToken=~token~;Password=x"
	var out bytes.Buffer
	if err := redact.CopyWith(&out, strings.NewReader(text), own); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), strings.Replace(text, "=x", "=****", 1); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A line is given out as soon as it has ended.
func TestLinesAsTheyCome(t *testing.T) {
	in, logger := io.Pipe()
	out, reader := make(chan string), new(strings.Builder)
	go func() {
		_ = redact.Copy(writerFunc(func(p []byte) (int, error) { out <- string(p); return len(p), nil }), in)
		close(out)
	}()
	for _, line := range []string{"first\n", "to https://c.kusto.windows.net;AppKey=\"abc\n", "third\n"} {
		go io.WriteString(logger, line)
		select {
		case got := <-out:
			reader.WriteString(got)
		case <-time.After(10 * time.Second):
			t.Fatalf("%q is not given out", line)
		}
	}
	if want := "first\nto https://c.kusto.windows.net;****\nthird\n"; reader.String() != want {
		t.Errorf("%q, want %q", reader.String(), want)
	}
	logger.Close()
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
