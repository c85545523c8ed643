package git

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
)

// Whatever the bytes of an index are, reading it ends, and no entry is made of
// nothing.
func FuzzIndex(f *testing.F) {
	dir := f.TempDir()
	run(f, dir, "init", "--quiet")
	for _, path := range []string{"a", "b/c", "b/d/e", "f"} {
		write(f, dir, path, path)
	}
	run(f, dir, "add", ".")
	run(f, dir, "commit", "--quiet", "-m", "one")
	for _, version := range []string{"2", "4"} {
		run(f, dir, "update-index", "--index-version", version)
		data, err := os.ReadFile(filepath.Join(dir, ".git", "index"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		x, split, err := parseIndex(data, 20)
		if err != nil {
			return
		}
		if len(x.entries) > len(data)/20 {
			t.Errorf("%d entries of %d bytes", len(x.entries), len(data))
		}
		if split != nil {
			merged(x.entries, x.entries, split)
		}
	})
}

func FuzzDelta(f *testing.F) {
	f.Add([]byte("base"), []byte("\x04\x06\x90\x02\x04abcd"))
	f.Fuzz(func(t *testing.T, base, delta []byte) {
		const limit = 1 << 16
		if out, err := applyDelta(base, delta, limit); err == nil {
			if size, ok := resultSize(delta); !ok || int(size) != len(out) || len(out) > limit {
				t.Errorf("%d bytes, promised %d", len(out), size)
			}
		}
	})
}

// A pack whose bytes change at random gives errors or objects, never a panic,
// and never more than the limit.
func TestADamagedPack(t *testing.T) {
	exhaust.Long(t)
	t.Setenv("HOME", t.TempDir())
	r := rand.New(rand.NewPCG(1, 6))
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	for i := range 3 {
		change(t, r, dir, 20)
		run(t, dir, "commit", "--quiet", "-m", fmt.Sprint(i))
	}
	run(t, dir, "gc", "--quiet")
	packs, err := filepath.Glob(filepath.Join(dir, ".git", "objects", "pack", "pack-*"))
	if err != nil || len(packs) < 2 {
		t.Fatal(packs, err)
	}
	for _, name := range packs {
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		os.Chmod(name, 0o600)
		for range 60 {
			data := bytes.Clone(whole)
			for range 1 + r.IntN(8) {
				data[r.IntN(len(data))] = byte(r.IntN(256))
			}
			if err := os.WriteFile(name, data[:len(data)-r.IntN(2)*r.IntN(len(data))], 0o600); err != nil {
				t.Fatal(err)
			}
			repository, err := Find(dir)
			if err != nil {
				t.Fatal(err)
			}
			repository.Staged()
			x, _ := repository.readIndex()
			for _, e := range x.entries {
				if data, err := repository.Blob(e.ID, 1000); len(data) > 1000 || err == nil && data == nil {
					t.Errorf("%d bytes", len(data))
				}
			}
			repository.Close()
		}
		if err := os.WriteFile(name, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// An object that promises more than it holds, or less, is damaged; one over the
// limit is not read.
func TestLooseObjects(t *testing.T) {
	for _, row := range []struct {
		text string
		want error
	}{
		{"blob 3\x00abc", nil},
		{"blob 300\x00abc", errDamaged},
		{"blob 999999999999\x00abc", ErrTooLarge},
		{"blob -1\x00abc", errDamaged},
		{"glob 3\x00abc", errDamaged},
		{"blob 3", errDamaged},
	} {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		w.Write([]byte(row.text))
		w.Close()
		if _, _, err := inflateLoose(&b, 1000); !errors.Is(err, row.want) {
			t.Errorf("%q: %v, want %v", row.text, err, row.want)
		}
	}
	if _, _, err := inflateLoose(bytes.NewReader([]byte("none")), 10); err != errDamaged {
		t.Error(err)
	}
}

// A file of patterns is as good as it is long, up to a bound: what is beyond is
// not ignored.
func TestManyPatterns(t *testing.T) {
	var text strings.Builder
	for i := range maxWildcards + 1 {
		fmt.Fprintf(&text, "*.%d\nname%d\n", i, i)
	}
	text.WriteString(strings.Repeat("x", maxPattern+1) + "\n")
	f := parseRules("", text.String(), false)
	for path, want := range map[string]bool{
		"a.0": true, fmt.Sprintf("a.%d", maxWildcards-1): true, fmt.Sprintf("a.%d", maxWildcards): false,
		fmt.Sprintf("a/name%d", maxWildcards): true, strings.Repeat("x", maxPattern+1): false,
	} {
		if ignored, _ := f.decides(path, false); ignored != want {
			t.Errorf("%.20s: %t", path, ignored)
		}
	}
}

// A pattern of many stars takes no time beyond the product of the lengths.
func TestManyStars(t *testing.T) {
	exhaust.Long(t)
	pattern, text := "", ""
	for range 60 {
		pattern += "*a**/"
		text += "aaaaaaaaaaaaaaaaaaaa"
	}
	if wildmatch(pattern+"b", text, false) || wildmatch("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", text, true) {
		t.Error("it matches")
	}
}

// References that cannot be read are an error that says what they are, and no empty
// commit against which everything is new.
func TestReftable(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	write(t, dir, "a", "a")
	run(t, dir, "add", ".")
	run(t, dir, "config", "extensions.refStorage", "reftable")
	r, err := Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.head(); err == nil || !strings.Contains(err.Error(), "reftable") {
		t.Errorf("%v", err)
	}
}
