package lint

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// TestSecretRows holds KCS504 to the statements in testdata/secrets.jsonl, in which
// the secrets are marked: those of look-ups that fall back, of wrappers, of constants,
// and of classes that are another library's.
func TestSecretRows(t *testing.T) {
	data, err := os.ReadFile("testdata/secrets.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		var row struct{ File, Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		checkSecrets(t, row.File, row.Text)
	}
}
