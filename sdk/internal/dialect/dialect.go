// Package dialect is what the readings of the real clients share: the answer
// they give and the small vocabulary of parsing behaviours they are declared
// with (how text is split, trimmed, folded, and how booleans are read).
//
// A dialect reads the text by its client's own rules, never our tree.
package dialect

import (
	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/source"
)

// Client is one real client: what it is and how it reads.
type Client struct {
	ID      schema.Client
	Name    string // as --client takes it, ID.String()
	Title   string // for people, ID.Title() and the package: "Go (azkustodata)"
	Version string // the version that was recorded or read
	Source  string // in a few words, what the reading rests on
	// Releases are those that the reading was held against, the newest first:
	// NAME@RELEASE names the client at one of them.
	Releases []string
	// Older holds the check of trusted hosts of a release that has another one.
	Older map[string]TrustCheck
	// Gaps lists what this reading deliberately does not model.
	Gaps []string
	// Read says what the client makes of text. It never panics; it costs one
	// pass over text and is safe for concurrent use.
	Read func(text string) Answer
	// Trust is the client's own check of the host it would speak to.
	Trust TrustCheck
}

// Answer is what a client makes of one text.
type Answer struct {
	OK    bool // the client accepts the text
	Crash bool // it failed other than by an error it means to give

	// Unverified lists the questions that no documentation, test or recording
	// answers for this client; where the verdict itself is one of them,
	// Unknown is set and OK means nothing.
	Unverified []string
	Unknown    bool

	// ErrorClass names the kind of failure (an exception's type and its
	// constant text); it never holds text of the input.
	ErrorClass string
	// ErrorSpan is the part of the text that the failure is about.
	ErrorSpan source.Span
	// Echoes lists the parts of the text that the client's error message
	// repeats: what of them overlaps a secret leaks.
	Echoes []source.Span

	// Seen is every property that the client then holds, sorted by name.
	Seen []Property
	// Auth is the authentication the client would choose, in its own words as
	// recorded; "error:" and a class where choosing fails.
	Auth string
	// Out and Masked are the client's own serialisations with and without
	// secrets, and Reparse ("same", "differs" or "rejected") its own reading
	// of Out; empty for a client that has none.
	Out, Masked sealed.Text
	Reparse     string

	// Ignored lists the parts of the text that the client drops silently.
	Ignored []source.Span
}

// Property is one property as a client holds it, with the name the recordings
// use (DataSource, FederatedSecurity, …).
type Property struct {
	Name string
	// Bool and IsBool hold a boolean; Value any other value, as the client
	// keeps it.
	Value  sealed.Text
	Bool   bool
	IsBool bool
	// Source is the part of the text the value came from; empty for a default
	// of the client.
	Source source.Span
}
