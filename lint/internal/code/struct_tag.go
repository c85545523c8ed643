package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// golangTag reads the tag of a struct's field, `name:"value" name:"value"`, whose
// values are interpreted literals. Source: reflect.StructTag.
func golangTag(r *reader) bool {
	f := r.top()
	if f.prev != classWord && f.prev != classClose {
		return false
	}
	n := strings.IndexByte(r.Text[r.Pos+1:], '`')
	if n < 0 {
		return false
	}
	tag := source.Span{Start: r.Pos + 1, End: r.Pos + 1 + n}
	values, ok := tagValues(r.Text, tag)
	if !ok {
		return false
	}
	r.flush(piece.Closed)
	for _, v := range values {
		var b piece.Builder
		escape.Unescape(&b, r.Text, v.value, `\`, golangEscapes.Reader())
		p := b.Piece(piece.Value)
		p.Key, p.KeySpan = v.name.Slice(r.Text), v.name
		p.Escape = escapeTag
		if p.Text != "" {
			r.Keep(p)
		}
	}
	r.Pos = tag.End + 1
	r.top().prev = classClose
	return true
}

type tagValue struct{ name, value source.Span }

// tagValues returns the names and values of a tag; ok is false where it is none.
func tagValues(text string, tag source.Span) (values []tagValue, ok bool) {
	for at := tag.Start; at < tag.End; at++ {
		if text[at] == ' ' {
			continue
		}
		name := source.Span{Start: at, End: literal.WordEnd(text, at)}
		if name.Empty() || !strings.HasPrefix(text[name.End:tag.End], `:"`) {
			return nil, false
		}
		value := source.At(name.End + len(`:"`))
		for value.End < tag.End && text[value.End] != '"' {
			if text[value.End] == '\\' {
				value.End++
			}
			value.End++
		}
		if value.End >= tag.End {
			return nil, false
		}
		values = append(values, tagValue{name, value})
		at = value.End
	}
	return values, len(values) > 0
}

// escapeTag writes s into a value of a tag, which no backquote stands in.
func escapeTag(s string) (string, bool) {
	if strings.ContainsAny(s, "`\r\n") {
		return "", false
	}
	return golangInterpreted.Escape(s)
}
