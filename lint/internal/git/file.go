package git

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

var (
	errNotRegular = errors.New("is no regular file")
	errTooLong    = errors.New("is larger than any that git writes")
)

// openRegular opens a file to read. Where a repository keeps a pipe or a device
// in a file's place, opening it could wait for ever: it is an error.
func openRegular(name string) (*os.File, int64, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, 0, withoutPath(err)
	case !info.Mode().IsRegular():
		return nil, 0, errNotRegular
	}
	f, err := os.OpenFile(name, os.O_RDONLY|nonblocking, 0)
	if err != nil {
		return nil, 0, withoutPath(err)
	}
	info, err = f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		f.Close()
		return nil, 0, withoutPath(err)
	}
	return f, info.Size(), nil
}

// readRegular returns the contents of a file of at most limit bytes.
func readRegular(name string, limit int64) ([]byte, error) {
	f, size, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > limit {
		return nil, errTooLong
	}
	data := make([]byte, 0, size+1)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, withoutPath(err)
		case int64(len(data)) > limit:
			return nil, errTooLong
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}

// withoutPath takes the path off an error of the file system: messages name
// files themselves.
func withoutPath(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
