package conform

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"kustoconn/ast"
	"kustoconn/fuzz"
	"kustoconn/grammar"
	"kustoconn/internal/quote"
	"kustoconn/redact"
	"kustoconn/schema"
)

// presenter prepares what the other parser answered for being printed. What is
// made of the string that it was asked about is invented, and stays as it is.
// A secret from anywhere else (the environment, a file of defaults) is masked:
// of it the length is left, so that it is seen to differ.
type presenter struct {
	text string // that the parser was asked about
	want fuzz.Answer
}

var (
	modeName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z][a-z-]{0,29}$`) })
	codeName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Z]{1,8}[0-9]{1,6}$`) })
)

func (p presenter) answer(a fuzz.Answer) fuzz.Answer {
	if a.Prefix != nil {
		prefix := p.value("Data Source", *a.Prefix)
		a.Prefix = &prefix
	}
	if a.Pairs != nil {
		pairs := make([]fuzz.Pair, len(a.Pairs))
		for i, pair := range a.Pairs {
			pair.Value = p.value(pair.Keyword, pair.Value)
			if !p.isOwn(pair.Keyword) && redact.String(pair.Keyword) != pair.Keyword {
				pair.Keyword = masked(pair.Keyword)
			}
			pairs[i] = pair
		}
		a.Pairs = pairs
	}
	a.Properties = p.properties(a.Properties)
	a.Canonical, a.Redacted = p.connection(a.Canonical, p.want.Canonical), p.connection(a.Redacted, p.want.Redacted)
	if a.Auth != "" && !modeName().MatchString(string(a.Auth)) {
		a.Auth = "of no mode"
	}
	for i, d := range a.Diagnostics {
		if !codeName().MatchString(d.Code) {
			a.Diagnostics[i].Code = "of no rule"
		}
	}
	return a
}

// properties masks values by the secrecy of their names; a name that is no
// property's could itself be anything.
func (p presenter) properties(all map[string]any) map[string]any {
	if all == nil {
		return nil
	}
	all = maps.Clone(all)
	for name, value := range all {
		if id, known := schema.Lookup(name); !known || schema.Get(id).Name != name {
			delete(all, name)
			all["a property of no canonical name"] = masked(fmt.Sprint(value))
			continue
		}
		if text, ok := value.(string); ok {
			all[name] = p.value(name, text)
		} else if _, ok := value.(bool); !ok && value != nil {
			all[name] = masked(fmt.Sprint(value))
		}
	}
	return all
}

// value returns a value that is given to a keyword as it may be shown.
func (p presenter) value(keyword, value string) string {
	pair := quote.Keyword(keyword) + "=" + quote.Value(value)
	if p.isOwn(value) || redact.String(pair) == pair {
		return value
	}
	return masked(value)
}

// connection returns a connection string of the answer as it may be shown: as it
// is where each of its values may be.
func (p presenter) connection(got, want *string) *string {
	if got == nil || want != nil && *got == *want {
		return got
	}
	tree, faults := grammar.Parse(*got)
	shown := len(faults) == 0
	for _, s := range tree.Segments {
		if s.Kind == ast.Prefix {
			shown = shown && p.value("Data Source", s.Value()) == s.Value()
		} else if s.Kind == ast.Pair {
			shown = shown && p.value(s.Keyword(), s.Value()) == s.Value()
		}
	}
	if shown || p.isOwn(*got) {
		return got
	}
	text := redact.String(*got)
	return &text
}

// isOwn reports whether value is made of the string asked about, with a doubled
// character undone or not, or is one that is wanted. What is very short tells nothing.
func (p presenter) isOwn(value string) bool {
	if len(value) < fewest || strings.Contains(p.text, value) {
		return true
	}
	for _, mark := range []string{`"`, `'`, "="} {
		if strings.Contains(p.text, strings.ReplaceAll(value, mark, mark+mark)) {
			return true
		}
	}
	for _, wanted := range p.want.Properties {
		if wanted == value {
			return true
		}
	}
	return slices.ContainsFunc(p.want.Pairs, func(w fuzz.Pair) bool { return w.Keyword == value || w.Value == value })
}

func masked(value string) string {
	return fmt.Sprintf("%s (%d bytes, not of the string)", redact.Mask, len(value))
}
