package kustoconn

import (
	"encoding"
	"flag"
	"fmt"
	"io"
	"log/slog"

	"kustoconn/bind"
)

var (
	_ fmt.Formatter            = (*Conn)(nil)
	_ slog.LogValuer           = (*Conn)(nil)
	_ encoding.TextMarshaler   = (*Conn)(nil)
	_ encoding.TextUnmarshaler = (*Conn)(nil)
	_ flag.Value               = (*Conn)(nil)

	_ fmt.Formatter          = Conn{}
	_ slog.LogValuer         = Conn{}
	_ encoding.TextMarshaler = Conn{}

	_ fmt.Formatter          = Value{}
	_ slog.LogValuer         = Value{}
	_ encoding.TextMarshaler = Value{}
)

// String returns the text with its secrets masked.
func (c Conn) String() string { return c.Text() }

// Format prints String for every verb.
func (c Conn) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, c.String()) }

// LogValue returns String.
func (c Conn) LogValue() slog.Value { return slog.StringValue(c.String()) }

// MarshalText returns String: a Conn does not survive a round trip through
// text, on purpose.
func (c Conn) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText parses text, so that a Conn can be a field of a configuration
// struct. It returns what Validate says; the Conn is set all the same.
func (c *Conn) UnmarshalText(text []byte) error { return c.Set(string(text)) }

// Set parses text, so that a Conn can be a command-line flag. It returns what
// Validate says; the Conn is set all the same.
func (c *Conn) Set(text string) error {
	c.state = newState(text)
	return errorsOnly.Check(c.state.bound, c.state.syntax).Err()
}

// Value is the value of one property. In fmt (every verb), slog and
// encoding/json, and as text, a secret shows as "****".
type Value struct {
	text *valueText
}

// valueText is behind a pointer for the reason that state is.
type valueText struct{ shown, secret string }

func newValue(shown, secret string) Value { return Value{&valueText{shown, secret}} }

// String returns the value with its secrets masked.
func (v Value) String() string {
	if v.text == nil {
		return ""
	}
	return v.text.shown
}

// Reveal returns the value, secrets included.
func (v Value) Reveal() string {
	if v.text == nil {
		return ""
	}
	return v.text.secret
}

// Bool returns the value as a boolean; ok is false where it is neither true
// nor false, in any case.
func (v Value) Bool() (value, ok bool) { return bind.ParseBool(v.Reveal()) }

// Format prints String for every verb.
func (v Value) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, v.String()) }

// LogValue returns String.
func (v Value) LogValue() slog.Value { return slog.StringValue(v.String()) }

// MarshalText returns String.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }
