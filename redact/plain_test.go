package redact

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/placeholder"
)

// checkPlain compares what is written where plain lines are read once with what is written
// where every line is read in all ways, as with own placeholders.
func checkPlain(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string) {
	t.Helper()
	none, err := placeholder.New()
	if err != nil {
		t.Fatalf("%v", err)
	}
	fast, slow := stream{first: true}, stream{looker: looker{placeholders: none}, first: true}
	var got, want bytes.Buffer
	for s, out := range map[*stream]*bytes.Buffer{&fast: &got, &slow: &want} {
		if _, err := s.copyAll(out, strings.NewReader(text)); err != nil {
			t.Fatalf("%v", err)
		}
	}
	if got.String() != want.String() || fast.masks != slow.masks || fast.unfinished != slow.unfinished {
		t.Fatalf("%q becomes\n%q, and in all ways\n%q: %d masks, %d; left open %+v, %+v", text, got.String(), want.String(), fast.masks, slow.masks, fast.unfinished, slow.unfinished)
	}
}

// isPlainLine reports whether a line is read once.
func isPlainLine(line string) bool {
	p := prefilter{text: line}
	s := stream{}
	return s.plain(line, &p, 0, p.next(0))
}

var plainStrings = []string{
	"Data Source=https://c7.westeurope.kusto.windows.net;Database=Samples;Fed=True;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-0023ea8802c3;AppKey=Zq7~69264;Authority Id=contoso.com",
	"https://help.kusto.windows.net/Samples;Fed=true;AppKey=abcd;Authority Id=x",
}

func TestPlainLines(t *testing.T) {
	for _, text := range plainStrings {
		for _, line := range []string{
			"", "GET ", `10.1.2.3 - - [01/May/2024:12:00:14 +0000] "GET /a?page=11&user=u2793&key=6713 HTTP/1.1" 404 3 "-" "Mozilla/5.0 (X11; Linux x86_64)" `, "level=info user=u1 status=200; path=/x took=4ms ",
			"Exception in thread \"main\" java.lang.IllegalStateException: token expired: ",
		} {
			for _, behind := range []string{"", "\n", " for bob in 12 ms\n", ` user=bob "x y"`} {
				if !isPlainLine(line + text + behind) {
					t.Errorf("%s%s%s is not read once", line, text, behind)
				}
			}
		}
		for _, line := range []string{
			`{"ts":"2024-05-01T12:00:05.591Z","msg":"cache miss key=items:7 with S","user":"u1015"}`, `{"msg":"S"}`, `time=x user=u1 cs="S"`, `{"msg":"token refreshed with S for bob"}`, `{"msg":"user logged in; status=200; with S"}`,
		} {
			if line = strings.Replace(line, "S", text, 1); !isPlainLine(line) {
				t.Errorf("%s is not read once", line)
			}
		}
	}
	for _, line := range []string{
		"AppKey=a;Data Source=https://c.kusto.windows.net;Fed=true", "https://u:p@c.kusto.windows.net;AppKey=b;Authority Id=c", "https://c.example.com;AppKey=b;Authority Id=c", "https://c.kusto.windows.net;AppKey=b c;Authority Id=c", "https://c.kusto.windows.net;AppKey=xxxx;Authority Id=c",
		"bearer https://c.kusto.windows.net;AppKey=b;Authority Id=c", "x; https://c.kusto.windows.net;AppKey=b;Authority Id=c", "https://c.kusto.windows.net;AppKey=b;Authority Id=c x;secret=d", `{"a":"\"https://c.kusto.windows.net;AppKey=b;Authority Id=c"}`, `{"password":"x","y":"https://c.kusto.windows.net;AppKey=b;Authority Id=c"}`,
		`a="set " *" https://c.kusto.windows.net;AppKey=b","c"`, `a="b= https://c.kusto.windows.net;AppKey=b"`,
	} {
		if isPlainLine(line) {
			t.Errorf("%s is read once", line)
		}
		checkPlain(t, line)
	}
}

// plainPairs follow a Data Source. Not all of them are plain.
var plainPairs = []string{
	";Database=x", ";Fed=true", ";AppKey=abcd", ";AppKey=none", ";AppKey=Zq7~12", ";Authority Id=contoso.com", ";Password=p4ss", ";User ID=u", ";AppClientId=8e1ea6a0", ";Application Key=a.b",
	";Application Token=eyJa.b.c", ";UserToken=t1", ";Data Source=x", ";App Key=q", ";PWD=/home", ";x=y", ";Database=secret", ";Database=client_secret", ";Database=app-key", ";Authority Id=basic",
	";Authority Id=bearer", ";Application Name for Tracing=x", ";AZ CLI=true", ";AppCert=abc", ";Application Certificate Blob=QUJD", ";Region=b64", ";Uncompressed=base64", ";AppKey=xxxx", ";AppKey=a b", ";",
}

// plainWords stand around a string in a plain line, or nearly so; specialWords do not.
var plainWords = []string{
	" ", " ", " ", " ", `"`, `"`, `"`, ",", ":", ";", "; ", "=", "{", "}", "[", "]", "(", ")", "?", "&", "&amp;", "&copy=1;", ".", "-", "=3D", "set ", `SET "`, "user=bob", `user="`, "key=12", "key: ", "token",
	"status=200", "path=/x", "secret", "secret: x", "password", "password: ", "Password must be set", "app ", "app-", "db=", "database=x", "server=", "Server=db", "Address=a", "Network ", "conn=", "url=", "kusto_uri=",
	"cluster ", "connection", "level=info", "2024-05-01T12:00:00Z", "INFO", "Bearer ", "basic ", "-u ", "--user=", "eyJhbGci.b.c", "access_token=", "client_secret", "://", "https://example.com/x", "with ", "with a b ",
	"cache miss key=items:7 with ", "xxxx", "WithAppToken(", "AAAAAAAAAAAAAAAAAAAA", "MSI", "UID=", "Fed", "xml", "//", "- ", "+", "*", "x y z", "|", "Data Source", "my Data Source=https://c.kusto.windows.net",
}

var specialWords = []string{`\`, "'", "%3D", "%", "<b>", ">", "`", "@", "#", "$", "é", "\n", "\r", "\t", "kusto", "****", "tracing", "AppKey=x", "\x1b[1m"}

func TestPlainLinesAreReadAlike(t *testing.T) {
	word := rapid.SampledFrom(plainWords)
	some := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 4).Draw(t, "words"), "") })
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"Data Source=https://c.kusto.windows.net", "https://help.kusto.windows.net/Db", "Server=https://a.b.kusto.windows.net/x", plainStrings[0], plainStrings[1]}).Draw(t, "start")
		text += strings.Join(rapid.SliceOfN(rapid.SampledFrom(plainPairs), 1, 4).Draw(t, "pairs"), "")
		form := rapid.SampledFrom([]string{
			"S", "B S", `"S"`, `{"a":"S"}`, `{"a":"x y S","b":"Q"}`, `x "y" S Q`, `c="S" Q`, "S\n", "B S\nQ", `"x y; S" z`, `a=b "k=c with S q"`, `"B S","Q"`, `B "Q" B S`, "B S Q", `{"a":"B S","b":"Q"}`, `{"a":"B S Q"}`, `x="B",y="S",z=Q`, "BSQ",
		}).Draw(t, "form")
		line := strings.NewReplacer("S", text, "B", some.Draw(t, "before"), "Q", some.Draw(t, "behind")).Replace(form)
		if rapid.IntRange(0, 3).Draw(t, "special") == 0 {
			at := rapid.IntRange(0, len(line)).Draw(t, "at")
			line = line[:at] + rapid.SampledFrom(specialWords).Draw(t, "word") + line[at:]
		}
		checkPlain(t, line)
	})
}

func FuzzPlainLine(f *testing.F) {
	for _, text := range plainStrings {
		f.Add(text)
		f.Add(`{"ts":"2024","msg":"cache miss key=items:7 with ` + text + `","user":"u1015"}` + "\n")
		f.Add(`level=info user=u1 status=200; path=/x took=4ms cs="` + text + `"`)
		f.Add(`"GET /a?page=11&user=u2793 HTTP/1.1" "Mozilla/5.0 (X11; Linux x86_64)" ` + text + " for bob\n")
	}
	f.Fuzz(func(t *testing.T, text string) { checkPlain(t, text) })
}
