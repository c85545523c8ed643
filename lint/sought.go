package lint

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// maxSought is how many keywords are looked for in a file; each look is one pass. Fixes that
// take away further ones are unsafe.
const maxSought = 32

// isSought reports whether the program looks for something that an edit takes away: a verb, whose
// argument the next one would be given, or a pair whose keyword stands elsewhere as what replace,
// split or an index looks for.
func (f *File) isSought(p *filePiece, own source.Span, d *diag.Diagnostic, b bound) bool {
	program := p.Kind == piece.Literal || variables[f.opened().format]
	for _, e := range d.Edits {
		taken := e.Span.Slice(b.Tree.Text())
		keyword, value, pair := strings.Cut(strings.Trim(taken, "; "), "=")
		if e.NewText != "" {
			continue
		}
		if program && len(piece.Verbs(taken)) > 0 || pair && f.seeks(keyword, own, program) {
			return true
		}
		if pair && value == "" && f.used().fills {
			return true
		}
	}
	return false
}

// seeks reports whether the file names a keyword outside of the string at own, and of others: with
// the equals sign behind it but no semicolon before it or, in a program, in quotation marks of its own.
func (f *File) seeks(keyword string, own source.Span, program bool) bool {
	used := f.used()
	n, known := used.sought[keyword]
	if !known {
		if len(used.sought) >= maxSought || keyword == "" || len(keyword) > maxQualifier { // blanks count for nothing in it
			return true
		}
		n = mentions(f.Text(), keyword, program)
		used.sought[keyword] = n
	}
	if n == 0 {
		return false
	}
	within, known := used.within[keyword]
	if !known {
		within = mentions(f.around(own, 1), keyword, program)
		used.within[keyword] = within
	}
	return n > within
}

// mentions returns how often a text names a keyword as what is looked for.
func mentions(text, keyword string, program bool) (n int) {
	for start := 1; start < len(text); start++ {
		if (text[start]^keyword[0])&^0x20 != 0 || literal.IsWordByte(text[start-1]) {
			continue
		}
		at := keywordEnd(text, start, keyword)
		if at < 0 || at == len(text) || text[at] != '=' && (!program || strings.IndexByte("\"'`", text[at]) < 0) {
			continue
		}
		before := strings.TrimRight(text[max(0, start-maxQualifier):start], " ")
		outer, behind := strings.CutSuffix(before, ";")
		if !behind || outer != "" && strings.IndexByte("\"'`/(*%", outer[len(outer)-1]) >= 0 || at+1 < len(text) && strings.IndexByte("([.\\", text[at+1]) >= 0 ||
			strings.HasPrefix(text[at:], "=%[") {
			n++
		}
	}
	return n
}

// keywordEnd returns where a keyword ends that starts at an offset of text, in any case and with
// what patterns have for a blank; -1 where it does not stand there.
func keywordEnd(text string, at int, keyword string) int {
	const longest = 6 // bytes for a blank
	for i := range len(keyword) {
		c := keyword[i]
		if c == ' ' {
			end := min(len(text), at+longest)
			for at < end && (strings.IndexByte(" \\+*?[]-_", text[at]) >= 0 || text[at] == 's' && text[at-1] == '\\') {
				at++
			}
			continue
		}
		if at == len(text) || text[at] != c && (!ascii.IsLetter(c) || text[at]^c != 0x20) {
			return -1
		}
		at++
	}
	return at
}
