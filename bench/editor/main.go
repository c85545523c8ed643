// Command editor measures the language server as an editor meets it: a process on pipes.
//
//	go run ./editor          # in bench/, on Linux
//
// It prints how long it takes from a key to the diagnostics in a file of 10,000 lines
// (median and 95th percentile, and the time of processors, which other load does not
// change), what memory the server holds after the edits of an hour,
// and how long the first check of a workspace of 50,000 files takes.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	keys := flag.Int("keys", 200, "keys to measure in the long file")
	edits := flag.Int("edits", 3600, "edits of the hour: one a second")
	files := flag.Int("files", 50_000, "files of the workspace")
	flag.Parse()
	if err := measure(*keys, *edits, *files); err != nil {
		fmt.Fprintln(os.Stderr, "editor:", err)
		os.Exit(1)
	}
}

func measure(keys, edits, files int) error {
	dir, err := os.MkdirTemp("", "kustoconn-editor")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	server := filepath.Join(dir, "kustoconn")
	build := exec.Command("go", "build", "-C", "..", "-o", server, "./cmd/kustoconn")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	for _, every := range []int{100, 10} {
		if err := measureKeys(server, dir, keys, every); err != nil {
			return err
		}
	}
	if err := measureHour(server, dir, edits); err != nil {
		return err
	}
	return measureWorkspace(server, filepath.Join(dir, "workspace"), files)
}

// long is a YAML file of that many lines, of which one in every so many holds a string
// with a fault.
func long(lines, every int) string {
	var b strings.Builder
	for i := range lines {
		if i%every == 0 {
			fmt.Fprintf(&b, "key%d: \"https://c%d.kusto.windows.net/Db;Fed=yes\"\n", i, i)
		} else {
			fmt.Fprintf(&b, "key%d: \"value %d of something else\"\n", i, i)
		}
	}
	return b.String()
}

const lines = 10_000

func measureKeys(server, dir string, keys, every int) error {
	c, err := start(server, dir)
	if err != nil {
		return err
	}
	uri := "file://" + dir + "/long.yaml"
	c.open(uri, long(lines, every))
	var times []time.Duration
	for version := 2; version < keys+2; version++ {
		begin := time.Now()
		if err := c.key(uri, version, lines/2, "k"); err != nil {
			return err
		}
		times = append(times, time.Since(begin))
	}
	processor := c.stop() / time.Duration(keys)
	slices.Sort(times)
	fmt.Printf("key to diagnostics, %d lines, %d strings: median %.0f ms, p95 %.0f ms; %.0f ms of processors\n",
		lines, lines/every, milliseconds(times[len(times)/2]), milliseconds(times[len(times)*95/100]), milliseconds(processor))
	return nil
}

// measureHour types, and now and then asks for what an editor asks for.
func measureHour(server, dir string, edits int) error {
	c, err := start(server, dir)
	if err != nil {
		return err
	}
	defer c.stop()
	const lines = 1000
	uri := "file://" + dir + "/hour.yaml"
	c.open(uri, long(lines, 10))
	before := 0
	for version := 2; version < edits+2; version++ {
		if err := c.key(uri, version, version%lines, "k"); err != nil {
			return err
		}
		if version%20 == 0 {
			if err := c.ask(uri, version%lines/10*10); err != nil {
				return err
			}
		}
		if version == edits/10 {
			before = c.resident()
		}
	}
	fmt.Printf("memory of the server: %d MiB after %d edits, %d MiB after %d\n", before>>10, edits/10, c.resident()>>10, edits)
	return nil
}

func measureWorkspace(server, dir string, files int) error {
	text := long(20, 10)
	for i := range files {
		folder := filepath.Join(dir, fmt.Sprintf("d%d", i/100))
		if i%100 == 0 {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("f%d.yaml", i)), []byte(text), 0o644); err != nil {
			return err
		}
	}
	c, err := start(server, dir)
	if err != nil {
		return err
	}
	begin := time.Now()
	answer, err := c.call("workspace/executeCommand", object{"command": "kustoconn.checkWorkspace"})
	took, memory := time.Since(begin), c.resident()>>10
	processors := c.stop()
	if err != nil {
		return err
	}
	fmt.Printf("first check of a workspace of %d files: %.1f s, %.1f s of processors, %d MiB, %v\n", files, took.Seconds(), processors.Seconds(), memory, answer)
	return nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
