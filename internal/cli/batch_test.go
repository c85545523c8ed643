package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// batch runs check --jsonl over input and returns the lines it answers.
func batch(t *testing.T, input string, args ...string) (lines []string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Main(append([]string{"check", "--jsonl"}, args...), strings.NewReader(input), &out, &errs)
	if errs.Len() > 0 {
		t.Errorf("standard error: %s", errs.String())
	}
	if out.Len() == 0 {
		return nil, code
	}
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n"), code
}

func TestBatchAnswer(t *testing.T) {
	const request = `{"id":"a","s":"https://c.kusto.windows.net/D%62; Fed=TRUE;é==\"=x;AppKey='k';Accept=","more":1}`
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, `{"id":"a","ok":false,"syntax":true,` +
			`"pairs":[["Fed","TRUE"],["é=\"","****"],["AppKey","****"],["Accept",null]],"prefix":"https://c.kusto.windows.net/D%62",` +
			`"properties":{"Data Source":"https://c.kusto.windows.net","Initial Catalog":"Db","AAD Federated Security":true,"Application Key":"****"},` +
			`"auth":"user-prompt",` +
			`"canonical":"Data Source=https://c.kusto.windows.net;Initial Catalog=Db;AAD Federated Security=True;Application Key=****;é==\"=****",` +
			`"redacted":"https://c.kusto.windows.net/D%62; Fed=TRUE;é==\"=****;AppKey='****';Accept=",`},
		{[]string{"--unsafe-show-secrets"}, `{"id":"a","ok":false,"syntax":true,` +
			`"pairs":[["Fed","TRUE"],["é=\"","x"],["AppKey","k"],["Accept",null]],"prefix":"https://c.kusto.windows.net/D%62",` +
			`"properties":{"Data Source":"https://c.kusto.windows.net","Initial Catalog":"Db","AAD Federated Security":true,"Application Key":"k"},` +
			`"auth":"user-prompt",` +
			`"canonical":"Data Source=https://c.kusto.windows.net;Initial Catalog=Db;AAD Federated Security=True;Application Key=k;é==\"=x",` +
			`"redacted":"https://c.kusto.windows.net/D%62; Fed=TRUE;é==\"=****;AppKey='****';Accept=",`},
	} {
		lines, code := batch(t, request, tt.args...)
		if code != exitClean || len(lines) != 1 {
			t.Fatalf("exit code %d, %d lines", code, len(lines))
		}
		got, rest, _ := strings.Cut(lines[0], `"diagnostics":`)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		var found []diagnostic
		if err := json.Unmarshal([]byte(strings.TrimSuffix(rest, "}")), &found); err != nil {
			t.Fatal(err)
		}
		// The offsets are bytes: the é before this one takes two.
		for _, d := range found {
			if d.Code == "KCS501" && (d.Start != 59 || d.End != 60) {
				t.Errorf("KCS501 at %d–%d", d.Start, d.End)
			}
		}
	}
}

func TestBatchWithSyntaxErrors(t *testing.T) {
	lines, code := batch(t, `{"s":"Fed=true;x;AppKey=\"k"}`)
	if code != exitClean {
		t.Errorf("exit code %d", code)
	}
	got, _, _ := strings.Cut(lines[0], `,"diagnostics":`)
	want := `{"id":null,"ok":false,"syntax":false,"pairs":[["Fed","true"]],"properties":{"AAD Federated Security":true},"auth":"user-prompt","redacted":"Fed=true;****;****"`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestBatchLines(t *testing.T) {
	const ok = "ok"
	for _, tt := range []struct{ name, line, want string }{
		{"empty", "", "not a JSON object"},
		{"blank", " \t", "not a JSON object"},
		{"no JSON", "AppKey=" + marker, "not a JSON object"},
		{"broken JSON", `{"id":1,"s":"` + marker, "not a JSON object"},
		{"text behind it", `{"s":"x"} ` + marker, "not a JSON object"},
		{"two objects", `{"s":"x"}{"s":"y"}`, "not a JSON object"},
		{"array", `["s"]`, "not a JSON object"},
		{"null", `null`, "not a JSON object"},
		{"string", `"` + marker + `"`, "not a JSON object"},
		{"not UTF-8", "{\"s\":\"" + marker + "\xff\"}", "not UTF-8"},
		{"no s", `{"id":1}`, `no "s"`},
		{"other case", `{"id":1,"S":"x"}`, `no "s"`},
		{"null s", `{"s":null}`, `"s" is not a string`},
		{"number", `{"s":12345678}`, `"s" is not a string`},
		{"array of strings", `{"s":["` + marker + `"]}`, `"s" is not a string`},
		{"byte order mark", "\ufeff" + `{"s":"x"}`, "not a JSON object"},
		{"CRLF", "{\"s\":\"x\"}\r", ok},
		{"white space around it", " \t{ \"s\" : \"x\" } ", ok},
		{"empty string", `{"s":""}`, ok},
		{"lone surrogate", `{"s":"\ud800"}`, ok},
		{"NUL", `{"s":"\u0000"}`, ok},
		{"nested too deep", `{"s":"x","id":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `}`, "not a JSON object"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, code := batch(t, "{\"s\":\"a\"}\n"+tt.line+"\n{\"s\":\"z\"}")
			if len(lines) != 3 {
				t.Fatalf("%d answers", len(lines))
			}
			wantCode := exitTrouble
			if tt.want == ok {
				wantCode = exitClean
				if !strings.HasPrefix(lines[1], `{"id":null,"ok":`) {
					t.Errorf("answered %s", lines[1])
				}
			} else {
				var got batchError
				if err := json.Unmarshal([]byte(lines[1]), &got); err != nil {
					t.Fatal(err)
				}
				if want := (batchError{"line 2: " + tt.want, 2}); got != want {
					t.Errorf("got %v, want %v", got, want)
				}
			}
			if code != wantCode {
				t.Errorf("exit code %d, want %d", code, wantCode)
			}
			if piece := findPiece(lines[1]); piece != "" {
				t.Errorf("prints %q", piece)
			}
			if !strings.Contains(lines[0], `"prefix":"a"`) || !strings.Contains(lines[2], `"prefix":"z"`) {
				t.Error("the lines around it are not answered")
			}
		})
	}
}

func TestBatchEchoesTheID(t *testing.T) {
	for _, id := range []string{
		`0`, `-1.50e+400`, `12345678901234567890123`, `""`, `"<é\u00e9&>"`, `true`, `false`, `null`, `[1,{"a":[]}]`, `{"id":null,"id":2}`,
	} {
		lines, _ := batch(t, `{"id":`+id+`,"s":"x"}`)
		if len(lines) != 1 || !strings.HasPrefix(lines[0], `{"id":`+id+`,"ok":`) {
			t.Errorf("%s: %s", id, lines)
		}
	}
}

func TestBatchKeepsOrder(t *testing.T) {
	const n = 10_000
	var input strings.Builder
	for i := range n {
		fmt.Fprintf(&input, "{\"id\":%d,\"s\":\"Fed=true\"}\n", i)
	}
	lines, code := batch(t, input.String())
	if len(lines) != n || code != exitClean {
		t.Fatalf("%d answers, exit code %d", len(lines), code)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, fmt.Sprintf(`{"id":%d,`, i)) {
			t.Fatalf("answer %d: %s", i, line)
		}
	}
}

func TestBatchHugeLine(t *testing.T) {
	huge := strings.Repeat("x", 1<<20)
	lines, code := batch(t, `{"s":"https://c.kusto.windows.net/Db;User ID=`+huge+`"}`)
	if len(lines) != 1 || code != exitClean || !strings.Contains(lines[0], `["User ID","`+huge+`"]`) {
		t.Errorf("%d answers, exit code %d", len(lines), code)
	}
}

// Each answer is there before the next request is made.
func TestBatchIsInteractive(t *testing.T) {
	requests, in := io.Pipe()
	out, answers := io.Pipe()
	done := make(chan int)
	go func() {
		code := Main([]string{"check", "--jsonl"}, requests, answers, io.Discard)
		_ = answers.Close()
		done <- code
	}()
	r := bufio.NewReader(out)
	for i := range 3 {
		if _, err := fmt.Fprintf(in, "{\"id\":%d,\"s\":\"x\"}\n", i); err != nil {
			t.Fatal(err)
		}
		line, err := r.ReadString('\n')
		if err != nil || !strings.HasPrefix(line, fmt.Sprintf(`{"id":%d,`, i)) {
			t.Fatalf("%q, %v", line, err)
		}
	}
	_ = in.Close()
	if _, err := r.ReadByte(); err != io.EOF {
		t.Errorf("more output, or %v", err)
	}
	if code := <-done; code != exitClean {
		t.Errorf("exit code %d", code)
	}
}

// failing is a stream that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error)  { return 0, f.err }
func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestStreamsThatFail(t *testing.T) {
	broken := failing{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}}
	dir, err := os.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	for _, tt := range []struct {
		args []string
		in   io.Reader
		out  io.Writer
		want string
	}{
		{[]string{"check", "--jsonl"}, strings.NewReader("{\"s\":\"x\"}\n{\"s\":\"y\"}\n"), broken, "kustoconn: writing the output: no space left\n"},
		{[]string{"schema"}, strings.NewReader(""), broken, "kustoconn: writing the output: no space left\n"},
		{[]string{"check", "Fedd=x"}, strings.NewReader(""), broken, "kustoconn: writing the output: no space left\n"},
		{[]string{"check", "--jsonl"}, failing{errors.New("what hides AppKey=hidden")}, io.Discard, "kustoconn: reading standard input: input/output error\n"},
		{[]string{"explain", "-"}, failing{errors.New("what hides AppKey=hidden")}, io.Discard, "kustoconn: reading standard input: input/output error\n"},
		{[]string{"check", "--jsonl"}, dir, io.Discard, "kustoconn: reading standard input: is a directory\n"},
		{[]string{"fmt", "-"}, dir, io.Discard, "kustoconn: reading standard input: is a directory\n"},
	} {
		var errs bytes.Buffer
		if code := Main(tt.args, tt.in, tt.out, &errs); code != exitTrouble || errs.String() != tt.want {
			t.Errorf("%q: exit code %d, %q; want %q", tt.args, code, errs.String(), tt.want)
		}
	}
}
