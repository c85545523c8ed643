package redact

import (
	"slices"
	"strings"

	"kustoconn/schema"
	"kustoconn/source"
)

// Neighbours returns what looks like a credential on the given lines of a text
// (by number, from 1), outside of the strings that were found in it, whose
// secrets are known; and what is hidden already where it stands there again. The
// spans are in no order and may overlap. It fails closed: what is hidden in vain
// costs a reader little. The cost is linear in the lines and the hidden parts.
func Neighbours(text string, index *source.Index, lines map[int]bool, found, hidden []source.Span) []source.Span {
	n := neighbours{text: text, index: index, found: slices.Clone(found), names: credentialNames{}}
	slices.SortFunc(n.found, func(a, b source.Span) int { return a.Start - b.Start })
	n.hideRepeats(hidden, lines)
	for line := range lines {
		n.hideInLine(index.Line(line))
	}
	return n.spans
}

// neighbours is a text of which lines are shown.
type neighbours struct {
	text  string
	index *source.Index
	found []source.Span // strings, in order
	names credentialNames
	spans []source.Span // what is hidden
}

// hideInLine hides, outside of strings, the password of a URI and, up to the
// line's end, what follows the name of a credential.
func (n *neighbours) hideInLine(line source.Span) {
	text := line.Slice(n.text)
	for i := 0; i < len(text); i++ {
		at := line.Start + i
		if c := text[i]; c != '=' && c != ':' && c != ' ' || n.inFound(at) {
			continue
		}
		if rest, ok := strings.CutPrefix(text[i:], "://"); ok {
			if s, ok := password(rest); ok {
				n.hideOutside(s.Shift(at + len("://")))
			}
			continue
		}
		if n.precedesCredential(text, i) {
			n.hideOutside(source.Span{Start: at + 1, End: line.End})
			return
		}
	}
}

// precedesCredential reports whether a credential's name stands before the
// "=", ":" or blank at offset i of line. Before a blank that is the keyword of a
// secret, two words that end like one or, where a quotation mark follows, words
// that name a credential.
func (n *neighbours) precedesCredential(line string, i int) bool {
	if line[i] != ' ' {
		return n.names.has(wordBefore(line[:i]))
	}
	if id, ok := schema.Lookup(wordBefore(line[:i])); ok && schema.Secrets().Has(id) {
		return true
	}
	phrase := phraseBefore(line[:i])
	return endsInCredentialWord(phrase) || startsQuoted(line[i+1:]) && n.names.has(phrase)
}

func startsQuoted(text string) bool { return text != "" && strings.IndexByte("\"'`", text[0]) >= 0 }

// password returns where the password of the userinfo is that starts a URI's
// authority.
func password(authority string) (source.Span, bool) {
	end := strings.IndexAny(authority, "/ \t\"'`<>")
	if end < 0 {
		end = len(authority)
	}
	at := strings.LastIndexByte(authority[:end], '@')
	if at < 0 {
		return source.Span{}, false
	}
	colon := strings.IndexByte(authority[:at], ':')
	return source.Span{Start: colon + 1, End: at}, colon >= 0
}

// inFound reports whether the byte at offset is in a string.
func (n *neighbours) inFound(offset int) bool {
	i := firstBehind(n.found, offset)
	return i < len(n.found) && n.found[i].Contains(offset)
}

// hideOutside hides the parts of span that no string covers.
func (n *neighbours) hideOutside(span source.Span) {
	for _, s := range n.found[firstBehind(n.found, span.Start):] {
		if s.Start >= span.End {
			break
		}
		if s.Start > span.Start {
			n.spans = append(n.spans, source.Span{Start: span.Start, End: s.Start})
		}
		span.Start = min(s.End, span.End)
	}
	if !span.Empty() {
		n.spans = append(n.spans, span)
	}
}
