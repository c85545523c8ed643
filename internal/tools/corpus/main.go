// Command corpus writes a starting corpus for each fuzz target of fuzz/laws that takes
// one text: FOLDER/FuzzX_seed_corpus.zip, where OSS-Fuzz and ClusterFuzzLite look for it.
// Under libFuzzer a target's own seeds are lost, because F.Add does nothing there.
//
//	go run -C internal/tools ./corpus FOLDER
package main

import (
	"archive/zip"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"kustoconn/fuzz"
	"kustoconn/fuzz/suite"
	"kustoconn/rule"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: corpus FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

// targets matches the functions that are targets, and oneText the bodies of those that
// take one text.
var (
	targets = regexp.MustCompile(`(?ms)^func (Fuzz\w+)\(f \*testing\.F\) \{.*?^\}`)
	oneText = regexp.MustCompile(`f\.Fuzz\(func\(t \*testing\.T, \w+ string\)`)
)

// write writes the corpora to folder.
func write(folder string) error {
	source, err := os.ReadFile(filepath.Join("..", "..", "fuzz", "laws", "fuzz_test.go"))
	if err != nil {
		return err
	}
	for _, target := range targets.FindAllSubmatch(source, -1) {
		if !oneText.Match(target[0]) {
			continue
		}
		if err := writeTarget(filepath.Join(folder, string(target[1])+"_seed_corpus.zip"), texts()); err != nil {
			return err
		}
	}
	return nil
}

func writeTarget(name string, texts []string) error {
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	packed := zip.NewWriter(out)
	for i, text := range texts {
		part, err := packed.Create(fmt.Sprintf("%04d", i))
		if err == nil {
			_, err = part.Write(input(text))
		}
		if err != nil {
			out.Close()
			return err
		}
	}
	if err := packed.Close(); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// input is how go-118-fuzz-build, with which the targets are built, reads text: its
// length, and itself.
func input(text string) []byte {
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(text))), text...)
}

// texts returns the examples of the rules, the cases of the conformance suite, and some
// random strings of every kind: each once, and none that is empty.
func texts() (all []string) {
	seen := map[string]bool{"": true}
	add := func(text string) {
		if !seen[text] {
			seen[text] = true
			all = append(all, text)
		}
	}
	for _, r := range rule.All() {
		add(r.Bad)
		add(r.Good)
	}
	for _, c := range suite.Cases() {
		add(c.Text)
	}
	for seed := range uint64(20) {
		for _, kind := range fuzz.Kinds() {
			c, _ := fuzz.Generate(seed, kind) // the kind is one of its own
			add(c.Text)
		}
	}
	return all
}
