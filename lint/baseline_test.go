package lint

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"kustoconn/lint/baseline"
)

func TestBaseline(t *testing.T) {
	dir := tree(t, map[string]string{"a.yaml": oneString, "b.yaml": oneString})
	same := func(path string) string { return path }
	first, err := Run(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	b := baseline.New()
	first.AddTo(b, same)
	if b.Len() != 2 {
		t.Errorf("%d findings are known", b.Len())
	}
	findings := func() (n int) {
		result, err := Run(context.Background(), Options{Dir: dir, Baseline: b})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Files {
			n += len(f.Findings)
		}
		return n
	}
	if n := findings(); n != 0 {
		t.Errorf("%d known findings are reported", n)
	}
	// The line does not matter; another string does, and one more of the same.
	name := filepath.Join(dir, "a.yaml")
	for text, want := range map[string]int{
		"# more\n\n" + oneString:                         0,
		oneString + "b" + oneString[1:]:                  1,
		"a: 'https://other.kusto.windows.net;Fed=yes'\n": 1,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if n := findings(); n != want {
			t.Errorf("%q: %d findings, want %d", text, n, want)
		}
	}
	// An update forgets what is mended in the files that were read.
	if err := os.WriteFile(name, []byte("mended"), 0o600); err != nil {
		t.Fatal(err)
	}
	second, err := Run(context.Background(), Options{Dir: dir, Paths: []string{"a.yaml"}})
	if err != nil {
		t.Fatal(err)
	}
	if second.AddTo(b, same); b.Len() != 1 {
		t.Errorf("%d findings are known after mending one", b.Len())
	}
}
