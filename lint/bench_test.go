package lint

import (
	"context"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The tree of Go's own sources holds no connection string: this is what the
// prefilter costs, reading included.
func BenchmarkGoSource(b *testing.B) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		b.Skip(err)
	}
	dir := filepath.Join(strings.TrimSpace(string(root)), "src")
	for b.Loop() {
		if _, err := Run(context.Background(), Options{Dir: dir}); err != nil {
			b.Skip(err)
		}
	}
}

func BenchmarkManyStrings(b *testing.B) {
	text := "[" + strings.Repeat(`"`+host+`;Fed=yes",`, 2000) + "1]"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Text("a.json", text, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkManyFindings shows that what many findings of one string cost grows as the
// string does.
func BenchmarkManyFindings(b *testing.B) {
	for _, size := range []int{100_000, 400_000} {
		for _, unit := range []string{"Fed=yes;", "Fed=true,AppKey=b;", "AppKey=a;", "{x};Fed=yes;"} {
			text := `x = "` + host + ";" + strings.Repeat(unit, size/len(unit)) + `"`
			b.Run(unit+"/"+strconv.Itoa(size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, err := Text("a.txt", text, Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
