package lint

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/schema"
	"kustoconn/source"
)

// speaksOfKeywords reports whether what looks like the string at span of p is a sentence
// about keywords: "Set Fed=true; AppKey= is read only then". A value in it is words or
// punctuation of the sentence, and no secret is anything else.
func (f *File) speaksOfKeywords(p *filePiece, span source.Span, b bound) bool {
	written := p.Kind != piece.Plain && p.Kind != piece.Comment && namesValue(b)
	speaks := isProseBefore(p, span, b)
	for i, s := range b.Tree.Pairs() {
		words, certain := f.wordsOfSentence(p, source.Span{Start: s.Equals() + 1, End: s.Span().End}.Shift(span.Start))
		speaks = speaks || certain
		if (!words || written && !beginsSentence(s.ValueText().Slice(b.Tree.Text()))) && schema.Secrets().Has(b.ID(i)) {
			return false
		}
	}
	return speaks
}

// beginsSentence reports whether text begins with a word that goes on with a sentence about a
// keyword.
func beginsSentence(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	return slices.Contains([]string{"is", "are", "was", "has", "may", "must", "needs", "and", "or"}, word)
}

// namesValue reports whether an endpoint or an identifier stands in a string, which sentences
// of settings and programs about keywords seldom need.
func namesValue(b bound) bool {
	for i, s := range b.Tree.Pairs() {
		if !schema.Secrets().Has(b.ID(i)) && strings.ContainsAny(s.ValueText().Slice(b.Tree.Text()), ":0123456789") {
			return true
		}
	}
	prefix := b.Tree.Prefix()
	return prefix != nil && strings.Contains(prefix.Span().Slice(b.Tree.Text()), "://")
}

// isProseBefore reports whether what looks like a bare name before the only pair of a string
// is a word of the sentence before it: "when it is used; AppKey=<key> goes last".
func isProseBefore(p *filePiece, span source.Span, b bound) bool {
	prefix := b.Tree.Prefix()
	if prefix == nil || len(b.Tree.Segments) != 2 || p.Kind != piece.Plain && p.Kind != piece.Comment {
		return false
	}
	before, blank := strings.CutSuffix(p.Text[:span.Start], " ")
	return blank && isSmallWord(before[strings.LastIndexByte(before, ' ')+1:]) && isSmallWord(prefix.Span().Slice(b.Tree.Text())) &&
		strings.HasPrefix(b.Tree.Text()[prefix.Span().End:], "; ")
}

// wordsOfSentence reports whether what follows an equals sign, at span of p, may be a
// sentence that goes on, and whether it certainly is one: a further word follows the first
// one, or it is the punctuation of running text.
func (f *File) wordsOfSentence(p *filePiece, span source.Span) (words, certain bool) {
	const longest = 64 // bytes of a word
	value := span.Slice(p.Text)
	text := strings.TrimLeft(value, " \t\r\n")
	span.Start = span.End - len(text)
	blank, sentence := len(text) < len(value), p.Text[span.Start:min(len(p.Text), span.Start+2*longest)]
	if !blank { // what stands behind the string says nothing of it
		sentence = text[:min(len(text), 2*longest)]
	}
	first, behind, _ := strings.Cut(strings.TrimRight(sentence, " "), " ")
	switch {
	case text == "":
		return true, false
	case strings.Trim(first, ",.|)") == "":
		return true, p.Kind == piece.Plain || p.Kind == piece.Comment
	case blank && !isSmallWord(first):
		return isSmallWord(strings.TrimRight(first, ".,;")), false
	case !blank && !f.opened().own.StandsForSecret(first):
		return false, false
	}
	next, behind, _ := strings.Cut(behind, " ")
	if keyword, ok := strings.CutSuffix(next, "="); ok { // "and AppKey= are"
		if id, _ := schema.Lookup(keyword); behind == "" && id != schema.None {
			return true, true // "requires AppKey="
		}
		next, _, _ = strings.Cut(behind, " ")
	}
	word := strings.TrimRight(next, ",.;:!?)")
	return true, isSmallWord(word) || len(word) < len(next) && strings.HasSuffix(word, "=") // "without Fed=;"
}

// isSmallWord reports whether a word has small letters of English alone.
func isSmallWord(word string) bool {
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}
