package git

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// run runs git in dir and returns what it prints.
func run(t testing.TB, dir string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git to compare with")
	}
	cmd := exec.Command("git", append([]string{
		"-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", "-c", "gc.auto=0",
	}, args...)...)
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %q: %v\n%s", args, err, stderr.String())
	}
	return string(out)
}

func write(t testing.TB, dir, path, text string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// listed returns the files below dir that the repository lists, by a walk.
func listed(t testing.TB, dir string) []string {
	t.Helper()
	r, err := Find(dir)
	if err != nil || r == nil {
		t.Fatalf("%v, %v", r, err)
	}
	top, err := r.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := []string{}
	var walk func(at string, f *Folder)
	walk = func(at string, f *Folder) {
		entries, err := os.ReadDir(filepath.Join(dir, at))
		if err != nil {
			t.Fatal(err)
		}
		f.ReadIgnored()
		for _, e := range entries {
			path := filepath.ToSlash(filepath.Join(at, e.Name()))
			switch {
			case e.Name() == ".git":
			case e.IsDir() && IsWorkTree(filepath.Join(dir, path)):
				all = append(all, path+"/")
			case e.IsDir():
				if next := f.Enter(e.Name()); !next.Ignored() || next.Tracks() {
					walk(path, next)
				}
			case f.Lists(e.Name()):
				all = append(all, path)
			}
		}
	}
	walk(".", top)
	return all
}

// listedByGit returns what git lists and is there.
func listedByGit(t testing.TB, dir string) []string {
	t.Helper()
	all := []string{}
	for path := range strings.SplitSeq(run(t, dir, "ls-files", "-z", "--cached", "--others", "--exclude-standard"), "\x00") {
		if info, err := os.Lstat(filepath.Join(dir, path)); path != "" && err == nil {
			if info.IsDir() {
				path = strings.TrimSuffix(path, "/") + "/"
			}
			all = append(all, path)
		}
	}
	return all
}

func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

var (
	names = []string{"a", "b", "ab", "abc", "a.c", "b.c", ".a", "A", "a b", "é", "#a", "!b", "a]", "[a]", "x-y", "a*"}
	parts = []string{
		"a", "b", "ab", "c", ".", "A", "*", "*", "?", "**", "/", "/", "[ab]", "[!a]", "[^b]", "[a-c]", "[[:alpha:]]", "[]a]", "[a-]", "[-b]", "[[:nope:]]", "[a",
		`\a`, `\*`, `\ `, " ", "#", "!", "é", "[é]", `\`, "**/", "/**", "**a", "a**", "***", "[/]", "[.-b]",
	}
)

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

func pattern(r *rand.Rand) string {
	var b strings.Builder
	if r.IntN(5) == 0 {
		b.WriteByte('!')
	}
	if r.IntN(3) == 0 {
		return b.String() + []string{"/", "", ""}[r.IntN(3)] + pick(r, names) + []string{"/", "", "/*", "/**"}[r.IntN(4)]
	}
	for range 1 + r.IntN(5) {
		b.WriteString(pick(r, parts))
	}
	if r.IntN(4) == 0 {
		b.WriteByte('/')
	}
	return b.String()
}

func patterns(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(6) {
		b.WriteString(pattern(r) + []string{"\n", "\n", "\r\n", " \n", "\n\n"}[r.IntN(5)])
	}
	return b.String()
}

// The law: what is listed is what git lists, whatever is ignored and tracked.
func TestListsAsGit(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", "")
	rounds := 60
	if testing.Short() {
		rounds = 8
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		dir := t.TempDir()
		run(t, dir, "init", "--quiet")
		for range 30 {
			path := pick(r, names)
			for range r.IntN(4) {
				path += "/" + pick(r, names)
			}
			if os.MkdirAll(filepath.Join(dir, filepath.Dir(path)), 0o755) == nil {
				os.WriteFile(filepath.Join(dir, path), nil, 0o644) // which may be a directory
			}
			if r.IntN(10) == 0 {
				add := exec.Command("git", "add", "--force", "--", ":(literal)"+filepath.Dir(path)) // it may hold nothing
				add.Dir = dir
				add.Run()
			}
			if r.IntN(10) == 0 {
				os.WriteFile(filepath.Join(dir, filepath.Dir(path), ".gitignore"), []byte(patterns(r)), 0o644)
			}
		}
		write(t, dir, ".gitignore", patterns(r))
		write(t, dir, ".git/info/exclude", patterns(r))
		if seed%5 == 0 {
			run(t, dir, "config", "core.ignorecase", "true")
		}
		if diff := cmp.Diff(sorted(listedByGit(t, dir)), sorted(listed(t, dir))); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
	}
}

// The law: each pattern matches what it matches for git. One folder has one file
// of patterns, so that git is asked once for all.
func TestIgnoresAsGit(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	folders := 800
	if testing.Short() {
		folders = 150
	}
	r := rand.New(rand.NewPCG(1, 5))
	segments := []string{"a", "b", "ab", "ba", "aa", "aab", "abb", "c", "a]", "A", "a-b", "é"}
	parts := []string{
		"a", "b", "a", "b", "ab", "c", "*", "*", "**", "?", "[ab]", "[!a]", "[a-b]", "[[:alpha:]]", "[a-]", "[]a]", "[^c-z]", "[-b]", "[[:digit:]b]", "[[:x:]]",
		"[b", `\a`, `\`, "[\\a-b]", "[a/b]", "/", "/", "/", "**/", "/**/", "/**", "a**", "-", " ", "é", "[é]",
	}
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	var asked strings.Builder
	var want, paths []string
	for i := range folders {
		var text strings.Builder
		for range 1 + r.IntN(2) {
			if r.IntN(6) == 0 {
				text.WriteByte('!')
			}
			for range 1 + r.IntN(4) {
				text.WriteString(pick(r, parts))
			}
			text.WriteString([]string{"", "", "/", " ", "\\ "}[r.IntN(5)] + "\n")
		}
		write(t, dir, fmt.Sprintf("%d/.gitignore", i), text.String())
		for range 12 {
			path := fmt.Sprint(i)
			for range 1 + r.IntN(3) {
				path += "/" + pick(r, segments)
			}
			if r.IntN(3) == 0 {
				if err := os.MkdirAll(filepath.Join(dir, path), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			paths = append(paths, path)
			asked.WriteString(path + "\x00")
		}
	}
	cmd := exec.Command("git", "check-ignore", "--no-index", "--verbose", "--non-matching", "--stdin", "-z")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(asked.String())
	out, _ := cmd.Output()
	fields := strings.Split(string(out), "\x00")
	for i := 0; i+3 < len(fields); i += 4 {
		want = append(want, fmt.Sprint(fields[i] != "" && !strings.HasPrefix(fields[i+2], "!")))
	}
	if len(want) != len(paths) {
		t.Fatalf("%d answers for %d questions", len(want), len(paths))
	}
	repository, err := Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	bad := 0
	for i, path := range paths {
		f, err := repository.Folder(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, err = os.Lstat(filepath.Join(dir, path))
		names := strings.Split(path, "/")
		for _, name := range names[:len(names)-1] {
			f = f.Enter(name)
			f.ReadIgnored()
		}
		if got := fmt.Sprint(f.ignored || f.ignores(names[len(names)-1], err == nil)); got != want[i] && bad < 10 {
			bad++
			text, _ := os.ReadFile(filepath.Join(dir, names[0], ".gitignore"))
			t.Errorf("%q: %s is ignored: %s, git says %s", text, path, got, want[i])
		}
	}
}

func TestListsBySettings(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	for _, path := range []string{"a", "b", "c", "d", "sub/e"} {
		write(t, dir, path, "")
	}
	write(t, dir, "nested/x", "")
	run(t, filepath.Join(dir, "nested"), "init", "--quiet")
	write(t, dir, "empty/.git/x", "")
	write(t, dir, "empty/y", "")
	compare := func(what string) {
		t.Helper()
		if diff := cmp.Diff(sorted(listedByGit(t, dir)), sorted(listed(t, dir))); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	compare("nested repositories")
	write(t, home, ".config/git/ignore", "a\n")
	compare("the usual file of the user")
	write(t, home, "more", "[CORE]\n\texcludesFile = \"~/my ignored\" ; mine\n")
	write(t, home, "my ignored", "b\n")
	write(t, home, ".gitconfig", "# mine\n[include]\n  path = more\n[core \"x\"]\n excludesfile = none\n")
	compare("a file that the user's configuration names")
	write(t, dir, "own", "c\n")
	run(t, dir, "config", "core.excludesFile", "own")
	compare("a file that the repository names")
	if err := os.Symlink("own", filepath.Join(dir, "sub", ".gitignore")); err == nil {
		compare("a link")
	}
	if diff := cmp.Diff(sorted(listedByGit(t, filepath.Join(dir, "sub"))), sorted(listed(t, filepath.Join(dir, "sub")))); diff != "" {
		t.Errorf("a folder: %s", diff)
	}
}

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
