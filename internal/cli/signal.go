//go:build !wasm

package cli

import (
	"os"
	"os/signal"
	"syscall"
)

// endings are the signals that ask a command to end in order.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// ignoreClosedPipes makes a closed pipe an error of a write.
func ignoreClosedPipes() { signal.Ignore(syscall.SIGPIPE) }
