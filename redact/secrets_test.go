package redact_test

import (
	"strings"
	"testing"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/source"
)

func bound(text string) *bind.Bound {
	tree, _ := grammar.Parse(text)
	return bind.Bind(tree)
}

func TestMasked(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing to hide", "https://c.kusto.windows.net/Db;Fed=true", "https://c.kusto.windows.net/Db;Fed=true"},
		{"bare", "AppKey=secret;Fed=true", "AppKey=****;Fed=true"},
		{"quotes are kept", `AppKey="se;c""ret" ;Fed=true`, `AppKey="****" ;Fed=true`},
		{"single quotes too", `AppKey='se;c"ret';Fed=true`, `AppKey='****';Fed=true`},
		{"white space is kept", "AppKey =  secret ;Fed=true", "AppKey =  **** ;Fed=true"},
		{"every secret property", "UserToken=a;AppToken=b;PWD=c;Application Certificate Blob=d;Application Certificate PrivateKey=e",
			"UserToken=****;AppToken=****;PWD=****;Application Certificate Blob=****;Application Certificate PrivateKey=****"},
		{"identifiers are shown", "AppClientId=c;AppCert=t", "AppClientId=c;AppCert=t"},
		{"every occurrence", "AppKey=a;AppKey=b", "AppKey=****;AppKey=****"},
		{"empty and unset", `AppKey="";AppKey=`, `AppKey="";AppKey=`},
		{"placeholders", "AppKey=<key>;UserToken=${TOKEN}", "AppKey=<key>;UserToken=${TOKEN}"},
		{"a placeholder of words", "AppKey=__APP_KEY__;UserToken=[your token]", "AppKey=__APP_KEY__;UserToken=[your token]"},
		{"marks of a placeholder around no words", "AppKey=__S3cr3t__;UserToken=[s3cret];AppToken=!s3cr~t!", "AppKey=****;UserToken=****;AppToken=****"},
		{"a default in a placeholder", "AppKey=${KEY:-s3cret};UserToken=${TOKEN:-none}", "AppKey=****;UserToken=${TOKEN:-none}"},
		{"the mask", "AppKey=****;Fed=true", "AppKey=****;Fed=true"},
		{"a GUID in braces", "AppKey={8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11}", "AppKey=****"},
		{"a placeholder before a keyword", "Fed=true;${x}Database=a;{% if y %}AppKey=b", "Fed=true;${x}Database=a;{% if y %}AppKey=****"},
		{"a placeholder after a bare secret", "AppKey=a;${x}Database=b", "AppKey=****;****"},
		{"two at signs around a name", "Database=@@DB@@;AppKey=@@KEY@@", "Database=@@DB@@;AppKey=@@KEY@@"},
		{"a forgotten semicolon", "Database=a AppKey=s3cret;Fed=true", "Database=a AppKey=****;Fed=true"},
		{"a comma for it", "https://c.kusto.windows.net,AppKey=s3cret,Fed=true", "https://c.kusto.windows.net,AppKey=****"},
		{"a forgotten semicolon before a near miss", "Database=a Usr Tokn=s3cret", "Database=a Usr Tokn=****"},
		{"after many words", "User ID=" + strings.Repeat("word ", 20) + "AppKye=s3cret", "User ID=" + strings.Repeat("word ", 20) + "AppKye=****"},
		{"in quotes too", `Database='a AppKye=s3cret;b';Fed=true`, `Database='a AppKye=****';Fed=true`},
		{"what may go on with it", "Database=a,AppKey=s3c;ret=x;Fed=true", "Database=a,AppKey=****;****;Fed=true"},
		{"behind a keyword at a value's end", "Data Source=https://c,AppKey ;s3c=;ret=x;Fed=true", "Data Source=https://c,AppKey ;****;****;Fed=true"},
		{"behind a keyword and a word", "Server=c AppKye a;s3c+ x=b", "Server=c AppKye a;****"},
		{"behind a prefix that is a keyword", "AppKey ;s3cret x=y;Fed=true", "AppKey ;****;Fed=true"},
		{"behind a value that is one", "Database=password;x=y;Fed=true", "Database=password;x=****;Fed=true"},
		{"partly a placeholder", "AppKey=abc${TOKEN}", "AppKey=****"},
		{"open quote", `Fed=true;AppKey="secret;Database=x`, "Fed=true;****"},
		{"text after a quote", `AppKey="a"b;Fed=true`, "****;Fed=true"},
		{"without '='", "Fed=true;AppKey secret ;Accept=true", "Fed=true;**** ;Accept=true"},
		{"unknown keyword", "AppKye=secret;Fed=true", "AppKye=****;Fed=true"},
		{"a secret with a semicolon", "AppKey=se;cret=x;Fed=true", "AppKey=****;****;Fed=true"},
		{"with several", "AppKey=se;;cret;more=x;than=y;Fed=true", "AppKey=****;;****;****;****;Fed=true"},
		{"after a misspelt keyword", "AppKye=se;cret=x", "AppKye=****;****"},
		{"after a quoted secret", `AppKey="se";cret=x`, `AppKey="****";cret=****`},
		{"after a quoted secret with an undoubled mark", "AppKey='a';cret=b'c", "AppKey='****';****"},
		{"with a pair between them", "AppKey='a';Fed=true;cret=b'c", "AppKey='****';Fed=true;cret=****"},
		{"after an unknown keyword", "Foo=a;Bar=b", "Foo=****;Bar=****"},
		{"after a placeholder", "AppKey={x};Bar=b", "AppKey={x};Bar=****"},
		{"after a placeholder behind a secret", "AppKey=a;UserToken={x};Bar=b", "AppKey=****;UserToken={x};Bar=****"},
		{"JSON in a keyword", `Fed=true;{"a":"b"=c`, "Fed=true;****"},
		{"after a malformed segment", "Fed=true;a;Bar=b", "Fed=true;****;****"},
		{"other products' keywords", "AppKey=a;Encrypt=true", "AppKey=****;Encrypt=****"},
		{"secret in a keyword", "AppKey:secret=x", "****"},
		{"with a doubled sign", "AppKey==secret=x", "****"},
		{"faulty URI in a keyword", `"https://u:pw@c.kusto.windows.net?x=y";Fed=true`, "****;Fed=true"},
		{"pairs in a quoted value", "User ID='a;AppKey\t= b'", "User ID='a;AppKey\t=****'"},
		{"first segment", "hunter2 is it;Fed=true", "****;Fed=true"},
		{"first segment, host with placeholders", "{cluster}.{region}.kusto.windows.net/${Db};Fed=true", "{cluster}.{region}.kusto.windows.net/${Db};Fed=true"},
		{"first segment, partly a placeholder", "AppKey: hunter2${x};Fed=true", "****;Fed=true"},
		{"a pair behind a URI in a quoted value", "Data Source='https://a b:" + strings.Repeat("c", 70) + "@h;App Key = d'", "Data Source='https://****@h;App Key =****'"},
		{"which spills", "hunter2 is it;secret=x", "****;****"},
		{"first segment, host", "localhost:8080;Fed=true", "localhost:8080;Fed=true"},
		{"first segment, host with a query", "c.kusto.windows.net/Db?x#y;Fed=true", "c.kusto.windows.net/Db?x#y;Fed=true"},
		{"first segment, a host's name with a query", "hunter2?x#y;Fed=true", "****;Fed=true"},
		{"first segment, quoted", `"https://c.kusto.windows.net";Fed=true`, `"https://c.kusto.windows.net";Fed=true`},
		{"first segment, placeholder", "<cluster>;Fed=true", "<cluster>;Fed=true"},
		{"first segment, JSON", `{"AppKey":"hunter2"};Fed=true`, "****;Fed=true"},
		{"userinfo", "https://user:pw@c.kusto.windows.net/Db;Fed=true", "https://****@c.kusto.windows.net/Db;Fed=true"},
		{"userinfo in a pair", "Data Source='https://user:pw@c.kusto.windows.net'", "Data Source='https://****@c.kusto.windows.net'"},
		{"userinfo of a login", "Authority Id=https://user:pw@login.example.com/", "Authority Id=https://****@login.example.com/"},
		{"a comma for a semicolon", "Data Source=https://c.kusto.windows.net,AppKey=secret;Fed=true", "Data Source=https://c.kusto.windows.net,AppKey=****;Fed=true"},
		{"in a query", "https://c.kusto.windows.net?AppKey=secret;Fed=true", "https://c.kusto.windows.net?AppKey=****;Fed=true"},
		{"after a keyword with a secret in it", "AppKey==abc=x;y=z;Fed=true", "****;****;Fed=true"},
		{"after one with a quoted value", "AppKey==abc='x';y=z", "****;y=****"},
		{"a quoted rest of a secret", "AppKey=a;x='y';z=w", "AppKey=****;****;****"},
		{"up to a known keyword", "AppKey=a;Fed=true;x=y", "AppKey=****;Fed=true;x=****"},
		{"undoubled mark, up to a known keyword", "AppKey='a';Fed=true;x=b'c", "AppKey='****';Fed=true;x=****"},
		{"undoubled mark at the start", `AppKey='a';b="'c"`, "AppKey='****';****"},
		{"no mark to be undoubled", "Fed=true;x='\x01'", "Fed=true;x='****'"},
		{"after a misspelt keyword with a quoted value", "AppKye='a';b=c", "AppKye='****';b=****"},
		{"after an unset secret", "AppKey=;x=y", "AppKey=;****"},

		{"first segment, a faulty URI", "https://a b/c;Fed=true", "https://a b/c;Fed=true"},
		{"first segment, a faulty shorthand", "@a b;Fed=true", "@a b;Fed=true"},
		{"first segment, placeholder and words", "{cluster} is it;Fed=true", "****;Fed=true"},
		{"first segment, an untrusted host with a query", "evil.com?x#y;Fed=true", "****;Fed=true"},
		{"first segment, a quoted name", "'mycluster';Fed=true", "'mycluster';Fed=true"},
		{"first segment, a name behind a byte order mark", "\ufeffmycluster;Fed=true", "\ufeffmycluster;Fed=true"},

		{"userinfo with a placeholder", "https://u:$pw@c.kusto.windows.net;Fed=true", "https://****@c.kusto.windows.net;Fed=true"},
		{"userinfo without a password", "https://u@c.kusto.windows.net;Fed=true", "https://****@c.kusto.windows.net;Fed=true"},
		{"the name of a user", "https://c.kusto.windows.net;User ID=me@contoso.com", "https://c.kusto.windows.net;User ID=me@contoso.com"},
		{"userinfo before a bare name", "Data Source=me@c.kusto.windows.net", "Data Source=****@c.kusto.windows.net"},
		{"a name with a password", "https://c.kusto.windows.net;User ID=me:pw@contoso.com", "https://c.kusto.windows.net;User ID=****@contoso.com"},
		{"userinfo that is a placeholder", "https://{token}@c.kusto.windows.net;Fed=true", "https://{token}@c.kusto.windows.net;Fed=true"},
		{"a credential in the userinfo", "https://u:AppKey=pw@c.kusto.windows.net;Fed=true", "https://u:AppKey=****;Fed=true"},
		{"in a value, behind a sign", "User ID='=AppKey=x'", "User ID='=AppKey=****'"},
		{"in a value, the shortest names", "User ID='pwd=x';Database='a;sas=x'", "User ID='pwd=****';Database='a;sas=****'"},
		{"in a value, no credential's", "User ID='a=x';Database='pwd;a=x'", "User ID='a=x';Database='pwd;a=x'"},
		{"in a value, a placeholder", "User ID='pwd=<x>'", "User ID='pwd=<x>'"},
		{"in a value, a longest name", "User ID='" + strings.Repeat("a", 60) + "pwd=x'", "User ID='" + strings.Repeat("a", 60) + "pwd=****'"},
		{"in a value, a longer one", "User ID='" + strings.Repeat("a", 61) + "pwd=x'", "User ID='" + strings.Repeat("a", 61) + "pwd=x'"},
		{"a misplaced prefix", "Fed=true;https://c.kusto.windows.net", "Fed=true;****"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := redact.String(tt.text); got != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestView(t *testing.T) {
	b := bound(`https://u:pw@c.kusto.windows.net/Db;AppKey=se"cret;Foo=x;AppKye='a''b';Server=https://u:pw@d.kusto.windows.net/E`)
	for _, tt := range []struct {
		name string
		got  func(redact.View) string
		want [2]string // masked, revealed
	}{
		{"secret value", func(v redact.View) string { return v.SegmentValue(1) }, [2]string{"****", `se"cret`}},
		{"keyword behind a bare secret", func(v redact.View) string { return v.Keyword(2) }, [2]string{"****", "Foo"}},
		{"its value", func(v redact.View) string { return v.SegmentValue(2) }, [2]string{"****", "x"}},
		{"unknown value", func(v redact.View) string { return v.SegmentValue(3) }, [2]string{"****", "a'b"}},
		{"userinfo", func(v redact.View) string { return v.PropertyValue(1) }, [2]string{"https://****@d.kusto.windows.net", "https://u:pw@d.kusto.windows.net"}},
		{"a slice", func(v redact.View) string { return v.Slice(source.Span{Start: 8, End: 14}) }, [2]string{"****@c", "u:pw@c"}},
	} {
		if got := tt.got(redact.Of(b)); got != tt.want[0] {
			t.Errorf("%s, masked: %s, want %s", tt.name, got, tt.want[0])
		}
		if got := tt.got(redact.Revealed(b)); got != tt.want[1] {
			t.Errorf("%s, revealed: %s, want %s", tt.name, got, tt.want[1])
		}
	}
}

func TestPropertyValue(t *testing.T) {
	for _, tt := range []struct {
		text string
		id   schema.ID
		want string
	}{
		{"https://c.kusto.windows.net/Db;AppKey=a", schema.InitialCatalog, "Db"},
		{"https://c.kusto.windows.net/Db;AppKey=a", schema.ApplicationKey, "****"},
		{"https://c.kusto.windows.net/Db;AppKey=a", schema.UserID, ""},
		{"Server=https://c.kusto.windows.net/pwd=x", schema.InitialCatalog, "****"},
		{"Server=https://c.kusto.windows.net/pwd=x", schema.DataSource, "https://c.kusto.windows.net"},
		{"Server=https://u:pw@c.kusto.windows.net/Db", schema.InitialCatalog, "Db"},
		{"Server=https://u:pw@c.kusto.windows.net/Db", schema.DataSource, "https://****@c.kusto.windows.net"},
	} {
		if got := redact.Of(bound(tt.text)).PropertyValue(tt.id); got != tt.want {
			t.Errorf("%s: %v is %q, want %q", tt.text, tt.id, got, tt.want)
		}
	}
}

func TestHides(t *testing.T) {
	v := redact.Of(bound("Fed=true;AppKey=abc;Accept=true"))
	for _, tt := range []struct {
		start, end int
		want       bool
	}{{0, 8, false}, {9, 16, false}, {15, 17, true}, {16, 19, true}, {17, 18, true}, {18, 30, true}, {19, 30, false}, {17, 17, false}, {0, 31, true}} {
		if got := v.Hides(source.Span{Start: tt.start, End: tt.end}); got != tt.want {
			t.Errorf("%d-%d: %t, want %t", tt.start, tt.end, got, tt.want)
		}
	}
	if redact.Revealed(v.Bound).Hides(source.Span{End: 31}) {
		t.Error("a revealing view hides something")
	}
}
