package lint

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// hostile makes a repository that sets all that git would run to a program that
// leaves a mark, and returns it with the mark's name.
func hostile(t *testing.T) (dir, mark string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	dir = tree(t, map[string]string{
		"in/a.yaml": oneString, "out/b.yaml": oneString, "out/deep/c.yaml": oneString,
		".gitattributes": "* filter=evil diff=evil merge=evil\n",
	})
	mark = filepath.Join(t.TempDir(), "mark")
	evil := filepath.Join(dir, "evil.sh")
	if err := os.WriteFile(evil, []byte("#!/bin/sh\necho \"$@\" >>'"+mark+"'\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	runGit(t, dir, "init", "--quiet")
	runGit(t, dir, "add", "--all")
	runGit(t, dir, "commit", "--quiet", "-m", "one")
	out, err := exec.Command("git", "-C", dir, "rev-parse", "HEAD:out", "HEAD:out/b.yaml").Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "in/a.yaml"), []byte(oneString+"# changed\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	runGit(t, dir, "add", "--all")
	runGit(t, dir, "sparse-checkout", "init", "--cone", "--sparse-index")
	runGit(t, dir, "sparse-checkout", "set", "in")
	configure(t, dir, evil)
	for id := range strings.Lines(string(out)) { // a clone without them would ask for them
		if err := os.Remove(filepath.Join(dir, ".git/objects", id[:2], strings.TrimSpace(id[2:]))); err != nil {
			t.Fatal(err)
		}
	}
	return dir, mark
}

func configure(t *testing.T, dir, evil string) {
	t.Helper()
	more := filepath.Join(dir, "more.config")
	if err := os.WriteFile(more, []byte("[core]\n\tfsmonitor = "+evil+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, set := range [][2]string{
		{"core.fsmonitor", evil}, {"core.pager", evil}, {"core.editor", evil}, {"core.sshCommand", evil}, {"core.askPass", evil}, {"core.gitProxy", evil},
		{"core.hooksPath", filepath.Join(dir, "hooks")}, {"core.alternateRefsCommand", evil},
		{"filter.evil.clean", evil}, {"filter.evil.smudge", evil}, {"filter.evil.process", evil}, {"filter.evil.required", "true"},
		{"diff.external", evil}, {"diff.evil.command", evil}, {"diff.evil.textconv", evil}, {"merge.evil.driver", evil}, {"interactive.diffFilter", evil},
		{"pager.diff", evil}, {"pager.ls-files", evil}, {"alias.diff", "!" + evil}, {"alias.ls-files", "!" + evil}, {"credential.helper", "!" + evil},
		{"gpg.program", evil}, {"sequence.editor", evil}, {"include.path", more}, {"includeIf.gitdir:/.path", more},
		{"core.repositoryFormatVersion", "1"}, {"extensions.partialClone", "origin"}, {"remote.origin.promisor", "true"},
		{"remote.origin.url", "ext::" + evil + " remote"}, {"remote.origin.uploadpack", evil}, {"protocol.ext.allow", "always"},
		{"core.worktree", t.TempDir()}, {"core.excludesFile", "/dev/zero"},
	} {
		runGit(t, dir, "config", set[0], set[1])
	}
	hooks := filepath.Join(dir, "hooks")
	for _, at := range []string{hooks, filepath.Join(dir, ".git/hooks")} {
		if err := os.MkdirAll(at, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"pre-commit", "post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction"} {
			if err := os.Symlink(evil, filepath.Join(at, name)); err != nil && !os.IsExist(err) {
				t.Fatal(err)
			}
		}
	}
}

// Nothing that a repository configures is run, and all the same its files are
// read as the ones that it tracks.
func TestAHostileRepositoryRunsNothing(t *testing.T) {
	dir, mark := hostile(t)
	evil := filepath.Join(dir, "evil.sh")
	for _, name := range []string{"GIT_EXTERNAL_DIFF", "GIT_SSH_COMMAND", "GIT_SSH", "GIT_PAGER", "GIT_ASKPASS", "GIT_EDITOR", "GIT_PROXY_COMMAND", "GIT_EXEC_PATH"} {
		t.Setenv(name, evil)
	}
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
	t.Setenv("GIT_CONFIG_VALUE_0", evil)
	check(t, Options{Dir: dir}, []string{"in/a.yaml"}, 4, 5)
	check(t, Options{Dir: dir, Staged: true}, []string{"in/a.yaml"}, 1, 0)
	check(t, Options{Dir: dir, Since: "HEAD", Paths: []string{"in"}}, []string{"in/a.yaml"}, 1, 0)
	for _, of := range []string{"", "*", "HEAD~0", "..HEAD"} { // which end at the folder that is not there
		if _, err := Run(context.Background(), Options{Dir: dir, History: &of}); err == nil && of != "..HEAD" {
			t.Errorf("%q is read", of)
		}
	}
	check(t, Options{Dir: filepath.Join(dir, "in"), Staged: true, Paths: []string{"."}}, []string{"a.yaml"}, 1, 0)
	if said, err := os.ReadFile(mark); !os.IsNotExist(err) {
		t.Errorf("it was run: %q, %v", said, err)
	}
	// The mark would be left: git runs the program.
	cmd := exec.Command("git", "-c", "core.worktree="+dir, "status")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_EXEC_PATH=")
	cmd.Run()
	if _, err := os.Stat(mark); err != nil {
		t.Errorf("the repository is not hostile: %v", err)
	}
}

// What HEAD has of a folder may be missing in a partial clone: what is staged
// there cannot be told, so all of it is read, and what is missing is reported.
func TestWhatAPartialCloneLacksIsSaid(t *testing.T) {
	dir := tree(t, map[string]string{"out/b.yaml": oneString, "out/c.yaml": oneString + "#"})
	runGit(t, dir, "init", "--quiet")
	runGit(t, dir, "add", "--all")
	runGit(t, dir, "commit", "--quiet", "-m", "one")
	out, err := exec.Command("git", "-C", dir, "rev-parse", "HEAD:out", ":out/b.yaml").Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "out/new.yaml"), []byte(oneString+"##"), 0o600); err != nil {
		t.Fatal(err)
	}
	runGit(t, dir, "add", "out/new.yaml")
	for id := range strings.Lines(string(out)) {
		if err := os.Remove(filepath.Join(dir, ".git/objects", id[:2], strings.TrimSpace(id[2:]))); err != nil {
			t.Fatal(err)
		}
	}
	result, err := Run(context.Background(), Options{Dir: dir, Staged: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range result.Files {
		got = append(got, fmt.Sprint(f.Path, " ", f.Findings[0].Diagnostic.Code))
	}
	if want := "[out/b.yaml KCS703 out/c.yaml KCS201 out/new.yaml KCS201]"; fmt.Sprint(got) != want || len(result.Notes) != 1 {
		t.Errorf("%v, want %s; notes %q", got, want, result.Notes)
	}
}
