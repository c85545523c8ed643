package git

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io/fs"
	"math/bits"
	"strconv"
	"strings"
)

func isMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// parseTrees returns the trees that the index knows to be those of its folders,
// by the folder's path with a slash at its end ("" for the top): "path", NUL,
// "entries subtrees", line feed, the hash unless entries is negative, and then
// the subtrees. What is damaged is not known.
func parseTrees(data []byte, hashSize int) map[string]ID {
	known := map[string]ID{}
	type folder struct {
		path string
		left int // subtrees
	}
	var open []folder
	for len(data) > 0 {
		name, rest, ok := bytes.Cut(data, []byte{0})
		line, rest, found := bytes.Cut(rest, []byte{'\n'})
		entries, subtrees, _ := strings.Cut(string(line), " ")
		count, err := strconv.Atoi(entries)
		n, err2 := strconv.Atoi(subtrees)
		if !ok || !found || err != nil || err2 != nil {
			return nil
		}
		path := ""
		if len(open) > 0 {
			path = open[len(open)-1].path + string(name) + "/"
			open[len(open)-1].left--
		}
		if count >= 0 {
			if len(rest) < hashSize {
				return nil
			}
			known[path], rest = ID(rest[:hashSize]), rest[hashSize:]
		}
		open = append(open, folder{path, n})
		for len(open) > 0 && open[len(open)-1].left <= 0 {
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			break
		}
		data = rest
	}
	return known
}

func parseLink(data []byte, hashSize int) (*link, error) {
	if len(data) < hashSize {
		return nil, errIndex
	}
	l := &link{base: hex.EncodeToString(data[:hashSize])}
	rest := data[hashSize:]
	if len(rest) == 0 {
		return l, nil
	}
	var ok bool
	if l.deleted, rest, ok = parseBitmap(rest); !ok {
		return nil, errIndex
	}
	if l.changed, _, ok = parseBitmap(rest); !ok {
		return nil, errIndex
	}
	return l, nil
}

// bitmap is a set of positions, compressed as EWAH has it: the words are runs of
// equal words, each followed by some that are written out.
type bitmap []uint64

func parseBitmap(data []byte) (b bitmap, rest []byte, ok bool) {
	if len(data) < 8 {
		return nil, nil, false
	}
	n := int(binary.BigEndian.Uint32(data[4:]))
	data = data[8:]
	if n > len(data)/8 || len(data)-8*n < 4 {
		return nil, nil, false
	}
	for i := range n {
		b = append(b, binary.BigEndian.Uint64(data[8*i:]))
	}
	return b, data[8*n+4:], true // less where the last run starts
}

// positions returns the positions in the set, which are below size.
func (b bitmap) positions(size int) (list []int, ok bool) {
	at := 0 // position of the word
	for i := 0; i < len(b); {
		run, length, literal := b[i]&1, b[i]>>1&(1<<32-1), int(b[i]>>33)
		i++
		if length > uint64(size) || literal > len(b)-i {
			return nil, false
		}
		for n := range int(length) * 64 {
			if run == 1 {
				if at+n >= size {
					return nil, false
				}
				list = append(list, at+n)
			}
		}
		at += int(length) * 64
		for _, word := range b[i : i+literal] {
			for ; word != 0; word &= word - 1 {
				n := at + bits.TrailingZeros64(word)
				if n >= size {
					return nil, false
				}
				list = append(list, n)
			}
			at += 64
		}
		i += literal
	}
	return list, true
}
