package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// suiteCase is what the page needs of a case.
type suiteCase struct {
	ID      string   `json:"id"`
	Clauses []string `json:"clauses"`
	file    string   // base name
	line    int      // from 1
	index   int      // among all cases
}

func (c suiteCase) link() string {
	return fmt.Sprintf("[%s](../fuzz/suite/v1/%s#L%d)", c.ID, c.file, c.line)
}

// series is the id less its number.
func (c suiteCase) series() string { return c.ID[:strings.LastIndexByte(c.ID, '-')] }

// readCases reads the files of the suite in the directory, and their version.
func readCases(suite string) (all []suiteCase, version int, err error) {
	names, err := filepath.Glob(filepath.Join(suite, "v1", "*.json"))
	if err != nil || len(names) == 0 {
		return nil, 0, fmt.Errorf("no suite in %s", suite)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, 0, err
		}
		var file struct {
			Version int         `json:"version"`
			Cases   []suiteCase `json:"cases"`
		}
		if err := json.Unmarshal(data, &file); err != nil {
			return nil, 0, fmt.Errorf("%s: %w", name, err)
		}
		version = file.Version
		for _, c := range file.Cases {
			before, _, _ := bytes.Cut(data, fmt.Appendf(nil, `"id": %q`, c.ID))
			c.file, c.line, c.index = filepath.Base(name), bytes.Count(before, []byte("\n"))+1, len(all)
			all = append(all, c)
		}
	}
	return all, version, nil
}
