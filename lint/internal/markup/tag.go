package markup

import (
	"strings"
	"unicode"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

const space = " \t\r\n\f"

// tag reads a tag, a comment or a declaration; a < that starts none is text,
// and so is what stands between < and > where a reader is to put a name.
func (r *reader) tag(end int) bool {
	if r.comment("<!--", "-->") {
		return true
	}
	rest := r.text[r.pos+1 : end]
	closes := strings.HasPrefix(rest, "/")
	name := source.Span{Start: r.pos + 1, End: r.pos + 1}
	if closes {
		name = source.At(name.Start + 1)
	}
	for name.End < end && (isNameByte(r.text[name.End])) {
		name.End++
	}
	switch {
	case strings.HasPrefix(rest, "!") || strings.HasPrefix(rest, "?"):
		name.End = end
		if n := strings.IndexByte(rest, '>'); n >= 0 {
			name.End = r.pos + 1 + n
		}
		r.endLine()
		r.pos = min(end, name.End+1)
		return true
	case name.Empty() || !ascii.IsLetter(r.text[name.Start]) || r.isPlaceholder(name, end):
		return false
	}
	if joined := r.joinsTag(strings.ToLower(name.Slice(r.text)), end); joined > 0 {
		r.pos, r.tagged = joined, joined
		return true
	}
	r.endLine()
	r.pos = name.End
	attributes := r.attributes(end, strings.ToLower(name.Slice(r.text)))
	if !closes {
		r.rawElement(strings.ToLower(name.Slice(r.text)), attributes, end)
	}
	return true
}

// isPlaceholder reports whether what follows < is a name that HTML does not
// have, perhaps of several words, and nothing else: <cluster>, <client secret>. One
// behind an equals sign or two slashes may have capitals and hyphens as well, which the names of
// components have.
func (r *reader) isPlaceholder(name source.Span, end int) bool {
	const longest = 40
	word := name.Slice(r.text)
	n := strings.IndexByte(r.text[name.Start:min(end, name.Start+longest)], '>')
	if n < 0 || r.text[name.Start-1] != '<' || elements[strings.ToLower(word)] {
		return false
	}
	words := r.text[name.Start : name.Start+n]
	isValue := strings.HasSuffix(r.text[:name.Start-1], "=") || strings.HasSuffix(r.text[:name.Start-1], "//")
	return strings.IndexFunc(words, func(c rune) bool {
		return !unicode.IsLower(c) && c != ' ' && c != '_' && !unicode.IsDigit(c) && !(isValue && (c == '-' || unicode.IsUpper(c)))
	}) < 0
}

// rawElement reads the text of an element that holds none of HTML.
func (r *reader) rawElement(name string, attributes map[string]string, end int) {
	if name != "script" && name != "style" || r.text[r.pos-1] != '>' || strings.HasSuffix(r.text[:r.pos], "/>") {
		return
	}
	span := source.Span{Start: r.pos, End: end}
	if n := indexFold(span.Slice(r.text), "</"+name); n >= 0 {
		span.End = span.Start + n
	}
	r.pos = span.End
	const longest = 1 << 20 // what is longer is a bundle, written by a program
	language := "plain"
	if name == "script" && span.Len() < longest {
		language = scriptLanguage(attributes)
	}
	r.nested(language, span)
}

// scriptLanguage returns the language of a script element.
func scriptLanguage(attributes map[string]string) string {
	kind := strings.ToLower(attributes["type"])
	lang := strings.ToLower(attributes["lang"])
	switch {
	case lang == "ts" || lang == "typescript":
		return "typescript"
	case strings.HasSuffix(kind, "json") || kind == "importmap":
		return "json"
	case strings.Contains(kind, "template") || strings.HasPrefix(kind, "text/html") || strings.HasPrefix(kind, "text/x-"):
		return "html"
	case strings.Contains(kind, "python"):
		return "python"
	}
	return "javascript"
}

// indexFold is strings.Index for a word in lower case, whatever the case of
// the letters in text.
func indexFold(text, word string) int {
	for at := 0; ; {
		n := strings.IndexByte(text[at:], word[0])
		if n < 0 {
			return -1
		}
		at += n
		if len(text)-at >= len(word) && strings.EqualFold(text[at:at+len(word)], word) {
			return at
		}
		at++
	}
}

// attributes reads the attributes of a tag, and returns those that say what an
// element holds.
func (r *reader) attributes(end int, tag string) map[string]string {
	told := map[string]string{}
	for r.pos < end {
		switch c := r.text[r.pos]; {
		case c == '>':
			r.pos++
			return told
		case c == '<' && !r.has("<%") && !r.has("<?"):
			return told // the tag was never closed
		case r.code():
		case strings.IndexByte(space+"/=\"'", c) >= 0:
			r.pos++
		default:
			name, value := r.attribute(end, tag)
			if name == "type" || name == "lang" {
				told[name] = value
			}
		}
	}
	return told
}

// attribute reads a name and its value.
func (r *reader) attribute(end int, tag string) (name, value string) {
	at := source.At(r.pos)
	for r.pos < end && strings.IndexByte(space+"/=>\"'", r.text[r.pos]) < 0 {
		r.pos++
	}
	at.End = r.pos
	name = strings.ToLower(at.Slice(r.text))
	for r.pos < end && strings.IndexByte(space, r.text[r.pos]) >= 0 {
		r.pos++
	}
	if r.pos == end || r.text[r.pos] != '=' {
		return name, ""
	}
	r.pos++
	for r.pos < end && strings.IndexByte(space, r.text[r.pos]) >= 0 {
		r.pos++
	}
	if r.pos == end {
		return name, ""
	}
	p := r.attributeValue(end)
	if p.Text == "" {
		return name, ""
	}
	at.Start += strings.LastIndexByte(at.Slice(r.text), ':') + 1 // behind v-bind: or a namespace
	p.Key, p.KeySpan = piece.KeyPath{tag}.With(at.Slice(r.text)), at
	if !r.dialect.isCode(name) {
		r.out.Pieces = append(r.out.Pieces, p)
		return name, p.Text
	}
	before := len(r.out.Pieces)
	r.through("javascript", p)
	for i := range r.out.Pieces[before:] {
		if q := &r.out.Pieces[before+i]; q.Key == "" && q.Kind == piece.Literal {
			q.Key, q.KeySpan = p.Key, at
		}
	}
	return name, p.Text
}

// attributeValue reads a value, quoted or not, with the code in it as holes.
func (r *reader) attributeValue(end int) piece.Piece {
	stops, write := string(r.text[r.pos]), escape.XMLAttribute
	if stops == `"` || stops == "'" {
		r.pos++
	} else {
		stops, write = space+">", escape.Refuse
	}
	var outer piece.Builder
	outer, r.line = r.line, outer
	for r.pos < end && strings.IndexByte(stops, r.text[r.pos]) < 0 {
		if r.text[r.pos] == '&' && r.reference() || r.code() {
			continue
		}
		r.line.Copy(r.text, source.Span{Start: r.pos, End: r.pos + 1})
		r.pos++
	}
	if write == nil || len(stops) == 1 {
		r.pos = min(end, r.pos+1)
	}
	p := r.line.Piece(piece.Value)
	p.Escape = write
	if r.dialect.at && len(stops) == 1 {
		p.Escape = withAt(write)
	}
	r.line = outer
	return p
}

func isNameByte(c byte) bool {
	return ascii.IsLetter(c) || '0' <= c && c <= '9' || strings.IndexByte("-:._", c) >= 0
}

// elements are those of HTML that a < and > can stand around alone.
var elements = func() map[string]bool {
	all := map[string]bool{}
	for _, name := range strings.Fields(`a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
		cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset
		h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav nobr
		noframes noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot
		small source span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt u
		ul var video wbr g path math`) {
		all[name] = true
	}
	return all
}()
