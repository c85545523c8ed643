package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"kustoconn/internal/atomicfile"
	"kustoconn/internal/ioerror"
	"kustoconn/internal/pathname"
	"kustoconn/internal/regular"
	"kustoconn/lint"
	"kustoconn/lint/baseline"
	"kustoconn/lint/config"
	"kustoconn/report"
)

// maxBaseline bounds a baseline, in bytes: a finding takes some 200.
const maxBaseline = 256 << 20

// baselineFile is a baseline and where it is kept.
type baselineFile struct {
	baseline *baseline.Baseline // nil where there is none
	name     string
}

// configuredBaseline returns the path of the baseline that the configuration
// names; "" where it names none. One outside of the configuration's directory,
// through links too, is an error: a file that came with a tree chooses none
// elsewhere to read or to write.
func configuredBaseline(file *config.Config) (string, error) {
	if file.Baseline == "" {
		return "", nil
	}
	name := filepath.Join(file.Dir, file.Baseline)
	if !filepath.IsLocal(file.Baseline) || !regular.IsWithin(file.Dir, name) {
		return "", errors.New(`the configuration's "baseline" leads out of its directory; --baseline names such a file`)
	}
	return name, nil
}

// openBaseline reads the baseline that --baseline or the configuration names.
func (c *fileLinter) openBaseline(given bool) (baselineFile, error) {
	name := c.baseline
	if !given {
		var err error
		if name, err = configuredBaseline(c.config); err != nil {
			return baselineFile{}, err
		}
	}
	b := baselineFile{name: name}
	if name == "" {
		if c.updateBaseline {
			return b, errors.New("--update-baseline needs --baseline, or one in the configuration")
		}
		return b, nil
	}
	data, err := regular.ReadFile(name, maxBaseline)
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
		if c.inHistory {
			return false
		}
		_, err := os.Lstat(filepath.Join(filepath.Dir(b.name), filepath.FromSlash(path)))
		return errors.Is(err, fs.ErrNotExist)
	})
	atomicfile.RemoveStale(filepath.Dir(b.name))
	if err := atomicfile.Write(b.name, b.baseline.JSON()); err != nil {
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
