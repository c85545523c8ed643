// Package regular opens regular files and nothing else. A tree may hold a pipe, a
// device or a link in a file's place, also between the moment it is looked at
// and the one it is opened: reading that could wait for ever, or lead out of the
// tree.
package regular

import (
	"io"
	"os"

	"kustoconn/internal/ioerror"
)

// Why a file is not read.
var (
	ErrNotRegular error = ioerror.NotRegular
	ErrTooLarge   error = ioerror.TooLarge
)

// Open opens the regular file at name, or the one that a link there leads to,
// and returns its size in bytes. The error is ErrNotRegular, or one of the file
// system, without the name.
func Open(name string) (*os.File, int64, error) {
	// Opening a device can do something; so it is looked at before.
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, 0, ioerror.WithoutName(err)
	case !info.Mode().IsRegular():
		return nil, 0, ErrNotRegular
	}
	return open(name, nonblocking)
}

// OpenListed is Open for a file that a directory was seen to hold as a regular
// one: a link in its place is not followed.
func OpenListed(name string) (*os.File, int64, error) { return open(name, nonblocking|noFollow) }

func open(name string, flags int) (*os.File, int64, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|flags, 0)
	if isLink(err) {
		return nil, 0, ErrNotRegular
	}
	if err != nil {
		return nil, 0, ioerror.WithoutName(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if err != nil {
		f.Close()
		return nil, 0, ioerror.WithoutName(err)
	}
	return f, info.Size(), nil
}

// ReadFile returns the contents of the regular file at name; ErrTooLarge for more
// than limit bytes.
func ReadFile(name string, limit int64) ([]byte, error) {
	f, size, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > limit {
		return nil, ErrTooLarge
	}
	data := make([]byte, 0, size+1)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, ioerror.WithoutName(err)
		case int64(len(data)) > limit:
			return nil, ErrTooLarge
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}
