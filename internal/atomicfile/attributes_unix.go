//go:build linux || darwin

package atomicfile

import (
	"bytes"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// keepAttributes gives f the extended attributes of the old file, access control
// lists among them.
func keepAttributes(f, old *os.File) error {
	names, err := attributes(old)
	if err != nil {
		return ErrAttributes
	}
	for _, name := range names {
		value, err := attribute(old, name)
		if err != nil {
			return ErrAttributes
		}
		if has, err := attribute(f, name); err == nil && bytes.Equal(has, value) {
			continue // the system has set it, and may not let us
		}
		if err := unix.Fsetxattr(int(f.Fd()), name, value, 0); err != nil {
			return ErrAttributes
		}
	}
	return nil
}

// attributes returns the names of the extended attributes; none where the file
// system has no such thing.
func attributes(f *os.File) ([]string, error) {
	buffer, err := grown(func(b []byte) (int, error) { return unix.Flistxattr(int(f.Fd()), b) })
	if err == unix.ENOTSUP || err == unix.EPERM || err == unix.ENOSYS {
		return nil, nil
	}
	if err != nil || len(buffer) == 0 {
		return nil, err
	}
	return strings.Split(strings.TrimSuffix(string(buffer), "\x00"), "\x00"), nil
}

func attribute(f *os.File, name string) ([]byte, error) {
	return grown(func(b []byte) (int, error) { return unix.Fgetxattr(int(f.Fd()), name, b) })
}

// grown calls read with room for what it says that there is.
func grown(read func([]byte) (int, error)) ([]byte, error) {
	for {
		size, err := read(nil)
		if err != nil || size == 0 {
			return nil, err
		}
		buffer := make([]byte, size)
		n, err := read(buffer)
		if err == unix.ERANGE { // more since
			continue
		}
		if err != nil {
			return nil, err
		}
		return buffer[:n], nil
	}
}
