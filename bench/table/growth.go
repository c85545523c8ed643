package main

import (
	"fmt"
	"math"
	"os"
	"strings"
	"time"
)

// grown are the commands whose time is measured as their text grows.
var grown = []struct {
	name string
	args []string
	text func(size int) string
	file string // that the text is written to; empty for standard input
	most int    // bytes of the longest text; 0 for what the table has
}{
	{"check", []string{"check", "--exit-zero", "-"}, longString, "", 0},
	{"explain", []string{"explain", "-"}, longString, "", 0},
	{"clients", []string{"clients", "-"}, longString, "", 0},
	{"convert", []string{"convert", "--to", "python", "-"}, longString, "", 0},
	{"fmt", []string{"fmt", "-"}, longString, "", 0},
	{"lint", []string{"lint", "--exit-zero"}, manyStrings, "file.yaml", 1 << 20},
	{"redact", []string{"redact"}, manyStrings, "", 0},
	{"redact, one line", []string{"redact"}, oneLine, "", 0},
}

func longString(size int) string {
	return "https://c.kusto.windows.net/Db;" + strings.Repeat("Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;", size/60) + "AppKey=x"
}

func manyStrings(size int) string {
	const line = "a: 'https://c.kusto.windows.net/Db;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=x'\n"
	return strings.Repeat(line, size/len(line)+1)
}

func oneLine(size int) string { return strings.ReplaceAll(manyStrings(size), "\n", " ") }

// growth prints the exponent by which the time of each command grows, over sixteen times
// the text: 1 is linear. The time of a short text is its start, and taken off.
func (t *table) growth() error {
	for _, g := range grown {
		most := t.most
		if g.most > 0 {
			most = min(most, g.most)
		}
		var times [3]time.Duration // of a start, of a text, of one that is longer
		for i, size := range []int{1 << 10, most / 16, most} {
			c := t.kustoconn(t.path("text"), g.args...)
			if g.file != "" {
				c = t.kustoconn("", append(g.args[:len(g.args):len(g.args)], t.path(g.file))...)
			}
			for _, name := range []string{"text", g.file} {
				if name == "" {
					continue
				}
				if err := os.WriteFile(t.path(name), []byte(g.text(size)), 0o600); err != nil {
					return err
				}
			}
			for range t.turns {
				took, err := c.time()
				if err != nil {
					return err
				}
				if times[i] == 0 || took < times[i] {
					times[i] = took
				}
			}
		}
		few, many := times[1]-times[0], times[2]-times[0]
		exponent := "too short to tell"
		if few >= 5*time.Millisecond {
			exponent = fmt.Sprintf("%.2f", math.Log(float64(many)/float64(few))/math.Log(16))
		}
		fmt.Printf("| growth of `%s`, from %d to %d KiB | %s to %s | | %s |\n", g.name, most>>14, most>>10, rounded(few), rounded(many), exponent)
	}
	return nil
}
