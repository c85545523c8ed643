package git

import (
	"bytes"
	"encoding/hex"
	"math"
	"strconv"
	"time"
)

// Commit is one commit, less what it says: neither its message nor who made it.
type Commit struct {
	ID         ID
	AuthorDate time.Time // in the author's zone; zero where it is damaged

	tree      ID
	parents   []ID
	committed int64 // seconds since 1970
}

// objectReader reads objects: a store, or a cache in front of one.
type objectReader interface {
	read(id ID, limit int64) (objectKind, []byte, error)
}

func (r *Repository) commit(from objectReader, id ID) (*Commit, error) {
	kind, data, err := from.read(id, maxTree)
	if err != nil {
		return nil, err
	}
	if kind != commitObject {
		return nil, errDamaged
	}
	return parseCommit(id, data, r.hashSize)
}

// parseCommit reads the head of a commit: "tree HASH", a "parent HASH" for each,
// "author NAME <MAIL> SECONDS ZONE", "committer …".
func parseCommit(id ID, data []byte, hashSize int) (*Commit, error) {
	c := &Commit{ID: id}
	for line := range bytes.Lines(data) {
		line = bytes.TrimSuffix(line, []byte("\n"))
		word, rest, _ := bytes.Cut(line, []byte(" "))
		switch string(word) {
		case "tree", "parent":
			hash := make([]byte, hashSize)
			if n, err := hex.Decode(hash, rest[:min(len(rest), 2*hashSize)]); err != nil || n != hashSize {
				return nil, errDamaged
			}
			if word[0] == 't' {
				c.tree = ID(hash)
			} else {
				c.parents = append(c.parents, ID(hash))
			}
		case "author":
			c.AuthorDate = parseDate(rest)
		case "committer":
			if at := parseDate(rest); !at.IsZero() {
				c.committed = at.Unix()
			}
		}
		if len(line) == 0 || string(word) == "committer" {
			break
		}
	}
	if c.tree == "" {
		return nil, errDamaged
	}
	return c, nil
}

// parseDate returns the time at the end of a line of a commit: seconds since 1970
// and the zone, as +hhmm.
func parseDate(line []byte) (at time.Time) {
	fields := bytes.Fields(line[bytes.LastIndexByte(line, '>')+1:])
	if len(fields) != 2 {
		return at
	}
	seconds, err := strconv.ParseInt(string(fields[0]), 10, 64)
	zone, err2 := strconv.Atoi(string(fields[1]))
	if err != nil || err2 != nil || seconds < math.MinInt32 || seconds > 1<<37 || zone < -2359 || zone > 2359 {
		return at
	}
	return time.Unix(seconds, 0).In(time.FixedZone("", (zone/100*60+zone%100)*60))
}
