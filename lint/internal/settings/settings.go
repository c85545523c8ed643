// Package settings finds connection strings that a tool keeps as several
// settings, a key for each part, and writes them as the one string that they
// amount to.
//
// Which keys belong to which tool is data of package tools. Values of keys
// come from the readers of formats; judging the string is the caller's.
package settings

import (
	"slices"
	"strings"

	"kustoconn/internal/data/tools"
	"kustoconn/internal/piece"
	"kustoconn/schema"
	"kustoconn/source"
)

// Settings is one connection string kept as several settings.
type Settings struct {
	Tool  *tools.Tool   // of which IsMapping says whether it is one
	Mode  schema.ModeID // how they say that the tool signs in; empty where they do not
	Text  string        // the string that they amount to, without what no string can hold
	Parts []Part        // in the order of Text
}

// IsMapping reports whether a program keeps them by the keywords of strings, to join them:
// what it lacks may come from elsewhere.
func (s *Settings) IsMapping() bool { return s.Tool == keywords() }

// InString reports whether a string can sign in as the settings do, as far as is
// known.
func (s *Settings) InString() bool {
	mode := schema.GetMode(s.Mode)
	return s.Mode == "" || mode != nil && mode.InString()
}

// Part is one setting.
type Part struct {
	Piece    int // index of the value in the pieces given to Find
	Property schema.ID
	Key      string      // the last part of the key's name, as the table of tools spells it
	Ingest   bool        // the endpoint stands in the place of the one for ingestion
	Span     source.Span // of the pair in Settings.Text
	Value    source.Span // of its value in Settings.Text, with quotes
}

// PartAt returns the part that an offset in Text belongs to: the last part
// that starts at it or before, since what is missing is at the end.
func (s *Settings) PartAt(offset int) Part { return s.Parts[s.IndexAt(offset)] }

// IndexAt returns the index of that part in Parts.
func (s *Settings) IndexAt(offset int) int {
	for i, p := range slices.Backward(s.Parts) {
		if p.Span.Start <= offset {
			return i
		}
	}
	return 0
}

// Find returns the settings in a file, in the order of their first keys. text
// is the file's, and pieces are what its reader found. The cost is linear in
// the pieces.
func Find(text string, pieces []piece.Piece) []Settings {
	var found []Settings
	for _, g := range groups(text, pieces) {
		if s, ok := g.settings(text, pieces); ok {
			found = append(found, s)
		}
	}
	return found
}

// keyOf returns the path of keys that piece i is the value of; "" where it is
// not known to be any's.
func keyOf(text string, pieces []piece.Piece, i int) string {
	p := &pieces[i]
	switch {
	case p.Kind != piece.Value && p.Kind != piece.Literal:
		return ""
	case p.Key != "":
		return p.Key
	case i > 0 && p.Kind == piece.Literal && pieces[i-1].Kind == piece.Literal && areArguments(text, &pieces[i-1], p):
		return pieces[i-1].Text
	case i > 0 && p.Kind == piece.Literal && pieces[i-1].Kind == piece.Literal && pairBefore(text, pieces, i) != "":
		return pieces[i-1].Text
	case p.Kind == piece.Literal:
		return constantBefore(text, p.Map.Span(source.Span{End: len(p.Text)}).Start)
	}
	return ""
}

// constantBefore returns the constant that is the argument before the literal
// at offset, or the key that leads to it: option(Options.KEY, "value").
func constantBefore(text string, offset int) string {
	const room = 100 // bytes
	before := text[max(0, offset-room):offset]
	if strings.IndexByte(before, '\\') >= 0 { // in a notebook's JSON
		before = notebookEscapes.Replace(before)
	}
	before = strings.TrimRight(before, "\"' \t\r\n")
	name, ok := strings.CutSuffix(before, ",")
	if !ok {
		if name, ok = strings.CutSuffix(before, "->"); !ok {
			return ""
		}
	}
	name = strings.TrimRight(name, " \t\r\n")
	return name[strings.LastIndexFunc(name, func(r rune) bool { return r != '_' && (r < 'A' || r > 'Z') })+1:]
}

// areArguments reports whether b follows a as the next argument of a call:
// option("key", "value").
func areArguments(text string, a, b *piece.Piece) bool {
	const room = 40 // bytes: quotes, a comma, a line break, indentation
	from := a.Map.Span(source.Span{End: len(a.Text)}).End
	to := b.Map.Span(source.Span{End: len(b.Text)}).Start
	if from >= to || to-from > room {
		return false
	}
	between := text[from:to]
	if strings.IndexByte(between, '\\') >= 0 { // in a notebook's JSON
		between = notebookEscapes.Replace(between)
	}
	return strings.Trim(between, "\"'`rfuRFU, \t\r\n") == "" && strings.Count(between, ",") == 1 &&
		!inList(text, a.Map.Span(source.Span{End: len(a.Text)}).Start)
}

// notebookEscapes takes away what JSON makes of the source of a cell: quotation
// marks, and the lines of a list.
var notebookEscapes = strings.NewReplacer(`\"`, `"`, `\n",`, "", `\n`, "", `\r`, "", `\t`, "")

// inList reports whether the literal at offset is an element of a set or a list,
// where the one after it is no value of it.
func inList(text string, offset int) bool {
	const room = 200 // bytes
	depth := 0
	for i := offset - 1; i >= max(0, offset-room); i-- {
		switch text[i] {
		case ')', ']', '}':
			depth++
		case '(', '[', '{':
			if depth == 0 {
				return text[i] != '('
			}
			depth--
		case ';', '=':
			return false
		}
	}
	return false
}
