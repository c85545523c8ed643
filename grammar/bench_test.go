package grammar_test

import (
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
