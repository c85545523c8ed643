package data

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadXML reads XML and what is close to it: each attribute's value, CDATA
// section and stretch of text that is not blank is a piece. The path of keys
// is made of element names and ends with the attribute's; from the second
// element of a name on, its index comes after it (add, add.1, add.2). Linear in
// text. Two hyphens in a comment are no fault, though XML forbids them.
func ReadXML(text string) piece.File {
	decoder := xml.NewDecoder(strings.NewReader(withoutHyphens(text)))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	r := xmlReader{text: text, frames: []xmlFrame{{}}}
	for start := 0; ; {
		token, err := decoder.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return plain.Instead(text, start, "not valid XML: read as plain text")
		}
		if len(r.frames) > maxDepth {
			return plain.Instead(text, start, "XML nested too deeply: read as plain text")
		}
		end := int(decoder.InputOffset())
		r.token(token, source.Span{Start: start, End: end})
		start = end
	}
	return r.out
}

// withoutHyphens writes other characters for the hyphens in comments, which
// the decoder would stumble over.
func withoutHyphens(text string) string {
	const start, end = "<!--", "-->"
	var out []byte
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '<')
		if n < 0 {
			break
		}
		at += n
		if strings.HasPrefix(text[at:], cdataStart) {
			n := strings.Index(text[at:], cdataEnd)
			if n < 0 {
				break
			}
			at += n
			continue
		}
		if !strings.HasPrefix(text[at:], start) {
			at++
			continue
		}
		at += len(start)
		n = strings.Index(text[at:], end)
		if n < 0 {
			break
		}
		if inner := text[at : at+n]; strings.Contains(inner, "--") || strings.HasSuffix(inner, "-") {
			if out == nil {
				out = []byte(text)
			}
			copy(out[at:], strings.ReplaceAll(inner, "-", "_"))
		}
		at += n + len(end)
	}
	if out == nil {
		return text
	}
	return string(out)
}

type xmlReader struct {
	text   string
	frames []xmlFrame // the root's first
	path   piece.KeyPath
	out    piece.File
}

// xmlFrame is an open element.
type xmlFrame struct {
	span   source.Span // its name in the start tag
	parts  int         // how many parts it adds to the path
	counts map[string]int
}

func (r *xmlReader) token(token xml.Token, span source.Span) {
	switch t := token.(type) {
	case xml.CharData:
		r.charData(span)
	case xml.StartElement:
		r.startElement(span)
	case xml.EndElement:
		// An element that was left open, such as <br>, ends with its parent.
		for k := len(r.frames) - 1; k > 0 && k > len(r.frames)-3; k-- {
			if r.frames[k].span.Slice(r.text) == qualified(t.Name) {
				r.leave(k)
				break
			}
		}
	case xml.Comment:
		p := piece.Verbatim(piece.Comment, r.text, source.Span{Start: span.Start + len("<!--"), End: span.End - len("-->")})
		p.Escape = escape.Without("-")
		r.out.Pieces = append(r.out.Pieces, p)
	}
}

// qualified returns a name as RawToken splits it up.
func qualified(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

// leave closes the element frames[k] and those in it.
func (r *xmlReader) leave(k int) {
	for len(r.frames) > k {
		last := len(r.frames) - 1
		r.path = r.path[:len(r.path)-r.frames[last].parts]
		r.frames = r.frames[:last]
	}
}

const xmlSpace = " \t\r\n"

// startElement reads a start tag's name and attributes.
func (r *xmlReader) startElement(span source.Span) {
	name := source.Span{Start: span.Start + 1, End: span.End}
	name.End = name.Start + strings.IndexAny(name.Slice(r.text), xmlSpace+"/>")
	r.enter(name)
	var attributes []xmlAttribute
	for i := name.End; ; {
		a, next, ok := r.attribute(i, span.End)
		if !ok {
			break
		}
		attributes = append(attributes, a)
		i = next
	}
	for _, a := range attributes {
		p := r.attributePiece(a)
		p.Key, p.KeySpan = r.path.With(a.name.Slice(r.text)), a.name
		r.out.Pieces = append(r.out.Pieces, p)
	}
}

// enter makes the element with a name the innermost.
func (r *xmlReader) enter(name source.Span) {
	parent := &r.frames[len(r.frames)-1]
	if parent.counts == nil {
		parent.counts = map[string]int{}
	}
	n := parent.counts[name.Slice(r.text)]
	parent.counts[name.Slice(r.text)]++
	r.path = append(r.path, name.Slice(r.text))
	frame := xmlFrame{span: name, parts: 1}
	if n > 0 {
		r.path = append(r.path, strconv.Itoa(n))
		frame.parts++
	}
	r.frames = append(r.frames, frame)
}

type xmlAttribute struct {
	name, value source.Span // the value without its quotes
	quote       byte        // or 0
}

// attribute reads the attribute that starts between i and the end of the tag.
func (r *xmlReader) attribute(i, end int) (a xmlAttribute, next int, ok bool) {
	i = skipAny(r.text, i, end, xmlSpace+"/=")
	stop := skipNone(r.text, i, end, xmlSpace+"/=>")
	if stop == i {
		return a, end, false
	}
	a.name = source.Span{Start: i, End: stop}
	i = skipAny(r.text, stop, end, xmlSpace)
	if i >= end || r.text[i] != '=' {
		a.value = source.At(stop)
		return a, i, true
	}
	i = skipAny(r.text, i+1, end, xmlSpace)
	if i < end && (r.text[i] == '"' || r.text[i] == '\'') {
		a.quote = r.text[i]
		i++
		stop = skipNone(r.text, i, end, string(a.quote))
		a.value = source.Span{Start: i, End: stop}
		return a, min(stop+1, end), true
	}
	stop = skipNone(r.text, i, end, xmlSpace+">")
	a.value = source.Span{Start: i, End: stop}
	return a, stop, true
}
