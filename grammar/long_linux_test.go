//go:build amd64 || arm64

package grammar_test

import (
	"syscall"
	"testing"
	"unsafe"

	"kustoconn/grammar"
	"kustoconn/internal/exhaust"
	"kustoconn/rule"
	"kustoconn/source"
)

// TestTooLong reads a text that 32-bit offsets do not reach through. Its memory
// is never written, and so takes no space.
func TestTooLong(t *testing.T) {
	exhaust.Long(t)
	memory, err := syscall.Mmap(-1, 0, 1<<32, syscall.PROT_READ, syscall.MAP_PRIVATE|syscall.MAP_ANON|syscall.MAP_NORESERVE)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Munmap(memory)
	tree, diags := grammar.Parse(unsafe.String(&memory[0], len(memory)))
	if tree.Text() != "" || len(tree.Segments) != 1 || tree.HasSyntaxErrors() {
		t.Errorf("%d bytes in %d segments, want the tree of the empty text", len(tree.Text()), len(tree.Segments))
	}
	if len(diags) != 1 || diags[0].Code != rule.TextTooLong || diags[0].Span != (source.Span{}) || diags[0].Help == "" {
		t.Errorf("diagnostics: %v", diags)
	}
}
