package lint

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"

	"kustoconn/lint/internal/git"
)

// stagedInputs finds the files that git is about to commit. It reads the
// repository itself: nothing that this configures is run.
func (l *linter) stagedInputs() (in inputs, passedOver int, err error) {
	in.close = func() {}
	repository, err := git.Open(l.inDir("."), os.Getenv)
	if err != nil {
		return in, 0, fmt.Errorf("finding the repository: %w", err)
	}
	in.close = repository.Close
	below, err := l.pathsIn(repository)
	if err != nil {
		return in, 0, err
	}
	staged, err := repository.Staged()
	if err != nil {
		return in, 0, fmt.Errorf("listing what is staged: %w", err)
	}
	for _, folder := range staged.Unknown {
		in.notes = append(in.notes, fmt.Sprintf("the repository lacks what was committed in %s, so all that it tracks there is read", cmp.Or(folder, ".")))
	}
	w := walker{linter: l, seen: map[string]bool{}}
	files := l.filesIn(repository, below)
	for _, e := range staged.Entries {
		if files.isNamed(e.Path) {
			w.addStaged(files.name(e.Path), e, repository)
		}
	}
	in.list = w.found
	return in, w.passedOver, nil
}

// addStaged takes in one file of the index. Links and other repositories are
// passed over.
func (w *walker) addStaged(name string, e git.Entry, repository *git.Repository) {
	reported := w.reported(name)
	if !e.IsFile() || inSkipped(e.Path+"/") || w.Reads != nil && !w.Reads(reported, false) {
		w.pass(name)
		return
	}
	w.found = append(w.found, input{path: reported, open: func() (io.ReadCloser, int64, error) {
		data, err := repository.Blob(e.ID, w.of(reported).MaxSize)
		if errors.Is(err, git.ErrTooLarge) {
			err = isTooLarge
		}
		if err != nil {
			return nil, 0, err
		}
		return io.NopCloser(bytes.NewReader(data)), int64(len(data)), nil
	}})
}
