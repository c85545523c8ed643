package redact_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/internal/exhaust"
	"kustoconn/redact"
)

func copied(t rapid.TB, text string) string {
	t.Helper()
	var out bytes.Buffer
	if err := redact.Copy(&out, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	if testing.Short() && len(text) > 64<<10 {
		return out.String() // the ordinary run has the other ways
	}
	if got := redact.Text(text); got != out.String() {
		t.Errorf("Text of %q is %q, and Copy's %q", text, got, out.String())
	}
	if got := written(t, text[:len(text)/2], text[len(text)/2:]); got != out.String() {
		t.Errorf("a Writer makes %q of %q, and Copy %q", got, text, out.String())
	}
	return out.String()
}

// written returns what a Writer makes of parts of a text.
func written(t rapid.TB, parts ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := redact.NewWriter(&out)
	for _, part := range parts {
		if n, err := w.Write([]byte(part)); n != len(part) || err != nil {
			t.Fatal(n, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCopy(t *testing.T) {
	const host = `https://help.kusto.windows.net/Samples`
	tests := []struct{ text, want string }{
		{"", ""},
		{"nothing to hide; x=1\n", "nothing to hide; x=1\n"},
		{"\xff\xfe\x00 " + host + ";AppKey=abcd \xc3\n\r", "\xff\xfe\x00 " + host + ";AppKey=**** \xc3\n\r"},
		{"to " + host + ";AppKey=abcd;Fed=true failed.", "to " + host + ";AppKey=****;Fed=true failed."},
		{`{"msg":"token refreshed with Data Source=` + host + `;AppKey=abcd;Fed=true"}`, `{"msg":"token refreshed with Data Source=` + host + `;AppKey=****;Fed=true"}`},
		{`{"msg":"cache miss key=items:7 with Data Source=` + host + `;AppKey=abcd;Fed=true"}`, `{"msg":"cache miss key=items:7 with Data Source=` + host + `;AppKey=****;Fed=true"}`},
		{"to " + host + ";AppKey=abcd. Then", "to " + host + ";AppKey=****. Then"},
		{"to " + host + ";AppKey=${KEY};Fed=true", "to " + host + ";AppKey=${KEY};Fed=true"},
		{"to " + host + ";AppKey=a;cd!;Fed=true failed", "to " + host + ";AppKey=****;****;Fed=true failed"},
		{"to " + host + ";AppKey=\"a;cd;Fed=true failed\nnext", "to " + host + ";****\nnext"},
		{"to " + host + ";AppKey=\"a;\n\"\"cd\";Fed=true\nnext", "to " + host + ";****\n****\";Fed=true\nnext"},
		{"to https://me:abcd@help.kusto.windows.net/Db;Fed=true", "to https://****@help.kusto.windows.net/Db;Fed=true"},
		{"Application Key=abcd;Application Client Id=x", "Application Key=****;Application Client Id=x"},
		{`c='` + host + `;AppKey=abcd' u='bob'`, `c='` + host + `;AppKey=****' u='bob'`},
		{`c="` + host + `;AppKey="a;cd";Fed=true" u="bob"`, `c="` + host + `;****";Fed=true" u="bob"`},
		{`Server=tcp:db,1433;Password=abcd;Encrypt=true`, `Server=tcp:db,1433;Password=****;Encrypt=true`},

		// escapes
		{`{"m":"to ` + host + `;AppKey=a\"b\u003dc","n":"x"}`, `{"m":"to ` + host + `;AppKey=****","n":"x"}`},
		{`{"m":"` + host + `;AppKey=\"a;\\b\";Fed=true"}`, `{"m":"` + host + `;AppKey=\"****\";Fed=true"}`},
		{`{"m":"` + host + `;AppKey=\"ab;cd;Fed=true","n":"x"}`, `{"m":"` + host + `;****","n":"x"}`},
		{`{"m":"` + host + `;\u0041ppKey\u003dab cd;Fed\u003dtrue"}`, `{"m":"` + host + `;\u0041ppKey\u003d****;Fed\u003dtrue"}`},
		{`{"m":"Data Source\u003dlocalhost;App Key\u003da\ud83d\ude00b"}`, `{"m":"Data Source\u003dlocalhost;App Key\u003d****"}`},
		{`{"m":"line\n` + host + `;AppKey=abcd\nline"}`, `{"m":"line\n` + host + `;AppKey=****\nline"}`},
		{`{"o":"{\"m\":\"to ` + host + `;AppKey=a\\\"b\\u003dc\",\"n\":1}"}`, `{"o":"{\"m\":\"to ` + host + `;AppKey=****\",\"n\":1}"}`},
		{`{'m': '` + host + `;AppKey=\'a;b\\c\';Fed=true', 'n': 1}`, `{'m': '` + host + `;AppKey=\'****\';Fed=true', 'n': 1}`},
		{`{'m': 'to ` + host + `;AppKey\x3da\x27b'}`, `{'m': 'to ` + host + `;AppKey\x3d****'}`},
		{`it's 'so "` + host + `;AppKey=a\"bcd" x`, `it's 'so "` + host + `;AppKey=****" x`},

		// forgotten semicolons
		{"to " + host + ";Fed=true AppKey=abcd failed", "to " + host + ";Fed=true AppKey=**** failed"},
		{"to " + host + ",Fed=true,AppKey=abcd,Authority Id=x failed", "to " + host + ",Fed=true,AppKey=**** failed"},
		{"to " + host + ";Database=x | Usr Token=abcd failed", "to " + host + ";Database=x | Usr Token=**** failed"},
		{"to " + host + ";Fed=true user=bob status=200", "to " + host + ";Fed=true user=bob status=200"},
		{"KUSTO=${KUSTO:-" + host + ";AppKey=abcd}", "KUSTO=${KUSTO:-" + host + ";AppKey=****}"},
		// a keyword that is nobody's, a misplaced prefix
		{"to " + host + "; took=35 ms", "to " + host + "; took=35 ms"},
		{"to Fed=true;https://me:abcd@help.kusto.windows.net/Db;Database=x failed", "to Fed=true;https://****@help.kusto.windows.net/Db;Database=x failed"},
		// what is an escape in some languages, and in others a part of the secret
		{`s := "` + host + `;AppKey=a\x3bcd" // c`, `s := "` + host + `;AppKey=****" // c`},
		{`s='` + host + `;AppKey=ab\ncd;Fed=true' x`, `s='` + host + `;AppKey=****;Fed=true' x`},
		{`1,"AppKey=ab\ncd",info`, `1,"AppKey=****",info`},
		{`<a b="AppKey=ab\ncd" c="d"/>`, `<a b="AppKey=****" c="d"/>`},
		{`AppKey=ab\x0acd now`, `AppKey=**** now`},
		{`"a&#10;b" AppKey=ab&#10;cd now`, `"a&#10;b" AppKey=****;**** now`},
		{`level=info msg="using AppKey=ab\nretry in 5 s" took=35`, `level=info msg="using AppKey=**** in 5 s" took=35`},
		{`curl -d '{"a":"AppKey=ab\\ncd","b":1}' x`, `curl -d '{"a":"AppKey=****","b":1}' x`},
		// what cannot be but an escape: in an object of JSON, before the secret
		{`INFO {"m":"AppKey=ab\nretry"} 200`, `INFO {"m":"AppKey=****\nretry"} 200`},
		{`{"m":"AppKey=ab\nretry"`, `{"m":"AppKey=****"`},
		{`INFO {0} "AppKey=ab\ncd" x`, `INFO {0} "AppKey=****" x`},
		{`{} "AppKey=ab\ncd" x`, `{} "AppKey=****" x`},
		{`s := "AppKey=\x3dab\ncd" // c`, `s := "AppKey=****" // c`},
		{`s := "AppKey\x3dab\ncd" // c`, `s := "AppKey\x3d****\ncd" // c`},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, copied(t, test.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// A string that a border of the window cuts is masked as any other.
func TestBorders(t *testing.T) {
	exhaust.Long(t)
	const line = `{"m":"to https://help.kusto.windows.net;AppKey=\"hunter;2\";Fed=true","n":1}`
	const masked = `{"m":"to https://help.kusto.windows.net;AppKey=\"****\";Fed=true","n":1}`
	const step = 7
	for _, end := range []string{"\n", ","} {
		filler := strings.Repeat("0123456789abcde"+end, 1000)
		for _, window := range []int{64 << 10, 128 << 10, 192 << 10, 256 << 10, 448 << 10} {
			for shift := -len(line) - 2; shift <= 2; shift += step {
				before := strings.Repeat(filler, window/len(filler)+1)[:window+shift]
				after := end + strings.Repeat(filler, 30)
				if got, want := copied(t, before+line+after), before+masked+after; got != want {
					t.Fatalf("%d bytes before the string: %q", len(before), got[len(before)-20:][:len(line)+40])
				}
			}
		}
	}
}

// What is longer than the window is masked whole, wherever it stands.
func TestLongString(t *testing.T) {
	const host = "https://help.kusto.windows.net;"
	long := strings.Repeat("Zq9xW7vK2mJ4", 10<<10)
	for _, before := range []string{"x ", strings.Repeat("0123456789\n", 17000) + "x ", strings.Repeat("0123456789\n", 20000) + "x "} {
		for _, test := range []struct{ text, want string }{
			{host + "AppKey=" + long + "\nnext", "****\nnext"},
			{host + "AppKey=\"" + long + ";Fed=true\nnext", "****\nnext"},
			{host + "Fed=true;Application Name for Tracing=" + long + ";AppKey=abc\nnext", "****\nnext"},
			{`{"m":"` + host + "AppKey=" + long + long + `","n":1}`, `{"m":"****","n":1}`},
			{host + "AppKey=" + long + long + long, "****"},
		} {
			if got := copied(t, before+test.text); got != before+test.want {
				t.Errorf("%d bytes before %.60s…: %d bytes, %.40q", len(before), test.text, len(got)-len(before), got[min(len(got), len(before)):])
			}
		}
	}
}

type failingWriter struct{}

var errFull = errors.New("full")

func (failingWriter) Write([]byte) (int, error) { return 0, errFull }

func TestCopyErrors(t *testing.T) {
	if err := redact.Copy(failingWriter{}, strings.NewReader("x")); !errors.Is(err, errFull) {
		t.Errorf("writing: %v", err)
	}
	var out bytes.Buffer
	broken := errors.New("broken")
	in := io.MultiReader(strings.NewReader("https://help.kusto.windows.net;AppKey=abcd"), iotest.ErrReader(broken))
	if err := redact.Copy(&out, in); !errors.Is(err, broken) {
		t.Errorf("reading: %v", err)
	}
	if got, want := out.String(), "https://help.kusto.windows.net;AppKey=****"; got != want {
		t.Errorf("before the error: %q, want %q", got, want)
	}
}

// A line that is masked anew more often than anybody looks is masked all the same.
func TestLineOfManyLooks(t *testing.T) {
	const line = `"%3Dhttps://help.kusto.windows.net/Samples;Fed=true;AppKey=abcd;Authority Id=x;Authority Id=contoso.com;AppKey=abcd;Authority Id=x\n"set "",`
	var out strings.Builder
	if err := redact.Copy(&out, strings.NewReader(line)); err != nil {
		t.Fatal(err)
	}
	if got, start := out.String(), `"%3Dhttps://help.kusto.windows.net/Samples;Fed=true;AppKey=****;****`; !strings.HasPrefix(got, start) || strings.Contains(got, "abcd") {
		t.Errorf("%s, want %s…", got, start)
	}
}

func BenchmarkCopy(b *testing.B) {
	var log strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&log, "2024-05-01T12:%02d:%02dZ INFO  [worker-%d] request id=%d path=/v1/items status=200 took 12 ms\n", i/60%60, i%60, i%8, i)
	}
	text := log.String()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := redact.Copy(io.Discard, strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
