package lint

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/literal"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// A filledSecret is a literal that a program fills into a string for a secret.
type filledSecret struct {
	found    diag.Diagnostic // in the string, at the verb
	argument source.Span     // bytes of the file
}

// filledSecrets returns the secrets that the file writes elsewhere for the string at span
// of piece i: as arguments of a format, and as what names in it hold.
func (l *linter) filledSecrets(f *File, i int, span source.Span, b bound) []filledSecret {
	secrets := append(l.argumentSecrets(f, i, span, b), l.constantSecrets(f, i, span, b)...)
	c := f.opened()
	return slices.DeleteFunc(secrets, func(s filledSecret) bool {
		if c.written[s.argument] {
			return true // another string has it, too
		}
		if c.written == nil {
			c.written = map[source.Span]bool{}
		}
		c.written[s.argument] = true
		return false
	})
}

// constantSecrets returns the secrets that names hold which stand for the values of a
// string.
func (l *linter) constantSecrets(f *File, i int, span source.Span, b bound) (secrets []filledSecret) {
	p := &f.pieces()[i]
	constants := p.Constants // in the order of their holes
	for k, s := range b.Tree.Pairs() {
		id, value := b.ID(k), s.ValueText().Shift(span.Start)
		if !schema.Secrets().Has(id) || value.Empty() {
			continue
		}
		for len(constants) > 0 && constants[0].Hole.Start < value.Start {
			constants = constants[1:]
		}
		for ; len(constants) > 0 && value.Covers(constants[0].Hole); constants = constants[1:] {
			secrets = append(secrets, l.filledSecret(id, constants[0].Hole.Shift(-span.Start), &constants[0].Argument)...)
		}
		if name := referenceName(value.Slice(p.Text)); name != "" {
			secrets = append(secrets, l.filledSecret(id, value.Shift(-span.Start), f.valueOf(name, i))...)
		}
	}
	if n := len(p.Constants); n > 0 && b.last.Kind == ast.Pair && b.last.Unset() && span.End == len(p.Text) && p.Constants[n-1].Hole.Start == span.End {
		id, _ := schema.Lookup(b.last.Keyword())
		secrets = append(secrets, l.filledSecret(id, b.last.Span(), &p.Constants[n-1].Argument)...)
	}
	return secrets
}

// referenceName returns the name that a value refers to, where it is nothing else: $KEY,
// ${KEY}, $(KEY), %KEY%, {{ KEY }}, %(KEY)s, ${local.KEY}, ${{ env.KEY }}.
func referenceName(value string) string {
	for _, function := range [...]string{"parameters", "variables"} { // ARM's
		if _, argument, ok := strings.Cut(value, function+"('"); ok && strings.Count(value, "(") == 1 {
			name, _, _ := strings.Cut(argument, "'")
			return strings.TrimPrefix(function+"."+name, "parameters.")
		}
	}
	for _, marks := range [...][2]string{{"${{", "}}"}, {"${?", "}"}, {"${", "}"}, {"$(", ")"}, {"{{", "}}"}, {"%(", ")s"}, {"%", "%"}, {"!", "!"}, {"$", ""}, {"", ""}} {
		if marks[0] == "" && !strings.HasPrefix(value, "local.") && !strings.HasPrefix(value, "var.") {
			break // an expression of Terraform's has no marks
		}
		name, ok := strings.CutPrefix(value, marks[0])
		if !ok || !strings.HasSuffix(name, marks[1]) {
			continue
		}
		name = strings.TrimSpace(strings.TrimSuffix(name, marks[1]))
		if before, fallback, ok := strings.Cut(name, ":"); ok && (fallback == "" || fallback[0] == '-' || strings.Contains(before, ".")) {
			name = before
		}
		if local, ok := strings.CutPrefix(name, "local."); ok { // Terraform's
			return "locals." + local
		}
		for _, scope := range [...]string{".Values.", "env.", "parameters.", "variables."} {
			name = strings.TrimPrefix(name, scope)
		}
		if variable, ok := strings.CutPrefix(name, "var."); ok { // Terraform's
			name = "variable." + variable + ".default"
		}
		if word := strings.ReplaceAll(name, ".", "_"); literal.WordEnd(word, 0) == len(word) {
			return name
		}
		return ""
	}
	return ""
}

// valueOf returns what the file gives a name last before piece i, where names are those of
// settings or of a shell's variables; nil where it does not. In programs the reader knows.
func (f *File) valueOf(name string, i int) *piece.Argument {
	c, pieces := f.opened(), f.pieces()
	if pieces[i].Kind != piece.Value && !variables[c.format] && c.format != "yaml" && c.format != "json" { // whose scripts and expressions have what it sets
		return nil
	}
	if c.named == nil {
		c.named = map[string][]int{}
		for k := range pieces {
			parent, last := piece.SplitKey(pieces[k].Key)
			if isDefaultKey(last) { // of a parameter
				_, last = piece.SplitKey(parent)
			}
			if last != "" && !pieces[k].isDefault {
				c.named[last] = append(c.named[last], k)
			}
		}
	}
	parent, last := piece.SplitKey(name)
	if isDefaultKey(last) {
		_, last = piece.SplitKey(parent)
	}
	const most = 8 // of the same last name that are looked at
	given := c.named[last]
	n := sort.SearchInts(given, i)
	for _, k := range slices.Backward(given[max(0, n-most):n]) {
		p := &pieces[k]
		if variables[c.format] && code.Rebinds(f.Text(), name, p.Span().End, pieces[i].Span().Start) {
			return nil
		}
		if f.gives(p, name) && (variables[c.format] || parent != "" || reaches(p.Key, pieces[i].Key)) {
			return p.argument()
		}
	}
	if variables[c.format] {
		return nil
	}
	for _, k := range given[n:min(len(given), n+most)] { // of settings the order means nothing
		if p := &pieces[k]; k > i && f.gives(p, name) && (parent != "" || reaches(p.Key, pieces[i].Key)) {
			return p.argument()
		}
	}
	return nil
}

// reaches reports whether a setting of a key can be what another one names without saying
// where it stands: it stands around that one, or what it stands in is what holds names there.
func reaches(key, from string) bool {
	around, last := piece.SplitKey(key)
	if isDefaultKey(last) { // of a parameter
		around, _ = piece.SplitKey(around)
	}
	parent, holder := piece.SplitKey(around)
	if holder == "set_fact" { // Ansible's, for all tasks that follow
		return true
	}
	if holders[strings.ToLower(holder)] || strings.HasPrefix(holder, "x-") {
		around = parent
	}
	return around == "" || from == "" || strings.HasPrefix(from, around+".") // a script's words have no key
}

// holders are keys and sections whose members are named without them, as are those
// of an extension of Compose (x-…), which anchors merge.
var holders = map[string]bool{
	"default": true, "env": true, "environment": true, "locals": true, "parameters": true, "variables": true, "vars": true,
}

// gives reports whether a setting, whose key has the last word of a name, is that name's and
// writes its value, which one of a reference (secretKeyRef) does not.
func (f *File) gives(p *filePiece, name string) bool {
	if parent, last := piece.SplitKey(name); parent != "" && p.Key != name && !strings.HasSuffix(p.Key, "."+name) && !f.isInObject(p, parent, last) {
		return false
	}
	around, _ := piece.SplitKey(p.Key)
	return !strings.HasSuffix(around, "Ref") && !f.isTagged(p, p.KeySpan.End)
}

// isInObject reports whether a setting of a name stands behind a brace that opens the object
// of another name: of HOCON's objects the keys do not tell.
func (f *File) isInObject(p *filePiece, object, name string) bool {
	const farthest = 512 // bytes
	if f.opened().format != "ini" || p.Key != name {
		return false
	}
	before := f.Text()[max(0, p.KeySpan.Start-farthest):p.KeySpan.Start]
	open := strings.LastIndexByte(before, '{')
	return open > 0 && lastWordOf(before[:open]) == object[strings.LastIndexByte(object, '.')+1:]
}

// argument returns the piece as what something fills in.
func (p *filePiece) argument() *piece.Argument {
	return &piece.Argument{Text: p.Text, Literal: len(p.Holes) == 0, Span: p.Span()}
}

// isDefaultKey reports whether a key holds what a parameter is where it is not given.
func isDefaultKey(key string) bool {
	return strings.EqualFold(key, "default") || strings.EqualFold(key, "defaultValue")
}

// variables are the formats whose words hold variables that are given in them.
var variables = map[string]bool{"shell": true, "batch": true, "dockerfile": true, "makefile": true}

// argumentSecrets returns the secrets among the arguments of a format.
func (l *linter) argumentSecrets(f *File, i int, span source.Span, b bound) (secrets []filledSecret) {
	p := &f.pieces()[i]
	if len(p.Arguments) == 0 {
		if next := f.nextElement(i); next != nil && b.last.Kind == ast.Pair && b.last.Unset() && span.End == len(p.Text) {
			id, _ := schema.Lookup(b.last.Keyword())
			return l.filledSecret(id, b.last.Span(), next)
		}
		if p.Arguments = f.substitutes(i); p.Arguments == nil {
			return nil
		}
	}
	verbs, argumentOf := piece.Verbs(p.Text), p.ArgumentFor()
	for k, s := range b.Tree.Pairs() {
		id := b.ID(k)
		if !schema.Secrets().Has(id) {
			continue
		}
		value := s.ValueText().Shift(span.Start)
		for len(verbs) > 0 && verbs[0].Span.Start < value.Start {
			verbs = verbs[1:] // pairs are in order, as the verbs are
		}
		for ; len(verbs) > 0 && value.Covers(verbs[0].Span); verbs = verbs[1:] {
			secrets = append(secrets, l.filledSecret(id, verbs[0].Span.Shift(-span.Start), f.resolved(argumentOf(verbs[0]), i))...)
		}
	}
	return secrets
}

// resolved returns an argument of piece i, or what the file gives the name that it is.
func (f *File) resolved(a *piece.Argument, i int) *piece.Argument {
	if a == nil || a.Literal {
		return a
	}
	if name := referenceName(a.Text); name != "" {
		return cmp.Or(f.valueOf(name, i), a)
	}
	return a
}

// filledSecret returns an argument if it is a secret. place is where the string has
// it.
func (l *linter) filledSecret(id schema.ID, place source.Span, a *piece.Argument) (secrets []filledSecret) {
	if a == nil || !schema.Secrets().Has(id) || !l.holdsSecret(a) {
		return nil
	}
	d := rule.New(rule.SecretInText, place, schema.Get(id).Name+" is written in the text")
	d.Help = "keep it in a vault or the environment and look it up when the program runs"
	for _, d := range l.Validator.Configure(diag.List{d}) {
		secrets = append(secrets, filledSecret{d, a.Span})
	}
	return secrets
}

// nextElement returns the element behind piece i of its list, which something may
// join to it without a separator; nil where there is none, or it begins with one.
func (f *File) nextElement(i int) *piece.Argument {
	if !f.isFollowed(i) {
		return nil
	}
	next := &f.pieces()[i+1]
	if f.isTagged(next, f.pieces()[i].Span().End) {
		return nil
	}
	return next.argument()
}

// isTagged reports whether a tag that looks something up (!Ref) stands between an
// offset and the piece.
func (f *File) isTagged(p *filePiece, from int) bool {
	at := p.Span().Start
	return from <= at && strings.Contains(f.Text()[from:at], "!")
}

func (f *File) isFollowed(i int) bool {
	pieces := f.pieces()
	return i+1 < len(pieces) && pieces[i].List > 0 && pieces[i+1].List == pieces[i].List && !strings.ContainsAny(pieces[i+1].Text, ";=")
}

// substitutes returns the values of the mapping behind piece i, where both are the
// two items of a list: what CloudFormation's Fn::Sub fills in.
func (f *File) substitutes(i int) (values []piece.Argument) {
	const most = 64 // pieces to look at
	pieces := f.pieces()
	list, first := piece.SplitKey(pieces[i].Key)
	if first != "0" || !strings.Contains(pieces[i].Text, "${") {
		return nil
	}
	for k := i + 1; k < min(len(pieces), i+most); k++ {
		p := &pieces[k]
		name, ok := strings.CutPrefix(p.Key, list+".1.")
		if !ok || p.Kind != piece.Value {
			continue
		}
		if f.isTagged(p, p.KeySpan.End) {
			continue
		}
		values = append(values, piece.Argument{Name: name, Text: p.Text, Literal: true, Span: p.Span()})
	}
	return values
}

// holdsSecret reports whether an argument is a secret, or code that falls back to
// one.
func (l *linter) holdsSecret(a *piece.Argument) bool {
	text := a.Text
	if !a.Literal {
		given, ok := placeholder.Fallback(text)
		if !ok {
			return false
		}
		text = given.Slice(text)
	}
	return text != "" && !l.Placeholders.StandsForSecret(text)
}

// locateArgument turns what was found of an argument into a finding in the file.
func (f *File) locateArgument(s filledSecret) Finding {
	finding := Finding{Diagnostic: s.found, InString: &s.found, String: len(f.Strings) - 1}
	finding.Diagnostic.Span = s.argument
	return finding
}
