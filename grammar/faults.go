package grammar

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/quote"
	"kustoconn/rule"
	"kustoconn/source"
)

// fault makes the segment being read malformed and reports d.
func (p *parser) fault(d diag.Diagnostic) {
	p.seg.Kind = ast.Malformed
	if p.seg.Fault == 0 {
		p.seg.Fault = uint8(d.Code)
	}
	p.diags = append(p.diags, d)
}

func (p *parser) unterminatedQuote() {
	open := p.seg.ValueSpan().Start
	d := rule.New(rule.UnterminatedQuote, source.Span{Start: open, End: open + 1}, "this quotation mark is never closed")
	d.Help = "close it; inside it, write the same mark twice"
	d.Edits = []diag.Edit{{Span: source.At(len(p.text)), NewText: string(rune(p.seg.Quote))}}
	p.fault(d)
}

func (p *parser) textAfterQuote(span source.Span) {
	d := rule.New(rule.TextAfterQuote, span, "text after the closing quotation mark")
	d.Help = "separate pairs with ';'; inside a quoted value, write its quotation mark twice"
	p.fault(d)
}

func (p *parser) missingEquals() {
	d := rule.New(rule.MissingEquals, p.seg.KeywordSpan(), "a segment without '='")
	d.Help = "write keyword=value; a value that holds a ';' needs double quotation marks around it"
	p.fault(d)
}

func (p *parser) emptyKeyword() {
	d := rule.New(rule.EmptyKeyword, source.Span{Start: p.seg.Equals(), End: p.seg.Equals() + 1}, "no keyword before '='")
	d.Help = "write a keyword before it; '==' at the start of a keyword stands for one '='"
	p.fault(d)
}

func (p *parser) strayQuote() {
	end := p.seg.ValueSpan().End
	d := rule.New(rule.StrayQuote, source.Span{Start: end - 1, End: end}, "a value without an opening quotation mark ends in one")
	d.Help = "put the whole value in double quotation marks, with each one inside it doubled"
	d.Edits = quote.Edits(p.text, p.seg.ValueSpan(), false)
	p.fault(d)
}

func (p *parser) misplacedPrefix() {
	d := rule.New(rule.MisplacedPrefix, p.seg.ValueSpan(), "a URI or '@' shorthand must come first")
	d.Help = "move it to the start, or write it as the value of Data Source"
	if p.seg.Value()[0] != '@' && isBare(p.seg.Value()) {
		d.Edits = []diag.Edit{{Span: source.At(p.seg.ValueSpan().Start), NewText: "Data Source="}}
	}
	p.fault(d)
}

// isTooLong reports whether the offsets of a tree, of 32 bits, do not reach through
// a text of that many bytes, and to a quotation mark behind it.
func isTooLong(bytes uint64) bool { return bytes >= math.MaxUint32 }

// tooLong says that the text is not read.
func tooLong() diag.Diagnostic {
	d := rule.New(rule.TextTooLong, source.Span{}, "a text of 4 GiB or more is not read")
	d.Help = "give the connection string alone"
	return d
}

// place is where a character stands; it decides what is allowed there.
type place int

const (
	_ place = iota
	inPrefix
	inKeyword
	inBareValue
	inQuotes
)

// checkText reports each run of control characters that must not stand in
// span, and each run of bytes that are not UTF-8.
func (p *parser) checkText(span source.Span, where place) {
	text := span.Slice(p.text)
	for i := 0; i < len(text); {
		code, n := badRun(text[i:], where)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		p.badCharacters(code, source.Span{Start: span.Start + i, End: span.Start + i + n}, where)
		i += n
	}
}

// badRun returns the length of the run of bad characters that s starts with.
// NUL makes runs of its own: quotes are no help against it.
func badRun(s string, where place) (code diag.Code, n int) {
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		var this diag.Code
		switch {
		case r == utf8.RuneError && size == 1:
			this = rule.InvalidUTF8
		case r == 0, where != inQuotes && unicode.IsControl(r) && (where != inBareValue || !unicode.IsSpace(r)):
			this = rule.ControlCharacter
		}
		if this == 0 || n > 0 && (this != code || (r == 0) != (s[0] == 0)) {
			return code, n
		}
		code, n = this, n+size
	}
	return code, n
}

func (p *parser) badCharacters(code diag.Code, span source.Span, where place) {
	if code == rule.InvalidUTF8 {
		d := rule.New(code, span, "bytes that are not UTF-8")
		d.Help = "save the text as UTF-8"
		p.fault(d)
		return
	}
	message, help := "a control character in a keyword", "remove it"
	switch where {
	case inPrefix:
		message = "a control character in the prefix"
	case inBareValue:
		message, help = "a control character in a value without quotation marks", "remove it, or put the value in double quotation marks"
	case inQuotes:
		message = "a NUL character in a value"
	}
	if p.text[span.Start] == 0 {
		help = "remove it; no connection string can hold a NUL"
	}
	d := rule.New(code, span, message)
	d.Help = help
	if p.removable(span, where) {
		d.Edits = []diag.Edit{{Span: span}}
	}
	p.fault(d)
}

// removable reports whether the text without a run of control characters has
// fewer errors. It has not where what is left reads as something else: as a
// pair without a keyword, a prefix, or a value with a quotation mark; or where
// bytes that are not UTF-8 could become a character.
func (p *parser) removable(run source.Span, where place) bool {
	if run.End < len(p.text) && !utf8.RuneStart(p.text[run.End]) {
		return false
	}
	switch where {
	case inKeyword:
		if p.seg.Fault != 0 {
			return true // an error before this one goes too, or stays in the keyword
		}
		keyword := p.seg.KeywordSpan()
		left := p.text[keyword.Start:run.Start] + p.text[run.End:keyword.End]
		left = left[skipSpace(left, 0):]
		return left != "" && !startsPrefix(left)
	case inBareValue:
		value := p.seg.ValueSpan()
		if run.Start == value.Start {
			left := p.text[run.End:value.End]
			if strings.HasPrefix(left, "=") || startsWithQuote(left[skipSpace(left, 0):]) {
				return false
			}
		}
		return run.End != value.End || !endsInQuote(p.text[value.Start:trimSpace(p.text, value.Start, run.Start)])
	}
	return true
}

// isBare reports whether s, the text of a misplaced URI, is well-formed as a
// value without quotation marks.
func isBare(s string) bool {
	for i := 0; i < len(s); {
		if _, n := badRun(s[i:], inBareValue); n > 0 {
			return false
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return !endsInQuote(s)
}
