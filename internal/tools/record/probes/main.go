// Command probes writes connection strings for the recorders to ask the real
// clients about: lines of {"id", "group", "s"}. The same seed gives the same
// lines.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of what is random in a probe")
	count := flag.Int("random", 2000, "number of probes in the group random")
	flag.Parse()
	if err := write(os.Stdout, *seed, *count); err != nil {
		fmt.Fprintln(os.Stderr, "probes:", err)
		os.Exit(1)
	}
}

// probe is one line of the output.
type probe struct {
	ID    string `json:"id"`
	Group string `json:"group"`
	S     string `json:"s"`
}

// write prints the probes of every group, numbered through.
func write(w io.Writer, seed uint64, count int) error {
	buffered := bufio.NewWriter(w)
	lines := json.NewEncoder(buffered)
	lines.SetEscapeHTML(false)
	n := 0
	for _, g := range groups(seed, count) {
		for s := range g.texts {
			if err := lines.Encode(probe{fmt.Sprintf("%s-%05d", g.name, n), g.name, s}); err != nil {
				return err
			}
			n++
		}
	}
	return buffered.Flush()
}
