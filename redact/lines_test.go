package redact_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/golden"
	"kustoconn/redact"
)

// signs are written in rows of testdata/lines for what a row can't hold or nobody would see.
var signs = strings.NewReplacer("␊", "\n", "␉", "\t", "␍", "\r", "␛", "\x1b", "␀", "\x00", "␠", "\u00a0")

// In the rows of testdata/lines what is masked stands «in marks», and all else stays. They
// are read by people: -update marks what is masked now.
func TestMaskedLines(t *testing.T) {
	eachFile(t, func(name, text string) {
		var got strings.Builder
		n := 0
		for row := range strings.Lines(text) {
			row = strings.TrimSuffix(row, "\n")
			if row != "" && !strings.HasPrefix(row, "# ") {
				row = unmarked.Replace(row)
				if n++; n%exhaust.Sample(4) == 0 {
					copied(t, signs.Replace(row)) // as Text
				}
				row = masksMarked(t, row)
			}
			got.WriteString(row + "\n")
		}
		golden.Compare(t, name, got.String())
	})
}

var unmarked = strings.NewReplacer("«", "", "»", "")

func eachFile(t testing.TB, do func(name, text string)) {
	t.Helper()
	files, err := filepath.Glob("testdata/lines/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		do(name, string(text))
	}
}

// A line may end anywhere, as what a crashed program wrote does: each start of each row is
// masked, and a copy of it stays as it is.
func TestLinesThatEndAnywhere(t *testing.T) {
	rows := maskedRows(t)
	step := exhaust.Sample(29)
	for i, row := range rows {
		for end := i % step; end < len(row); end += step {
			masked := redact.Text(row[:end])
			if again := redact.Text(masked); again != masked {
				t.Errorf("%q\nbecomes %q\nand then %q", row[:end], masked, again)
			}
		}
	}
}

// maskedRows returns the lines in testdata/lines.
func maskedRows(t testing.TB) (rows []string) {
	t.Helper()
	eachFile(t, func(_, text string) {
		for row := range strings.Lines(text) {
			if row = strings.TrimSuffix(row, "\n"); row != "" && !strings.HasPrefix(row, "# ") {
				rows = append(rows, signs.Replace(unmarked.Replace(row)))
			}
		}
	})
	return rows
}

// masksMarked returns a row with marks around what is masked in it.
func masksMarked(t *testing.T, row string) string {
	t.Helper()
	line := signs.Replace(row)
	masked := redact.Text(line)
	if again := redact.Text(masked); again != masked {
		t.Errorf("%s\nbecomes %q\nand then %q", row, masked, again)
	}
	marked := ""
	kept := strings.Split(masked, redact.Mask)
	rest, ok := strings.CutPrefix(line, kept[0])
	marked += kept[0]
	for i, text := range kept[1:] {
		n := strings.Index(rest, text)
		if i == len(kept)-2 {
			n = len(rest) - len(text)
		}
		if n < 0 || !strings.HasSuffix(rest[:n]+text, text) {
			ok = false
			break
		}
		marked += "«" + rest[:n] + "»" + text
		rest = rest[n+len(text):]
	}
	if !ok || unmarked.Replace(marked) != line {
		t.Errorf("%s\nbecomes %q, which is no masked row", row, masked)
		return row
	}
	return asSigns.Replace(marked)
}

// asSigns writes what signs reads.
var asSigns = strings.NewReplacer("\n", "␊", "\t", "␉", "\r", "␍", "\x1b", "␛", "\x00", "␀", "\u00a0", "␠")
