package git

import (
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/exhaust"
)

// project makes a repository of some commits: files and folders that come, change, move
// and go, branches, merges, tags. One git makes all of them.
type project struct {
	dir      string
	rand     *rand.Rand
	clock    int
	in       strings.Builder // what git fast-import reads
	commits  []map[string]file
	branches map[string]int // commits by their place in that list, from 1
	branch   string         // that is checked out
	tags     int
}

type file struct{ mode, text string }

func newProject(t *testing.T, seed uint64, format string) *project {
	p := &project{dir: t.TempDir(), rand: rand.New(rand.NewPCG(seed, 1)), clock: 1_600_000_000, branches: map[string]int{}, branch: "main"}
	p.commit(map[string]file{})
	for range 30 {
		p.step()
	}
	run(t, p.dir, "init", "--quiet", "--object-format="+format)
	fastImport(t, p.dir, p.in.String())
	run(t, p.dir, "symbolic-ref", "HEAD", "refs/heads/"+p.branch)
	run(t, p.dir, "reset", "--quiet")
	run(t, p.dir, "tag", "--force", "-a", "-m", "t", "v0", "HEAD~4")
	return p
}

// fastImport makes what a stream for git fast-import says, each object a file of its own.
func fastImport(t testing.TB, dir, stream string) {
	t.Helper()
	cmd := exec.Command("git", "-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(stream)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// files are those of the commit that is checked out.
func (p *project) files() map[string]file { return p.commits[p.branches[p.branch]-1] }

func (p *project) step() {
	names := []string{"a", "a.b", "a/x", "a/x/y", "a-b", "a/z", "ab", "b/c/d/e", "ü ä", "b/\"q\""}
	name := func() string { return names[p.rand.IntN(len(names))] }
	files := maps.Clone(p.files())
	for range 1 + p.rand.IntN(3) {
		name, other := name(), name()
		old, isThere := files[name]
		copied, ok := files[other]
		switch n := p.rand.IntN(6); {
		case n == 0:
			delete(files, name)
		case n == 1 && ok: // a rename, or a copy
			put(files, name, copied)
		case n == 2 && isThere:
			files[name] = file{"100755", old.text}
		case n > 2:
			put(files, name, file{"100644", fmt.Sprintf("%d\n%s", p.rand.IntN(30), strings.Repeat("the same lines\n", p.rand.IntN(200)))})
		}
	}
	p.commit(files)
	now, branch := p.branches[p.branch], fmt.Sprintf("b%d", p.rand.IntN(3))
	switch p.rand.IntN(8) {
	case 0:
		p.branch = branch
		p.reset(branch, now)
	case 1, 2:
		p.reset("merged", now)
		if other := p.branches[branch]; other != 0 && other != now {
			p.merge(other)
		}
	case 3:
		p.tags++
		fmt.Fprintf(&p.in, "tag v%d\nfrom :%d\ntagger n <e> %d +0000\ndata 1\nt\n", p.tags, now, p.clock)
	}
}

func (p *project) reset(branch string, commit int) {
	p.branches[branch] = commit
	fmt.Fprintf(&p.in, "reset refs/heads/%s\nfrom :%d\n\n", branch, commit)
}

// merge merges a commit, and takes of what both have the one's or the other's.
func (p *project) merge(other int) {
	ours, theirs := p.files(), p.commits[other-1]
	if p.rand.IntN(2) == 0 {
		ours, theirs = theirs, ours
	}
	files := maps.Clone(theirs)
	for _, name := range slices.Sorted(maps.Keys(ours)) {
		put(files, name, ours[name])
	}
	p.commit(files, other)
}

// put writes a file in the place of what has its name, or that of one of its folders.
func put(files map[string]file, name string, f file) {
	maps.DeleteFunc(files, func(other string, _ file) bool {
		return strings.HasPrefix(other, name+"/") || strings.HasPrefix(name, other+"/")
	})
	files[name] = f
}

// commit commits files, a little later.
func (p *project) commit(files map[string]file, merged ...int) {
	p.clock += p.rand.IntN(3)
	zone := []string{"+0000", "-0330", "+1245"}[p.rand.IntN(3)]
	p.commits = append(p.commits, files)
	fmt.Fprintf(&p.in, "commit refs/heads/%s\nmark :%d\nauthor a b <e> %d %s\ncommitter n <e> %d +0000\ndata 1\nm\n", p.branch, len(p.commits), p.clock-p.rand.IntN(9), zone, p.clock)
	if parent := p.branches[p.branch]; parent != 0 {
		fmt.Fprintf(&p.in, "from :%d\n", parent)
	}
	for _, m := range merged {
		fmt.Fprintf(&p.in, "merge :%d\n", m)
	}
	p.in.WriteString("deleteall\n")
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&p.in, "M %s inline %q\ndata %d\n%s\n", files[name].mode, name, len(files[name].text), files[name].text)
	}
	p.branches[p.branch] = len(p.commits)
}

func openAt(t testing.TB, dir string) *Repository {
	t.Helper()
	r, err := Open(dir, func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

// A commit of git's log, and what it has that its parents have not.
type logged struct {
	Date  string
	Files []string // "hash path"
}

// logByGit returns the commits of a range as git tells them.
func logByGit(t testing.TB, dir string, args ...string) map[string]logged {
	t.Helper()
	all := map[string]logged{}
	text := run(t, dir, append([]string{"log", "--raw", "-z", "-c", "-r", "--root", "--no-renames", "--no-abbrev", "--format=%x01%H %aI"}, args...)...)
	for commit := range strings.SplitSeq(text, "\x01") {
		head, rest, _ := strings.Cut(commit, "\x00")
		id, date, ok := strings.Cut(strings.TrimSpace(head), " ")
		if !ok {
			continue
		}
		l := logged{Date: date, Files: []string{}}
		fields := strings.Split(strings.Trim(rest, "\x00\n"), "\x00")
		for i := 0; i+1 < len(fields); i += 2 {
			parts := strings.Fields(fields[i])
			parents := strings.Count(parts[0], ":")
			hashes := parts[parents+1 : 2*parents+2]
			new := hashes[parents]
			if strings.Trim(new, "0") != "" && !slices.Contains(hashes[:parents], new) {
				l.Files = append(l.Files, new+" "+fields[i+1])
			}
		}
		slices.Sort(l.Files)
		all[id] = l
	}
	return all
}

// logOf is logByGit by this package, which also checks the order of the commits and
// reads each file.
func logOf(t testing.TB, dir, of string) map[string]logged {
	t.Helper()
	r := openAt(t, dir)
	h, err := r.History(of)
	if err != nil {
		t.Fatalf("%s: %v", of, err)
	}
	all, seen := map[string]logged{}, map[ID]bool{}
	for _, c := range h.Commits {
		all[c.ID.String()] = logged{Date: c.AuthorDate.Format("2006-01-02T15:04:05-07:00"), Files: []string{}}
		for _, p := range c.parents {
			if h.byID[p] != nil && !seen[p] {
				t.Errorf("%s: %s stands before its parent", of, c.ID)
			}
		}
		seen[c.ID] = true
	}
	var ids []ID
	err = h.Changes(func(c *Commit, e Entry) error {
		l := all[c.ID.String()]
		l.Files = append(l.Files, e.ID.String()+" "+e.Path)
		slices.Sort(l.Files)
		all[c.ID.String()] = l
		ids = append(ids, e.ID)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	checkBlobs(t, r, dir, ids)
	return all
}

// checkBlobs compares what Blobs reads with git.
func checkBlobs(t testing.TB, r *Repository, dir string, ids []ID) {
	t.Helper()
	var mu sync.Mutex
	got := make([]string, len(ids))
	r.Blobs(ids, func(int) int64 { return 1 << 20 }, 3, func(i int, data []byte, err error) {
		mu.Lock()
		defer mu.Unlock()
		if err != nil || got[i] != "" {
			t.Errorf("%s: %v", ids[i], err)
		}
		got[i] = fmt.Sprintf("%s blob %d\n%s\n", ids[i], len(data), data)
	})
	cmd := exec.Command("git", "-C", dir, "cat-file", "--batch")
	var in strings.Builder
	for _, id := range ids {
		in.WriteString(id.String() + "\n")
	}
	cmd.Stdin = strings.NewReader(in.String())
	want, err := cmd.Output()
	if err != nil || string(want) != strings.Join(got, "") {
		t.Errorf("%v; the contents differ", err)
	}
}

func TestHistoryIsGits(t *testing.T) {
	ranges := map[string][]string{
		"": {"HEAD"}, "b0": {"b0"}, "start..": {"start..HEAD"}, "start..b0": {"start..b0"}, "..start": {"HEAD..start"}, "*": {"--all", "HEAD"},
	}
	for seed := range 2 / uint64(exhaust.Sample(2)) {
		format := []string{"sha1", "sha256"}[seed%2]
		p := newProject(t, seed, format)
		run(t, p.dir, "branch", "--force", "start", "HEAD~3")
		exec.Command("git", "-C", p.dir, "branch", "b0", "HEAD~1").Run() // unless it is there
		var want map[string]map[string]logged
		states := [][]string{nil, {"repack", "-a", "-d", "-f", "--quiet"}, {"pack-refs", "--all"}, {"commit", "--quiet", "--allow-empty", "-m", "x"}}
		for _, state := range states[:exhaust.Size(1, len(states), len(states))] {
			if state != nil {
				run(t, p.dir, state...)
			}
			if state == nil || state[0] == "commit" {
				want = map[string]map[string]logged{}
				for of, args := range ranges {
					want[of] = logByGit(t, p.dir, args...)
				}
			}
			for of := range ranges {
				if diff := cmp.Diff(want[of], logOf(t, p.dir, of)); diff != "" {
					t.Errorf("seed %d, %v, range %q: %s", seed, state, of, diff)
				}
			}
		}
		checkRevisions(t, p.dir)
	}
}

// checkRevisions compares which commits texts name with git.
func checkRevisions(t *testing.T, dir string) {
	r := openAt(t, dir)
	head := strings.TrimSpace(run(t, dir, "rev-parse", "HEAD"))
	run(t, dir, "tag", "--force", "of-tag", "v0")
	run(t, dir, "tag", "--force", "of-tree", "HEAD^{tree}")
	run(t, dir, "update-ref", "refs/remotes/origin/far", "HEAD~2")
	run(t, dir, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/far")
	bases := []string{
		"HEAD", "@", "b0", "b1", "merged", "v0", "v1", "of-tag", "of-tree", "heads/b0", "refs/heads/b0", "tags/v0", "origin", "origin/far", "b0/x",
		head, head[:7], head[:4], head[:9], head[:3], strings.ToUpper(head[:8]), "none", "refs", "config", "description", "a b", "..", "/", "HEAD/x", "b0.lock", "",
	}
	suffixes := []string{"", "~", "~2", "^", "^1", "^2", "^0", "^3", "~~", "~1^", "^{commit}", "^{}", "~999", "~x", "^{nonsense}", "~99999999999999999999"}
	byGit := commitsByGit(t, dir, bases, suffixes)
	for _, base := range bases {
		for _, suffix := range suffixes {
			text := base + suffix
			if text == "" || base == "" && suffix[0] == '~' {
				continue // HEAD here, which git has in ranges alone
			}
			want := byGit[text]
			if base == "HEAD/x" {
				want = ""
			}
			got, err := r.revision(text)
			if base != "" && got.String() != want {
				t.Errorf("%q: %s (%v), want %s", text, got, err, want)
			}
			if err != nil && len(base) > 3 && strings.Contains(err.Error(), base) {
				t.Errorf("%q is repeated: %v", text, err)
			}
		}
	}
	for _, other := range []string{"b0", "merged", "v0", "HEAD"} {
		tree, err := r.Tree(other + "...")
		want := strings.TrimSpace(run(t, dir, "rev-parse", strings.TrimSpace(run(t, dir, "merge-base", "HEAD", other))+"^{tree}"))
		if err != nil || tree.root.String() != want {
			t.Errorf("%s...: %v, want %s", other, err, want)
		}
	}
}

// commitsByGit returns the commits that git finds by each base with each suffix.
func commitsByGit(t *testing.T, dir string, bases, suffixes []string) map[string]string {
	t.Helper()
	var texts []string
	var in strings.Builder
	for _, base := range bases {
		for _, suffix := range suffixes {
			texts = append(texts, base+suffix)
			in.WriteString(base + suffix + "^{commit}\n")
		}
	}
	cmd := exec.Command("git", "-C", dir, "cat-file", "--batch-check=%(objectname)")
	cmd.Stdin = strings.NewReader(in.String())
	out, err := cmd.Output()
	answers := strings.Split(strings.TrimSpace(string(out)), "\n")
	if err != nil || len(answers) != len(texts) {
		t.Fatalf("%v; %d answers for %d questions", err, len(answers), len(texts))
	}
	found := map[string]string{}
	for i, text := range texts {
		if _, err := hex.DecodeString(answers[i]); err == nil {
			found[text] = answers[i]
		}
	}
	return found
}

func TestTreeHasWhatGitLists(t *testing.T) {
	exhaust.Long(t)
	p := newProject(t, 9, "sha1")
	tree, err := openAt(t, p.dir).Tree("HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(run(t, p.dir, "ls-tree", "-r", "-z", "HEAD~1"), "\x00"), "\x00") {
		head, path, _ := strings.Cut(line, "\t")
		e, ok, err := tree.Entry(path)
		if got := fmt.Sprintf("%06o blob %s", e.Mode, e.ID); err != nil || !ok || got != head {
			t.Errorf("%s: %q, %v, want %q", path, got, err, head)
		}
		if _, ok, err := tree.Entry(path + "/none"); ok || err != nil {
			t.Errorf("%s has something in it, %v", path, err)
		}
	}
	if _, ok, err := tree.Entry("none/none"); ok || err != nil {
		t.Errorf("it has what is not there, %v", err)
	}
}

// What a shallow clone and a partial one lack is said; what stands in place of other
// commits is not taken.
func TestHistoryThatIsNotAll(t *testing.T) {
	exhaust.Long(t)
	p := newProject(t, 5, "sha1")
	run(t, p.dir, "config", "uploadpack.allowFilter", "true")
	shallow := filepath.Join(t.TempDir(), "shallow")
	run(t, p.dir, "clone", "--quiet", "--depth", "3", "file://"+p.dir, shallow)
	r := openAt(t, shallow)
	h, err := r.History("")
	if err != nil || !h.Shallow {
		t.Fatalf("%v, shallow %t", err, h != nil && h.Shallow)
	}
	if diff := cmp.Diff(logByGit(t, shallow, "HEAD"), logOf(t, shallow, "")); diff != "" {
		t.Error(diff)
	}
	partial := filepath.Join(t.TempDir(), "partial")
	run(t, p.dir, "clone", "--quiet", "--filter=blob:none", "--no-checkout", "file://"+p.dir, partial)
	r = openAt(t, partial)
	if h, err = r.History(""); err != nil || h.Shallow {
		t.Fatal(err)
	}
	var ids []ID
	if err := h.Changes(func(_ *Commit, e Entry) error { ids = append(ids, e.ID); return nil }); err != nil || len(ids) == 0 {
		t.Fatalf("%v; %d files", err, len(ids))
	}
	r.Blobs(ids, func(int) int64 { return 1 << 20 }, 1, func(i int, _ []byte, err error) {
		if !errors.Is(err, ErrMissing) {
			t.Errorf("%s: %v", ids[i], err)
		}
	})
	run(t, p.dir, "replace", "HEAD", "HEAD~5")
	h, err = openAt(t, p.dir).History("")
	if err != nil || !h.Replaced || len(h.Commits) != len(strings.Fields(run(t, p.dir, "--no-replace-objects", "rev-list", "HEAD"))) {
		t.Errorf("%v; replaced %t, %d commits", err, h.Replaced, len(h.Commits))
	}
}

// Commits of another branch are said not to be read.
func TestUnreadReferencesAreCounted(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	for i, branch := range []string{"one", "two", "three"} {
		run(t, dir, "checkout", "--quiet", "-b", branch)
		write(t, dir, branch, branch)
		run(t, dir, "add", "--all")
		run(t, dir, "commit", "--quiet", "-m", "m")
		if i < 2 {
			run(t, dir, "tag", "-a", "-m", "t", "of-"+branch)
		}
	}
	for of, want := range map[string]int{"": 0, "one": 2, "two": 1, "one..two": 1, "*": 0} {
		if h, err := openAt(t, dir).History(of); err != nil || h.Unread != want {
			t.Errorf("%q: %d unread, want %d; %v", of, h.Unread, want, err)
		}
	}
	for _, of := range []string{"one...two", "one..two..three", "..", "*..one", "one..*", "secret-name"} {
		if _, err := openAt(t, dir).History(of); (err == nil) != (of == "..") || err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", of, err)
		}
	}
}

// A folder that holds another many times over, each time at a new path, ends.
func TestATreeOfTreesEnds(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, "init", "--quiet")
	write(t, dir, "f", "f")
	line := "100644 blob " + strings.TrimSpace(run(t, dir, "hash-object", "-w", "f"))
	for range 12 {
		var in strings.Builder
		for i := range 10 {
			fmt.Fprintf(&in, "%s\t%d\n", line, i)
		}
		cmd := exec.Command("git", "-C", dir, "mktree")
		cmd.Stdin = strings.NewReader(in.String())
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		line = "040000 tree " + strings.TrimSpace(string(out))
	}
	run(t, dir, "update-ref", "HEAD", strings.TrimSpace(run(t, dir, "commit-tree", "-m", "m", strings.Fields(line)[2])))
	h, err := openAt(t, dir).History("")
	if err != nil {
		t.Fatal(err)
	}
	h.maxFiles = 1000
	if err := h.Changes(func(*Commit, Entry) error { return nil }); err != errManyFiles {
		t.Error(err)
	}
}

// BenchmarkHistory reads 500 versions of a file, most of them written as what they
// differ in from another.
func BenchmarkHistory(b *testing.B) {
	dir := b.TempDir()
	run(b, dir, "init", "--quiet")
	var in strings.Builder
	text := strings.Repeat("a line like the others, of some length\n", 1000)
	size := 0
	for i := range 500 {
		text = text[:i*70] + fmt.Sprintf("line %d\n", i) + text[i*70:]
		size += len(text)
		fmt.Fprintf(&in, "commit refs/heads/main\ncommitter n <e> %d +0000\ndata 1\nm\nM 644 inline d/f\ndata %d\n%s\n", 1600000000+i, len(text), text)
	}
	fastImport(b, dir, in.String())
	run(b, dir, "repack", "-a", "-d", "-f", "--quiet")
	b.SetBytes(int64(size))
	for b.Loop() {
		r := openAt(b, dir)
		h, err := r.History("main")
		if err != nil {
			b.Fatal(err)
		}
		var ids []ID
		if err := h.Changes(func(_ *Commit, e Entry) error { ids = append(ids, e.ID); return nil }); err != nil {
			b.Fatal(err)
		}
		r.Blobs(ids, func(int) int64 { return 1 << 20 }, 1, func(_ int, _ []byte, err error) {
			if err != nil {
				b.Error(err)
			}
		})
	}
}
