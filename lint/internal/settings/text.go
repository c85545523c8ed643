package settings

import (
	"strconv"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/data/tools"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// Some tools keep a connection in one text of a syntax of their own. Its parts are
// settings like others, under a holder that no file has.

// holderOf returns the path of what holds the parts of the nth text of a file.
func holderOf(tool *tools.Tool, n int) string { return "<" + tool.Name + strconv.Itoa(n) + ">" }

// isText reports whether a container is a text's.
func isText(container string) bool { return strings.HasPrefix(container, "<") }

// Texts returns the parts of such texts in pieces, as pieces with keys, in order. The
// cost is linear in the pieces.
func Texts(pieces []piece.Piece) []piece.Piece {
	var parts []piece.Piece
	n := 0
	for i := range pieces {
		p := &pieces[i]
		if p.Kind == 0 {
			continue
		}
		for at := 0; ; {
			found := strings.Index(p.Text[at:], "://")
			if found < 0 {
				break
			}
			start := schemeStart(p.Text, at, at+found)
			tool := toolOf(p.Text[start : at+found])
			at += found + len("://")
			if tool == nil {
				continue
			}
			r := textReader{p: p, at: at, holder: holderOf(tool, n)}
			n++
			if strings.Contains(p.Text[start:at], "+") {
				r.readURL(tool)
			} else {
				r.readPairs()
			}
			parts = append(parts, r.parts...)
			at = r.at
		}
	}
	return parts
}

// schemeStart returns where the scheme that ends at an offset starts, from on.
func schemeStart(text string, from, end int) int {
	start := end
	for start > from && (ascii.IsLetter(text[start-1]) || strings.IndexByte("_-+", text[start-1]) >= 0) {
		start--
	}
	return start
}

// toolOf returns the tool whose texts start with a scheme, or nil.
func toolOf(scheme string) *tools.Tool {
	scheme = tools.FoldKey(scheme)
	for _, tool := range tools.All() {
		for _, s := range tool.Schemes {
			if s == scheme {
				return tool
			}
		}
	}
	return nil
}

// A textReader reads one text from where its scheme ends.
type textReader struct {
	p      *piece.Piece
	at     int
	holder string
	parts  []piece.Piece
}

// add takes a part of the text for a setting; key is where its name stands.
func (r *textReader) add(name string, key, value source.Span) {
	part := r.p.Cut(value)
	part.Kind, part.Key, part.KeySpan = piece.Value, r.holder+"."+name, r.p.Map.Span(key)
	r.parts = append(r.parts, part)
}

// readPairs reads key='value';flag;key="value", as Kqlmagic does: names without
// regard to case, '-', '_' and blanks. What stands without quotation marks is a
// variable.
func (r *textReader) readPairs() {
	text := r.p.Text
	for r.at < len(text) {
		start := r.at
		for r.at < len(text) && (ascii.IsLetter(text[r.at]) || strings.IndexByte("_- ", text[r.at]) >= 0) {
			r.at++
		}
		key := source.Span{Start: start, End: r.at}
		name := tools.FoldKey(key.Slice(text))
		if name == "" {
			return
		}
		value := source.At(r.at)
		if r.at < len(text) && text[r.at] == '=' {
			r.at++
			if r.at == len(text) {
				return
			}
			quote := text[r.at]
			if quote == '\'' || quote == '"' {
				end := strings.IndexByte(text[r.at+1:], quote)
				if end < 0 {
					return
				}
				value = source.Span{Start: r.at + 1, End: r.at + 1 + end}
				r.at = value.End + 1
				r.add(name, key, value)
			} else {
				r.at += len(text[r.at:]) - len(strings.TrimLeft(text[r.at:], wordCharacters))
			}
		} else if name == "code" || name == "anonymous" {
			r.add(name, key, value)
		}
		if r.at >= len(text) || text[r.at] != ';' {
			return
		}
		r.at++
	}
}

const wordCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// readURL reads host/database?key=value&key=value, as SQLAlchemy does.
func (r *textReader) readURL(tool *tools.Tool) {
	text := r.p.Text
	end := len(text)
	if i := strings.IndexAny(text[r.at:], " \t\r\n\"'`<>"); i >= 0 && !strings.HasPrefix(text[r.at+i:], "<") {
		end = r.at + i
	}
	path := text[r.at:end]
	query := ""
	if i := strings.IndexByte(path, '?'); i >= 0 {
		path, query = path[:i], path[i+1:]
	}
	host, database, _ := strings.Cut(path, "/")
	at := r.at
	r.at = end
	for i, value := range []string{host, database} {
		span := source.Span{Start: at, End: at + len(value)}
		if value != "" {
			r.add(tool.Settings[i].Key, span, span)
		}
		at = span.End + 1
	}
	at = end - len(query)
	for pair := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		if value != "" {
			key := source.Span{Start: at, End: at + len(name)}
			r.add(name, key, source.Span{Start: at + len(pair) - len(value), End: at + len(pair)})
		}
		at += len(pair) + 1
	}
}
