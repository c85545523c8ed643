package lint

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"
	"unsafe"

	"kustoconn/internal/pathname"
	"kustoconn/internal/regular"
	"kustoconn/lint/internal/encoding"
	"kustoconn/rule"
	"kustoconn/source"
)

// input is one file to read.
type input struct {
	path string // as it is reported
	// open returns the contents and their size, or -1 where that is not known
	// in advance.
	open  func() (io.ReadCloser, int64, error)
	file  string // what a fix is written to; empty for what is no file
	named bool   // by the options, and not only a directory that holds it
}

// inputs is what a run reads.
type inputs struct {
	list  []input
	notes []string // for Result
	close func()
}

// passedOver says why a file is not one to read.
type passedOver string

const (
	isBinary    passedOver = "is binary"
	isTooLarge  passedOver = "is larger than the limit of --max-size"
	isNoRegular passedOver = "is no regular file"
)

// Error returns the reason.
func (p passedOver) Error() string { return string(p) }

// outcome is what came of an input: a File, unless nothing is in it.
type outcome struct {
	file *File
	read bool
	err  *notRead // why it was not read, where the user may ask
}

// notRead is why an input was not read: one of the two.
type notRead struct {
	passedOver passedOver
	cause      error
}

// inputs finds what the options name, and how many files and directories
// among it are passed over unread.
func (l *linter) inputs(ctx context.Context) (in inputs, passedOver int, err error) {
	in.close = func() {}
	switch {
	case l.Stdin != nil:
		path := filepath.ToSlash(filepath.Clean(l.StdinName))
		if l.Reads != nil && !l.Reads(path, true) || inSkipped(path) {
			return in, 1, nil
		}
		open := func() (io.ReadCloser, int64, error) { return io.NopCloser(l.Stdin), -1, nil }
		in.list = []input{{path: path, open: open, named: true}}
		return in, 0, nil
	case !hasFiles:
		return in, 0, errNoFiles
	case l.Staged:
		return l.stagedInputs()
	}
	w := walker{linter: l, seen: map[string]bool{}}
	paths := l.Paths
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for i, p := range paths {
		if err := w.add(ctx, p, pathname.Shown(p, fmt.Sprintf("argument %d", i+1))); err != nil {
			return in, 0, err
		}
	}
	in.list, in.notes = w.found, w.notes
	return in, w.passedOver, nil
}

// fileReader reads one file after the other into one buffer.
type fileReader struct{ buffer bytes.Buffer }

// read returns the contents of in, valid until the next call. The error is
// isTooLarge for what is.
func (r *fileReader) read(in input, maxSize int64) ([]byte, error) {
	f, size, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > maxSize {
		return nil, isTooLarge
	}
	r.buffer.Reset()
	if size > 0 {
		r.buffer.Grow(int(size) + bytes.MinRead)
	}
	if _, err := r.buffer.ReadFrom(io.LimitReader(f, maxSize+1)); err != nil {
		return nil, err
	}
	if int64(r.buffer.Len()) > maxSize {
		return nil, isTooLarge
	}
	return r.buffer.Bytes(), nil
}

// lintInput reads and lints one input.
func (l *linter) lintInput(r *fileReader, in input) outcome {
	l = l.of(in.path)
	data, err := r.read(in, l.MaxSize)
	var over passedOver
	switch {
	case errors.As(err, &over):
		return outcome{err: &notRead{passedOver: over}}
	case errors.Is(err, fs.ErrNotExist):
		return outcome{}
	case err != nil && in.named:
		return outcome{err: &notRead{cause: err}}
	case err != nil:
		return outcome{file: l.unreadable(in.path, err)}
	}
	// Most files end here: no copy is made of them.
	if holdsNothing(data) {
		return outcome{read: true}
	}
	return l.lintData(in, data)
}

// holdsNothing reports whether there is no string in a file, whatever its path. It is a
// quick look: not all files without one are known by it.
func holdsNothing(data []byte) bool {
	known := encoding.Of(data)
	return (known == encoding.UTF8 || known == encoding.UTF8BOM) && !mayHold(unsafe.String(unsafe.SliceData(data), len(data))) // which keeps no string
}

// lintData lints the contents of an input.
func (l *linter) lintData(in input, data []byte) outcome {
	text, encoding, err := encoding.Decode(data)
	if err != nil {
		return outcome{err: &notRead{passedOver: isBinary}}
	}
	return outcome{file: l.lintContents(in, contents{data, text, encoding}), read: true}
}

// contents is a file as it is and as it reads.
type contents struct {
	data     []byte // valid until the next file is read
	text     string
	encoding encoding.Encoding
}

func (l *linter) lintContents(in input, c contents) *File {
	f := l.lintText(in.path, c.text)
	if hasFiles && l.since != nil {
		l.since.keepNew(l, f, in)
	}
	if l.Fix != NoFixes {
		f = l.fix(f, in, c)
	}
	if c.encoding == encoding.Windows1252 && len(f.Strings) > 0 && (l.since == nil || len(f.Findings) > 0) {
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

// openFile opens a regular file. One that a directory was seen to hold may be
// something else by now: a link then is not followed.
func openFile(name string, named bool) (io.ReadCloser, int64, error) {
	open := regular.OpenListed
	if named {
		open = regular.Open
	}
	f, size, err := open(name)
	if errors.Is(err, regular.ErrNotRegular) {
		return nil, 0, isNoRegular
	}
	if err != nil {
		return nil, 0, err
	}
	return f, size, nil
}
