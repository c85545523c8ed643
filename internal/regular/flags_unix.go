//go:build unix

package regular

import (
	"errors"
	"syscall"
)

const (
	nonblocking = syscall.O_NONBLOCK // the opening of a pipe returns at once
	noFollow    = syscall.O_NOFOLLOW
)

// isLink reports whether opening failed because noFollow met a link.
func isLink(err error) bool { return errors.Is(err, syscall.ELOOP) || errors.Is(err, syscall.EMLINK) }
