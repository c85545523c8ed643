package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// checksums writes the SHA-256 of each file to download, as sha256sum does, and
// returns them by file name.
func (r *release) checksums() (map[string]string, error) {
	entries, err := os.ReadDir(r.out) // sorted
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	var list strings.Builder
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(r.out, entry.Name()))
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(text)
		sums[entry.Name()] = hex.EncodeToString(sum[:])
		fmt.Fprintf(&list, "%s  %s\n", sums[entry.Name()], entry.Name())
	}
	return sums, os.WriteFile(filepath.Join(r.out, "kustoconn_"+r.Version+"_checksums.txt"), []byte(list.String()), 0o644)
}
