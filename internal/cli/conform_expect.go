//go:build !wasm

package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"kustoconn/fuzz/conform"
	"kustoconn/internal/atomicfile"
	"kustoconn/internal/ioerror"
	"kustoconn/internal/pathname"
	"kustoconn/internal/regular"
)

// maxExpectation bounds a file of known disagreements, in bytes: each case takes
// some twenty.
const maxExpectation = 16 << 20

// knownFile is the file of known disagreements, where --expect names one.
type knownFile struct {
	name   string
	update bool
	list   *conform.Expectation // nil where there is none
}

// open reads the file. One that is to be written need not be there.
func (k *knownFile) open() error {
	if k.name == "" {
		if k.update {
			return errors.New("--update-expect needs --expect")
		}
		return nil
	}
	data, err := regular.ReadFile(k.name, maxExpectation)
	switch {
	case k.update && errors.Is(err, fs.ErrNotExist):
		k.list = &conform.Expectation{}
		return nil
	case err != nil:
		return ioerror.New(ioerror.Reading, "the expectation "+pathname.Shown(k.name, "file"), err)
	}
	if k.list, err = conform.ParseExpectation(data); err != nil {
		return fmt.Errorf("%s: %w", pathname.Shown(k.name, "the expectation"), err)
	}
	return nil
}

// apply marks in the report what is known, after the file was renewed where that
// is asked for.
func (k *knownFile) apply(report *conform.Report) error {
	if k.list == nil {
		return nil
	}
	if k.update {
		k.list.Update(report)
		if err := atomicfile.Write(k.name, k.list.JSON()); err != nil {
			return ioerror.New(ioerror.Writing, "the expectation "+pathname.Shown(k.name, "file"), err)
		}
	}
	k.list.Apply(report)
	return nil
}
