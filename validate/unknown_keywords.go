package validate

import (
	"slices"
	"strings"
	"unicode"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// keywordKind says which rule speaks of a keyword that no property answers
// to. The zero keywordKind is that of a segment with a known keyword.
type keywordKind uint8

const (
	_                   keywordKind = iota
	programmaticKeyword             // 104
	foreignKeywordKind              // 105
	truncatedSecret                 // 210: no keyword, but the rest of a secret
	quotedKeywordKind               // 106
	templateKeyword                 // a placeholder is part of it, which may be anything
	unrecognisedKeyword             // 101
)

// unknownPair is a pair whose keyword is unknown.
type unknownPair struct {
	segment int
	kind    keywordKind
	// meant is what an unrecognised or quoted keyword was probably meant to
	// be; its Property is None where nothing is close.
	meant vocabulary.Suggestion
}

// maxSuggestions is how many unknown keywords of a string are looked at for
// what was meant, which costs far more than the rest. A text with more of them
// is no connection string with slips of the pen.
const maxSuggestions = 32

// unknown returns the pairs with unknown keywords, in order. They are sorted
// out once for all the rules about them, and not at all in a string that has
// none.
func (p *pass) unknown() []unknownPair {
	if !p.sorted {
		p.sorted = true
		n := 0
		for range p.Unknown() {
			n++
		}
		p.unknownPairs = slices.Grow(p.unknownPairs, n)
		for i, s := range p.Unknown() {
			u := unknownPair{segment: i, kind: p.kindOf(i, s)}
			if u.kind == templateKeyword {
				rest, _ := p.Placeholders.BehindTemplate(s.Keyword())
				u.meant.Property, _ = schema.Lookup(rest)
			}
			named := u.kind == quotedKeywordKind || u.kind == unrecognisedKeyword
			if named && len(p.unknownPairs) < maxSuggestions {
				u.meant, _ = vocabulary.Suggest(s.Keyword())
			}
			p.unknownPairs = append(p.unknownPairs, u)
		}
	}
	return p.unknownPairs
}

func (p *pass) kindOf(i int, s *ast.Segment) keywordKind {
	if _, ok := vocabulary.ProgrammaticOnly(s.Keyword()); ok {
		return programmaticKeyword
	}
	if _, ok := vocabulary.LookupForeign(s.Keyword()); ok {
		return foreignKeywordKind
	}
	if p.truncates(i) {
		return truncatedSecret
	}
	if open, _ := marksAround(s.Keyword()); open != "" {
		return quotedKeywordKind
	}
	if rest, ok := p.Placeholders.BehindTemplate(s.Keyword()); ok {
		if _, known := schema.Lookup(rest); known || rest == "" {
			return templateKeyword
		}
	}
	return unrecognisedKeyword
}

// names reports whether any segment names the property.
func (p *pass) names(id schema.ID) bool {
	for range p.Occurrences(id) {
		return true
	}
	return false
}

// maxKeyword is the length in bytes from which on an unknown keyword is not
// named: it is more likely something else.
const maxKeyword = 64

// naming returns message with the keyword of segment i behind it, in double
// quotation marks; message alone where the keyword may hold a secret: where it is
// masked, long, or has more in it than names have.
func (p *pass) naming(message string, i int) string {
	keyword := p.masked().Keyword(i)
	if len(keyword) >= maxKeyword || strings.ContainsFunc(keyword, notInName) {
		return message
	}
	return message + ` "` + keyword + `"`
}

// notInName reports whether r is in no name of a property, nor in one that
// people make up. The mask is no name.
func notInName(r rune) bool {
	return !unicode.In(r, unicode.Letter, unicode.Nd) && !strings.ContainsRune(" _-.", r)
}

// byteOrderMark is left at the start of a text by editors and by the joining
// of files.
const byteOrderMark = "\ufeff"

// suggest adds to d what its keyword was probably meant to be. There is no edit
// where the property is given already: it would be given twice.
func (p *pass) suggest(d *diag.Diagnostic, u unknownPair) {
	s := &p.Tree.Segments[u.segment]
	if rest, marked := strings.CutPrefix(s.Keyword(), byteOrderMark); marked {
		if id, ok := schema.Lookup(rest); ok {
			d.Help = "remove the byte order mark before " + schema.Get(id).Name
			if !p.names(id) {
				d.Edits = []diag.Edit{{Span: source.Span{Start: d.Span.Start, End: d.Span.Start + len(byteOrderMark)}}}
			}
			return
		}
	}
	if u.meant.Property == schema.None {
		d.Help = "correct it or remove the pair"
		return
	}
	d.Help = "did you mean " + u.meant.Spelling + "?"
	if !p.names(u.meant.Property) {
		d.Edits = []diag.Edit{{Span: s.KeywordSpan(), NewText: u.meant.Spelling}}
	}
}

// keywordMarks are the pairs of marks that people put around names.
var keywordMarks = []struct{ open, close string }{
	{`"`, `"`}, {`'`, `'`}, {"`", "`"}, {"“", "”"}, {"‘", "’"},
	{"[", "]"}, {"{", "}"}, {"(", ")"}, {"<", ">"},
}

// marksAround returns the marks around keyword, which are empty where there
// are none. A double or single quotation mark before it alone counts too; its
// closing mark is then empty.
func marksAround(keyword string) (open, close string) {
	for i, m := range keywordMarks {
		if !strings.HasPrefix(keyword, m.open) || len(keyword) == len(m.open) {
			continue
		}
		if strings.HasSuffix(keyword, m.close) {
			return m.open, m.close
		}
		if i < 2 {
			return m.open, ""
		}
	}
	return "", ""
}
