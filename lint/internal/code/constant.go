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
	behind    source.Span      // puts that behind it
}

// useText takes note of what is done with the text that operand names, if it names one.
func (r *reader) useText(operand source.Span, use textUse) {
	if len(use.words) == 0 && use.behind.Empty() && !slices.ContainsFunc(use.arguments, func(a piece.Argument) bool { return a.Literal || isPath(a.Text) || strings.ContainsAny(a.Text, "\"'`") }) {
		return
	}
	if text := strings.TrimLeft(operand.Slice(r.Text), "$@&*"); isPath(text) {
		name := lastName(text)
		r.credentials.uses = append(r.credentials.uses, &constantUse{name: name, at: operand.Start, member: name != text, text: use})
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
	if name, member := r.reference(text); name != "" {
		r.credentials.uses = append(r.credentials.uses, &constantUse{name: name, at: f.operand.Start, member: member, secret: secret})
	}
}

// reference returns the name that code is, without what is called on it that returns its
// text; empty where it is something else. member says that it is one of something: an
// attribute, or what an index names.
func (r *reader) reference(code string) (name string, member bool) {
	code, _, _ = strings.Cut(code, "!") // a conversion of Python's
	code = strings.TrimSpace(strings.ReplaceAll(code, "->", "."))
	attribute := strings.HasPrefix(code, "@") && r.lang.Name != "sql"
	code = strings.ReplaceAll(strings.TrimRight(strings.TrimLeft(code, "$@&*?"), "."), "$", ".") // R's cfg$key
	for _, method := range [...]string{".to_string()", ".into()", ".clone()", ".toString()", ".to_owned()", ".as_str()", ".value", ".rawValue", ".getValue()"} {
		code = strings.TrimSuffix(code, method)
	}
	if name := indexedName(code); name != "" {
		return name, true
	}
	name = lastName(code)
	if r.isWord('-') {
		name = code[strings.LastIndexAny(code, ".:/")+1:]
		code = strings.ReplaceAll(code, "-", "_")
	}
	if !isPath(code) {
		return "", false
	}
	return name, attribute || len(name) < len(code)
}

// indexedName returns the name that indexes another one: keys["prod"], keys[:prod],
// $keys{prod}. What looks into the environment is none.
func indexedName(text string) string {
	open := strings.IndexAny(text, "[{")
	if open < 0 || !strings.ContainsAny(text[len(text)-1:], "]}") {
		return ""
	}
	base, index := text[:open], text[open+1:len(text)-1]
	name := strings.Trim(index, "\"':")
	if name == index && text[open] == '[' || !isPath(name) || !isPath(base) || strings.Contains(strings.ToLower(base), "env") {
		return ""
	}
	return name
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
	slices.SortFunc(uses, func(a, b *constantUse) int { return a.at - b.at })
	wanted := map[string]bool{}
	for _, u := range uses {
		wanted[u.name] = true
	}
	var open []assignment         // the innermost last
	visible := map[string][]int{} // pieces, by name, the innermost last
	members := map[string]int{}   // the last piece of each name, whatever block it stands in
	var later []*constantUse
	at, next := 0, 0
	pieces := r.File.Pieces
	for _, u := range uses {
		for at <= u.at && at < len(r.Text) {
			indent, end := r.indented(at)
			if indent >= 0 && r.goesOn(at+indent) {
				indent = -1
			}
			for k := len(open) - 1; indent >= 0 && k >= 0 && open[k].indent > indent; k-- {
				list := visible[open[k].name]
				visible[open[k].name] = list[:len(list)-1]
				open = open[:k]
			}
			at = end
			for ; next < len(pieces) && pieces[next].Span().Start < min(at, u.at); next++ {
				p := &pieces[next]
				if p.Kind != piece.Literal {
					continue
				}
				span := r.declaredName(p)
				if name := span.Slice(r.Text); wanted[name] {
					open = append(open, assignment{name, next, r.blockOfValue(name, span.Start)})
					visible[name] = append(visible[name], next)
					members[name] = next
				}
			}
		}
		switch last, ok := members[u.name]; {
		case u.member && ok:
			r.settleUse(last, u)
		case len(visible[u.name]) > 0:
			list := visible[u.name]
			if p := &pieces[list[len(list)-1]]; u.secret == schema.None && !u.filled.exists() || r.isAssigned(p, r.declaredName(p)) {
				r.settleUse(list[len(list)-1], u)
			}
		case !ok && (u.secret != schema.None || u.filled.exists()):
			later = append(later, u)
		}
	}
	r.settleLater(later)
}

// settleLater settles uses of names that nothing gives a value before: a constant of the
// program may stand behind them, else a text before the program gives it.
func (r *reader) settleLater(uses []*constantUse) {
	if len(uses) == 0 {
		return
	}
	type constant struct {
		piece int
		from  int // where the block starts in all of which it holds
	}
	constants := map[string]constant{} // the last piece of each name
	for _, u := range uses {
		constants[u.name] = constant{piece: -1}
	}
	blocks := blockStarts{reader: r}
	for i := range r.File.Pieces {
		p := &r.File.Pieces[i]
		if p.Kind != piece.Literal {
			continue
		}
		name := r.declaredName(p)
		if _, used := constants[name.Slice(r.Text)]; used && r.isConstant(name) && r.isAssigned(p, name) {
			constants[name.Slice(r.Text)] = constant{i, blocks.start(name.Start)}
		}
	}
	for _, u := range uses {
		secret := cmp.Or(u.secret, u.filled.secret)
		if c := constants[u.name]; c.piece >= 0 && r.File.Pieces[c.piece].Span().Start > u.at && (u.member || c.from <= u.at && !isBoundBefore(r.Text, u.name, u.at)) {
			r.settleUse(c.piece, u)
		} else if secret != schema.None {
			r.File.Uses = append(r.File.Uses, piece.Use{Name: u.name, Secret: secret})
		}
	}
}

// blockStarts finds where blocks start, by indentation, for offsets in their order. The cost
// is linear in the text.
type blockStarts struct {
	*reader
	next int        // line
	less []textLine // before it, each indented more than the one before
}

// start returns where the block starts that holds a declaration at an offset.
func (b *blockStarts) start(at int) int {
	for b.next <= at && b.next < len(b.Text) {
		indent, next := b.indented(b.next)
		if indent >= 0 && !b.goesOn(b.next+indent) {
			for len(b.less) > 0 && b.less[len(b.less)-1].indent >= indent {
				b.less = b.less[:len(b.less)-1]
			}
			b.less = append(b.less, textLine{start: b.next, end: next, indent: indent})
		}
		b.next = next
	}
	indent := b.blockOf(at, lineOf(b.Text, at).indent)
	n := sort.Search(len(b.less), func(i int) bool { return b.less[i].indent >= indent })
	for n > 0 && strings.HasPrefix(strings.TrimLeft(b.Text[b.less[n-1].start:b.less[n-1].end], " \t"), "companion object") {
		n-- // its members are the class's
	}
	if n == 0 {
		return 0
	}
	return b.less[n-1].end
}

// isConstant reports whether a name is declared, by a word before it on its line, as what
// holds in all of the block around, also before it.
func (r *reader) isConstant(name source.Span) bool {
	line := lineOf(r.Text, name.Start)
	before := " " + strings.TrimLeft(r.Text[line.start:name.Start], " \t")
	for _, word := range [...]string{" const ", " static ", " final ", " val ", " readonly ", " private ", " Const "} {
		if strings.Contains(before, word) {
			return true
		}
	}
	return r.blockOf(name.Start, line.indent) < line.indent
}

// blockOfValue returns the indentation of the block in which a name holds what it is given at an
// offset. What a condition about the name gives it on the next line holds where that stands:
// if key == "" { key = "…" }.
func (r *reader) blockOfValue(name string, at int) int {
	line := lineOf(r.Text, at)
	indent := r.blockOf(at, line.indent)
	if line.start == 0 || indent < line.indent {
		return indent
	}
	head := lineOf(r.Text, line.start-1)
	if strings.TrimSpace(r.Text[head.start:head.end]) == "{" && head.start > 0 {
		head = lineOf(r.Text, head.start-1)
	}
	condition := strings.TrimLeft(r.Text[head.start:head.end], " \t")
	if n := strings.Index(condition, name); head.indent < indent && n > 0 && isWholeWord(condition, n, name) &&
		(strings.HasPrefix(condition, "if") || strings.HasPrefix(condition, "unless ")) {
		return head.indent
	}
	return indent
}

// blockOf returns the indentation of the block in which a declaration at an offset holds,
// which is indented so much: one in Go's const ( … ) or PowerShell's param ( … ) holds in what is
// around that.
func (r *reader) blockOf(at, indent int) int {
	const farthest = 2 << 10 // bytes
	if len(r.lang.groups) == 0 || indent == 0 {
		return indent
	}
	start := max(0, at-farthest)
	before := r.Text[start:at]
	for _, opening := range r.lang.groups {
		i := strings.LastIndex(before, opening)
		if i < 0 {
			continue
		}
		around := lineOf(r.Text, start+i)
		if closing := "\n" + r.Text[around.start:around.start+around.indent] + ")"; strings.Trim(r.Text[around.start:start+i], " \t") == "" && !strings.Contains(before[i:], closing) {
			return around.indent
		}
	}
	return indent
}

// goesOn reports whether a line whose text starts at an offset belongs to the block before
// it: it ends a list of parameters, begins the body of what the lines before declare, or is
// a comment or one of the preprocessor.
func (r *reader) goesOn(at int) bool {
	rest := r.Text[at:min(len(r.Text), at+len("in "))]
	return strings.IndexByte(goingOn, rest[0]) >= 0 || strings.TrimRight(rest, " \t\r\n{") == "in" && len(rest) == len("in ")
}

// goingOn are what a line may start with that belongs to the block before it, however little
// it is indented.
const goingOn = "){#"

// settleUse gives the piece of an index what its name is used for.
func (r *reader) settleUse(index int, u *constantUse) {
	p := &r.File.Pieces[index]
	at := p.Span()
	if (u.filled.exists() || u.secret != schema.None) && at.Start < u.at && (at.End >= u.at || !u.member && Rebinds(r.Text, u.name, at.End, u.at)) {
		return
	}
	if u.filled.exists() {
		r.settleFill(p, u.filled)
		return
	}
	if u.secret != schema.None {
		p.Secret = u.secret
	}
	if !u.text.behind.Empty() {
		r.putName(index, u.text.behind)
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

// isAssigned reports whether a literal is the value of a variable with a name, and not of a
// key of an object.
func (r *reader) isAssigned(p *piece.Piece, name source.Span) bool {
	start := p.Span().Start
	if name.End > start || r.isNamedArgument(name) {
		return false
	}
	between := r.Text[name.End:start]
	if r.lang.blocks && strings.HasPrefix(between, ":") { // a parameter of Ruby's
		return isParameter(r.Text[max(0, name.Start-near):name.Start], "")
	}
	return strings.ContainsAny(between, "=-") || strings.Trim(between, " \t,?(\"'`{") == "" // (def key "…"), define('KEY', "…")
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
