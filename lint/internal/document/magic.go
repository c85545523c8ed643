package document

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// A cellReader reads the lines of a cell up to the next magic as code.
type cellReader struct {
	text     string
	language string
	from     int  // where the code starts that was not read yet
	first    bool // no line with text was read before
	inner    piece.Dispatcher
	out      piece.File
}

// code reads what is not read yet up to end.
func (c *cellReader) code(end int) {
	if c.from < end {
		c.read(c.language, source.Span{Start: c.from, End: end})
	}
	c.from = end
}

func (c *cellReader) read(language string, span source.Span) {
	if strings.TrimSpace(span.Slice(c.text)) == "" {
		return
	}
	part := piece.Verbatim(piece.Plain, c.text, span)
	c.out.Append(c.inner.Read(language, part.Text).Through(part))
}

// isMagic reports whether a line is no code of its cell: a cell magic %%name, a line
// magic %name, a shell command !command (IPython), or #!name (.NET Interactive).
func isMagic(line, language string) bool {
	switch {
	case strings.HasPrefix(line, "%%"), strings.HasPrefix(line, "#!"):
		return true
	case strings.HasPrefix(line, "%"), strings.HasPrefix(line, "!"):
		return language == "python" || language == "scala" || language == "r" || language == "sql"
	}
	return false
}

// cellLanguages are the names of magics that are not those of their languages.
var cellLanguages = map[string]string{
	"sh": "shell", "bash": "shell", "script": "shell", "system": "shell", "sx": "shell", "fs": "shell",
	"js": "javascript", "html": "html", "svg": "xml", "md": "markdown", "pyspark": "python", "spark": "scala", "sparkr": "r",
	"configure": "json", "sparksql": "sql", "pypy": "python", "python2": "python", "python3": "python",
}

// noLanguages are magics whose names are also those of formats.
var noLanguages = map[string]bool{"env": true, "text": true, "raw": true, "config": true}

// magic reads the magic in line, and returns where the cell goes on; next is the
// start of the next line.
func (c *cellReader) magic(line source.Span, next int) int {
	name, rest := c.words(line)
	content := line.Slice(c.text)
	switch {
	case content[0] == '!':
		end, after := c.commandEnd(line.End, next)
		c.read("shell", source.Span{Start: line.Start + len(content) - len(strings.TrimLeft(content, "!")), End: end})
		return after
	case name == "sx" || name == "system" || name == "sc":
		if !strings.HasPrefix(content, "%%") {
			c.read("shell", rest)
			return next
		}
	case name == "env" || name == "set_env":
		c.environment(rest)
		return next
	case name == "writefile":
		file := rest.Slice(c.text)
		if format := c.inner.Of(file[strings.LastIndexByte(file, ' ')+1:], c.text[next:]); format != "" {
			c.language = format
		}
	}
	c.out.Pieces = plain.Append(c.out.Pieces, c.text, line)
	if c.switches(content, name, rest) {
		c.language = c.languageOf(name)
	}
	return next
}

// words returns the name of a magic in lower case, and where its arguments stand.
func (c *cellReader) words(line source.Span) (name string, rest source.Span) {
	content := line.Slice(c.text)
	name = strings.TrimLeft(content, "%#!")
	start := line.Start + len(content) - len(name)
	if n := strings.IndexAny(name, " \t"); n >= 0 {
		name = name[:n]
	}
	rest = (source.Span{Start: start + len(name), End: line.End}).Trim(c.text, " \t")
	return strings.ToLower(name), rest
}

// switches reports whether a magic says in which language the lines after it are: a
// cell magic and .NET Interactive's do, a line magic only alone on the first line,
// as Databricks and Synapse have it.
func (c *cellReader) switches(content, name string, rest source.Span) bool {
	if c.languageOf(name) == "" || noLanguages[name] {
		return false
	}
	return strings.HasPrefix(content, "%%") || strings.HasPrefix(content, "#!") || c.first && rest.Empty()
}

// languageOf returns the language that a magic's name means, or "". A kernel of a
// connection is named kql-name.
func (c *cellReader) languageOf(name string) string {
	if language, ok := cellLanguages[name]; ok && c.inner.Knows(language) {
		return language
	}
	if c.inner.Knows(name) {
		return name
	}
	if kernel, _, ok := strings.Cut(name, "-"); ok && c.inner.Knows(kernel) {
		return kernel
	}
	return ""
}

// environment reads the NAME=value or NAME value of %env.
func (c *cellReader) environment(span source.Span) {
	name, value, ok := strings.Cut(span.Slice(c.text), "=")
	if blank := strings.IndexAny(name, " \t"); blank >= 0 {
		name, value, ok = name[:blank], span.Slice(c.text)[blank+1:], true
	}
	if !ok {
		c.out.Pieces = plain.Append(c.out.Pieces, c.text, span)
		return
	}
	at := (source.Span{Start: span.End - len(value), End: span.End}).Trim(c.text, " \t")
	p := piece.Verbatim(piece.Value, c.text, at)
	p.Key, p.KeySpan = name, source.Span{Start: span.Start, End: span.Start + len(name)}
	p.Escape = func(s string) (string, bool) {
		return s, !strings.ContainsAny(s, "\r\n$") && s == strings.Trim(s, " \t")
	}
	c.out.Pieces = append(c.out.Pieces, p)
}

// commandEnd returns where a shell command ends that goes on behind backslashes.
func (c *cellReader) commandEnd(end, next int) (stop, after int) {
	for end > 0 && c.text[end-1] == '\\' && next < len(c.text) {
		end, next = source.AnyLineEnd(c.text, next)
	}
	return end, next
}
