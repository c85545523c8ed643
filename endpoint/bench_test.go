package endpoint_test

import (
	"strings"
	"testing"

	"kustoconn/endpoint"
)

func BenchmarkAnalyze(b *testing.B) {
	for name, text := range map[string]string{
		"usual":   "https://mycluster.westeurope.kusto.windows.net/Samples",
		"port":    "https://mycluster.kusto.windows.net:443",
		"capital": "https://MyCluster.kusto.windows.net/Samples",
		"bare":    "mycluster.westeurope/Samples",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if e := endpoint.Analyze(text); e.Host() == "" {
					b.Fatal("no host")
				}
			}
		})
	}
}

func TestUsualPathAllocatesNothing(t *testing.T) {
	var policy endpoint.Policy
	n := testing.AllocsPerRun(100, func() {
		e := endpoint.Analyze("https://mycluster.westeurope.kusto.windows.net:443/Samples")
		if !policy.Judge(&e, "https://login.microsoftonline.com").Trusted {
			t.Error("not trusted")
		}
	})
	if n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func BenchmarkJudge(b *testing.B) {
	e := endpoint.Analyze("https://mycluster.westeurope.kusto.windows.net/Samples")
	for name, login := range map[string]string{"anyLogin": "", "login": "https://login.microsoftonline.com"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if !(endpoint.Policy{}).Judge(&e, login).Trusted {
					b.Fatal("not trusted")
				}
			}
		})
	}
}

// BenchmarkGrowth shows that time grows with the text and no faster: the rate
// in MB/s stays about the same from one size to the next.
func BenchmarkGrowth(b *testing.B) {
	for name, unit := range map[string]string{
		"dots": ".", "labels": "a.", "at": "a@", "quotes": `"x`, "wide": "ａ", "domain": "kusto.windows.netx",
		"scripts": "ä.", "colons": "::", "percent": "%41",
	} {
		for _, size := range []int{1 << 10, 1 << 13, 1 << 16} {
			text := "https://" + strings.Repeat(unit, size/len(unit))
			b.Run(name+"/"+sizeName(size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					e := endpoint.Analyze(text)
					e.Lookalike()
					endpoint.Policy{}.Judge(&e, "")
				}
			})
		}
	}
}

func sizeName(n int) string { return map[int]string{1 << 10: "1K", 1 << 13: "8K", 1 << 16: "64K"}[n] }
