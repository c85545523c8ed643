// Package diag holds what is said about a text: a Diagnostic is a code, a
// severity, a message, a span, at most two related spans, help and edits.
//
// It knows no parser. No diagnostic holds a secret or a value of the text it
// speaks of: messages name rules, properties, and an unknown keyword where it
// looks like a name; spans point; edits remove, and insert words of ours.
package diag

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kustoconn/source"
)

// Code is the number of a rule; codes are stable once released. The zero Code
// is invalid.
type Code int

// String returns the code as people write it: KCS and three digits.
func (c Code) String() string {
	if c < 100 || c > 999 {
		return fmt.Sprintf("KCS%03d", int(c))
	}
	return "KCS" + strconv.Itoa(int(c))
}

// MarshalText returns what String does, for JSON and logs. It never fails.
func (c Code) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Severity says how bad a diagnostic is. The zero Severity is invalid. Ask
// IsError rather than compare severities.
type Severity int

// The severities, and Off for a rule that is switched off.
const (
	_ Severity = iota
	Off
	Information
	Warning
	Error
)

// String returns "off", "information", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Off:
		return "off"
	case Information:
		return "information"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return fmt.Sprintf("severity(%d)", int(s))
}

// MarshalText returns what String does, for JSON and logs. It never fails.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// ParseSeverity returns the severity that String prints as name, or 0 and false
// where there is none. "info" is read as "information"; case counts.
func ParseSeverity(name string) (Severity, bool) {
	if name == "info" {
		return Information, true
	}
	for s := Off; s <= Error; s++ {
		if s.String() == name {
			return s, true
		}
	}
	return 0, false
}

// AtLeast reports whether s is as bad as floor or worse.
func (s Severity) AtLeast(floor Severity) bool { return s >= floor }

// Diagnostic is one thing to say about a text. In JSON its code and severity
// are names ("KCS101", "error") and its spans objects of two offsets in bytes;
// what it does not have (related, help, edits) is left out.
type Diagnostic struct {
	Code     Code        `json:"code"`
	Rule     string      `json:"rule"` // the rule's name
	Severity Severity    `json:"severity"`
	Message  string      `json:"message"`           // lower case, no full stop, never a value's text
	Span     source.Span `json:"span"`              // bytes in the text; empty for an insertion point
	Related  []Related   `json:"related,omitempty"` // at most two
	Help     string      `json:"help,omitempty"`    // what to do, where the message does not say it
	Edits    []Edit      `json:"edits,omitempty"`   // one fix, all of them or none; they do not overlap
}

// Related points at another place in the text that explains a diagnostic.
type Related struct {
	Span    source.Span `json:"span"`
	Message string      `json:"message"`
}

// Edit replaces the bytes of Span with NewText. An empty Span inserts.
type Edit struct {
	Span    source.Span `json:"span"`
	NewText string      `json:"newText"`
	Safe    bool        `json:"safe"` // the text means the same afterwards
}

// IsError reports whether the diagnostic has severity Error.
func (d *Diagnostic) IsError() bool { return d.Severity == Error }

// Fixable reports whether the diagnostic has a fix, and whether that is safe.
func (d *Diagnostic) Fixable() (fixable, safe bool) {
	if len(d.Edits) == 0 {
		return false, false
	}
	for _, e := range d.Edits {
		if !e.Safe {
			return true, false
		}
	}
	return true, true
}

// String prints the span, the code and the message; it holds no value of the
// input.
func (d Diagnostic) String() string {
	return fmt.Sprintf("%s: %s %s: %s", d.Span, d.Severity, d.Code, d.Message)
}

// List is a list of diagnostics.
type List []Diagnostic

// MarshalJSON returns the list as an array, which is empty for nil.
func (l List) MarshalJSON() ([]byte, error) {
	if l == nil {
		return []byte("[]"), nil
	}
	return json.Marshal([]Diagnostic(l))
}

// HasErrors reports whether any diagnostic has severity Error.
func (l List) HasErrors() bool {
	for i := range l {
		if l[i].IsError() {
			return true
		}
	}
	return false
}

// Sort orders l by start, end and code.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

// Err returns nil where nothing in l is an error, else an error that prints
// every diagnostic of severity Error.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return &ListError{l}
}

// ListError is a list of diagnostics as an error.
type ListError struct {
	Diagnostics List
}

// Error prints one line for each diagnostic of severity Error: code, span,
// message and help.
func (e *ListError) Error() string {
	var b strings.Builder
	for i := range e.Diagnostics {
		d := &e.Diagnostics[i]
		if !d.IsError() {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(d.Code.String())
		b.WriteString(" at byte ")
		b.WriteString(d.Span.String())
		b.WriteString(": ")
		b.WriteString(d.Message)
		if d.Help != "" {
			b.WriteString("; ")
			b.WriteString(d.Help)
		}
	}
	return b.String()
}
