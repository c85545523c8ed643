package lint

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
	"unsafe"

	"kustoconn/lint/internal/encoding"
	"kustoconn/rule"
	"kustoconn/source"
)

// input is one file to read.
type input struct {
	path string // as it is reported
	// open returns the contents and their size, or -1 where that is not known
	// in advance.
	open func() (io.ReadCloser, int64, error)
	file string // what a fix is written to; empty for what is no file
}

// inputs is what a run reads.
type inputs struct {
	list  []input
	notes []string // for Result
	close func()
}

// errPassedOver says that a file is not one to read.
var errPassedOver = errors.New("passed over")

// inputs finds what the options name, and how many files and directories
// among it are passed over unread.
func (l *linter) inputs(ctx context.Context) (in inputs, passedOver int, err error) {
	in.close = func() {}
	switch {
	case l.Stdin != nil:
		path := filepath.ToSlash(filepath.Clean(l.StdinName))
		if l.Reads != nil && !l.Reads(path) {
			return in, 1, nil
		}
		open := func() (io.ReadCloser, int64, error) { return io.NopCloser(l.Stdin), -1, nil }
		in.list = []input{{path: path, open: open}}
		return in, 0, nil
	case l.Staged:
		return l.stagedInputs(ctx)
	}
	w := walker{linter: l, seen: map[string]bool{}}
	paths := l.Paths
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, p := range paths {
		if err := w.add(ctx, p); err != nil {
			return in, 0, err
		}
	}
	in.list, in.notes = w.found, w.notes
	return in, w.passedOver, nil
}

// fileReader reads one file after the other into one buffer.
type fileReader struct{ buffer bytes.Buffer }

// read returns the contents of in, valid until the next call. The error is
// errPassedOver for what is too large.
func (r *fileReader) read(in input, maxSize int64) ([]byte, error) {
	f, size, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > maxSize {
		return nil, errPassedOver
	}
	r.buffer.Reset()
	if size > 0 {
		r.buffer.Grow(int(size) + bytes.MinRead)
	}
	if _, err := r.buffer.ReadFrom(io.LimitReader(f, maxSize+1)); err != nil {
		return nil, err
	}
	if int64(r.buffer.Len()) > maxSize {
		return nil, errPassedOver
	}
	return r.buffer.Bytes(), nil
}

// lintInput reads and lints one input. ok is false where it was passed over;
// the File is nil where nothing is in it.
func (l *linter) lintInput(r *fileReader, in input) (f *File, ok bool) {
	data, err := r.read(in, l.MaxSize)
	switch {
	case errors.Is(err, errPassedOver), errors.Is(err, fs.ErrNotExist):
		return nil, false
	case err != nil:
		return l.unreadable(in.path, err), false
	}
	known := encoding.Of(data)
	// Most files end here: no copy is made of them. The string is not kept.
	if (known == encoding.UTF8 || known == encoding.UTF8BOM) && !mayHold(unsafe.String(unsafe.SliceData(data), len(data)), data) {
		return nil, true
	}
	text, encoding, err := encoding.Decode(data)
	if err != nil {
		return nil, false
	}
	return l.lintContents(in, contents{data, text, encoding}), true
}

// contents is a file as it is and as it reads.
type contents struct {
	data     []byte // valid until the next file is read
	text     string
	encoding encoding.Encoding
}

func (l *linter) lintContents(in input, c contents) *File {
	f := l.lintText(in.path, c.text)
	if l.Fix != NoFixes {
		f = l.fix(f, in, c)
	}
	if c.encoding == encoding.Windows1252 && len(f.Strings) > 0 {
		l.reportEncoding(f)
	}
	if len(f.Strings) == 0 && len(f.Findings) == 0 {
		return nil
	}
	return f
}

// reportEncoding says that a file is no UTF-8, where it shows first.
func (l *linter) reportEncoding(f *File) {
	at := strings.IndexFunc(f.Text(), func(r rune) bool { return r >= utf8.RuneSelf })
	l.report(f, rule.New(rule.UnreadableFile, source.At(max(at, 0)), "not UTF-8: read as Windows-1252"))
	f.sortFindings()
	f.setFingerprints()
}

// unreadable reports a file that cannot be read.
func (l *linter) unreadable(path string, err error) *File {
	f := newFile(path, "")
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	l.report(f, rule.New(rule.UnreadableFile, fileStart, fmt.Sprintf("the file cannot be read: %v", err)))
	if len(f.Findings) == 0 {
		return nil
	}
	f.setFingerprints()
	return f
}

// openFile opens a regular file. It looks before: opening a pipe waits for one
// who writes to it.
func openFile(name string) (io.ReadCloser, int64, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, 0, err
	case !info.Mode().IsRegular():
		return nil, 0, errPassedOver
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err = f.Stat()
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		err = errPassedOver
	default:
		return f, info.Size(), nil
	}
	f.Close()
	return nil, 0, err
}
