package endpoint

import (
	"encoding"
	"fmt"
	"io"
	"log/slog"
	"strings"
)

// An Endpoint holds the text of a Data Source, which may hold a password or
// what was put there by mistake. It prints as its host, masked where that holds
// signs which no real host has: "c.kusto.windows.net,AppKey=…" is one by RFC 3986.

var (
	_ fmt.Formatter                            = Endpoint{}
	_ slog.LogValuer                           = Endpoint{}
	_ encoding.TextMarshaler                   = Endpoint{}
	_ interface{ GobEncode() ([]byte, error) } = Endpoint{}
)

// String returns the host, or a mask where a secret may be in it; empty where
// there is none.
func (e Endpoint) String() string {
	if host := e.host.Open(); !strings.ContainsAny(host, "=,;&!*+'") {
		return host
	}
	return "****"
}

// Format prints String for every verb.
func (e Endpoint) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, e.String()) }

// LogValue returns String.
func (e Endpoint) LogValue() slog.Value { return slog.StringValue(e.String()) }

// MarshalText returns String.
func (e Endpoint) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// GobEncode returns String.
func (e Endpoint) GobEncode() ([]byte, error) { return []byte(e.String()), nil }
