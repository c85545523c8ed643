package validate_test

import (
	"testing"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/validate"
)

// documented are clean strings of the documentation's kinds; the first is the
// one of 230 bytes by which the engine is measured.
var documented = []struct{ name, text string }{
	{"key", "Data Source=https://mycluster.westeurope.kusto.windows.net;Database=NetDefaultDB;Fed=True;" +
		"AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=\"<an invented placeholder>\";Authority Id=contoso.com;Application Name for Tracing=bench"},
	{"prefix", "https://mycluster.westeurope.kusto.windows.net/NetDefaultDB;Fed=True;UserToken=<token>"},
	{"certificate", "Data Source=https://mycluster.westeurope.kusto.windows.net;Initial Catalog=NetDefaultDB;AAD Federated Security=True;" +
		"Application Client Id=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Application Key=<key>;Authority Id=72f988bf-86f1-41af-91ab-2d7cd011db47"},
}

func newValidator(tb testing.TB, options validate.Options) *validate.Validator {
	v, err := validate.New(options)
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

func judge(v *validate.Validator, text string) diag.List {
	tree, syntax := grammar.Parse(text)
	return v.Check(bind.Bind(tree), syntax)
}

// BenchmarkValidate goes from the text to nothing found.
func BenchmarkValidate(b *testing.B) {
	for _, least := range []diag.Severity{diag.Warning, diag.Error} {
		v := newValidator(b, validate.Options{Least: least})
		for _, tt := range documented {
			b.Run(tt.name+"/"+least.String(), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(tt.text)))
				for b.Loop() {
					if found := judge(v, tt.text); len(found) > 0 {
						b.Fatal(found)
					}
				}
			})
		}
	}
}

// BenchmarkCheck is the rules alone.
func BenchmarkCheck(b *testing.B) {
	for _, least := range []diag.Severity{diag.Warning, diag.Error} {
		v := newValidator(b, validate.Options{Least: least})
		tree, _ := grammar.Parse(documented[0].text)
		bound := bind.Bind(tree)
		b.Run(least.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				v.Check(bound, nil)
			}
		})
	}
}

// Parsing and binding make three allocations; judging a string in which
// nothing is wrong adds none.
func TestCleanStringAllocations(t *testing.T) {
	v := newValidator(t, validate.Options{Least: diag.Error})
	for _, tt := range documented {
		tree, _ := grammar.Parse(tt.text)
		bound := bind.Bind(tree)
		if n := testing.AllocsPerRun(100, func() { v.Check(bound, nil) }); n != 0 {
			t.Errorf("%s: %v allocations", tt.name, n)
		}
	}
}
