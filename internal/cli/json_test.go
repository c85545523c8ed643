package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/rapidgen"
	"kustoconn/report"
	"kustoconn/validate"
)

// encoded is what report.WriteJSON writes of v.
func encoded(t interface{ Fatal(...any) }, v any) string {
	var b bytes.Buffer
	if err := report.WriteJSON(&b, v, ""); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Answers are those of encoding/json, byte for byte.
func TestAnswersAreThoseOfTheEncoder(t *testing.T) {
	v, err := validate.New(validate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapidgen.Of(fuzz.Texts()), rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune(";=\"'@<>&\x00\x01\b\f\n\r\t\x7f\u2028\u2029\u202e\U000e0041é😀a")))).Draw(t, "text")
		id := rapid.SampledFrom([]string{"null", "1", "-0", "01e", `"x"`, `"\u00e9"`, "\"\u202e\"", "[1, {\"a\" : 2}]", "1.50e+4", "true"}).Draw(t, "id")
		if !json.Valid([]byte(id)) {
			id = "0"
		}
		for _, reveal := range []bool{false, true} {
			var m memory
			a := newAnswer(&m, json.RawMessage(id), text, v, reveal)
			got, err := a.append([]byte("before"))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff("before"+encoded(t, a), string(got)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		}
	})
}

func TestOmittedIsAnswered(t *testing.T) {
	a := answer{ID: json.RawMessage("1"), Omitted: 12, Diagnostics: []diagnostic{{Edits: []edit{{}, {Text: "<"}}}, {}}}
	a.Pairs, a.Properties, a.Diagnostics[1].Edits = []pair{}, properties{{name: "n", text: "<"}, {name: "b", isBool: true}}, []edit{}
	got, err := a.append(nil)
	if want := encoded(t, a); err != nil || string(got) != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "plain", "\"\\\b\f\n\r\t\x00\x1f\x7f", "<>&", "\u2028\u2029\ufffd", "a\xffb\xc3", "\xed\xa0\x80", "é😀", "\u202e\U000e0041"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := string(appendString(nil, s)), encoded(t, s); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	})
}

// The short way to read a request says what the parser of JSON does.
func FuzzPlainRequest(f *testing.F) {
	for _, line := range []string{
		`{"id":1,"s":"a;b=c"}`, `{"id": "x", "s": "a\"b"}` + "\r\n", `{"id":null,"s":"é"} `, `{"id":01,"s":""}`, `{"id":1,"s":"a","s":"b"}`,
		`{"id":1,"s":"a"}}`, `{"id":1,"s":"a","id":2}`, `{"id":1,"s":"\ud800"}`, "{\"id\":1,\"s\":\"\x01\"}", "{\"id\":1,\"s\":\"\xff\"}",
		`{"id":"a,b","s":"x"}`, `{"id":1 ,"s":"x"}`, `{"id":-1,"s":"x" }`, `{"id":1,"s":"x`, `{"id":,"s":"x"}`, `{"id":",","s":"x"}`, "{\"id\":1,\"s\":\"x\"\v}", `{"id":1,"s":null}`,
	} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		id, s, ok := plainRequest(line)
		if !ok {
			return
		}
		request, err := requestOf(line)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		want, err := stringField(request, "s")
		if err != nil || s != want || string(id) != string(requestID(request)) {
			t.Errorf("%q: %s, %q; want %s, %q, %v", line, id, s, requestID(request), want, err)
		}
	})
}

// Plain requests are read the short way: else it is of no use.
func TestPlainRequest(t *testing.T) {
	for line, want := range map[string]bool{
		`{"id":1,"s":"a;b=c"}`: true, `{"id": "x", "s": "a\"b"}` + "\r\n": true, `{"id":null,"s":""}`: true,
		`{"s":"x"}`: false, `{"id":1,"s":"a","s":"b"}`: false, `{"id":1,"more":2,"s":"a"}`: false,
	} {
		if _, _, got := plainRequest([]byte(line)); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}

// Many lines of all sizes, in chunks of all sizes: each is answered in its place.
func TestChunksKeepOrder(t *testing.T) {
	var in bytes.Buffer
	const n = 3000
	for i := range n {
		size := i % 100
		if i%500 == 307 {
			size = 3 * chunkSize
		}
		if i%97 == 5 {
			fmt.Fprintf(&in, "broken %d\n", i)
			continue
		}
		fmt.Fprintf(&in, `{"id":%d,"s":"User ID=%s"}`+"\n", i, strings.Repeat("x", size))
	}
	for _, r := range []io.Reader{&in, iotest.OneByteReader(strings.NewReader(in.String()[:20000]))} {
		var out bytes.Buffer
		Main([]string{"check", "--jsonl"}, r, &out, io.Discard)
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) < 50 {
			t.Fatalf("%d lines", len(lines))
		}
		for i, line := range lines {
			want := fmt.Sprintf(`{"id":%d,`, i)
			if i%97 == 5 {
				want = fmt.Sprintf(`{"error":"line %d: not a JSON object","line":%[1]d}`, i+1)
			}
			if !strings.HasPrefix(line, want) && i < len(lines)-1 {
				t.Fatalf("line %d: %.80s", i, line)
			}
		}
	}
}

func BenchmarkBatch(b *testing.B) {
	text := "Data Source=https://mycluster.westeurope.kusto.windows.net;Fed=True;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=an~invented~key;Authority Id=contoso.com"
	line := `{"id":1,"s":"` + text + `"}` + "\n"
	const lines = 1000
	input := strings.Repeat(line, lines)
	b.ReportAllocs()
	for b.Loop() {
		if code := Main([]string{"check", "--jsonl"}, strings.NewReader(input), io.Discard, io.Discard); code != exitClean {
			b.Fatal(code)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lines, "ns/string")
}
