package conform

import (
	"context"

	"kustoconn"
	"kustoconn/diag"
	"kustoconn/rule"
)

// strictness holds the rules beyond the syntax that the other parser refuses
// strings for. A parser need not know such rules, but may: most clients refuse
// an unknown keyword.
type strictness map[diag.Code]bool

// learnStrictness asks for the example that each rule reports. A parser that
// accepts it refuses nothing for the rule's sake. The example of a rule that is
// an error in its worse cases only is none of them, and tells nothing: such a
// rule excuses any parser.
func learnStrictness(ctx context.Context, p *parser) (strictness, error) {
	var codes []diag.Code
	var texts []string
	s := strictness{}
	for _, r := range rule.All() {
		if r.Severity == diag.Error && ofText(r) {
			codes, texts = append(codes, r.Code), append(texts, r.Bad)
		}
		s[r.Code] = r.Worse == diag.Error
	}
	got, err := p.answers(ctx, texts, maxFaults)
	if err != nil {
		return nil, err
	}
	for i, o := range got {
		s[codes[i]] = o.answer != nil && !o.answer.Syntax
	}
	return s, nil
}

// ofText reports whether the rule judges a text alone, and more than its syntax.
func ofText(r *rule.Rule) bool {
	return !r.InFiles && r.Area() != "syntax" && r.Area() != "portability"
}

// excuses reports whether text breaks a rule that the parser is strict about,
// so that it may refuse text whatever it makes of the syntax.
func (s strictness) excuses(text string) bool {
	conn, _ := kustoconn.Parse(text)
	found, err := conn.Diagnostics()
	if err != nil {
		panic(err) // there are no options that it could be about
	}
	for _, d := range found {
		if d.IsError() && s[d.Code] {
			return true
		}
	}
	return false
}
