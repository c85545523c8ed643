// Package oracletest holds a dialect's reading against recordings of the real
// client. Only tests import it.
package oracletest

import (
	"reflect"
	"strings"
	"testing"

	"kustoconn/internal/fixtures"
	"kustoconn/sdk/internal/dialect"
)

// Agree fails t for every field of every row on which client answers
// otherwise. Message gives the error message that the client would print for
// a rejected text, made of the answer's class and echoes alone, so that these
// are compared too.
func Agree(t *testing.T, rows []fixtures.Reading, client dialect.Client, message func(text string, a dialect.Answer) string) {
	t.Helper()
	for _, row := range rows {
		a := client.Read(row.S)
		compare := func(field string, want, got any) {
			if !reflect.DeepEqual(want, got) {
				t.Errorf("%s %q: %s: want %#v, got %#v", row.ID, row.S, field, want, got)
			}
		}
		compare("ok", row.OK, a.OK)
		compare("crash", row.Crash, a.Crash)
		compare("error", row.Error, errorMessage(row.S, a, message))
		compare("seen", row.Seen, seen(a))
		compare("auth", authClass(row.Auth), a.Auth)
		compare("out", row.Out, a.Out.Open())
		compare("masked", row.Masked, a.Masked.Open())
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
			values[p.Name] = p.Value.Open()
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
