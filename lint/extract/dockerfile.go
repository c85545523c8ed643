package extract

import (
	"strings"

	"kustoconn/source"
)

// ReadDockerfile reads Dockerfiles: the values of ENV, ARG and LABEL, commands
// in their shell and JSON forms, here-documents and comments. It never fails
// and costs one pass.
func ReadDockerfile(text string) File {
	r := &dockerReader{textReader: textReader{text: text}, lead: '\\'}
	for r.pos < len(text) {
		r.instruction()
	}
	return r.file
}

type dockerReader struct {
	textReader
	lead  byte // the escape character
	begun bool // an instruction was read: no more parser directives
}

// instruction reads one instruction or comment with its line end.
func (r *dockerReader) instruction() {
	r.pos += len(r.text[r.pos:]) - len(strings.TrimLeft(r.text[r.pos:], " \t\r\n"))
	if r.pos == len(r.text) {
		return
	}
	if r.has("#") {
		r.escapeDirective()
		r.lineComment(1)
		return
	}
	r.begun = true
	end := r.instructionEnd()
	name := strings.ToUpper(r.nextWord(end))
	if name == "ONBUILD" {
		name = strings.ToUpper(r.nextWord(end))
	}
	arguments := r.pos
	r.arguments(end, name)
	r.pos = end
	if name == "RUN" || name == "COPY" || name == "ADD" {
		r.hereDocument(r.text[arguments:end], name == "RUN")
	}
}

// hereDocument reads the text after an instruction that ends in a
// here-document: a script where it is run, else lines as they are.
func (r *dockerReader) hereDocument(arguments string, run bool) {
	_, marker, found := strings.Cut(arguments, "<<")
	delimiter := strings.Trim(strings.TrimLeft(marker, "-"), `"'`)
	delimiter = delimiter[:wordEnd(delimiter, 0)]
	if !found || delimiter == "" {
		return
	}
	opened := r.pos
	body := source.Span{Start: r.pos + blankLine(r.text[r.pos:]), End: len(r.text)}
	r.pos = body.Start
	for r.pos < len(r.text) {
		end := codeLineEnd(r.text, r.pos)
		if strings.TrimLeft(r.text[r.pos:end], "\t") == delimiter {
			body.End = r.pos
			r.pos = end
			break
		}
		r.pos = end + max(1, blankLine(r.text[end:]))
	}
	if r.pos = min(r.pos, len(r.text)); body.End == len(r.text) {
		r.note(opened, "here-document is not closed")
	}
	if run {
		r.add(readShell(r.text[:body.End], body.Start, shellDialect{lead: '\\', commands: true}))
		return
	}
	r.lines(body)
}

// lines keeps each line of span as it is.
func (r *dockerReader) lines(span source.Span) {
	for line := range strings.SplitAfterSeq(span.Slice(r.text), "\n") {
		var parts codeParts
		parts.verbatim(source.Span{Start: span.Start, End: span.Start + len(strings.TrimRight(line, "\r\n"))})
		span.Start += len(line)
		if piece := parts.piece(r.text, Plain); strings.TrimSpace(piece.Text) != "" {
			piece.Escape = escapeInLine
			r.file.Pieces = append(r.file.Pieces, piece)
		}
	}
}

// escapeDirective takes "# escape=`" at the top of the file.
func (r *dockerReader) escapeDirective() {
	line := r.text[r.pos+1 : codeLineEnd(r.text, r.pos)]
	name, value, _ := strings.Cut(line, "=")
	if !r.begun && strings.EqualFold(strings.TrimSpace(name), "escape") && strings.TrimSpace(value) == "`" {
		r.lead = '`'
	}
}

// instructionEnd returns where the instruction at the reader's place ends: a
// line that the escape character ends goes on, and so it does over comments.
func (r *dockerReader) instructionEnd() int {
	for pos, continued := r.pos, false; ; {
		end := codeLineEnd(r.text, pos)
		line := strings.Trim(r.text[pos:end], " \t")
		comment := continued && (line == "" || line[0] == '#')
		if end == len(r.text) || !comment && (line == "" || line[len(line)-1] != r.lead) {
			return end
		}
		continued = true
		pos = end + blankLine(r.text[end:])
	}
}

// nextWord reads a word and the blanks after it.
func (r *dockerReader) nextWord(end int) string {
	start := r.pos
	for r.pos < end && strings.IndexByte(" \t\r\n", r.text[r.pos]) < 0 {
		r.pos++
	}
	word := r.text[start:r.pos]
	for r.pos < end && (r.text[r.pos] == ' ' || r.text[r.pos] == '\t') {
		r.pos++
	}
	return word
}

// arguments reads what follows the name of an instruction, up to end.
func (r *dockerReader) arguments(end int, name string) {
	shell := shellDialect{lead: r.lead, commands: true, oneLine: true}
	words := shellDialect{lead: r.lead, oneLine: true}
	switch {
	case r.has("[") && r.pos < end:
		r.add(readCodeFrom(r.text[:end], r.pos, &dockerExec))
	case name == "RUN", name == "CMD", name == "ENTRYPOINT", name == "HEALTHCHECK":
		r.add(readShell(r.text[:end], r.pos, shell))
	case name == "ENV" || name == "LABEL":
		key := r.pos
		word := r.nextWord(end)
		if strings.Contains(word, "=") {
			r.add(readShell(r.text[:end], key, words))
			return
		}
		words.whole = true
		words.key = codeKey{word, source.Span{Start: key, End: key + len(word)}}
		r.add(readShell(r.text[:end], r.pos, words))
	default:
		r.add(readShell(r.text[:end], r.pos, words))
	}
}

// add takes over what another reader found in an instruction.
func (r *dockerReader) add(f File) {
	r.file.Pieces = append(r.file.Pieces, f.Pieces...)
	r.file.Notes = append(r.file.Notes, f.Notes...)
}

// dockerExec is the JSON form of a command.
var dockerExec = codeLanguage{token: func(r *codeReader) bool {
	if !r.has(`"`) {
		return false
	}
	r.literal(dockerString, 1)
	return true
}}

var dockerString = literalForm{end: `"`, special: `"`, escapes: &literalEscapes{
	lead: '\\', simple: "\"\"\\\\//b\bf\fn\nr\rt\t", u: true,
}}
