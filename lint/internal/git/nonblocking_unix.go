//go:build unix

package git

import "syscall"

// nonblocking lets the opening of a pipe return at once.
const nonblocking = syscall.O_NONBLOCK
