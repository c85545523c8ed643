package endpoint

import (
	"encoding"
	"encoding/gob"
	"fmt"
	"io"
	"log/slog"
)

// An Endpoint holds the text of a Data Source, which may hold a password or
// what was put there by mistake. It prints as its host, which is neither.

var (
	_ fmt.Formatter          = Endpoint{}
	_ slog.LogValuer         = Endpoint{}
	_ encoding.TextMarshaler = Endpoint{}
	_ gob.GobEncoder         = Endpoint{}
)

// String returns the host; empty where there is none.
func (e Endpoint) String() string { return e.Host }

// Format prints String for every verb.
func (e Endpoint) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, e.Host) }

// LogValue returns String.
func (e Endpoint) LogValue() slog.Value { return slog.StringValue(e.Host) }

// MarshalText returns String.
func (e Endpoint) MarshalText() ([]byte, error) { return []byte(e.Host), nil }

// GobEncode returns String.
func (e Endpoint) GobEncode() ([]byte, error) { return []byte(e.Host), nil }
