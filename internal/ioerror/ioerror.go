// Package ioerror is the error of an operation on a file or a stream. It is made
// of words of this module alone: what the system says of a file repeats the path,
// and what was typed in a path's place may be a connection string.
//
// It stands at the root of the flow and needs nothing of it.
package ioerror

import (
	"errors"
	"io/fs"
	"os"
)

// Operation is what was tried.
type Operation string

// The operations.
const (
	Finding  Operation = "looking for"
	Reading  Operation = "reading"
	Writing  Operation = "writing"
	Starting Operation = "starting"
)

// Error says which operation failed, on what, and why. Nothing of the system's
// own error is kept in it.
type Error struct {
	Operation Operation
	Name      string // what messages call the file: see pathname.Shown
	Reason    Reason
}

// New returns the error of an operation that failed with err, or nil where err is
// nil. Name must be fit to print. An err that is, or wraps, an *Error keeps its
// reason; one that nothing is known of has the reason Other.
func New(op Operation, name string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{op, name, ReasonOf(err)}
}

// Error returns operation, name and reason, such as
// "reading app.yaml: permission denied".
func (e *Error) Error() string { return string(e.Operation) + " " + e.Name + ": " + e.Reason.String() }

// Is reports whether target is what the standard library calls the reason, as in
// errors.Is(err, fs.ErrNotExist).
func (e *Error) Is(target error) bool { return e.Reason.is(target) }

// ReasonOf returns the reason for an error of this package's or the standard
// library's. It is Other where none is known of it, and zero for nil.
func ReasonOf(err error) Reason {
	var known *Error
	var reason Reason
	switch {
	case err == nil:
		return 0
	case errors.As(err, &known):
		return known.Reason
	case errors.As(err, &reason):
		return reason
	}
	for reason := range reasons {
		for _, cause := range reasons[reason].causes {
			if errors.Is(err, cause) {
				return Reason(reason)
			}
		}
	}
	return Other
}

// WithoutName returns the system's error inside err, without the names of files that
// the standard library puts around it: they are the caller's, or those of temporary
// files. Any other error, nil too, is returned as it is.
func WithoutName(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
