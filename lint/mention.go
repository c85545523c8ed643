package lint

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/schema"
	"kustoconn/source"
)

// speaksOfKeywords reports whether what looks like the string at span of p is a sentence
// about keywords: "Set Fed=true; AppKey= is read only then". A value in it is words or
// punctuation of the sentence, and no secret is anything else.
func (f *File) speaksOfKeywords(p *filePiece, span source.Span, b bound) bool {
	speaks := false
	for i, s := range b.Tree.Pairs() {
		words, certain := f.wordsOfSentence(p, source.Span{Start: s.Equals() + 1, End: s.Span().End}.Shift(span.Start))
		speaks = speaks || certain
		if !words && schema.Secrets().Has(b.ID(i)) {
			return false
		}
	}
	return speaks
}

// wordsOfSentence reports whether what follows an equals sign, at span of p, may be a
// sentence that goes on, and whether it certainly is one: a further word follows the first
// one, or it is the punctuation of running text.
func (f *File) wordsOfSentence(p *filePiece, span source.Span) (words, certain bool) {
	const longest = 64 // bytes of a word
	value := span.Slice(p.Text)
	text := strings.TrimLeft(value, " \t\r\n")
	span.Start = span.End - len(text)
	first, behind, _ := strings.Cut(strings.TrimRight(p.Text[span.Start:min(len(p.Text), span.Start+2*longest)], " "), " ")
	switch {
	case text == "":
		return true, false
	case strings.Trim(first, ",.|)") == "":
		return true, p.Kind == piece.Plain || p.Kind == piece.Comment
	case len(text) < len(value) && !isSmallWord(first), len(text) == len(value) && !f.opened().own.StandsForSecret(first):
		return len(text) < len(value) && isSmallWord(strings.TrimRight(first, ".,;")), false
	}
	next, behind, _ := strings.Cut(behind, " ")
	if strings.HasSuffix(next, "=") { // "and AppKey= are"
		next, _, _ = strings.Cut(behind, " ")
	}
	return true, isSmallWord(strings.TrimRight(next, ",.;:!?)"))
}

// isSmallWord reports whether a word has small letters of English alone.
func isSmallWord(word string) bool {
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}
