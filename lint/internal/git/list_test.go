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
		rounds = 1
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

// ignoredByGit returns whether git ignores the paths, "true" or "false" of each.
func ignoredByGit(t testing.TB, dir string, paths []string) (want []string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git to compare with")
	}
	cmd := exec.Command("git", "check-ignore", "--no-index", "--verbose", "--non-matching", "--stdin", "-z")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(strings.Join(paths, "\x00")+"\x00")
	out, _ := cmd.Output() // it fails where none is ignored
	fields := strings.Split(string(out), "\x00")
	for i := 0; i+3 < len(fields); i += 4 {
		want = append(want, fmt.Sprint(fields[i] != "" && !strings.HasPrefix(fields[i+2], "!")))
	}
	return want
}

// The law: each pattern matches what it matches for git. One folder has one file
// of patterns, so that git is asked once for all.
func TestIgnoresAsGit(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	folders := 800
	if testing.Short() {
		folders = 30
	}
	r := rand.New(rand.NewPCG(1, 5))
	segments := []string{"a", "b", "ab", "ba", "aa", "aab", "abb", "c", "a]", "A", "a-b", "é"}
	parts := []string{
		"a", "b", "a", "b", "ab", "c", "*", "*", "**", "?", "[ab]", "[!a]", "[a-b]", "[[:alpha:]]", "[a-]", "[]a]", "[^c-z]", "[-b]", "[[:digit:]b]", "[[:x:]]",
		"[b", `\a`, `\`, "[\\a-b]", "[a/b]", "/", "/", "/", "**/", "/**/", "/**", "a**", "-", " ", "é", "[é]",
	}
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	var paths []string
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
		}
	}
	want := ignoredByGit(t, dir, paths)
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
