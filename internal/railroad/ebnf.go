package railroad

import (
	"slices"
	"strings"
	"text/scanner"
)

// production is a production of a grammar and its diagram.
type production struct {
	name  string
	shape shape
}

// productions reads what package formal prints. It leaves out negation and look-ahead,
// which the grammar has no need of.
func productions(text string) (all []production) {
	r := ebnf{tokens: ebnfTokens(text)}
	for i, token := range r.tokens {
		if token == "=" && i > 0 {
			r.names = append(r.names, r.tokens[i-1]) // the others are classes of characters
		}
	}
	for r.peek() != "" {
		name := r.read()
		r.read() // an equals sign
		all = append(all, production{name, r.expression()})
		r.read() // a full stop
	}
	return all
}

// ebnfTokens returns names, literals in their quotation marks, and signs.
func ebnfTokens(text string) (tokens []string) {
	var s scanner.Scanner
	s.Init(strings.NewReader(text))
	s.Mode = scanner.ScanIdents | scanner.ScanStrings | scanner.ScanComments | scanner.SkipComments
	for s.Scan() != scanner.EOF {
		tokens = append(tokens, s.TokenText())
	}
	return tokens
}

// ebnf reads productions in participle's form of EBNF.
type ebnf struct {
	tokens []string // that are left
	names  []string // of productions
}

// peek returns the next token, or nothing behind the last.
func (r *ebnf) peek() string {
	if len(r.tokens) == 0 {
		return ""
	}
	return r.tokens[0]
}

func (r *ebnf) read() string {
	token := r.peek()
	r.tokens = r.tokens[min(1, len(r.tokens)):]
	return token
}

func (r *ebnf) expression() shape {
	all := choice{r.sequence()}
	for r.peek() == "|" {
		r.read()
		all = append(all, r.sequence())
	}
	if len(all) == 1 {
		return all[0]
	}
	return all
}

func (r *ebnf) sequence() shape {
	var terms sequence
	for !slices.Contains([]string{"|", ")", ".", ""}, r.peek()) {
		terms = append(terms, r.term())
	}
	return terms
}

func (r *ebnf) term() shape {
	s := r.factor()
	switch r.peek() {
	case "?":
		r.read()
		return choice{skip{}, s}
	case "*":
		r.read()
		return choice{skip{}, loop{s}}
	case "+":
		r.read()
		return loop{s}
	}
	return s
}

func (r *ebnf) factor() shape {
	name := r.read()
	switch {
	case strings.HasPrefix(name, `"`):
		return box{label: name, class: "literal"}
	case name == "(":
		s := r.expression()
		r.read() // the other one
		return s
	case name == "<":
		name = r.read()
		r.read() // >
	}
	if slices.Contains(r.names, name) {
		return box{label: name, class: "production", link: name}
	}
	return box{label: name, class: "class", link: name}
}
