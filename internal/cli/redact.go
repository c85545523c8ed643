package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"kustoconn/internal/ioerror"
	"kustoconn/internal/pathname"
	"kustoconn/placeholder"
	"kustoconn/redact"
)

func (a *app) redactCommand() *cobra.Command {
	var from configFlags
	var jsonl bool
	cmd := &cobra.Command{
		Use:   "redact [FILE…]",
		Short: "Copy text, masking the secrets of every connection string in it",
		Long: `Copy files, or standard input where none or "-" is named, to standard output and
mask the secrets of every connection string in them: logs, tickets, JSON lines. The
value of a secret's keyword (AppKey, Password, …) is masked wherever it stands, as are
passwords in URLs, and tokens on a line with a host of Kusto. They are found through
escapes, doubled quotes, URL encoding, colours, UTF-16 and other ways to write a text
in another. All else is copied byte for byte, each line as soon as it has ended. A
connection string of more than 64 KiB is masked whole.

With --jsonl each line of standard input is {"id","text"} and is answered by a line
{"id","text","masked"}: the text masked, and how many masks were put in it. Each text is
one of its own. What is no such object is answered {"error","line"}, the others are
answered all the same, and the exit code is 2.

Of the configuration of the working directory (see lint) the placeholders count, which
are not masked.`,
		RunE: func(_ *cobra.Command, args []string) error {
			file, err := from.load()
			if err != nil {
				return err
			}
			if jsonl {
				if len(args) > 0 {
					return errors.New("--jsonl reads standard input and takes no files")
				}
				return a.batch(func(request map[string]json.RawMessage) (any, error) {
					return redactAnswer(request, file.Placeholders)
				})
			}
			if len(args) == 0 {
				args = []string{"-"}
			}
			return a.redact(args, file.Placeholders)
		},
	}
	from.add(cmd)
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, `read {"id","text"} a line from standard input and answer each with a line`)
	return cmd
}

// redacted answers a request for a text to be masked.
type redacted struct {
	ID     json.RawMessage `json:"id"`
	Text   string          `json:"text"`
	Masked int             `json:"masked"`
}

func redactAnswer(request map[string]json.RawMessage, placeholders *placeholder.Set) (any, error) {
	text, err := stringField(request, "text")
	if err != nil {
		return nil, err
	}
	masked, n := redact.TextWith(text, placeholders)
	return redacted{requestID(request), masked, n}, nil
}

// redact copies the files in turn. One that cannot be read is reported, and
// the others are still copied.
func (a *app) redact(names []string, placeholders *placeholder.Set) error {
	defer debug.SetGCPercent(debug.SetGCPercent(batchGC)) // little is alive, whatever the lines hold (bench/table.sh)
	failed := false
	for i, name := range names {
		if err := a.redactFile(name, i, placeholders); closedPipe(err) {
			return nil
		} else if err != nil {
			fmt.Fprintln(a.stderr, "kustoconn:", err)
			failed = true
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// redactFile copies the file that argument i (from 0) names.
func (a *app) redactFile(name string, i int, placeholders *placeholder.Set) error {
	in, label := a.stdin, "standard input"
	if name != "-" {
		label = pathname.Shown(name, fmt.Sprintf("argument %d", i+1))
		file, err := os.Open(name)
		if err != nil {
			return ioerror.New(ioerror.Reading, label, err)
		}
		defer file.Close()
		in = file
	}
	source := &failingReader{Reader: in}
	switch err := redact.CopyWith(a.stdout, source, placeholders); {
	case source.err != nil:
		return ioerror.New(ioerror.Reading, label, source.err)
	case err != nil:
		return ioerror.New(ioerror.Writing, "the output", err)
	}
	return nil
}

// failingReader remembers the error of a read, to tell it from one of a write.
type failingReader struct {
	io.Reader
	err error
}

func (r *failingReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err != nil && err != io.EOF {
		r.err = err
	}
	return n, err
}
