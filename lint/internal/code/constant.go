package code

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/literal"
	"kustoconn/schema"
	"kustoconn/source"
)

// constantUse is a name that is given for a secret.
type constantUse struct {
	name   string
	at     int  // of the name
	member bool // of something: its value may stand in an object
	secret schema.ID
	text   textUse
	filled fill
}

// A fill is where a text has what a name holds: in the hole, or as the argument, of the
// piece.
type fill struct {
	piece    int
	hole     source.Span // bytes of the piece's text; empty for an argument
	behind   bool        // it stands behind the text
	argument int         // one more than its index; 0 for a hole
	// secret is the property that it is for, where a program elsewhere in the file may give
	// the name its value; else None.
	secret schema.ID
}

func (f *fill) exists() bool { return f.argument > 0 || f.behind || !f.hole.Empty() }

// A textUse is what a program does with a text by its name.
type textUse struct {
	words     []string         // puts something for them
	arguments []piece.Argument // puts them in
}

// useText takes note of what is done with the text that operand names, if it names one.
func (r *reader) useText(operand source.Span, use textUse) {
	if len(use.words) == 0 && !slices.ContainsFunc(use.arguments, func(a piece.Argument) bool { return a.Literal || strings.ContainsAny(a.Text, "\"'`") }) {
		return
	}
	if text := strings.TrimLeft(operand.Slice(r.Text), "$@&*"); isPath(text) {
		name := lastName(text)
		r.credentials.uses = append(r.credentials.uses, constantUse{name: name, at: operand.Start, member: name != text, text: use})
	}
}

// useName takes note of a name that is given for a secret where a literal could be.
func (r *reader) useName(f *frame) {
	if f.text.Len() > 0 {
		return
	}
	if f.call != nil && strings.HasSuffix(strings.TrimRight(r.Text[max(0, f.operand.Start-near):f.operand.Start], " "), "**") {
		r.credentials.spreads = append(r.credentials.spreads, spread{r.slice(f.operand), f.operand.Start, f.call})
		return
	}
	secret, text := r.secretOf(f), f.operand.Slice(r.Text)
	if secret == schema.None {
		secret, text = r.settingSecret(f, text)
	}
	if secret == schema.None {
		return
	}
	text = strings.TrimLeft(text, "$@&*")
	for _, method := range [...]string{".to_string()", ".into()", ".clone()", ".toString()", ".to_owned()", ".as_str()", ".value"} {
		text = strings.TrimSuffix(text, method)
	}
	if name, ok := indexedName(text); ok {
		r.credentials.uses = append(r.credentials.uses, constantUse{name: name, at: f.operand.Start, member: true, secret: secret})
		return
	}
	if !isPath(text) {
		return
	}
	name := lastName(text)
	r.credentials.uses = append(r.credentials.uses, constantUse{name: name, at: f.operand.Start, member: name != text, secret: secret})
}

// indexedName returns the literal that indexes a name: keys["prod"]. What looks into
// the environment is none.
func indexedName(text string) (name string, ok bool) {
	base, index, ok := strings.Cut(text, "[")
	index, closed := strings.CutSuffix(index, "]")
	if !ok || !closed || len(index) < len(`"x"`) || strings.IndexByte("\"'", index[0]) < 0 || index[len(index)-1] != index[0] ||
		!isPath(base) || strings.Contains(strings.ToLower(base), "env") {
		return "", false
	}
	name = index[1 : len(index)-1]
	return name, isPath(name)
}

// A spread is a dictionary of arguments that a call is given: f(**arguments).
type spread struct {
	name string
	at   int
	call *calls.Call
}

// settleSpreads gives the literals in the dictionaries that calls are given as their
// arguments, where those are assigned before, what secrets they hold.
func (r *reader) settleSpreads() {
	spreads := r.credentials.spreads
	for _, s := range spreads[:min(len(spreads), mostSpreads)] {
		for _, i := range r.membersOf(s.name, s.at) {
			if p := &r.File.Pieces[i]; p.Secret == schema.None {
				p.Secret = s.call.Argument(nowhere, p.Key)
			}
		}
	}
}

// mostSpreads is how many dictionaries that calls are given are looked for.
const mostSpreads = 100

// membersOf returns the indices of the literals that have names in the dictionary that a
// name was given last before an offset.
func (r *reader) membersOf(name string, at int) (members []int) {
	const longest = 2000 // bytes of a dictionary
	start := max(strings.LastIndex(r.Text[:at], name+" ="), strings.LastIndex(r.Text[:at], name+"="))
	if start < 0 || start > 0 && literal.IsWordByte(r.Text[start-1]) {
		return nil
	}
	pieces := r.File.Pieces
	end := start + bracketed(r.Text[start:min(at, start+longest)])
	first := sort.Search(len(pieces), func(i int) bool { return pieces[i].Span().Start > start })
	for i := first; i < len(pieces) && pieces[i].Span().Start < end; i++ {
		if pieces[i].Key != "" && pieces[i].Kind == piece.Literal {
			members = append(members, i)
		}
	}
	return members
}

// bracketed returns where the first pair of brackets in text ends.
func bracketed(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '{', '[':
			depth++
		case ')', '}', ']':
			if depth--; depth <= 0 {
				return i
			}
		}
	}
	return len(text)
}

// An assignment is a literal that a name holds from there on, to the end of the block
// that its indentation shows.
type assignment struct {
	name          string
	piece, indent int
}

// settleUses gives the literals that names given for secrets were assigned before
// what the names are given for. The cost is linear in the text.
func (r *reader) settleUses() {
	uses := r.credentials.uses
	if len(uses) == 0 {
		return
	}
	slices.SortFunc(uses, func(a, b constantUse) int { return a.at - b.at })
	wanted := map[string]bool{}
	for _, u := range uses {
		wanted[u.name] = true
	}
	var open []assignment         // the innermost last
	visible := map[string][]int{} // pieces, by name, the innermost last
	members := map[string]int{}   // the last piece of each name, whatever block it stands in
	at, next := 0, 0
	pieces := r.File.Pieces
	for _, u := range uses {
		for at <= u.at && at < len(r.Text) {
			indent, end := r.indented(at)
			for k := len(open) - 1; indent >= 0 && k >= 0 && open[k].indent > indent; k-- {
				list := visible[open[k].name]
				visible[open[k].name] = list[:len(list)-1]
				open = open[:k]
			}
			at = end
			for ; next < len(pieces) && pieces[next].Span().Start < min(at, u.at); next++ {
				p := &pieces[next]
				if wanted[p.Key] && p.Kind == piece.Literal {
					open = append(open, assignment{p.Key, next, r.blockOf(p.KeySpan.Start, max(indent, 0))})
					visible[p.Key] = append(visible[p.Key], next)
					members[p.Key] = next
				}
			}
		}
		switch last, ok := members[u.name]; {
		case u.member && ok:
			r.settleUse(last, u)
		case len(visible[u.name]) > 0:
			list := visible[u.name]
			if p := &pieces[list[len(list)-1]]; u.secret == schema.None && !u.filled.exists() || r.isAssigned(p) {
				r.settleUse(list[len(list)-1], u)
			}
		case !ok && cmp.Or(u.secret, u.filled.secret) != schema.None:
			r.File.Uses = append(r.File.Uses, piece.Use{Name: u.name, Secret: cmp.Or(u.secret, u.filled.secret)})
		}
	}
}

// blockOf returns the indentation of the block in which a declaration at an offset holds,
// which is indented so much: one in Go's const ( … ) holds in what is around that.
func (r *reader) blockOf(at, indent int) int {
	const farthest = 2 << 10 // bytes
	if !r.lang.grouped || indent == 0 {
		return indent
	}
	before := r.Text[max(0, at-farthest):at]
	for _, opening := range [...]string{"\nconst (", "\nvar ("} {
		if i := strings.LastIndex(before, opening); i >= 0 && !strings.Contains(before[i:], "\n)") {
			return 0
		}
	}
	return indent
}

// settleUse gives the piece of an index what its name is used for.
func (r *reader) settleUse(index int, u constantUse) {
	p := &r.File.Pieces[index]
	if u.filled.exists() {
		if from := p.Span().End; from < u.at && (u.member || !Rebinds(r.Text, u.name, from, u.at)) {
			r.settleFill(p, u.filled)
		}
		return
	}
	if u.secret != schema.None {
		p.Secret = u.secret
	}
	r.AddHoles(index, u.text.words)
	if len(u.text.arguments) > 0 && len(p.Arguments) == 0 {
		r.addNumbered(p)
		p.Arguments = u.text.arguments
	}
}

// indented returns the indentation of the line that starts at an offset, negative
// where it is blank, and where the next one starts.
func (r *reader) indented(start int) (indent, next int) {
	at := start
	for at < len(r.Text) && (r.Text[at] == ' ' || r.Text[at] == '\t') {
		at++
	}
	indent = at - start
	end, next := source.AnyLineEnd(r.Text, at)
	if end == at {
		indent = -1
	}
	return indent, next
}

// isAssigned reports whether a literal is the value of a variable, and not of a key
// of an object.
func (r *reader) isAssigned(p *piece.Piece) bool {
	start := p.Span().Start
	if p.KeySpan.End > start || r.isNamedArgument(p.KeySpan) || r.isOneOfNames(p.KeySpan) {
		return false
	}
	if (r.lang.headed != "" || r.lang.bareWords) && strings.Trim(r.Text[p.KeySpan.End:start], " \"{") == "" {
		return true // (def key "…"), set key "…"
	}
	return strings.ContainsAny(r.Text[p.KeySpan.End:start], "=-")
}

// isOneOfNames reports whether a name is the last of several that are given values at once:
// a, b = "x", "y".
func (r *reader) isOneOfNames(name source.Span) bool {
	line := lineOf(r.Text, name.Start)
	before := strings.TrimRight(r.Text[line.start:name.Start], " $")
	return strings.HasSuffix(before, ",") && !strings.ContainsAny(before, "([{\"'")
}

// isNamedArgument reports whether the name at span is that of an argument of a call:
// get(scope="a", key="b"). The parameters of a function are none.
func (r *reader) isNamedArgument(name source.Span) bool {
	before := strings.TrimRight(r.Text[max(0, name.Start-near):name.Start], " \t\r\n")
	if before == "" || strings.IndexByte("(,", before[len(before)-1]) < 0 || !strings.HasPrefix(r.Text[name.End:], "=") {
		return false
	}
	return !strings.Contains(before, "def ") && !strings.Contains(before, "fun") && !strings.Contains(before, "lambda")
}
