package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kustoconn/internal/ioerror"
	"kustoconn/internal/pathname"
	"kustoconn/lint"
	"kustoconn/lint/baseline"
	"kustoconn/report"
)

// baselineFile is a baseline and where it is kept.
type baselineFile struct {
	baseline *baseline.Baseline // nil where there is none
	name     string
}

// openBaseline reads the baseline that --baseline or the configuration names.
func (c *fileLinter) openBaseline(given bool) (baselineFile, error) {
	name := c.baseline
	if !given && c.config.Baseline != "" {
		name = c.config.Baseline
		if !filepath.IsAbs(name) {
			name = filepath.Join(c.config.Dir, name)
		}
	}
	b := baselineFile{name: name}
	if name == "" {
		if c.updateBaseline {
			return b, errors.New("--update-baseline needs --baseline, or one in the configuration")
		}
		return b, nil
	}
	data, err := os.ReadFile(name)
	switch {
	case c.updateBaseline && errors.Is(err, fs.ErrNotExist):
		b.baseline = baseline.New()
		return b, nil
	case err != nil:
		return b, ioerror.New(ioerror.Reading, "the baseline "+pathname.Shown(name, "file"), err)
	}
	if b.baseline, err = baseline.Read(data); err != nil {
		return b, fmt.Errorf("%s: %w", pathname.Shown(name, "the baseline"), err)
	}
	return b, nil
}

// path returns the path by which the baseline knows a file: relative to its
// own directory, so that it does not matter where the command runs.
func (b baselineFile) path(reported string) string {
	dir, err := filepath.Abs(filepath.Dir(b.name))
	if err != nil {
		return reported
	}
	absolute, err := filepath.Abs(filepath.FromSlash(reported))
	if err != nil {
		return reported
	}
	relative, err := filepath.Rel(dir, absolute)
	if err != nil {
		return reported
	}
	return filepath.ToSlash(relative)
}

// writeBaseline makes the baseline know all findings, and forget the files that
// are gone.
func (c *fileLinter) writeBaseline(b baselineFile, result *lint.Result) error {
	result.AddTo(b.baseline, b.path)
	b.baseline.Forget(func(path string) bool {
		_, err := os.Lstat(filepath.Join(filepath.Dir(b.name), filepath.FromSlash(path)))
		return errors.Is(err, fs.ErrNotExist)
	})
	temporary := b.name + ".new"
	if err := os.WriteFile(temporary, b.baseline.JSON(), 0o644); err != nil {
		return ioerror.New(ioerror.Writing, "the baseline "+pathname.Shown(b.name, "file"), err)
	}
	if err := os.Rename(temporary, b.name); err != nil {
		return ioerror.New(ioerror.Writing, "the baseline "+pathname.Shown(b.name, "file"), err)
	}
	if !c.quiet {
		fmt.Fprintf(c.stderr, "kustoconn: %s in the baseline\n", counted(b.baseline.Len(), "finding", "findings"))
	}
	if c.summarize(result, report.Left{}) {
		return errReported
	}
	return nil
}
