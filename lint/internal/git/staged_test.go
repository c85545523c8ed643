package git

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/exhaust"
)

// stagedByGit returns what git diff says is staged.
func stagedByGit(t testing.TB, dir string) []string {
	t.Helper()
	fields := strings.Split(strings.TrimSuffix(run(t, dir, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=ACMT"), "\x00"), "\x00")
	all := []string{}
	for i := 0; i+1 < len(fields); i += 2 {
		parts := strings.Fields(fields[i])
		all = append(all, parts[1]+" "+parts[3]+" "+fields[i+1])
	}
	return all
}

// checkStaged compares what is staged, and each file's contents, with git.
func checkStaged(t testing.TB, what, dir string) {
	t.Helper()
	r, err := Open(dir, func(string) string { return "" })
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	defer r.Close()
	staged, err := r.Staged()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	all := []string{}
	for _, e := range staged.Entries {
		all = append(all, fmt.Sprintf("%06o %s %s", e.Mode, e.ID, e.Path))
		if !e.IsFile() {
			continue
		}
		data, err := r.Blob(e.ID, 1<<20)
		if err != nil {
			t.Fatalf("%s: %s: %v", what, e.Path, err)
		}
		if want := run(t, dir, "cat-file", "blob", e.ID.String()); want != string(data) {
			t.Errorf("%s: %s: %d bytes, want %d", what, e.Path, len(data), len(want))
		}
	}
	want := stagedByGit(t, dir)
	if diff := cmp.Diff(want, all); diff != "" || len(want) == 0 {
		t.Errorf("%s: %d staged: %s", what, len(want), diff)
	}
}

// change changes some files of a work tree and stages them.
func change(t testing.TB, r *rand.Rand, dir string, files int) {
	t.Helper()
	for range files {
		path := fmt.Sprintf("%c/%c/%c.txt", 'a'+r.IntN(4), 'a'+r.IntN(4), 'a'+r.IntN(6))
		if r.IntN(4) == 0 {
			path = fmt.Sprintf("%c.txt", 'a'+r.IntN(6))
		}
		switch r.IntN(8) {
		case 0:
			os.Remove(filepath.Join(dir, path))
		case 1:
			os.Remove(filepath.Join(dir, path))
			os.MkdirAll(filepath.Join(dir, filepath.Dir(path)), 0o755)
			os.Symlink("target", filepath.Join(dir, path))
		default:
			os.Remove(filepath.Join(dir, path))
			write(t, dir, path, strings.Repeat(fmt.Sprintf("line %d\n", r.IntN(40)), 200)+fmt.Sprint(r.IntN(1000)))
			if r.IntN(5) == 0 {
				os.Chmod(filepath.Join(dir, path), 0o755)
			}
		}
	}
	run(t, dir, "add", "--all")
}

// The law: what is staged is what git says, however it keeps it.
func TestStagedAsGit(t *testing.T) {
	exhaust.Long(t)
	t.Setenv("HOME", t.TempDir())
	rounds := 4
	if testing.Short() {
		rounds = 1
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		dir := t.TempDir()
		args := []string{"init", "--quiet"}
		if seed%3 == 1 {
			args = append(args, "--object-format=sha256")
		}
		run(t, dir, args...)
		change(t, r, dir, 30)
		checkStaged(t, "before the first commit", dir)
		run(t, dir, "commit", "--quiet", "-m", "one")
		for _, step := range []struct {
			what string
			args [][]string
		}{
			{"loose", nil},
			{"version 4", [][]string{{"update-index", "--index-version", "4"}}},
			{"packed", [][]string{{"gc", "--quiet"}, {"pack-refs", "--all"}}},
			{"split", [][]string{{"update-index", "--index-version", "2"}, {"update-index", "--split-index"}}},
			{"version 1 of a pack's index", [][]string{{"update-index", "--no-split-index"}, {"-c", "pack.indexVersion=1", "repack", "-adfq"}}},
			{"many packs", [][]string{{"repack", "-dq"}, {"multi-pack-index", "write"}}},
		} {
			for _, args := range step.args {
				run(t, dir, args...)
			}
			for range 2 {
				change(t, r, dir, 4)
				write(t, dir, "always", step.what+fmt.Sprint(r.IntN(1e6)))
				run(t, dir, "add", "always")
				checkStaged(t, fmt.Sprintf("seed %d: %s", seed, step.what), dir)
			}
			run(t, dir, "commit", "--quiet", "-m", step.what)
		}
		// Blobs as deltas: an older state is staged again.
		run(t, dir, "gc", "--quiet")
		run(t, dir, "read-tree", "HEAD~5")
		checkStaged(t, "what is packed", dir)
	}
}

func TestStagedElsewhere(t *testing.T) {
	exhaust.Long(t)
	t.Setenv("HOME", t.TempDir())
	r := rand.New(rand.NewPCG(1, 3))
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	change(t, r, dir, 60)
	run(t, dir, "commit", "--quiet", "-m", "one")

	shared := filepath.Join(t.TempDir(), "shared")
	run(t, dir, "clone", "--quiet", "--shared", dir, shared)
	change(t, r, shared, 5)
	checkStaged(t, "alternates", shared)

	linked := filepath.Join(t.TempDir(), "linked")
	run(t, dir, "worktree", "add", "--quiet", linked)
	change(t, r, linked, 5)
	checkStaged(t, "a linked work tree", linked)
	checkStaged(t, "a folder of it", filepath.Join(linked, "a"))

	super := t.TempDir()
	run(t, super, "init", "--quiet")
	run(t, super, "submodule", "--quiet", "add", dir, "module")
	checkStaged(t, "a submodule is added", super)
	change(t, r, filepath.Join(super, "module"), 5)
	checkStaged(t, "a submodule", filepath.Join(super, "module"))

	run(t, dir, "checkout", "--quiet", "--detach")
	write(t, dir, "intended", "x")
	run(t, dir, "add", "--intent-to-add", "intended")
	change(t, r, dir, 5)
	write(t, dir, "later", "x")
	run(t, dir, "add", "--intent-to-add", "later")
	checkStaged(t, "only intended", dir)

	run(t, dir, "commit", "--quiet", "-m", "two")
	sparse := filepath.Join(t.TempDir(), "sparse")
	run(t, dir, "clone", "--quiet", dir, sparse)
	run(t, sparse, "sparse-checkout", "init", "--cone", "--sparse-index")
	run(t, sparse, "sparse-checkout", "set", "a/b")
	write(t, sparse, "a/b/new.txt", "new")
	run(t, sparse, "add", "a/b/new.txt")
	checkStaged(t, "sparse", sparse)
	run(t, sparse, "reset", "--quiet", "--soft", "HEAD~1")
	if x, err := os.ReadFile(filepath.Join(sparse, ".git", "index")); err != nil || !strings.Contains(string(x), "sdir") {
		t.Errorf("the index has no folders: %v", err)
	}
	checkStaged(t, "folders as a whole", sparse)
}

func TestOpenByTheEnvironmentOfAHook(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	r := rand.New(rand.NewPCG(1, 4))
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	change(t, r, dir, 20)
	run(t, dir, "commit", "--quiet", "-m", "one")
	write(t, dir, "other", "x")
	staged := func(dir string, env map[string]string) string {
		t.Helper()
		r, err := Open(dir, func(name string) string { return env[name] })
		if err != nil {
			return err.Error()
		}
		defer r.Close()
		staged, err := r.Staged()
		if err != nil {
			return err.Error()
		}
		var paths []string
		for _, e := range staged.Entries {
			data, err := r.Blob(e.ID, 100)
			paths = append(paths, fmt.Sprint(e.Path, " ", string(data), " ", err))
		}
		return strings.Join(paths, ", ")
	}
	// git commit -a, and git commit PATH, have an index of their own.
	index, err := os.ReadFile(filepath.Join(dir, ".git", "index"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, ".git/next-index-1.lock", string(index))
	cmd := exec.Command("git", "add", "other")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GIT_INDEX_FILE=.git/next-index-1.lock")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	for _, row := range []struct {
		dir  string
		env  map[string]string
		want string
	}{
		{dir, nil, ""},
		{dir, map[string]string{"GIT_INDEX_FILE": ".git/next-index-1.lock"}, "other x <nil>"},
		{dir, map[string]string{"GIT_DIR": ".git", "GIT_INDEX_FILE": filepath.Join(dir, ".git/next-index-1.lock")}, "other x <nil>"},
		{t.TempDir(), map[string]string{"GIT_DIR": filepath.Join(dir, ".git"), "GIT_WORK_TREE": dir, "GIT_INDEX_FILE": filepath.Join(dir, ".git/next-index-1.lock")}, "other x <nil>"},
		{t.TempDir(), nil, "not a git repository"},
		{dir, map[string]string{"GIT_DIR": "none"}, "GIT_DIR names no repository"},
		{dir, map[string]string{"GIT_EXTERNAL_DIFF": "x", "GIT_CONFIG_COUNT": "x", "GIT_NAMESPACE": "x"}, ""},
	} {
		if got := staged(row.dir, row.env); got != row.want {
			t.Errorf("%v: %q, want %q", row.env, got, row.want)
		}
	}
}

// What is staged in a repository of 100,000 files, of which one was changed.
func BenchmarkStaged(b *testing.B) {
	b.Setenv("HOME", b.TempDir())
	dir := b.TempDir()
	run(b, dir, "init", "--quiet")
	write(b, dir, "blob", "text\n")
	blob := strings.TrimSpace(run(b, dir, "hash-object", "-w", "blob"))
	var index strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&index, "100644 %s\t%d/folder%d/file%d.yaml\n", blob, i%40, i/50, i)
	}
	add := exec.Command("git", "update-index", "--index-info")
	add.Dir, add.Stdin = dir, strings.NewReader(index.String())
	if err := add.Run(); err != nil {
		b.Fatal(err)
	}
	run(b, dir, "commit", "--quiet", "-m", "one")
	write(b, dir, "new.yaml", "text\n")
	run(b, dir, "add", "new.yaml")
	for b.Loop() {
		r, err := Open(dir, func(string) string { return "" })
		if err != nil {
			b.Fatal(err)
		}
		staged, err := r.Staged()
		if err != nil || len(staged.Entries) != 1 {
			b.Fatal(len(staged.Entries), err)
		}
		r.Close()
	}
}
