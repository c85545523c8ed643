package laws

import (
	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/fuzz"
	"kustoconn/fuzz/internal/reference"
	"kustoconn/grammar"
	"kustoconn/validate"
)

// validator runs every rule at its own severity.
var validator = func() *validate.Validator {
	v, err := validate.New(validate.Options{})
	if err != nil {
		panic(err)
	}
	return v
}()

// reading is what the module makes of a text.
type reading struct {
	tree   *ast.ConnectionString
	bound  *bind.Bound
	syntax diag.List
	found  diag.List
}

func read(text string) reading {
	tree, syntax := grammar.Parse(text)
	bound := bind.Bind(tree)
	return reading{tree, bound, syntax, validator.Check(bound, syntax)}
}

// checkAnswers holds that the module answers what c expects.
func checkAnswers(t Reporter, c fuzz.Case) {
	t.Helper()
	if d := fuzz.Compare(c.Expect, reference.Answer(c.Text)); d != "" {
		t.Fatalf("%s: %q (-want +got)\n%s", c.Kind, c.Text, d)
	}
}
