// Command trials writes builder code for random connections, for a program that runs
// it with the real client and compares what the builder then holds:
//
//	trials TARGET SEED COUNT DIRECTORY
//
// TARGET is python, typescript, java, go or rust. The code of trial N is in t<N>.py, .ts or
// .rs, or, in a package of its own, in t<N>/KustoConnection.java or t<N>/connection.go.
// expect.txt has a line for each: its name, its mode and "property=value" for each value
// that the string gives, parted by tabs; values are UTF-8 in hexadecimal. What convert refuses is counted, by its reason, on standard error.
package main

import (
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kustoconn/convert"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "trials:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 4 || layouts[args[0]] == nil {
		return fmt.Errorf("usage: trials TARGET SEED COUNT DIRECTORY")
	}
	seed, err := strconv.ParseUint(args[1], 10, 64)
	if err != nil {
		return fmt.Errorf("SEED is no number")
	}
	count, err := strconv.Atoi(args[2])
	if err != nil {
		return fmt.Errorf("COUNT is no number")
	}
	return write(args[0], seed, count, args[3])
}

// layouts say where the code of a trial goes, and what stands before it.
var layouts = map[string]func(name string) (file, head string){
	"java": func(name string) (file, head string) {
		return filepath.Join(name, "KustoConnection.java"), "package " + name + ";\n"
	},
	"go":         func(name string) (file, head string) { return filepath.Join(name, "connection.go"), "" },
	"python":     func(name string) (file, head string) { return name + ".py", "" },
	"typescript": func(name string) (file, head string) { return name + ".ts", "" },
	"rust":       func(name string) (file, head string) { return name + ".rs", "" },
}

func write(target string, seed uint64, count int, dir string) error {
	var expect strings.Builder
	refused := map[string]int{}
	written := 0
	for _, t := range trials(seed, count) {
		code, err := t.convert(target)
		if err != nil {
			refused[err.Error()]++
			continue
		}
		name := fmt.Sprintf("t%03d", written)
		written++
		file, head := layouts[target](name)
		file = filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(head+code), 0o666); err != nil {
			return err
		}
		fmt.Fprintf(&expect, "%s\t%s", name, t.mode)
		for _, property := range slices.Sorted(maps.Keys(t.values)) {
			fmt.Fprintf(&expect, "\t%s=%s", strings.ReplaceAll(property, " ", ""), hex.EncodeToString([]byte(t.values[property])))
		}
		expect.WriteByte('\n')
	}
	fmt.Fprintf(os.Stderr, "%d written\n", written)
	for _, reason := range slices.Sorted(maps.Keys(refused)) {
		fmt.Fprintf(os.Stderr, "%4d refused: %s\n", refused[reason], reason)
	}
	return os.WriteFile(filepath.Join(dir, "expect.txt"), []byte(expect.String()), 0o666)
}

func (t trial) convert(target string) (string, error) {
	c, err := convert.FromEndpoint(t.text, t.mode)
	if err != nil {
		return "", err
	}
	return convert.To(target, c)
}
