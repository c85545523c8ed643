package grammar_test

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/grammar"
)

const documented = "Data Source=https://mycluster.westeurope.kusto.windows.net;Database=NetDefaultDB;Fed=True;" +
	"AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=\"an invented key; quoted\";Authority Id=contoso.com;Application Name for Tracing=bench"

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(documented)))
	for b.Loop() {
		grammar.Parse(documented)
	}
}

// BenchmarkGrowth shows that reading is linear: of each unit, repeated to
// double and double again, the MB/s stay where they are.
func BenchmarkGrowth(b *testing.B) {
	units := []struct{ name, start, unit string }{
		{"semicolons", "", ";"},
		{"equals", "", "="},
		{"doubled equals", "a", "=="},
		{"open quote", "a=", `"`},
		{"doubled quotes", `a="`, `""`},
		{"quotes and semicolons", "", `a=";`},
		{"quotes in a bare value", "a=b", `"`},
		{"text after quotes", "", `a=""";b`},
		{"spaces", "", " "},
		{"spaces in a keyword", "a", " b"},
		{"spaces after a value", "a=b", " "},
		{"shorthands", "", "@"},
		{"misplaced prefixes", "", ";@"},
		{"scheme characters", "", "a"},
		{"scheme-like segments", "", ";a:/"},
		{"spaces beyond ASCII", "a=", "\u3000"},
		{"control characters in a keyword", "a", "\x01b"},
		{"control characters in a value", "a=", "\x01 "},
		{"kinds of control characters", "a=", "\x00\x01"},
		{"not UTF-8", "a=", "\xff\x01"},
	}
	for _, u := range units {
		for _, size := range []int{1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16} {
			text := u.start + strings.Repeat(u.unit, size/len(u.unit))
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(u.name, " ", "-"), size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					grammar.Parse(text)
				}
			})
		}
	}
}
