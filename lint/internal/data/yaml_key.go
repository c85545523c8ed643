package data

import (
	"slices"
	"strconv"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// placeScalar takes the scalar that was just read from span as a key, if a
// colon says so, or else adds it; a nil piece is an alias.
func (r *yamlReader) placeScalar(span source.Span, piece *piece.Piece) {
	if r.isKey(span) {
		key := r.text[span.Start:span.End]
		if piece != nil {
			key = piece.Text
			span = piece.Map.Span(source.Span{End: len(piece.Text)})
			r.pieces = appendKey(r.pieces, *piece)
		}
		r.key(key, span)
		return
	}
	r.fill()
	if piece == nil {
		return
	}
	r.valueLine, r.nodeColumn = -1, -1
	piece.Key, piece.KeySpan = r.path()
	r.pieces = append(r.pieces, *piece)
}

// isKey reports whether the scalar at span, which ends at pos, is a key.
func (r *yamlReader) isKey(span source.Span) bool {
	if r.explicit {
		return true
	}
	i := r.pos
	for i < len(r.text) && (r.text[i] == ' ' || r.text[i] == '\t') {
		i++
	}
	if i >= len(r.text) || r.text[i] != ':' {
		return false
	}
	if r.flow > 0 {
		quoted := strings.IndexByte(`"'`, r.text[span.Start]) >= 0
		return quoted || i+1 >= len(r.text) || strings.IndexByte(" \t\r\n,[]{}", r.text[i+1]) >= 0
	}
	oneLine := span.Start >= r.line
	return oneLine && (i+1 >= len(r.text) || strings.IndexByte(" \t\r\n", r.text[i+1]) >= 0)
}

// key makes a scalar the key of the entry that starts with it.
func (r *yamlReader) key(key string, span source.Span) {
	if r.flow == 0 && !r.explicit {
		if r.valueLine == r.line {
			r.fail() // a: b: c
			return
		}
		column := span.Start - r.line
		if strings.IndexByte(`"'`, r.text[max(0, span.Start-1)]) >= 0 && column > 0 {
			column--
		}
		if r.nodeColumn >= 0 {
			column = r.nodeColumn
		}
		r.openMapping(column)
		if r.fault != "" {
			return
		}
	}
	t := r.top()
	t.key, t.keySpan, t.full, t.colon = key, span, false, r.explicit
	if !r.explicit {
		for r.text[r.pos] != ':' {
			r.pos++
		}
		r.pos++
	}
	if r.flow == 0 {
		r.valueLine = r.line
	}
	r.explicit, r.nodeColumn = false, -1
}

// path returns the keys that lead to pos, and the place of the last one.
func (r *yamlReader) path() (string, source.Span) {
	var reversed piece.KeyPath
	var last source.Span
	size := 0
	for i := len(r.frames) - 1; i >= 0 && size <= piece.MaxKey; i-- {
		f := r.frames[i]
		if f.key != "" {
			if last == (source.Span{}) {
				last = f.keySpan
			}
			reversed = append(reversed, f.key)
			size += len(f.key)
		}
		if f.kind == yamlBlockSequence || f.kind == yamlFlowSequence {
			reversed = append(reversed, strconv.Itoa(f.index))
			size++
		}
	}
	slices.Reverse(reversed)
	return reversed.String(), last
}
