// Package lsp is the language server: what package lint finds in a text while it is
// written, over the Language Server Protocol 3.17.
//
// The flow is that of the protocol: a stream of frames, the server's order of messages,
// documents with their versions, and one file for each thing that an editor asks for.
// All judging is lint's, all that is shown of a string is its excerpt, in which secrets
// are masked: no message, whatever it answers, is made of other bytes of a text.
//
// The server opens no connection, starts no program, and writes no file. It reads the
// files of the workspace where it is asked to check all of it, and configurations.
package lsp

import (
	"context"
	"io"

	"kustoconn/diag"
	"kustoconn/lint"
)

// Judging is how the files below one configuration are judged.
type Judging struct {
	// Options judge. Their Reads is called by several goroutines at once, as all
	// functions here are; paths are absolute.
	Options lint.Options
	// Level returns the least severity that is shown of the file at a path.
	Level func(path string) diag.Severity
	// Explain says what a string means, whose text is masked already, and first what
	// the segment of that number gives; -1 for none.
	Explain func(masked string, segment int) Explanation
}

// Explanation says what a masked string means.
type Explanation struct {
	Summary        string // one sentence
	Authentication string // the name of the mode that is selected
	Details        string // the sections that explain prints, lines of plain text
}

// Options are what a server has from its command.
type Options struct {
	Version string
	// Judge returns how the files of a directory are judged, by its configuration; where
	// there is none, by the editor's settings, a configuration as JSON, or nil. Where that
	// cannot be used it returns how they are judged without, and an error for people, of
	// our own words.
	Judge func(dir string, settings []byte) (*Judging, error)
	// RulePages is the URI of the directory of the rules' pages, with no slash at its
	// end; "" where there is none, and then no links.
	RulePages string
}

// Serve speaks the protocol over in and out until the client says exit, in ends, or
// ctx does. It reports whether the client had asked for shutdown before, as the exit
// code of a language server says. A body that is no message is answered with an error;
// a malformed frame ends the connection.
func Serve(ctx context.Context, in io.Reader, out io.Writer, options Options) (orderly bool) {
	return newServer(options).serve(ctx, in, out)
}
