package ioerror

import (
	"context"
	"io"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

// Reason is why an operation failed. Zero is none.
type Reason int

// The reasons, in the order in which they are recognized: what is said of a
// command is also said of its file.
const (
	_                 Reason = iota
	NoCommand                // no program of this name
	NotAProgram              // a file that the system cannot run
	NotFound                 // no such file
	Denied                   // without the right to
	IsDirectory              // a directory in a file's place
	NotDirectory             // a file in a directory's place
	Exists                   // there is one already
	NameTooLong              // a path that no file can have
	BadName                  // a path that is none
	TooManyLinks             // symbolic links that go round
	NoSpace                  // the disk or a quota is full
	ReadOnly                 // a file system that cannot be written
	TooManyOpen              // too many open files
	Busy                     // in use
	OtherDevice              // a file that cannot be moved there
	BrokenPipe               // nobody reads on the other side
	Closed                   // closed before
	Changed                  // another than when it was read
	ReadOnlyFile             // a file that its mode keeps from being written
	ReadOnlyDirectory        // a directory that no file can be made in
	HardLinks                // a file with other names, which would keep the old contents
	OwnerLost                // an owner or a group that a new file could not have
	AttributesLost           // extended attributes that a new file could not have
	NotRegular               // a pipe, a device or the like in a file's place
	TooLarge                 // more than is ever read
	TimedOut                 // it took too long
	Canceled                 // the program gave up
	UnexpectedEnd            // it ended too soon
	Other                    // any other
	numReasons
)

// reasons are the words for each, and the standard library's errors that it
// stands for. A reason without any is given by who knows it.
var reasons = [numReasons]struct {
	text   string
	causes []error
}{
	NoCommand:         {"executable file not found", nil},
	NotAProgram:       {"the system cannot run it", []error{syscall.ENOEXEC}},
	NotFound:          {"no such file or directory", []error{fs.ErrNotExist}},
	Denied:            {"permission denied", []error{fs.ErrPermission}},
	IsDirectory:       {"is a directory", []error{syscall.EISDIR}},
	NotDirectory:      {"not a directory", []error{syscall.ENOTDIR}},
	Exists:            {"the file exists", []error{fs.ErrExist}},
	NameTooLong:       {"file name too long", []error{syscall.ENAMETOOLONG}},
	BadName:           {"no path of a file", []error{syscall.EINVAL, fs.ErrInvalid}},
	TooManyLinks:      {"too many symbolic links", []error{syscall.ELOOP}},
	NoSpace:           {"no space left", []error{syscall.ENOSPC, syscall.EDQUOT}},
	ReadOnly:          {"read-only file system", []error{syscall.EROFS}},
	TooManyOpen:       {"too many open files", []error{syscall.EMFILE, syscall.ENFILE}},
	Busy:              {"the file is in use", []error{syscall.EBUSY}},
	OtherDevice:       {"the other place is on another device", []error{syscall.EXDEV}},
	BrokenPipe:        {"nobody reads the output", []error{syscall.EPIPE, io.ErrClosedPipe}},
	Closed:            {"closed before", []error{fs.ErrClosed}},
	Changed:           {"the file has changed since it was read", nil},
	ReadOnlyFile:      {"the file is read-only", nil},
	ReadOnlyDirectory: {"the directory of the file is read-only", nil},
	HardLinks:         {"the file has other hard links, which would keep the old contents", nil},
	OwnerLost:         {"the owner or the group of the file cannot be kept", nil},
	AttributesLost:    {"the extended attributes of the file cannot be kept", nil},
	NotRegular:        {"no regular file", nil},
	TooLarge:          {"larger than any that is read", nil},
	TimedOut:          {"it took too long", []error{os.ErrDeadlineExceeded, context.DeadlineExceeded}},
	Canceled:          {"canceled", []error{context.Canceled}},
	UnexpectedEnd:     {"it ended too soon", []error{io.ErrUnexpectedEOF}},
	Other:             {"input/output error", []error{syscall.EIO}},
}

// String returns the reason in words, lower case; "" for what is none.
func (r Reason) String() string {
	if r <= 0 || r >= numReasons {
		return ""
	}
	return reasons[r].text
}

// Error returns String: a reason is the error of a package that knows nothing else
// of an operation.
func (r Reason) Error() string { return r.String() }

func (r Reason) is(target error) bool {
	return target == error(r) || r > 0 && r < numReasons && slices.Contains(reasons[r].causes, target)
}
