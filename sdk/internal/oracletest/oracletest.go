// Package oracletest holds a dialect's reading against recordings of the real
// client. Only tests import it.
package oracletest

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/sdk/internal/dialect"
)

// Row is one recorded reading.
type Row struct {
	ID      string         `json:"id"`
	Group   string         `json:"group"`
	S       string         `json:"s"`
	OK      bool           `json:"ok"`
	Crash   bool           `json:"crash"`
	Error   string         `json:"error"`
	Seen    map[string]any `json:"seen"` // strings and booleans
	Auth    string         `json:"auth"`
	Out     string         `json:"out"`
	Masked  string         `json:"masked"`
	Reparse string         `json:"reparse"`
}

// Load reads the rows of a file of gzipped JSON lines.
func Load(tb testing.TB, file string) []Row {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatalf("%s: %v", file, err)
	}
	var rows []Row
	lines := json.NewDecoder(bufio.NewReader(unzipped))
	for lines.More() {
		var row Row
		if err := lines.Decode(&row); err != nil {
			tb.Fatalf("%s: after %d rows: %v", file, len(rows), err)
		}
		rows = append(rows, row)
	}
	return rows
}

// Agree fails t for every field of every row on which client answers
// otherwise. Message gives the error message that the client would print for
// a rejected text, made of the answer's class and echoes alone, so that these
// are compared too.
func Agree(t *testing.T, rows []Row, client dialect.Client, message func(text string, a dialect.Answer) string) {
	t.Helper()
	for _, row := range rows {
		a := client.Read(row.S)
		compare := func(field string, want, got any) {
			if !cmp.Equal(want, got) {
				t.Errorf("%s %q: %s: want %#v, got %#v", row.ID, row.S, field, want, got)
			}
		}
		compare("ok", row.OK, a.OK)
		compare("crash", row.Crash, a.Crash)
		compare("error", row.Error, errorMessage(row.S, a, message))
		compare("seen", row.Seen, seen(a))
		compare("auth", authClass(row.Auth), a.Auth)
		compare("out", row.Out, a.Out)
		compare("masked", row.Masked, a.Masked)
		compare("reparse", row.Reparse, a.Reparse)
	}
}

// Echoed returns the parts of text that the client's error message repeats,
// joined, for a message function of Agree.
func Echoed(text string, a dialect.Answer) string {
	var echoed strings.Builder
	for _, e := range a.Echoes {
		echoed.WriteString(e.Slice(text))
	}
	return echoed.String()
}

func errorMessage(text string, a dialect.Answer, message func(string, dialect.Answer) string) string {
	if a.OK {
		return ""
	}
	return message(text, a)
}

func seen(a dialect.Answer) map[string]any {
	if !a.OK {
		return nil
	}
	values := map[string]any{}
	for _, p := range a.Seen {
		if p.IsBool {
			values[p.Name] = p.Bool
		} else {
			values[p.Name] = p.Value
		}
	}
	return values
}

// authClass cuts a recorded "error: Class: text" down to its class.
func authClass(auth string) string {
	if rest, failed := strings.CutPrefix(auth, "error: "); failed {
		class, _, _ := strings.Cut(rest, ":")
		return "error: " + class
	}
	return auth
}
