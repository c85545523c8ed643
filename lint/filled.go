package lint

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/piece"
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

// filledSecrets returns the secrets that the file writes as arguments of a format,
// whose text is the string at span of piece i.
func (l *linter) filledSecrets(f *File, i int, span source.Span, b bound) (secrets []filledSecret) {
	p := &f.pieces()[i]
	if len(p.Arguments) == 0 {
		if p.Arguments = substitutes(f.pieces(), i); p.Arguments == nil {
			return nil
		}
	}
	verbs := piece.Verbs(p.Text)
	for i, s := range b.Tree.Pairs() {
		id := b.ID(i)
		if !schema.Secrets().Has(id) {
			continue
		}
		value := s.ValueText().Shift(span.Start)
		for _, v := range verbs {
			if !value.Covers(v.Span) {
				continue
			}
			if a := p.ArgumentOf(v); a != nil && l.holdsSecret(a) {
				d := rule.New(rule.SecretInText, v.Span.Shift(-span.Start), schema.Get(id).Name+" is written in the text")
				d.Help = "keep it in a vault or the environment and look it up when the program runs"
				for _, d := range l.Validator.Configure(diag.List{d}) {
					secrets = append(secrets, filledSecret{d, a.Span})
				}
			}
		}
	}
	return secrets
}

// substitutes returns the values of the mapping behind piece i, where both are the
// two items of a list: what CloudFormation's Fn::Sub fills in.
func substitutes(pieces []filePiece, i int) (values []piece.Argument) {
	const most = 64 // pieces to look at
	list, first := piece.SplitKey(pieces[i].Key)
	if first != "0" || !strings.Contains(pieces[i].Text, "${") {
		return nil
	}
	for k := i + 1; k < min(len(pieces), i+most); k++ {
		p := &pieces[k]
		if name, ok := strings.CutPrefix(p.Key, list+".1."); ok && p.Kind == piece.Value {
			values = append(values, piece.Argument{Name: name, Text: p.Text, Literal: true, Span: p.Map.Span(source.Span{End: len(p.Text)})})
		}
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
