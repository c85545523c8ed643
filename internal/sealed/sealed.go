// Package sealed keeps a value that may hold a secret where nothing prints it.
//
// A type that embeds a Box shows its masked text through fmt (every verb),
// slog, encoding/json, encoding/xml and encoding/gob, and as text. What ignores
// these methods (fmt in an unexported field of another struct or under a verb
// such as %p, reflection dumpers, go-cmp) finds a closure and prints an address.
//
// It stands at the root of the flow: it knows nothing of connection strings.
package sealed

import (
	"encoding"
	"fmt"
	"io"
	"log/slog"
)

// Masked is a value that can show itself without its secrets.
type Masked interface{ Masked() string }

// Box holds one value. The zero Box is empty and shows as the empty string.
type Box[T Masked] struct {
	_    byte // spew crashes on what is a pointer alone, in an unexported field
	open func() T
}

// New returns a box that holds v. It costs one allocation.
func New[T Masked](v T) Box[T] { return Box[T]{open: func() T { return v }} }

// Open returns what b holds; ok is false where it is empty. It is no method, so
// that an exported type that embeds a Box does not promise it.
func Open[T Masked](b Box[T]) (v T, ok bool) {
	if b.open == nil {
		return v, false
	}
	return b.open(), true
}

var (
	_ fmt.Formatter                            = Box[Masked]{}
	_ slog.LogValuer                           = Box[Masked]{}
	_ encoding.TextMarshaler                   = Box[Masked]{}
	_ interface{ GobEncode() ([]byte, error) } = Box[Masked]{}
)

// String returns the text with its secrets masked.
func (b Box[T]) String() string {
	v, ok := Open(b)
	if !ok {
		return ""
	}
	return v.Masked()
}

// Format prints String for every verb.
func (b Box[T]) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, b.String()) }

// LogValue returns String.
func (b Box[T]) LogValue() slog.Value { return slog.StringValue(b.String()) }

// MarshalText returns String: what is marshalled is masked, on purpose, and
// does not survive a round trip.
func (b Box[T]) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// GobEncode returns String, as MarshalText does.
func (b Box[T]) GobEncode() ([]byte, error) { return b.MarshalText() }
