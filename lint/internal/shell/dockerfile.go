package shell

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// ReadDockerfile reads Dockerfiles: the values of ENV, ARG and LABEL, commands
// in their shell and JSON forms, here-documents and comments. It never fails
// and costs one pass.
func ReadDockerfile(text string) piece.File {
	r := &dockerReader{Scanner: literal.Scanner{Text: text}, lead: '\\'}
	for r.Pos < len(text) {
		r.instruction()
	}
	return r.File
}

type dockerReader struct {
	literal.Scanner
	lead  byte // the escape character
	begun bool // an instruction was read: no more parser directives
}

// instruction reads one instruction or comment with its line end.
func (r *dockerReader) instruction() {
	r.Pos += len(r.Text[r.Pos:]) - len(strings.TrimLeft(r.Text[r.Pos:], " \t\r\n"))
	if r.Pos == len(r.Text) {
		return
	}
	if r.Has("#") {
		r.escapeDirective()
		r.LineComment(1)
		return
	}
	r.begun = true
	end := r.instructionEnd()
	name := strings.ToUpper(r.nextWord(end))
	if name == "ONBUILD" {
		name = strings.ToUpper(r.nextWord(end))
	}
	arguments := r.Pos
	r.arguments(end, name)
	r.Pos = end
	if name == "RUN" || name == "COPY" || name == "ADD" {
		r.hereDocument(r.Text[arguments:end], name == "RUN")
	}
}

// hereDocument reads the text after an instruction that ends in a
// here-document: a script where it is run, else lines as they are.
func (r *dockerReader) hereDocument(arguments string, run bool) {
	_, marker, found := strings.Cut(arguments, "<<")
	delimiter := strings.Trim(strings.TrimLeft(marker, "-"), `"'`)
	delimiter = delimiter[:literal.WordEnd(delimiter, 0)]
	if !found || delimiter == "" {
		return
	}
	opened := r.Pos
	_, start := source.LineEnd(r.Text, r.Pos)
	body := source.Span{Start: start, End: len(r.Text)}
	r.Pos = start
	for r.Pos < len(r.Text) {
		end, next := source.LineEnd(r.Text, r.Pos)
		if strings.TrimLeft(r.Text[r.Pos:end], "\t") == delimiter {
			body.End = r.Pos
			r.Pos = end
			break
		}
		r.Pos = next
	}
	if body.End == len(r.Text) {
		r.Note(opened, "here-document is not closed")
	}
	if run {
		r.File.Append(readShell(r.Text[:body.End], body.Start, dialect{lead: '\\', commands: true}))
		return
	}
	r.lines(body)
}

// lines keeps each line of span as it is.
func (r *dockerReader) lines(span source.Span) {
	for start := span.Start; start < span.End; {
		end, next := source.LineEnd(r.Text[:span.End], start)
		if p := piece.Verbatim(piece.Plain, r.Text, source.Span{Start: start, End: end}); strings.TrimSpace(p.Text) != "" {
			p.Escape = escape.InLine
			r.Keep(p)
		}
		start = next
	}
}

// escapeDirective takes "# escape=`" at the top of the file.
func (r *dockerReader) escapeDirective() {
	end, _ := source.LineEnd(r.Text, r.Pos)
	name, value, _ := strings.Cut(r.Text[r.Pos+1:end], "=")
	if !r.begun && strings.EqualFold(strings.TrimSpace(name), "escape") && strings.TrimSpace(value) == "`" {
		r.lead = '`'
	}
}

// instructionEnd returns where the instruction at the reader's place ends: a
// line that the escape character ends goes on, and so it does over comments.
func (r *dockerReader) instructionEnd() int {
	for pos, continued := r.Pos, false; ; {
		end, next := source.LineEnd(r.Text, pos)
		line := strings.Trim(r.Text[pos:end], " \t")
		comment := continued && (line == "" || line[0] == '#')
		if end == len(r.Text) || !comment && (line == "" || line[len(line)-1] != r.lead) {
			return end
		}
		continued = true
		pos = next
	}
}

// nextWord reads a word and the blanks after it.
func (r *dockerReader) nextWord(end int) string {
	start := r.Pos
	for r.Pos < end && strings.IndexByte(" \t\r\n", r.Text[r.Pos]) < 0 {
		r.Pos++
	}
	word := r.Text[start:r.Pos]
	for r.Pos < end && (r.Text[r.Pos] == ' ' || r.Text[r.Pos] == '\t') {
		r.Pos++
	}
	return word
}

// arguments reads what follows the name of an instruction, up to end.
func (r *dockerReader) arguments(end int, name string) {
	shell := dialect{lead: r.lead, commands: true, oneLine: true}
	words := dialect{lead: r.lead, oneLine: true}
	switch {
	case r.Has("[") && r.Pos < end:
		r.File.Append(code.ReadArray(r.Text[:end], r.Pos))
	case name == "RUN", name == "CMD", name == "ENTRYPOINT", name == "HEALTHCHECK":
		r.File.Append(readShell(r.Text[:end], r.Pos, shell))
	case name == "ENV" || name == "LABEL":
		key := r.Pos
		word := r.nextWord(end)
		if strings.Contains(word, "=") {
			r.File.Append(readShell(r.Text[:end], key, words))
			return
		}
		words.whole = true
		words.key = literal.Key{Name: word, Span: source.Span{Start: key, End: key + len(word)}}
		r.File.Append(readShell(r.Text[:end], r.Pos, words))
	default:
		r.File.Append(readShell(r.Text[:end], r.Pos, words))
	}
}
