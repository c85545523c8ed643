package java

import (
	"strings"

	"kustoconn/internal/sealed"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// builder is a ConnectionStringBuilder at work on text.
type builder struct {
	dialect.Recorder
	text string
	held dialect.Held
}

func parse(text string) *builder {
	b := &builder{text: text, held: dialect.Held{}}
	whole := source.Span{End: len(text)}
	if isBlank(text) {
		b.Fail("IllegalArgumentException: connectionString cannot be null or empty", whole)
		return b
	}
	// Java's split drops trailing empty pieces, so here none is left.
	if strings.Trim(text, ";") == "" {
		b.Crash("ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0", whole)
		return b
	}
	for piece := range dialect.Split(text, ';') {
		if !b.piece(piece) {
			return b
		}
	}
	if _, ok := b.held["InitialCatalog"]; !ok {
		b.held.Put(dialect.Property{Name: "InitialCatalog", Value: sealed.NewText("NetDefaultDb")})
	}
	b.Answer.OK = true
	return b
}

// piece reads one part between semicolons; false ends the reading.
func (b *builder) piece(piece source.Span) bool {
	trimmed := b.trim(piece)
	if piece.Start == 0 && !strings.Contains(piece.Slice(b.text), "=") {
		if trimmed.Empty() {
			return b.tooShort(trimmed, 1)
		}
		return b.assign(dataSource, trimmed)
	}
	if trimmed.Empty() {
		return true
	}
	// Java's split drops trailing empty parts: of Fed= only the keyword is
	// left, of = nothing at all.
	parts := dialect.TrimRight(b.text, trimmed, isEqualsSign)
	key, rest, divided := dialect.Cut(b.text, parts, '=')
	switch {
	case parts.Empty():
		return b.tooShort(trimmed, 0)
	case !divided:
		return b.tooShort(trimmed, 1)
	}
	untrimmed, _, _ := dialect.Cut(b.text, rest, '=')
	value := b.trim(untrimmed)
	if value.Empty() {
		b.Ignore(trimmed)
		return true
	}
	b.Ignore(source.Span{Start: untrimmed.End, End: trimmed.End})
	spelling := key.Slice(b.text)
	k, known := keywords.Find(spelling)
	switch {
	case !known && unsupported[fold(spelling)]:
		return b.Fail("IllegalArgumentException: The Connection String keyword is not supported by this SDK", key, key)
	case !known:
		return b.Fail("IllegalArgumentException: The Connection String keyword is unknown", key, key)
	}
	return b.assign(k, value)
}

// assign follows assignValue. Of two values the later one stays, whichever
// spellings they have.
func (b *builder) assign(k dialect.Keyword, value source.Span) bool {
	p := dialect.Property{Name: k.Property, Value: sealed.NewText(value.Slice(b.text)), Source: value}
	switch {
	case k.Bool && strings.EqualFold(p.Value.Open(), "true"):
		b.held.Put(dialect.Property{Name: k.Property, IsBool: true, Bool: true, Source: value})
	case k.Bool: // any other text is false, and false is not told from unset
		delete(b.held, k.Property)
	case k.Property == "UserId":
		b.held.Put(p)
		b.held.Put(dialect.Property{Name: "UseUserPromptAuth", IsBool: true, Bool: true, Source: value})
	default:
		b.held.Put(p)
	}
	return true
}

// tooShort is the crash on a piece that split into fewer than two parts.
func (b *builder) tooShort(piece source.Span, parts int) bool {
	if parts == 0 {
		return b.Crash("ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 0", piece)
	}
	return b.Crash("ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1", piece)
}

func (b *builder) trim(s source.Span) source.Span {
	return dialect.Trim(b.text, s, isTrimmed)
}
