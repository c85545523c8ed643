package lint

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"sync/atomic"
	"time"

	"kustoconn/diag"
	"kustoconn/internal/ioerror"
	"kustoconn/lint/internal/git"
	"kustoconn/rule"
)

// Commit is where in a repository's history a file stands.
type Commit struct {
	ID         string    // hash, in hexadecimal digits
	AuthorDate time.Time // in the author's zone; zero where the commit has none
}

// batch is how many versions of files are listed before they are read: sorted by where
// they stand, what they are written as differences from is read once.
const batch = 1 << 15

// history reads the versions of files that the commits of a range brought, each once,
// and reports a finding where it came first.
type history struct {
	*linter
	ctx        context.Context
	repository *git.Repository
	commits    *git.History
	files      *repositoryFiles
	seen       map[version]bool
	empty      map[git.ID]bool // contents without strings, whatever their path
	pending    []change
	done       atomic.Int64
	total      int

	known  map[identity]*origin
	ofBlob map[git.ID]map[identity]*origin // by identities without path
	// inBaseline says of a finding whether the baseline has it, and takes it off.
	inBaseline func(code diag.Code, path, text string) bool
	origins    []*origin
	missing    int // versions that a partial clone lacks
	leftOut    map[string]int
	result     Result
}

// version is contents at a path.
type version struct {
	blob git.ID
	path string
}

// change is a version that a commit brought.
type change struct {
	version
	commit *git.Commit
}

// origin is a finding where it came first.
type origin struct{ present bool }

// runHistory lints the commits of Options.History.
func (l *linter) runHistory(ctx context.Context) (Result, error) {
	repository, err := git.Open(l.inDir("."), os.Getenv)
	if err != nil {
		return Result{}, fmt.Errorf("finding the repository: %w", inRepository(err))
	}
	defer repository.Close()
	below, err := l.pathsIn(repository)
	if err != nil {
		return Result{}, err
	}
	commits, err := repository.History(*l.History)
	if err != nil {
		return Result{}, fmt.Errorf("reading the history: %w", inRepository(err))
	}
	plain := *l
	plain.Baseline = nil // it is asked once for all versions
	h := history{
		linter: &plain, ctx: ctx, repository: repository, commits: commits,
		files: plain.filesIn(repository, below), seen: map[version]bool{}, empty: map[git.ID]bool{},
		known: map[identity]*origin{}, ofBlob: map[git.ID]map[identity]*origin{}, leftOut: map[string]int{},
		inBaseline: l.Baseline.Filter(),
	}
	if err := commits.Changes(h.add); err != nil {
		return Result{}, cmp.Or(ctx.Err(), fmt.Errorf("reading the history: %w", inRepository(err)))
	}
	h.lintPending()
	if err := h.findPresent(); err != nil {
		return Result{}, fmt.Errorf("reading the history: %w", inRepository(err))
	}
	return h.finish(), ctx.Err()
}

// inRepository returns an error of reading a repository in words that repeat no path.
func inRepository(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return ioerror.New(ioerror.Reading, "the repository", err)
	}
	return err
}

// add takes in a file that a commit has and its parents have not.
func (h *history) add(c *git.Commit, e git.Entry) error {
	v := version{e.ID, e.Path}
	if !e.IsFile() || h.empty[e.ID] || h.seen[v] || !h.files.reads(e.Path) {
		return h.ctx.Err()
	}
	h.seen[v] = true
	h.pending = append(h.pending, change{v, c})
	h.total++
	if len(h.pending) == batch {
		h.lintPending()
	}
	return h.ctx.Err()
}

// lintPending lints what is listed, and takes in what it finds, commit by commit.
func (h *history) lintPending() {
	byBlob := map[git.ID][]int{}
	var blobs []git.ID
	for i := range h.pending {
		id := h.pending[i].blob
		if byBlob[id] == nil {
			blobs = append(blobs, id)
		}
		byBlob[id] = append(byBlob[id], i)
	}
	outcomes := make([]outcome, len(h.pending))
	holds := make([]bool, len(blobs))
	limit := func(i int) (most int64) {
		for _, n := range byBlob[blobs[i]] {
			most = max(most, h.limit(h.pending[n].path))
		}
		return most
	}
	h.repository.Blobs(blobs, limit, h.Jobs, func(i int, data []byte, err error) {
		holds[i] = err != nil || !holdsNothing(data)
		for _, n := range byBlob[blobs[i]] {
			if h.ctx.Err() == nil {
				outcomes[n] = h.lintVersion(&h.pending[n].version, data, err, holds[i])
			}
			if h.Progress != nil {
				h.Progress(int(h.done.Add(1)), h.total)
			}
		}
	})
	for i := range blobs {
		if !holds[i] {
			h.empty[blobs[i]] = true
		}
	}
	for i := range h.pending {
		h.takeIn(&h.pending[i], &outcomes[i])
	}
	h.pending = h.pending[:0]
}

func (h *history) limit(path string) int64 { return h.of(h.files.reported(path)).MaxSize }

// lintVersion lints contents as the file at a path.
func (h *history) lintVersion(v *version, data []byte, err error, holds bool) outcome {
	reported := h.files.reported(v.path)
	switch {
	case errors.Is(err, git.ErrTooLarge) || int64(len(data)) > h.limit(v.path):
		return outcome{err: &notRead{passedOver: isTooLarge}}
	case errors.Is(err, git.ErrMissing):
		return outcome{err: &notRead{cause: err}}
	case err != nil:
		return outcome{file: h.of(reported).unreadable(reported, err)}
	case !holds:
		return outcome{read: true}
	}
	o := h.of(reported).lintData(input{path: reported}, data)
	if f := o.file; f != nil {
		f.Findings = slices.DeleteFunc(f.Findings, func(found Finding) bool { return isOfThePresent(found.Diagnostic.Code) })
	}
	return o
}

// takeIn keeps of what came of a version the findings that no version had before.
func (h *history) takeIn(c *change, o *outcome) {
	switch {
	case o.read:
		h.result.Read++
	case o.err != nil && o.err.cause != nil:
		h.missing++
	default:
		h.result.PassedOver++
	}
	f := o.file
	if f == nil {
		return
	}
	h.result.Checked += len(f.Strings)
	h.leftOut[c.path] = max(h.leftOut[c.path], f.LeftOut)
	f.Commit = &Commit{c.commit.ID.String(), c.commit.AuthorDate}
	all := f.identities(c.path)
	fresh := f.Findings[:0]
	for i, found := range f.Findings {
		if h.isFresh(c.blob, all[i]) && !h.isInBaseline(f, &found) {
			found.Diagnostic.Edits, found.Fixed, found.edits, found.unshown = nil, "", nil, nil // of a past text
			fresh = append(fresh, found)
			h.origins = append(h.origins, h.known[all[i]])
		}
	}
	if f.Findings = fresh; len(fresh) > 0 {
		h.result.Files = append(h.result.Files, f)
	}
}

// isFresh reports whether a finding was in no version before, and makes it known. The
// same contents at another path, as after a rename, bring nothing: what is found there is
// known at that path from then on.
func (h *history) isFresh(blob git.ID, id identity) bool {
	if h.known[id] != nil {
		return false
	}
	anywhere := id
	anywhere.path = ""
	ofBlob := h.ofBlob[blob]
	if ofBlob == nil {
		ofBlob = map[identity]*origin{}
		h.ofBlob[blob] = ofBlob
	}
	if o := ofBlob[anywhere]; o != nil {
		h.known[id] = o
		return false
	}
	o := &origin{}
	h.known[id], ofBlob[anywhere] = o, o
	return true
}

func (h *history) isInBaseline(f *File, found *Finding) bool {
	if h.inBaseline(found.Diagnostic.Code, h.BaselinePath(f.Path), f.textOf(*found)) {
		h.result.Known++
		return true
	}
	return false
}

// isOfThePresent reports whether the rule is about comments that suppress findings or about
// files that cannot be parsed: those of the past cannot be mended.
func isOfThePresent(code diag.Code) bool {
	return code == rule.UnusedSuppression || code == rule.SuppressionWithoutReason || code == rule.UnreadableFile
}

// findPresent asks the files of the last commit which findings they still have.
func (h *history) findPresent() error {
	paths := map[string]bool{}
	for id := range h.known {
		paths[id.path] = true
	}
	tip := h.commits.TipTree()
	for path := range paths {
		e, ok, err := tip.Entry(path)
		if err != nil {
			return err
		}
		if !ok || !e.IsFile() || h.ctx.Err() != nil {
			continue
		}
		data, err := h.repository.Blob(e.ID, h.limit(path))
		f := h.lintVersion(&version{e.ID, path}, data, err, true).file
		if f == nil {
			continue
		}
		for _, id := range f.identities(path) {
			if o := h.known[id]; o != nil {
				o.present = true
			}
		}
	}
	return nil
}

// finish completes the result: what is said of each finding, and the order.
func (h *history) finish() Result {
	at := 0
	for _, f := range h.result.Files {
		for i := range f.Findings {
			f.Findings[i].Present = h.origins[at].present
			at++
		}
		f.setFingerprints()
		for i := range f.Findings { // the same masked text in two commits may be two secrets
			sum := sha256.Sum256([]byte(f.Findings[i].Fingerprint + "\x00" + f.Commit.ID))
			f.Findings[i].Fingerprint = hex.EncodeToString(sum[:16])
		}
	}
	slices.SortStableFunc(h.result.Files, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	for _, n := range h.leftOut {
		h.result.LeftOut += n
	}
	h.result.PassedOver += h.files.passedOver
	h.result.Notes = h.notes()
	return h.result
}

// notes says what of the history was not read.
func (h *history) notes() (notes []string) {
	if h.commits.Shallow {
		notes = append(notes, "the repository is shallow: what is before its oldest commits is not read")
	}
	if h.commits.Replaced {
		notes = append(notes, "the repository has grafts or replacements; what was committed is read, and not those")
	}
	if n := h.commits.Unread; n > 0 {
		notes = append(notes, fmt.Sprintf("references with commits that are not read: %d; --history='*' reads all", n))
	}
	if h.missing > 0 {
		notes = append(notes, fmt.Sprintf("versions of files that a partial clone lacks, which are not read: %d", h.missing))
	}
	return notes
}
