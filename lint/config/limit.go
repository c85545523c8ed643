package config

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

const (
	// maxFile bounds a configuration, in bytes.
	maxFile = 256 << 10
	// maxDepth bounds how deep values may stand in each other. The parsers take
	// memory that grows by the square of it, and no configuration needs five.
	maxDepth = 500
)

var errTooDeep = errors.New("not a valid configuration: values stand too deep in each other")

// readLimited returns the contents of the file at path, less what is beyond the
// limit by more than a byte.
func readLimited(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err == nil {
		defer f.Close()
		var data []byte
		if data, err = io.ReadAll(io.LimitReader(f, maxFile+1)); err == nil {
			return data, nil
		}
	}
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	return nil, err
}

// checkLimits refuses a text that a parser would take too much for. Brackets
// count wherever they stand, in strings too, and so do the dashes of lists that
// begin on one line.
func checkLimits(data []byte) error {
	if len(data) > maxFile {
		return errors.New("not a valid configuration: it is larger than 256 KiB")
	}
	depth := 0
	for line := range bytes.Lines(data) {
		dashes := bytes.Count(line, []byte("- "))
		for _, c := range line {
			switch c {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(0, depth-1)
			}
			if depth+dashes > maxDepth {
				return errTooDeep
			}
		}
	}
	return nil
}
