package lint

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEach holds that each file is given once, and none is kept.
func TestEach(t *testing.T) {
	dir := t.TempDir()
	var want []string
	for i := range 20 {
		name := "f" + strconv.Itoa(i) + ".yaml"
		text := "k: v\n"
		if i%2 == 0 {
			text = "k: https://help.kusto.windows.net/Samples;Fed=yes\n"
			want = append(want, name)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var mu sync.Mutex
	var got []string
	result, err := Run(t.Context(), Options{Dir: dir, Each: func(f *File) {
		mu.Lock()
		defer mu.Unlock()
		if len(f.Findings) > 0 {
			got = append(got, f.Path)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(result.Files) != 0 || result.Read != 20 {
		t.Errorf("%d files kept, %d read", len(result.Files), result.Read)
	}
}
