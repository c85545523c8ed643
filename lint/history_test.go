package lint

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/exhaust"
	"kustoconn/lint/baseline"
)

const (
	secretOne = "a: '" + host + ";Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=Zq9xW7vK2mJ4;Authority Id=contoso.com'\n"
	secretTwo = "a: '" + host + ";Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=Lk3jH8gF5dS1;Authority Id=contoso.com'\n"
)

// commits makes a repository of commits, each given as files: a text of "-" removes one.
// They are tagged c1, c2 and so on.
func commits(t *testing.T, list ...map[string]string) string {
	t.Helper()
	dir := tree(t, nil)
	runGit(t, dir, "init", "--quiet")
	var in strings.Builder
	for i, files := range list {
		fmt.Fprintf(&in, "commit refs/heads/main\ncommitter n <e> %s\ndata 1\nm\n", commitDate)
		for _, path := range slices.Sorted(maps.Keys(files)) {
			if text := files[path]; text == "-" {
				fmt.Fprintf(&in, "D %s\n", path)
			} else {
				fmt.Fprintf(&in, "M 644 inline %s\ndata %d\n%s\n", path, len(text), text)
			}
		}
		fmt.Fprintf(&in, "reset refs/tags/c%d\nfrom refs/heads/main\n\n", i+1)
	}
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(in.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git fast-import: %v\n%s", err, out)
	}
	runGit(t, dir, "reset", "--quiet", "--hard")
	return dir
}

const commitDate = "1600000000 +0200"

// commitAll commits what there is in dir, with files.
func commitAll(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for path, text := range files {
		if err := os.WriteFile(filepath.Join(dir, path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	runGit(t, dir, "add", "--all")
	t.Setenv("GIT_AUTHOR_DATE", commitDate)
	t.Setenv("GIT_COMMITTER_DATE", commitDate)
	runGit(t, dir, "commit", "--quiet", "-m", "m")
}

// foundInHistory returns the findings of a history, as "path:line code tag present".
func foundInHistory(t *testing.T, options Options, of string) (list []string, result Result) {
	t.Helper()
	options.History = &of
	result, err := Run(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	tags := map[string]string{}
	out, err := exec.Command("git", "-C", options.Dir, "for-each-ref", "--format=%(objectname) %(refname:short)", "refs/tags").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		id, tag, _ := strings.Cut(strings.TrimSpace(line), " ")
		tags[id] = tag
	}
	list = []string{}
	seen := map[string]bool{}
	for _, f := range result.Files {
		if got := f.Commit.AuthorDate.Format("2006-01-02T15:04:05-07:00"); got != "2020-09-13T14:26:40+02:00" {
			t.Errorf("%s: the date is %s", f.Path, got)
		}
		for i := range f.Findings {
			d := &f.Findings[i].Diagnostic
			present := "gone"
			if f.Findings[i].Present {
				present = "present"
			}
			list = append(list, fmt.Sprintf("%s:%d %s %s %s", f.Path, f.line(d.Span.Start), d.Code, tags[f.Commit.ID], present))
			if f.Findings[i].Fingerprint == "" || seen[f.Findings[i].Fingerprint] || d.Edits != nil || f.Findings[i].Fixed != "" {
				t.Errorf("%s: fingerprint %q, edits %v", f.Path, f.Findings[i].Fingerprint, d.Edits)
			}
			seen[f.Findings[i].Fingerprint] = true
		}
	}
	return list, result
}

func TestHistory(t *testing.T) {
	for n, tc := range []struct {
		name    string
		commits []map[string]string
		of      string
		want    []string
		read    int // versions
	}{
		{"one finding is reported where it came first", []map[string]string{
			{"a.yaml": "x: 1\n"}, {"a.yaml": secretOne}, {"a.yaml": "x: 1\n" + secretOne}, {"a.yaml": secretOne + "y: 2\n"},
		}, "", []string{"a.yaml:1 KCS501 c2 present"}, 4},
		{"what is gone is told from what is there", []map[string]string{
			{"a.yaml": secretOne}, {"a.yaml": secretTwo}, {"b.yaml": secretOne}, {"b.yaml": "-"},
		}, "", []string{"a.yaml:1 KCS501 c1 gone", "a.yaml:1 KCS501 c2 present"}, 3},
		{"what comes again is the same", []map[string]string{
			{"a.yaml": secretOne}, {"a.yaml": "-"}, {"a.yaml": "x: 1\n" + secretOne},
		}, "", []string{"a.yaml:1 KCS501 c1 present"}, 2},
		{"a rename brings nothing, nor a change behind it", []map[string]string{
			{"a.yaml": secretOne}, {"a.yaml": "-", "b/c.yaml": secretOne}, {"b/c.yaml": "x: 1\n" + secretOne},
		}, "", []string{"a.yaml:1 KCS501 c1 present"}, 3},
		{"the same contents are read as each path wants", []map[string]string{
			{"a.txt": strings.ReplaceAll(secretOne, "=", `\u003d`)}, {"a.txt": "-", "a.yaml": strings.ReplaceAll(strings.ReplaceAll(secretOne, "=", `\u003d`), "'", `"`)},
		}, "", []string{"a.yaml:1 KCS501 c2 present"}, 2},
		{"a second one of the same is new", []map[string]string{
			{"a.yaml": secretOne}, {"a.yaml": secretOne + "b" + secretOne},
		}, "", []string{"a.yaml:1 KCS501 c1 present", "a.yaml:2 KCS501 c2 present"}, 2},
		{"a range", []map[string]string{
			{"a.yaml": secretOne}, {"a.yaml": "-", "b.yaml": secretTwo}, {"c.yaml": secretOne}, {"c.yaml": "-"},
		}, "c1..c3", []string{"b.yaml:1 KCS501 c2 present", "c.yaml:1 KCS501 c3 present"}, 2},
		{"up to a commit", []map[string]string{
			{"a.yaml": secretOne}, {"a.yaml": "-"}, {"b.yaml": secretTwo},
		}, "c2", []string{"a.yaml:1 KCS501 c1 gone"}, 1},
		{"a version that was not well-formed is read as text, and is no finding", []map[string]string{
			{"a.json": "{\"AppKey\": <<<<<<<\n" + secretOne}, {"a.json": "{}\n"},
		}, "", []string{"a.json:2 KCS501 c1 gone"}, 2},
		{"a suppression of the time holds, and is no finding", []map[string]string{
			{"a.yaml": "# kustoconn:ignore KCS501 -- invented\n" + secretOne}, {"a.yaml": secretTwo + "# kustoconn:ignore KCS501 -- unused\n"},
		}, "", []string{"a.yaml:1 KCS501 c2 present"}, 2},
		{"secrets in code", []map[string]string{
			{"a.cs": "new KustoConnectionStringBuilder(u).WithAadApplicationKeyAuthentication(id, \"Zq9xW7vK2mJ4\", t);\n"},
			{"a.cs": "new KustoConnectionStringBuilder(u).WithAadApplicationKeyAuthentication(id, \"Lk3jH8gF5dS1\", t);\n"},
		}, "", []string{"a.cs:1 KCS504 c1 gone", "a.cs:1 KCS504 c2 present"}, 2},
		{"directories that are not entered", []map[string]string{
			{"vendor/a.yaml": secretOne, "x/node_modules/a.yaml": secretOne}, {"big.yaml": secretOne + strings.Repeat("#", 2000)},
		}, "", []string{}, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if n%exhaust.Sample(5) != 0 {
				t.Skip("long")
			}
			dir := commits(t, tc.commits...)
			for _, packed := range []bool{false, true} {
				if packed {
					runGit(t, dir, "pack-refs", "--all")
					runGit(t, dir, "repack", "-a", "-d", "--quiet")
				}
				got, result := foundInHistory(t, Options{Dir: dir, MaxSize: 1500}, tc.of)
				if diff := cmp.Diff(tc.want, got); diff != "" || result.Read != tc.read {
					t.Errorf("packed %t: %d read, want %d; %s", packed, result.Read, tc.read, diff)
				}
			}
		})
	}
}

func TestHistoryHonoursOptions(t *testing.T) {
	dir := commits(t, map[string]string{"a/x.yaml": secretOne, "b/x.yaml": "y: 1\n" + secretOne}, map[string]string{"a/x.yaml": secretTwo, "top.yaml": "x: 1\n"})
	all := []string{"a/x.yaml:1 KCS501 c1 gone", "a/x.yaml:1 KCS501 c2 present"}
	got, result := foundInHistory(t, Options{Dir: dir, Reads: func(path string, _ bool) bool { return path != "b/x.yaml" }}, "")
	if diff := cmp.Diff(all, got); diff != "" || result.PassedOver != 1 {
		t.Error(diff, result.PassedOver)
	}
	got, _ = foundInHistory(t, Options{Dir: dir, Paths: []string{"a"}}, "")
	if diff := cmp.Diff(all, got); diff != "" {
		t.Error(diff)
	}
	of := ""
	result, err := Run(context.Background(), Options{Dir: filepath.Join(dir, "a"), Paths: []string{"../b"}, History: &of})
	if err != nil || len(result.Files) != 1 || !strings.HasSuffix(result.Files[0].Path, "/b/x.yaml") {
		t.Errorf("%d %q, %v", len(result.Files), result.Files[0].Path, err)
	}
	known := baseline.New()
	now, err := Run(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	now.AddTo(known, func(path string) string { return path })
	got, result = foundInHistory(t, Options{Dir: dir, Baseline: known}, "")
	if diff := cmp.Diff(all[:1], got); diff != "" || result.Known != 2 {
		t.Errorf("%d are known; %s", result.Known, diff)
	}
	for _, of := range []string{"none", "a..b..c"} {
		if _, err := Run(context.Background(), Options{Dir: dir, History: &of}); err == nil || strings.Contains(err.Error(), of) {
			t.Errorf("%q: %v", of, err)
		}
	}
}

// A merge brings what none of its parents has.
// A version whose object is damaged is said to be unread, though not one that is not
// well-formed.
func TestHistoryOfADamagedObject(t *testing.T) {
	dir := commits(t, map[string]string{"a.json": `{"a": "https://c.kusto.windows.net;Fed=true"`, "b.json": secretOne}, map[string]string{"b.json": "{}"})
	out, err := exec.Command("git", "-C", dir, "rev-parse", "c1:b.json").Output()
	if err != nil {
		t.Fatal(err)
	}
	id := strings.TrimSpace(string(out))
	object := filepath.Join(dir, ".git", "objects", id[:2], id[2:])
	if err := os.Chmod(object, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(object, []byte("no object"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, result := foundInHistory(t, Options{Dir: dir}, "")
	if diff := cmp.Diff([]string{"a.json:1 KCS308 c1 present", "b.json:1 KCS703 c1 gone"}, got); diff != "" || result.Read != 2 || result.PassedOver != 1 {
		t.Errorf("%d read, %d passed over; %s", result.Read, result.PassedOver, diff)
	}
}

func TestHistoryOfAMerge(t *testing.T) {
	dir := commits(t, map[string]string{"a.yaml": "x: 1\n"}, map[string]string{"b.yaml": secretOne})
	runGit(t, dir, "checkout", "--quiet", "-b", "side", "c1")
	commitAll(t, dir, map[string]string{"c.yaml": secretTwo})
	runGit(t, dir, "tag", "c3")
	got, result := foundInHistory(t, Options{Dir: dir}, "")
	if diff := cmp.Diff([]string{"c.yaml:1 KCS501 c3 present"}, got); diff != "" || len(result.Notes) != 1 {
		t.Errorf("notes %q; %s", result.Notes, diff)
	}
	runGit(t, dir, "merge", "--quiet", "--no-ff", "--no-commit", "c2")
	commitAll(t, dir, map[string]string{"a.yaml": "x: 1\n" + secretOne})
	runGit(t, dir, "tag", "c4")
	got, result = foundInHistory(t, Options{Dir: dir}, "*")
	if diff := cmp.Diff([]string{"a.yaml:2 KCS501 c4 present", "b.yaml:1 KCS501 c2 present", "c.yaml:1 KCS501 c3 present"}, got); diff != "" || len(result.Notes) != 0 {
		t.Errorf("notes %q; %s", result.Notes, diff)
	}
}

func TestSince(t *testing.T) {
	dir := commits(t, map[string]string{
		"same.yaml": secretOne, "moved.yaml": secretOne, "changed.yaml": secretOne, "twice.yaml": secretOne, "old.yaml": secretOne, "code.cs": "b.WithAadApplicationKeyAuthentication(id, \"Zq9xW7vK2mJ4\", t); // Kusto\n",
		"unsuppressed.yaml": "# kustoconn:ignore KCS501 -- invented\n" + secretOne,
	})
	for path, text := range map[string]string{
		"moved.yaml": "x: 1\n\n" + secretOne, "changed.yaml": secretTwo, "twice.yaml": secretOne + "b" + secretOne, "new.yaml": secretOne,
		"unsuppressed.yaml": secretOne, "code.cs": "\nb.WithAadApplicationKeyAuthentication(id, \"Lk3jH8gF5dS1\", t); // Kusto\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename(filepath.Join(dir, "old.yaml"), filepath.Join(dir, "renamed.yaml")); err != nil {
		t.Fatal(err)
	}
	since := func(options Options) (got []string) {
		result, err := Run(context.Background(), options)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Files {
			for i := range f.Findings {
				got = append(got, fmt.Sprintf("%s:%d", f.Path, f.line(f.Findings[i].Diagnostic.Span.Start)))
			}
		}
		return got
	}
	want := []string{"changed.yaml:1", "code.cs:2", "new.yaml:1", "renamed.yaml:1", "twice.yaml:2", "unsuppressed.yaml:1"}
	for _, rev := range []string{"HEAD", "c1", "c1..."} {
		if diff := cmp.Diff(want, since(Options{Dir: dir, Since: rev})); diff != "" {
			t.Errorf("%s: %s", rev, diff)
		}
	}
	// What the baseline knows is taken off both sides.
	known := baseline.New()
	once, err := Run(context.Background(), Options{Dir: dir, Paths: []string{"same.yaml"}})
	if err != nil {
		t.Fatal(err)
	}
	once.AddTo(known, func(string) string { return "twice.yaml" })
	if diff := cmp.Diff([]string{"twice.yaml:2"}, since(Options{Dir: dir, Since: "c1", Paths: []string{"twice.yaml"}, Baseline: known})); diff != "" {
		t.Error(diff)
	}
	if _, err := Run(context.Background(), Options{Dir: dir, Since: "AppKey"}); err == nil || strings.Contains(err.Error(), "AppKey") {
		t.Error(err)
	}
}

// What a partial clone lacks cannot be compared: all is reported, and said.
func TestSinceInAPartialClone(t *testing.T) {
	dir := commits(t, map[string]string{"a.yaml": secretOne})
	out, err := exec.Command("git", "-C", dir, "rev-parse", "HEAD:a.yaml").Output()
	if err != nil {
		t.Fatal(err)
	}
	id := strings.TrimSpace(string(out))
	if err := os.Remove(filepath.Join(dir, ".git/objects", id[:2], id[2:])); err != nil {
		t.Fatal(err)
	}
	result, err := Run(context.Background(), Options{Dir: dir, Since: "HEAD"})
	if err != nil || len(result.Files) != 1 || len(result.Files[0].Findings) != 1 || len(result.Notes) != 1 {
		t.Errorf("%v, %d files, notes %q", err, len(result.Files), result.Notes)
	}
	got, result := foundInHistory(t, Options{Dir: dir}, "")
	if len(got) != 0 || len(result.Notes) != 1 {
		t.Errorf("%v, notes %q", got, result.Notes)
	}
}
