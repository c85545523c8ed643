package redact

import (
	"bytes"
	"math/rand/v2"
	"net/url"
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
	if got.String() != want.String() || fast.masks != slow.masks || fast.unfinished != slow.unfinished || fast.logged != slow.logged || fast.prefixed != slow.prefixed {
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
		for _, line := range []string{ // amid tags
			`<add name="n1" cs="S" provider="x"/>`, "<c><v>S</v><w>x</w></c>", "<34>1 2024-05-01T12:00:00Z host app - - - opening S for bob", "<p>opened with S</p>", `x=y <add n="a" value="S"></add>`,
		} {
			if line = strings.ReplaceAll(line, "S", text); !isPlainLine(line) {
				t.Errorf("%s is not read once", line)
			}
		}
		for _, line := range []string{ // written as URLs are
			`10.0.0.1 - - [01/May/2024:12:00:00 +0000] "GET /q?c=S&x=%20 HTTP/1.1" 200 1234 "-" "curl/8.0"`, "GET /q?S HTTP/1.1", `{"url":"/q?x=1&c=S&f=S","status":200}`, `{"log":"GET /q?c=S HTTP/1.1\n"}`,
		} {
			for _, encoded := range []string{url.QueryEscape(text), strings.ReplaceAll(url.QueryEscape(text), "+", "%20"), url.QueryEscape(url.QueryEscape(text))} {
				if line := strings.ReplaceAll(line, "S", encoded); !isPlainLine(line) {
					t.Errorf("%s is not read once", line)
				}
			}
		}
		for _, line := range []string{ // in a literal, or one in another
			`{"log":"{\"conn\":\"S\",\"q\":\"\"}\n","stream":"stdout"}`, `{"log":"INFO opening S in 12 ms\n","stream":"stdout","time":"2024-05-01T12:00:00.123456789Z"}`, `{"log":"time=x cs=\"S\"\n","stream":"stderr"}`,
			`{"log":"{\"level\":\"info\",\"msg\":\"user logged in with S\",\"n\":1}\n","stream":"stdout"}`, `{"a":"{\"b\":\"{\\\"c\\\":\\\"S\\\"}\"}"}`, `{"a":"","b":"S","c":""}`, `{"a":"S","b":"S","c":"opened the store with S"}`, `{"a":"\"S\"","b":"x"}`, `{"log":"{\"a\":\"b\",\"c\":\"S\"}\n"}`,
			`{"ts":"2024-05-01T12:00:05.591Z","msg":"cache miss key=items:7 with S","user":"u1015"}`, `{"msg":"S"}`, `time=x user=u1 cs="S"`, `{"msg":"token refreshed with S for bob"}`, `{"msg":"user logged in; status=200; with S"}`,
		} {
			if line = strings.ReplaceAll(line, "S", text); !isPlainLine(line) {
				t.Errorf("%s is not read once", line)
			}
		}
	}
	for _, line := range []string{
		"AppKey=a;Data Source=https://c.kusto.windows.net;Fed=true", "https://u:p@c.kusto.windows.net;AppKey=b;Authority Id=c", "https://c.example.com;AppKey=b;Authority Id=c", "https://c.kusto.windows.net;AppKey=b c;Authority Id=c", "https://c.kusto.windows.net;AppKey=xxxx;Authority Id=c",
		"bearer https://c.kusto.windows.net;AppKey=b;Authority Id=c", "x; https://c.kusto.windows.net;AppKey=b;Authority Id=c", "https://c.kusto.windows.net;AppKey=b;Authority Id=c x;secret=d", `{"a":"\"https://c.kusto.windows.net;AppKey=b;Authority Id=c"}`, `{"password":"x","y":"https://c.kusto.windows.net;AppKey=b;Authority Id=c"}`,
		`a="set " *" https://c.kusto.windows.net;AppKey=b","c"`, `a="b= https://c.kusto.windows.net;AppKey=b"`,
		// what a literal that holds another one may be as a whole, and one that the next line may go on with
		`{"a":"x=\"\",y=\"Data Source=https://c.kusto.windows.net;AppKey=b;Fed=true\""}`, `{"a":"x=\"\\\"Data Source=https://c.kusto.windows.net;AppKey=b;Fed=true\\\"\""}`,
		`{"a":"INFO cs=\" \", \" \" Data Source=https://c.kusto.windows.net;AppKey=b;Fed=true\n"}`, `x="Data Source=https://c.kusto.windows.net;AppKey=b;Fed=true app "`, `x="a b https://c.kusto.windows.net;AppKey=b;Fed=true app "`,
		"> host: https://c.kusto.windows.net;AppKey=b;Fed=true", // of a request, whose header goes on
		// what URLs hold otherwise than their encoding says, or with a value as it stands, and what the next line may go on with
		"/q?AppKey=a%20b&c=https%3A%2F%2Fc.kusto.windows.net%3BAppKey%3Db%3BFed%3Dtrue x", "/q?c=https%3A%2F%2Fc.kusto.windows.net%3BAppKey%3Db%0AFed%3Dtrue x", "/q?c=https%3A%2F%2Fc.kusto.windows.net;AppKey%3Db x", `"c=https%3A%2F%2Fc.kusto.windows.net%3BAppKey%3Db"`, "c=https%3A%2F%2Fc.kusto.windows.net%3BAppKey%3Db",
		// a secret that may go on with what looks like a tag's end, and text of an element that may be a string as a whole
		`<add a="https://c.kusto.windows.net;Fed=true;AppKey=b"/>`, "https://c.kusto.windows.net;Fed=true;AppKey=b</a> x", "<p>x_client_secretning Data Source=https://c.kusto.windows.net;AppKey=b;Fed=true</p>", "<a>https://c.kusto.windows.net;AppKey=b;Fed=true x</a>",
		"x?c=base%36%34https%3A%2F%2Fc.kusto.windows.net%3BAppKey%3Db%3BFed%3Dtrue x", "/q?c=https%3A%2F%2Fc.kusto.windows.net%3BAppKey%3Db%3BFed%3Dtrue%s x", "client_secret=https%3A%2F%2Fc.kusto.windows.net%3BAppKey%3Db%3BFed%3Dtrue x",
	} {
		if isPlainLine(line) {
			t.Errorf("%s is read once", line)
		}
		checkPlain(t, line)
	}
}

// plainPairs follow a Data Source. Not all of them but the first four are plain.
var plainPairs = []string{
	";Database=x", ";Fed=true", ";AppKey=abcd", ";Authority Id=contoso.com", ";AppKey=none", ";AppKey=Zq7~12", ";Password=p4ss", ";User ID=u", ";AppClientId=8e1ea6a0", ";Application Key=a.b",
	";Application Token=eyJa.b.c", ";UserToken=t1", ";Data Source=x", ";App Key=q", ";PWD=/home", ";x=y", ";Database=secret", ";Database=client_secret", ";Database=app-key", ";Authority Id=basic",
	";Authority Id=bearer", ";Application Name for Tracing=x", ";AZ CLI=true", ";AppCert=abc", ";Application Certificate Blob=QUJD", ";Region=b64", ";Uncompressed=base64", ";AppKey=xxxx", ";AppKey=a b", ";",
}

// plainWords stand around a string in a plain line, or nearly so; specialWords do not.
var plainWords = []string{
	" ", " ", " ", " ", `"`, `"`, `"`, ",", ":", ";", "; ", "=", "{", "}", "[", "]", "(", ")", "?", "&", "&amp;", "&copy=1;", ".", "-", "=3D", "set ", `set "`, "user=bob", `user="`, "key=12", "key: ", "token",
	"status=200", "path=/x", "secret", "secret: x", "password", "password: ", "Password must be set", "app ", "app-", "db=", "database=x", "server=", "Server=db", "Address=a", "Network ", "conn=", "url=", "kusto_uri=",
	"cluster ", "connection", "level=info", "2024-05-01T12:00:00Z", "INFO", "Bearer ", "basic ", "-u ", "--user=", "eyJhbGci.b.c", "access_token=", "client_secret", "://", "https://example.com/x", "with ", "with a b ",
	"cache miss key=items:7 with ", "xxxx", "WithAppToken(", "AAAAAAAAAAAAAAAAAAAA", "MSI", "UID=", "Fed", "xml", "//", "- ", "+", "*", "x y z", "|", "Data Source", "my Data Source=https://c.kusto.windows.net",
}

// calmWords leave a line plain, wherever they stand but for what is between them.
var calmWords = []string{"", "", "x", "a b ", "k=v ", ", ", "status=200 ", "level=info ", "path=/x ", "opened with ", "for bob", "a: ", "(x) ", "db=1 ", "user=bob ", "x y; ", `"",`, `"x",`, `"b":`, `{"a":"x","b":`, `["x",`, `"}`}

var specialWords = []string{`\`, "'", "%3D", "%", "<b>", ">", "`", "@", "#", "$", "é", "\n", "\r", "\t", "kusto", "****", "tracing", "AppKey=x", "\x1b[1m"}

// literalForms hold all of a line in a literal.
var literalForms = []string{
	`{"log":"L","stream":"stdout"}`, `{"log":"L\n","stream":"stdout","time":"2024-05-01T12:00:00.123456789Z"}`, `{"a":"","log":"L","b":""}`, `x="L"`, `"L"`, `B "L" Q`, `{"a":"B","b":"L\n","c":"Q"}`, `{"a":["B","","L"]}`, `"B","L"`, `B"L"Q`, `{"a":"B L Q"}`, `{"a":"L\nB"}`, `["L","L"]`, `{"log":"L\n"}`, `{"log":"INFO cs=L\n"}`,
}

// encodedForms hold all of a line as URLs write it.
var encodedForms = []string{
	`"GET /q?c=E&x=1 HTTP/1.1" 200`, "/q?c=E&x=1 B", "B c=E Q", `"E" `, "a%20b E&c", "E ", `{"url":"/q?c=E"}`, `x="E"`, "E&E x", "E,E x", "Q/E/B ", "key=E&x=1 ", `{"a":"GET /x?q=E&f=1
"}`, "c=E?x=E HTTP/1.1", "(E)",
}

// asLiteral returns a text as a literal of JSON has it.
func asLiteral(text string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text)
}

func TestPlainLinesAreReadAlike(t *testing.T) {
	word := rapid.SampledFrom(plainWords)
	calm := rapid.SampledFrom(calmWords)
	some := rapid.Custom(func(t *rapid.T) string {
		of := word
		if rapid.IntRange(0, 2).Draw(t, "calm") > 0 { // most lines shall be plain
			of = calm
		}
		return strings.Join(rapid.SliceOfN(of, 0, 3).Draw(t, "words"), "")
	})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"Data Source=https://c.kusto.windows.net", "https://help.kusto.windows.net/Db", "Server=https://a.b.kusto.windows.net/x", plainStrings[0], plainStrings[1]}).Draw(t, "start")
		pairs := plainPairs
		if rapid.Bool().Draw(t, "calm") {
			pairs = plainPairs[:4]
		}
		text += strings.Join(rapid.SliceOfN(rapid.SampledFrom(pairs), 1, 4).Draw(t, "pairs"), "")
		if rapid.IntRange(0, 2).Draw(t, "ended") > 0 {
			text += ";AppKey=abcd;Authority Id=x"
		}
		form := rapid.SampledFrom([]string{
			"S", "B S", `"S"`, `{"a":"S"}`, `{"a":"x y S","b":"Q"}`, `x "y" S Q`, `c="S" Q`, "S\n", "B S\nQ", `"x y; S" z`, `a=b "k=c with S q"`, `"B S","Q"`, `B "Q" B S`, "B S Q", `{"a":"B S","b":"Q"}`, `{"a":"B S Q"}`, `x="B",y="S",z=Q`, "BSQ", `<add B="S"/>`, `<a><b>S</b>Q</a>`, `B <a b="Q" c="S" d="B"/> Q`, `<34>1 B <v>S</v>`, `<v a="B">S</v>B`, "<x>B S Q</x>", `"<a>S</a>"`,
			`{"a":"S","b":"S"}`, `{"a":"S","q":"Q","b":"B S"}`, `x="S" y="S"Q`, "S B S", `"S",S,"S"`, `c="S", B S Q`, `var c = "S";`, `B"S";`, `f("S");`, `B("S");`, `B"B S");`,
		}).Draw(t, "form")
		line := strings.NewReplacer("S", text, "B", some.Draw(t, "before"), "Q", some.Draw(t, "behind")).Replace(form)
		for range rapid.IntRange(0, 3).Draw(t, "depth") {
			line = strings.NewReplacer("L", asLiteral(line), "B", some.Draw(t, "before"), "Q", some.Draw(t, "behind")).Replace(rapid.SampledFrom(literalForms).Draw(t, "around"))
		}
		for range rapid.IntRange(0, 2).Draw(t, "encoded") {
			encode := rapid.SampledFrom([]func(string) string{url.QueryEscape, url.PathEscape}).Draw(t, "encode")
			line = strings.NewReplacer("E", encode(line), "B", some.Draw(t, "before"), "Q", some.Draw(t, "behind")).Replace(rapid.SampledFrom(encodedForms).Draw(t, "url"))
		}
		if rapid.IntRange(0, 7).Draw(t, "special") == 0 {
			at := rapid.IntRange(0, len(line)).Draw(t, "at")
			line = line[:at] + rapid.SampledFrom(specialWords).Draw(t, "word") + line[at:]
		}
		checkPlain(t, line)
	})
}

// Lines that are longer than what is held are read once, too, part by part: up to the first word that makes them special,
// and whatever stands where a part ends.
func TestLongPlainLines(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	lines := 12
	if testing.Short() {
		lines = 3
	}
	for n := range lines {
		var b strings.Builder
		b.WriteString("x")
		for b.Len() < capacity+2*window {
			b.WriteString(" " + plainStrings[r.IntN(len(plainStrings))] + " for")
			for range r.IntN(4 + n*n) {
				b.WriteString(" " + strings.TrimSpace("x"+calmWords[r.IntN(12)]))
			}
			if r.IntN(1000) < n {
				b.WriteString(plainWords[r.IntN(len(plainWords))])
			}
		}
		line := b.String()
		p := prefilter{text: line[:capacity]}
		s := stream{}
		if used, ok := s.plainPart(&p, p.next(0)); n == 0 && (!ok || used < capacity-window || used > capacity-window+longestPlain) {
			t.Errorf("%d bytes of a plain line are read once: %t", used, ok)
		}
		checkPlain(t, line+"\n"+plainStrings[0])
	}
}

func FuzzPlainLine(f *testing.F) {
	for _, text := range plainStrings {
		f.Add(text)
		f.Add(`{"log":"{\"conn\":\"` + text + `\",\"q\":\"\"}\n","stream":"stdout"}` + "\n")
		f.Add(`{"log":"INFO opening ` + text + ` in 12 ms\n","q":"","stream":"stdout"}` + "\n")
		f.Add(`{"a":"` + text + `","b":"opened the store with ` + text + `"}`)
		f.Add(`{"a":"{\"b\":\"{\\\"c\\\":\\\"` + text + `\\\"}\"}"}`)
		f.Add(`{"ts":"2024","msg":"cache miss key=items:7 with ` + text + `","user":"u1015"}` + "\n")
		f.Add(`10.0.0.1 - - [01/May/2024:12:00:00 +0000] "GET /q?c=` + url.QueryEscape(text) + `&x=1 HTTP/1.1" 200 1234 "-" "curl/8.0"` + "\n")
		f.Add(`GET /q?c=` + url.PathEscape(url.PathEscape(text)) + "&x=%20 HTTP/1.1")
		f.Add(`level=info user=u1 status=200; path=/x took=4ms cs="` + text + `"`)
		f.Add(`"GET /a?page=11&user=u2793 HTTP/1.1" "Mozilla/5.0 (X11; Linux x86_64)" ` + text + " for bob\n")
	}
	f.Fuzz(func(t *testing.T, text string) { checkPlain(t, text) })
}
