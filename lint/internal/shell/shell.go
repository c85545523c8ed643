// Package shell reads scripts in which words need no quotes: the shell, batch
// files and Dockerfiles, which are commands with words too. PowerShell, whose
// expressions are those of a programming language, is in package code.
package shell

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// ReadShell reads shell scripts: words, whichever way and in however many ways
// they are quoted, the values of assignments and options, here-documents line
// by line, and comments. A word without quotes that is a plain name is no
// piece. It never fails and costs one pass.
func ReadShell(text string) piece.File {
	return readShell(text, 0, dialect{lead: '\\', commands: true})
}

// A dialect says how words are read where they are not a shell's own.
type dialect struct {
	lead     byte        // the escape character
	commands bool        // ; | & ( ) < > and line ends mean something, and $( ) and ` ` are run
	whole    bool        // white space does not end a word
	oneLine  bool        // no quotes hold a line end
	key      literal.Key // names the first word
	nested   int         // here-documents that the script stands in
}

func readShell(text string, start int, dialect dialect) piece.File {
	r := &reader{Scanner: literal.Scanner{Text: text, Pos: start}, dialect: dialect, variables: map[string]int{}}
	r.stack = []frame{{whole: dialect.whole, option: dialect.key}}
	r.escapes = doubleQuotedEscapes
	r.escapes.Lead = dialect.lead
	for r.Pos < len(text) {
		if r.now().double {
			r.doubleQuoted()
		} else {
			r.bare()
		}
	}
	for len(r.stack) > 1 {
		r.Note(r.now().start, "expansion is not closed")
		r.endWord()
		r.endPipeline()
		r.stack = r.stack[:len(r.stack)-1]
	}
	if r.now().double {
		r.Note(r.now().quote, "string literal is not closed")
	}
	r.endWord()
	r.endPipeline()
	piece.Sort(r.File.Pieces)
	return r.File
}

// doubleQuotedEscapes are those inside double quotes.
var doubleQuotedEscapes = escape.Table{Lead: '\\', Simple: "$$\"\"``\\\\", Continuation: escape.ContinueLine}

// ansiQuoted is $'…'.
var ansiQuoted = literal.Form{
	End: `'`, Special: `'`, Multiline: true, LineEnds: literal.LineEndsKept,
	Escapes: &escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\??a\ab\be\x1bE\x1bf\fn\nr\rt\tv\v",
		HexMin: 1, HexMax: 2, Octal: 1, U: true, LongU: true, Bytes: true,
	},
}

// A reader keeps a stack of the expansions that it is inside of.
type reader struct {
	literal.Scanner
	dialect dialect
	escapes escape.Table
	stack   []frame
	lists   int // arrays that were read
	// variables are the indices of the pieces that each was last given.
	variables map[string]int
	queue     []hereDocument // whose text starts on the next line
}

// A frame is the word being read in the script or in one expansion.
type frame struct {
	start   int  // of the expansion
	opening int  // its length
	closing byte // what ends it: ) } ` or 0
	hole    bool // it stands in a word, unlike ( )
	double  bool // inside double quotes
	quote   int  // where they opened
	whole   bool // only closing ends the word
	list    int  // the number of the array whose elements stand in the brackets
	silent  bool // the word is a pattern, no text

	text     piece.Builder
	styles   style
	key      literal.Key // the name before the word's =
	named    bool        // an = was seen
	option   literal.Key // the option before the word
	set      setState
	printf   printf // the command being read, if it is one that formats
	pipeline pipeline
}

// maxDepth is how deep expansions are followed.
const maxDepth = 1000

func (r *reader) now() *frame { return &r.stack[len(r.stack)-1] }

// take adds the next n bytes to the word as they stand.
func (r *reader) take(n int, style style) {
	f := r.now()
	f.styles |= style
	f.text.Copy(r.Text, source.Span{Start: r.Pos, End: r.Pos + n})
	r.Pos += n
}

// doubleQuoted reads on inside double quotes.
func (r *reader) doubleQuoted() {
	f := r.now()
	start := r.Pos
	for r.Pos < len(r.Text) && strings.IndexByte("\"$`", r.Text[r.Pos]) < 0 && r.Text[r.Pos] != r.dialect.lead {
		r.Pos++
	}
	end := r.Pos
	r.Pos = start
	r.take(end-start, styleDouble)
	switch c := r.Peek(0); {
	case c == '"':
		f.double = false
		r.Pos++
	case c == r.dialect.lead && c != 0:
		decoded, n, _ := r.escapes.Read(r.Text, r.Pos)
		r.escape(decoded, n, styleDouble)
	case c != 0 && !r.expansion():
		r.take(1, styleDouble)
	}
}

// escape adds the escape in the next n bytes to the word.
func (r *reader) escape(decoded string, n int, style style) {
	if decoded == r.Text[r.Pos:r.Pos+n] {
		r.take(n, style)
		return
	}
	f := r.now()
	f.styles |= style
	f.text.Escape(decoded, source.Span{Start: r.Pos, End: r.Pos + n})
	r.Pos += n
}

// bare reads on outside double quotes.
func (r *reader) bare() {
	f := r.now()
	c := r.Text[r.Pos]
	switch {
	case c == f.closing && c != 0:
		r.Pos++
		r.closeExpansion()
	case c == r.dialect.lead:
		r.bareEscape()
	case c == '"':
		r.attachedOption()
		f.double, f.quote = true, r.Pos
		f.styles |= styleDouble
		r.Pos++
	case c == '\'' && !f.insideDouble(r):
		r.attachedOption()
		r.singleQuoted()
	case r.Has("$'") && r.dialect.commands && !f.insideDouble(r):
		r.dollarQuoted()
	case r.Has(`$"`) && r.dialect.commands:
		r.Pos++
	case (c == '$' || c == '`') && r.expansion():
	case f.whole:
		r.take(1, styleBare)
	case c == ' ' || c == '\t' || c == '\r' || c == '\n':
		r.space()
	case c == '#' && f.empty():
		r.LineComment(1)
	case c == '(' && r.dialect.commands && r.substituted():
	case r.dialect.commands && strings.IndexByte(";|&()<>", c) >= 0:
		r.operator()
	case c == '=' && !f.named:
		f.named = true
		if !r.assigned() {
			r.take(1, styleBare)
		}
	default:
		r.take(1, styleBare)
	}
}

// substituted takes the command in brackets right behind a quotation mark, whose output
// goes on with the word: "AppKey="(pass kusto) of fish. Elsewhere nothing is written so.
func (r *reader) substituted() bool {
	const longest = 128
	f := r.now()
	if before := r.Before(); before != '"' && before != '\'' || f.styles&(styleDouble|styleSingle) == 0 {
		return false
	}
	n := strings.IndexAny(r.Text[r.Pos:min(len(r.Text), r.Pos+longest)], ")\n")
	if n < 0 || r.Text[r.Pos+n] != ')' {
		return false
	}
	span := source.Span{Start: r.Pos, End: r.Pos + n + 1}
	f.text.Hole(literal.HoleText("(", r.Text[span.Start+1:span.End-1], ")"), span)
	r.Pos = span.End
	return true
}

// insideDouble reports whether the expansion stands in double quotes, where a
// single quote is itself.
func (f *frame) insideDouble(r *reader) bool {
	return f.closing == '}' && r.stack[len(r.stack)-2].double
}

func (r *reader) bareEscape() {
	rest := r.Text[r.Pos+1:]
	switch {
	case strings.HasPrefix(rest, "\n"), strings.HasPrefix(rest, "\r\n"):
		n := strings.IndexByte(rest, '\n') + 2
		if f := r.now(); f.text.Len() > 0 {
			r.escape("", n, styleBare)
		} else {
			r.Pos += n
		}
	case rest == "" || r.dialect.lead != '\\':
		r.take(1, styleBare)
	default:
		r.escape(rest[:1], 2, styleBare)
	}
}

func (r *reader) singleQuoted() {
	start := r.Pos
	r.Pos++
	n := strings.IndexByte(r.Text[r.Pos:], '\'')
	if n < 0 {
		n = len(r.Text) - r.Pos
		r.take(n, styleSingle)
		r.Note(start, "string literal is not closed")
		return
	}
	r.take(n, styleSingle)
	r.Pos++
}

func (r *reader) dollarQuoted() {
	start, form := r.Pos, ansiQuoted
	r.Pos += 2
	for r.Pos < len(r.Text) {
		t := form.Next(r.Text, r.Pos)
		switch t.Kind {
		case literal.End:
			r.Pos += t.Len
			return
		case literal.Escape:
			r.escape(t.Text, t.Len, styleANSI)
		default:
			r.take(t.Len, styleANSI)
		}
	}
	r.Note(start, "string literal is not closed")
}

// space ends a word; a line end is where the here-documents start.
func (r *reader) space() {
	r.endWord()
	end := r.Pos
	if r.Pos++; r.Text[end] != '\n' {
		return
	}
	if r.dialect.commands {
		r.now().option, r.now().printf, r.now().set = literal.Key{}, printf{}, notSet
		r.hereDocuments()
		if !strings.HasSuffix(strings.TrimRight(r.Text[:end], " \t\r"), "|") {
			r.endPipeline()
		}
	}
}

func (r *reader) operator() {
	c := r.Text[r.Pos]
	switch {
	case r.Has("<<<"):
		r.endWord()
		r.Pos += 3
	case r.Has("<<") && !r.arithmetic():
		r.endWord()
		r.queueHereDocument()
	case c == '(' && len(r.stack) < maxDepth:
		inner := frame{start: r.Pos, closing: ')', pipeline: pipeline{first: len(r.File.Pieces)}}
		if f := r.now(); f.key.Name != "" && f.text.Len() == 0 && r.Before() == '=' {
			r.lists++
			inner.list = r.lists
		}
		r.endWord()
		r.stack = append(r.stack, inner)
		r.Pos++
	default:
		r.endWord()
		if r.Pos++; c == ';' || c == '&' && r.Peek(0) == '&' || c == '|' && r.Peek(0) == '|' {
			r.endPipeline()
		}
	}
	r.now().option, r.now().set = literal.Key{}, notSet
	r.now().printf.redirect(r.Text[:r.Pos])
}

// arithmetic reports whether the reader is inside (( )), where << shifts.
func (r *reader) arithmetic() bool {
	f := r.now()
	return f.closing == ')' && f.start > 0 && r.Text[f.start-1] == '('
}
