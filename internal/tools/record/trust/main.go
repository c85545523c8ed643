// Command trust writes endpoints for the clients' checks of trusted hosts, puts
// their answers together, and compares answers with a committed recording.
//
//	trust probes                                     # lines of {"uri", "login"}
//	trust punycode                                   # the same, with labels in Punycode
//	trust join go.jsonl python.jsonl node.jsonl java.jsonl   # a recording of all four
//	trust asked RECORDING                            # the recording's lines of {"uri", "login"}
//	trust compare RECORDING CLIENT < answers.jsonl   # names what has changed
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// clients are the columns of a recording.
var clients = []string{"go", "python", "node", "java"}

// probe is what a recorder is asked, and answers.
type probe struct {
	URI     string `json:"uri"`
	Login   string `json:"login"`
	Trusted *bool  `json:"trusted,omitempty"`
}

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "trust:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	buffered := bufio.NewWriter(out)
	lines := json.NewEncoder(buffered)
	lines.SetEscapeHTML(false)
	var err error
	switch {
	case len(args) == 1 && args[0] == "probes":
		for _, p := range probes(1, 6000) {
			err = errors.Join(err, lines.Encode(p))
		}
	case len(args) == 1 && args[0] == "punycode":
		for _, p := range punycodeProbes(1, 600) {
			err = errors.Join(err, lines.Encode(p))
		}
	case len(args) == 1+len(clients) && args[0] == "join":
		err = join(args[1:], lines)
	case len(args) == 2 && args[0] == "asked":
		var rows []map[string]any
		rows, err = recording(args[1])
		for _, r := range rows {
			err = errors.Join(err, lines.Encode(probe{URI: r["uri"].(string), Login: r["login"].(string)}))
		}
	case len(args) == 3 && args[0] == "compare":
		err = compare(args[1], args[2], in, buffered)
	default:
		err = errors.New("usage: trust probes | punycode | join FILE… | asked FILE | compare FILE CLIENT")
	}
	return errors.Join(err, buffered.Flush())
}

// join writes the answers of the files, one a client, side by side.
func join(files []string, lines *json.Encoder) error {
	var rows []map[string]any
	for column, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		answers, err := decode[probe](f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for i, a := range answers {
			if column == 0 {
				rows = append(rows, map[string]any{"uri": a.URI, "login": a.Login})
			}
			if i >= len(rows) || rows[i]["uri"] != a.URI || rows[i]["login"] != a.Login || a.Trusted == nil {
				return fmt.Errorf("%s, line %d: not the answer to that line of %s", name, i+1, files[0])
			}
			rows[i][clients[column]] = *a.Trusted
		}
	}
	for _, r := range rows {
		if err := lines.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// compare names the endpoints of which the client says something else than the
// recording.
func compare(file, client string, in io.Reader, out io.Writer) error {
	before, err := recording(file)
	if err != nil {
		return err
	}
	after, err := decode[probe](in)
	if err != nil {
		return err
	}
	if len(after) != len(before) {
		return fmt.Errorf("%d answers for %d endpoints", len(after), len(before))
	}
	changed := 0
	for i, a := range after {
		if a.Trusted == nil || before[i][client] != *a.Trusted {
			changed++
			fmt.Fprintf(out, "%q at %q: was %v\n", a.URI, a.Login, before[i][client])
		}
	}
	if changed > 0 {
		return fmt.Errorf("%s: %d answers changed", client, changed)
	}
	return nil
}

func recording(file string) ([]map[string]any, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return decode[map[string]any](z)
}

func decode[T any](r io.Reader) (all []T, err error) {
	for lines := json.NewDecoder(r); ; {
		var one T
		if err := lines.Decode(&one); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
}
