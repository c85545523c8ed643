package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/literal"
	"kustoconn/schema"
	"kustoconn/source"
)

// What a program gives Kusto's clients for a secret: package calls knows the names,
// here is where in the brackets and assignments of a program they stand.

// credentials is what the reader knows of them.
type credentials struct {
	maySpeak int             // of builders: 1 yes, -1 no, 0 not known yet
	builders map[string]bool // variables that hold a builder; nil until they are asked for
	uses     []*constantUse
	spreads  []spread
}

// nowhere is the position of an argument that only its name places.
const nowhere = -1 << 20

// near is how far before a bracket or a name the reader looks for a builder, in
// bytes.
const near = 400

// enterCredential says of a bracket that is opened in f what it holds of secrets.
// callee is the word before it, where that is called.
func (r *reader) enterCredential(inner, f *frame, callee string) {
	switch {
	case inner.group && !f.headed && (r.Pos < 2 || !literal.IsWordByte(r.Text[r.Pos-2])): // else a name that is a keyword elsewhere
		inner.secret, inner.builder = r.secretOf(f), f.builder
	case inner.open == '(' && callee != "":
		r.enterCall(inner, f, callee)
	case inner.open == '{':
		inner.builder = f.builder && f.open == '(' || r.makesBuilder(f)
		if f.call != nil && strings.HasSuffix(strings.TrimRight(r.Text[:r.Pos-1], " "), "**") {
			inner.call, inner.element = f.call, nowhere
		}
	}
}

func (r *reader) enterCall(inner, f *frame, callee string) {
	r.enterConsumer(inner, f, callee)
	if inner.role == signsIn {
		if c := calls.Of(callee); c.Distinctive || r.isOurs(f, callee) {
			inner.call = c
		}
		return
	}
	if inner.role == consumes && calls.IsBuilder(callee) {
		inner.builder = true
		return
	}
	if secret := r.secretOf(f); secret != schema.None {
		if from, ok := calls.Fallback(callee); ok && !calls.LooksUp(r.slice(f.operand)) {
			inner.fallback, inner.lowest = secret, from
		} else if calls.Keeps(callee) {
			inner.secret, inner.onlyFirst = secret, true
		}
	} else if f.call != nil && callee == "dict" {
		inner.call, inner.element = f.call, nowhere
	}
	if callee == "assign" {
		args := r.Text[r.Pos:min(len(r.Text), r.Pos+near)]
		inner.builder = r.namesBuilder(args[:max(0, strings.IndexAny(args, "{;"))])
	}
}

// secretOf returns the secret that the expression being read in f is given for.
func (r *reader) secretOf(f *frame) schema.ID {
	switch {
	case f.applied || f.onlyFirst && f.element > 0:
		return schema.None
	case f.secret != schema.None:
		return f.secret
	case f.fallback != schema.None && f.element >= f.lowest:
		return f.fallback
	case f.call != nil && f.headed: // behind the function, which is an element as well
		return f.call.Argument(f.element-1, f.key.Name)
	case f.call != nil:
		return f.call.Argument(f.element, f.key.Name)
	case f.key.Name != "" && r.maySpeak():
		return r.memberSecret(f)
	}
	return schema.None
}

// memberSecret returns the secret that the assignment being read in f gives a
// builder.
func (r *reader) memberSecret(f *frame) schema.ID {
	before := r.Text[max(0, f.key.Span.Start-near):f.key.Span.Start]
	if before != "" && strings.IndexByte("\"'`", before[len(before)-1]) >= 0 {
		secret := calls.Keyword(f.key.Name)
		if secret == schema.None {
			return schema.None
		}
		indexed := strings.TrimRight(strings.TrimRight(before, "\"'`"), "@$urbURB")
		if receiver := strings.TrimRight(indexed, "[(."); len(receiver) < len(indexed) && r.isBuilder(f, lastName(receiver)) ||
			len(receiver) == len(indexed) && f.builder && f.open == '{' {
			return secret
		}
		return schema.None
	}
	secret := calls.Member(f.key.Name)
	if secret == schema.None {
		return schema.None
	}
	before = strings.TrimRight(before, "$@-")
	if keyword, ok := strings.CutSuffix(before, "."); ok { // builder[Keywords.application_key]
		if i := strings.LastIndexByte(keyword, '['); i >= 0 && isPath(keyword[i+1:]) && r.isBuilder(f, lastName(keyword[:i])) {
			return secret
		}
	}
	for _, dot := range [...]string{"?.", "!.", ".", "->", "::"} {
		if receiver, ok := strings.CutSuffix(before, dot); ok {
			if r.isBuilder(f, lastName(receiver)) {
				return secret
			}
			return schema.None
		}
	}
	if f.builder {
		return secret
	}
	return schema.None
}

// keyOfIndex returns the key of an assignment to what a constant indexes, where that
// is the name of a secret: builder[Keywords.application_key] = "…".
func (r *reader) keyOfIndex(f *frame) literal.Key {
	if f.state != operandOther {
		return literal.Key{}
	}
	text, ok := strings.CutSuffix(f.operand.Slice(r.Text), "]")
	if !ok {
		return literal.Key{}
	}
	name := lastName(text)
	if calls.Member(name) == schema.None {
		return literal.Key{}
	}
	end := f.operand.Start + len(text)
	return literal.Key{Name: name, Span: source.Span{Start: end - len(name), End: end}}
}

// isBuilder reports whether the name before a member is that of a builder; where
// there is none the member is one of what the bracket or the statement before is
// about.
func (r *reader) isBuilder(f *frame, name string) bool {
	switch name {
	case "", "it", "this", "self", "_":
		return f.builder || r.lang.withBlocks && name == "" && r.isWithBuilder()
	}
	return r.isBuilderName(name)
}

func (r *reader) isBuilderName(name string) bool {
	return calls.SpeaksOfBuilder(name) || calls.IsBuilder(name) || r.builderNames()[strings.ToLower(name)]
}

// isOurs reports whether a call whose name is not Kusto's alone is of a builder: it
// is called on one, or in a text that speaks of Kusto on a ConnectionString.
func (r *reader) isOurs(f *frame, callee string) bool {
	chain := ""
	if f.state == operandOther {
		start := f.operand.Start
		chain = r.Text[start : f.word.End-len(callee)]
		if len(chain) > 2*near { // its first and its last calls
			chain = chain[:near] + " " + chain[len(chain)-near:]
		}
	}
	if r.namesBuilder(chain) {
		return true
	}
	name := lastName(strings.TrimRight(chain, ".:?!> \t\r\n"))
	if name == "" {
		return r.isBuilderName(callee) || f.builder
	}
	return r.isBuilder(f, name) || name == "ConnectionString" && calls.SpeaksOfBuilder(r.Text)
}

// makesBuilder reports whether the brace that is opened in f is behind what makes a
// builder: its members stand in it.
func (r *reader) makesBuilder(f *frame) bool {
	if !r.maySpeak() {
		return false
	}
	if f.key.Name != "" && r.isBuilderName(f.key.Name) {
		return true
	}
	end := r.Pos - 1 // of what stands before the bracket
	return r.namesBuilder(r.Text[min(max(f.from, end-near), end):end])
}

// maySpeak reports whether the text can speak of a builder.
func (r *reader) maySpeak() bool {
	c := &r.credentials
	if c.maySpeak == 0 {
		c.maySpeak = -1
		if calls.MaySpeak(r.Text) {
			c.maySpeak = 1
		}
	}
	return c.maySpeak > 0
}

// namesBuilder reports whether a word of text names a builder.
func (r *reader) namesBuilder(text string) bool {
	found := false
	eachWord(text, func(word string, _ int) {
		found = found || calls.IsBuilder(word) || r.credentials.builders[strings.ToLower(word)]
	})
	return found
}

// giveSecret says of the literal that ends in f what secret it is given for.
func (r *reader) giveSecret(f *frame, p *piece.Piece) {
	if p.Secret = r.secretOf(f); p.Secret == schema.None {
		return
	}
	span := p.Span()
	if f.group && r.lang.commands && isCommand(r.Text[f.start:max(f.start, span.Start)]) {
		p.Secret = schema.None // of what the command returns
		return
	}
	before := strings.TrimRight(r.Text[max(0, span.Start-8):span.Start], "\"'`@$ ")
	behind := strings.TrimLeft(r.Text[span.End:min(len(r.Text), span.End+8)], "\"'` ")
	if f.fallback != schema.None && f.lowest == 0 && f.element == 0 && strings.HasPrefix(behind, ",") {
		p.Secret = schema.None // what is looked for, and the next argument is what there is else
	}
	for _, op := range [...]string{"==", "!=", "-eq", "-ne"} {
		if strings.HasSuffix(before, op) || strings.HasPrefix(behind, op) {
			p.Secret = schema.None // it is compared
		}
	}
}

// isCommand reports whether text, which an argument of PowerShell follows, starts with
// a command, Get-Secret, and not with one that gives its argument back in another type.
func isCommand(text string) bool {
	verb, noun, ok := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "-")
	return ok && verb != "" && literal.WordEnd(verb, 0) == len(verb) && literal.WordEnd(noun, 0) > 0 && !strings.HasPrefix(noun, "SecureString")
}
