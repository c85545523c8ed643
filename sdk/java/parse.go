package java

import (
	"slices"
	"strings"

	"kustoconn/sdk/dialect"
	"kustoconn/source"
)

// builder is a ConnectionStringBuilder at work on text. Only the parts of
// answer that tell how reading ended, and what it passed over, are filled in
// here.
type builder struct {
	text   string
	held   dialect.Held
	answer dialect.Answer
}

func parse(text string) *builder {
	b := &builder{text: text, held: dialect.Held{}}
	whole := source.Span{End: len(text)}
	if isBlank(text) {
		b.fail("IllegalArgumentException: connectionString cannot be null or empty", whole)
		return b
	}
	// Java's split drops trailing empty pieces, so here none is left.
	if strings.Trim(text, ";") == "" {
		b.crash("ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0", whole)
		return b
	}
	for piece := range dialect.Split(text, ';') {
		if !b.piece(piece) {
			return b
		}
	}
	if _, ok := b.held["InitialCatalog"]; !ok {
		b.held.Put(dialect.Property{Name: "InitialCatalog", Value: "NetDefaultDb"})
	}
	b.answer.OK = true
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
		b.ignore(trimmed)
		return true
	}
	b.ignore(source.Span{Start: untrimmed.End, End: trimmed.End})
	spelling := key.Slice(b.text)
	k, known := keywords.Find(spelling)
	switch {
	case !known && unsupported[fold(spelling)]:
		return b.fail("IllegalArgumentException: The Connection String keyword is not supported by this SDK", key, key)
	case !known:
		return b.fail("IllegalArgumentException: The Connection String keyword is unknown", key, key)
	}
	return b.assign(k, value)
}

// assign follows assignValue. Of two values the later one stays, whichever
// spellings they have.
func (b *builder) assign(k dialect.Keyword, value source.Span) bool {
	p := dialect.Property{Name: k.Property, Value: value.Slice(b.text), Source: value}
	switch {
	case k.Bool && strings.EqualFold(p.Value, "true"):
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

func (b *builder) ignore(s source.Span) {
	if !s.Empty() {
		b.answer.Ignored = append(b.answer.Ignored, s)
	}
}

// tooShort is the crash on a piece that split into fewer than two parts.
func (b *builder) tooShort(piece source.Span, parts int) bool {
	if parts == 0 {
		return b.crash("ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 0", piece)
	}
	return b.crash("ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1", piece)
}

// fail records an error whose message repeats the parts echoes. It returns
// false, for its callers to return.
func (b *builder) fail(class string, at source.Span, echoes ...source.Span) bool {
	b.answer = dialect.Answer{
		ErrorClass: class,
		ErrorSpan:  at,
		Echoes:     slices.DeleteFunc(echoes, source.Span.Empty),
	}
	return false
}

// crash is fail for an error that the client does not mean to give.
func (b *builder) crash(class string, at source.Span) bool {
	b.fail(class, at)
	b.answer.Crash = true
	return false
}

func (b *builder) trim(s source.Span) source.Span {
	return dialect.Trim(b.text, s, isTrimmed)
}
