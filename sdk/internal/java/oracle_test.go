package java

import (
	"strings"
	"testing"

	"kustoconn/internal/fixtures"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/sdk/internal/oracletest"
)

// messages are the client's error messages by class; %s is what it echoes.
var messages = map[string]string{
	"IllegalArgumentException: The Connection String keyword is unknown":                   "IllegalArgumentException: The Connection String keyword `%s` is unknown.",
	"IllegalArgumentException: The Connection String keyword is not supported by this SDK": "IllegalArgumentException: The Connection String keyword `%s` is not supported by this SDK.",
}

func message(text string, a dialect.Answer) string {
	format, ok := messages[a.ErrorClass]
	if !ok {
		return a.ErrorClass
	}
	return strings.Replace(format, "%s", oracletest.Echoed(text, a), 1)
}

func TestAgreesWithRecordings(t *testing.T) {
	for _, file := range []struct {
		name string
		rows int
	}{
		{"java", 7592},
		{"java-extra", 3440}, // URIs above all
	} {
		rows := fixtures.Client(t, file.name)
		if len(rows) != file.rows {
			t.Fatalf("%s: %d rows, want %d", file.name, len(rows), file.rows)
		}
		oracletest.Agree(t, rows, Client(), message)
	}
}
