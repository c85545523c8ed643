package lint

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"kustoconn/lint/internal/encoding"
	"kustoconn/lint/internal/git"
)

// since is a commit whose findings are not reported again.
type since struct {
	repository *git.Repository
	tree       *git.Tree
	unknown    atomic.Int64 // files of which the repository lacks what was there
}

// openSince opens the commit of Options.Since; close is to be called in the end.
func (l *linter) openSince() (close func(), err error) {
	repository, err := git.Open(l.inDir("."), os.Getenv)
	if err != nil {
		return nil, fmt.Errorf("finding the repository: %w", inRepository(err))
	}
	tree, err := repository.Tree(l.Since)
	if err != nil {
		repository.Close()
		return nil, fmt.Errorf("finding the commit to compare with: %w", inRepository(err))
	}
	l.since = &since{repository: repository, tree: tree}
	return repository.Close, nil
}

// keepNew takes out the findings that the file had at the commit, each as often as it
// had it: the same rule said the same of the same text. A file at a new path is new.
// Where the repository lacks what was there, as a partial clone may, all are kept.
func (s *since) keepNew(l *linter, f *File, in input) {
	if len(f.Findings) == 0 {
		return
	}
	path, ok := s.path(l.inDir(in.path))
	if !ok {
		return
	}
	e, ok, err := s.tree.Entry(path)
	if err == nil && (!ok || !e.IsFile()) {
		return
	}
	var data []byte
	if err == nil {
		data, err = s.repository.Blob(e.ID, l.MaxSize)
	}
	if err != nil && !errors.Is(err, git.ErrTooLarge) {
		s.unknown.Add(1)
	}
	if err != nil || holdsNothing(data) {
		return
	}
	text, _, err := encoding.Decode(data)
	if err != nil {
		return
	}
	had := map[identity]bool{}
	for _, id := range l.lintText(in.path, text).identities(path) {
		had[id] = true
	}
	all := f.identities(path)
	fresh := f.Findings[:0]
	for i := range f.Findings {
		if !had[all[i]] {
			fresh = append(fresh, f.Findings[i])
		}
	}
	f.Findings = fresh
	f.setFingerprints()
}

// notes says where nothing could be compared.
func (s *since) notes() []string {
	n := s.unknown.Load()
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf("files of which the repository lacks what they were at the commit, so that all in them is reported: %d", n)}
}

// path returns the path in the repository of the file of a name.
func (s *since) path(name string) (string, bool) {
	relative, err := filepath.Rel(s.repository.Top(), physical(name))
	return filepath.ToSlash(relative), err == nil && filepath.IsLocal(relative)
}
