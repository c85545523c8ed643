package lint

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/lint/internal/encoding"
)

const oneString = "a: '" + host + ";Fed=yes'\n"

// tree writes files by their paths.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for path, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func runGit(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %q: %v\n%s", args, err, out)
	}
}

// paths returns the paths of the files with strings, and the counts.
func paths(t *testing.T, options Options) (list []string, read, passedOver int) {
	t.Helper()
	result, err := Run(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Files {
		list = append(list, f.Path)
	}
	return list, result.Read, result.PassedOver
}

func check(t *testing.T, options Options, want []string, wantRead, wantPassedOver int) {
	t.Helper()
	got, read, passedOver := paths(t, options)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if read != wantRead || passedOver != wantPassedOver {
		t.Errorf("%d read, %d passed over; want %d and %d", read, passedOver, wantRead, wantPassedOver)
	}
}

var files = map[string]string{
	"a.yaml": oneString, "sub/b.yaml": oneString, "sub/vendor/c.yaml": oneString, "node_modules/x/d.yaml": oneString,
	"binary.yaml": oneString + "\x00", "large.yaml": oneString + strings.Repeat(" ", 2000), "plain.txt": "nothing",
	"utf16.yaml": string(encoded(encoding.UTF16LE, oneString)), "odd.yaml": "\xff\xfea",
}

func TestWalk(t *testing.T) {
	dir := tree(t, files)
	if err := os.Symlink("a.yaml", filepath.Join(dir, "link.yaml")); err != nil {
		t.Skip(err)
	}
	outside := tree(t, map[string]string{"secret.yaml": oneString})
	if err := os.Symlink(outside, filepath.Join(dir, "out")); err != nil {
		t.Fatal(err)
	}
	all := []string{"a.yaml", "sub/b.yaml", "utf16.yaml"}
	// Two links, vendor, node_modules, what is binary, odd and large.
	check(t, Options{Dir: dir, MaxSize: 1000}, all, 4, 7)
	check(t, Options{Dir: dir, MaxSize: 1000, Jobs: 7}, all, 4, 7)
	// What is named is read through a link, but not in a skipped directory.
	check(t, Options{Dir: dir, Paths: []string{"sub/vendor", "sub/vendor/c.yaml", "node_modules/x", "link.yaml", "a.yaml", "a.yaml"}},
		[]string{"a.yaml", "link.yaml"}, 2, 3)
	only := func(path string, _ bool) bool { return path == "a.yaml" }
	check(t, Options{Dir: dir, MaxSize: 1000, Reads: only}, []string{"a.yaml"}, 1, 10)
	named := func(_ string, named bool) bool { return named }
	check(t, Options{Dir: dir, MaxSize: 1000, Paths: []string{"a.yaml", "sub"}, Reads: named}, []string{"a.yaml"}, 1, 2)
	// What is named and not read is told.
	result, err := Run(context.Background(), Options{Dir: dir, MaxSize: 1000, Paths: []string{"binary.yaml", "large.yaml", "odd.yaml", "."}})
	want := []string{
		"binary.yaml is binary, and is passed over", "large.yaml is larger than the limit of --max-size, and is passed over",
		"odd.yaml is binary, and is passed over",
	}
	if diff := cmp.Diff(want, result.Notes); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if _, err := Run(context.Background(), Options{Dir: dir, Paths: []string{"none"}}); err == nil {
		t.Error("a path that is not there is no error")
	}
}

func TestGitDecidesWhatIsRead(t *testing.T) {
	dir := tree(t, files)
	if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte("sub/b.yaml\nignored/\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	runGit(t, dir, "init", "--quiet")
	runGit(t, dir, "add", "a.yaml")
	check(t, Options{Dir: dir, MaxSize: 1000}, []string{"a.yaml", "utf16.yaml"}, 4, 5)
	// A file that git tracks and that is gone is none.
	if err := os.Remove(filepath.Join(dir, "a.yaml")); err != nil {
		t.Fatal(err)
	}
	check(t, Options{Dir: dir, MaxSize: 1000}, []string{"utf16.yaml"}, 3, 5)
	// Who names an ignored directory means it.
	if err := os.MkdirAll(filepath.Join(dir, "ignored"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "ignored", "e.yaml"), []byte(oneString), 0o600); err != nil {
		t.Fatal(err)
	}
	check(t, Options{Dir: dir, Paths: []string{"ignored"}}, []string{"ignored/e.yaml"}, 1, 0)
}

// Reading starts nothing that another user's repository could have set up, so
// that it is read as any other, though git would refuse it.
func TestARepositoryOfAnotherUser(t *testing.T) {
	dir := tree(t, map[string]string{"a.yaml": oneString, "b.yaml": oneString, ".gitignore": "a.yaml\n"})
	runGit(t, dir, "init", "--quiet")
	runGit(t, dir, "add", "b.yaml")
	t.Setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
	check(t, Options{Dir: dir}, []string{"b.yaml"}, 2, 0)
	check(t, Options{Dir: dir, Staged: true}, []string{"b.yaml"}, 1, 0)
}

func TestARepositoryThatCannotBeReadIsReadWithANote(t *testing.T) {
	dir := tree(t, map[string]string{"a.yaml": oneString, ".gitignore": "a.yaml\n"})
	runGit(t, dir, "init", "--quiet")
	if err := os.WriteFile(filepath.Join(dir, ".git", "index"), []byte("DIRC damaged, and more than forty bytes long"), 0o600); err != nil {
		t.Fatal(err)
	}
	result, err := Run(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"the repository of . cannot be read, so all files are: the index of the repository has a form that is not known"}
	if diff := cmp.Diff(want, result.Notes); diff != "" || len(result.Files) != 1 {
		t.Errorf("%d files, %s", len(result.Files), diff)
	}
	if _, err := Run(context.Background(), Options{Dir: dir, Staged: true}); err == nil || !strings.Contains(err.Error(), "the index of the repository has a form") {
		t.Errorf("what is staged there: %v", err)
	}
	result, err = Run(context.Background(), Options{Dir: tree(t, map[string]string{"a.yaml": oneString})})
	if err != nil || len(result.Files) != 1 || result.Notes != nil {
		t.Errorf("outside of a repository: %v, notes %q", err, result.Notes)
	}
}

func TestStaged(t *testing.T) {
	dir := tree(t, map[string]string{
		"old.yaml": oneString, "new.yaml": oneString, "sub/ä b.yaml": oneString, "vendor/c.yaml": oneString, "large.yaml": oneString + strings.Repeat(" ", 2000),
	})
	runGit(t, dir, "init", "--quiet")
	runGit(t, dir, "add", "old.yaml")
	runGit(t, dir, "commit", "--quiet", "-m", "one")
	runGit(t, dir, "add", ".")
	// The index counts, not the file.
	if err := os.WriteFile(filepath.Join(dir, "new.yaml"), []byte("mended"), 0o600); err != nil {
		t.Fatal(err)
	}
	check(t, Options{Dir: dir, Staged: true, MaxSize: 1000}, []string{"new.yaml", "sub/ä b.yaml"}, 2, 2)
	check(t, Options{Dir: dir, Staged: true, MaxSize: 1000, Paths: []string{"sub"}}, []string{"sub/ä b.yaml"}, 1, 0)
	check(t, Options{Dir: filepath.Join(dir, "sub"), Staged: true, MaxSize: 1000, Paths: []string{"."}}, []string{"ä b.yaml"}, 1, 0)
	check(t, Options{Dir: dir, Staged: true, MaxSize: 1000, Paths: []string{"old.yaml"}}, nil, 0, 0)
	if _, err := Run(context.Background(), Options{Dir: dir, Staged: true, Paths: []string{"none"}}); err == nil {
		t.Error("a path that is not there is no error")
	}
	if _, err := Run(context.Background(), Options{Dir: t.TempDir(), Staged: true}); err == nil {
		t.Error("what is staged outside of a repository is no error")
	}
}

func TestStdin(t *testing.T) {
	check(t, Options{Stdin: strings.NewReader(oneString), StdinName: "x/a.yaml"}, []string{"x/a.yaml"}, 1, 0)
	check(t, Options{Stdin: strings.NewReader(oneString), StdinName: "a.yaml", MaxSize: 3}, nil, 0, 1)
	check(t, Options{Stdin: strings.NewReader(oneString), StdinName: "a.yaml", Reads: func(string, bool) bool { return false }}, nil, 0, 1)
}

func TestAnUnreadableFileIsAFinding(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("everything is readable here")
	}
	dir := tree(t, map[string]string{"a.yaml": oneString, "b.yaml": oneString})
	if err := os.Chmod(filepath.Join(dir, "a.yaml"), 0); err != nil {
		t.Fatal(err)
	}
	result, err := Run(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Files) != 2 || result.Files[0].Findings[0].Diagnostic.Code != 703 {
		t.Errorf("%v", result.Files)
	}
}

func TestARunCanBeStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Run(ctx, Options{Dir: tree(t, files)}); err == nil {
		t.Error("a stopped run is no error")
	}
}

// encoded is Encode of what can be written.
func encoded(e encoding.Encoding, text string) []byte {
	data, _ := e.Encode(text)
	return data
}
