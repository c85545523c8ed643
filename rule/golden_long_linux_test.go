//go:build amd64 || arm64

package rule_test

import (
	"syscall"
	"testing"
	"unsafe"

	"kustoconn/diag"
	"kustoconn/grammar"
)

// The memory of the text is never written, and so takes no space.
func init() {
	tooLong = func(t testing.TB) diag.List {
		memory, err := syscall.Mmap(-1, 0, 1<<32, syscall.PROT_READ, syscall.MAP_PRIVATE|syscall.MAP_ANON|syscall.MAP_NORESERVE)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = syscall.Munmap(memory) }()
		_, found := grammar.Parse(unsafe.String(&memory[0], len(memory)))
		return found
	}
}
