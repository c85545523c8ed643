package fuzz

import (
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/fuzz/draw"
	"kustoconn/fuzz/internal/spelling"
	"kustoconn/rule"
	"kustoconn/schema"
)

// faulty draws strings with the fault, and among well-formed pairs nothing that
// bears on it.
func faulty(f *fault) draw.Generator[Case] {
	return draw.Custom(func(t draw.T) Case {
		text, start, end := unmark(f.draw(t))
		return Case{Kind: f.kind(), Text: text, Expect: Answer{
			Syntax:      f.code >= firstRule,
			Diagnostics: []Diagnostic{{f.code.String(), start, end}},
		}}
	})
}

// fault is a kind of faulty strings. draw writes one, with marks around the
// part that the diagnostic must point at; marks next to each other are an
// insertion point.
type fault struct {
	code diag.Code
	draw func(draw.T) string
}

// kind returns the kind, which is named after the rule.
func (f *fault) kind() Kind { return Kind(rule.Get(f.code).Name) }

// firstRule is the first code that is no syntax error.
const firstRule diag.Code = 100

// The marks are characters that no generator writes.
const (
	openMark  = "\ue000"
	closeMark = "\ue001"
)

func mark(s string) string { return openMark + s + closeMark }

func unmark(marked string) (text string, start, end int) {
	before, rest, _ := strings.Cut(marked, openMark)
	in, after, _ := strings.Cut(rest, closeMark)
	return before + in + after, len(before), len(before) + len(in)
}

// faults holds every kind of fault, by code.
var faults = slices.Concat(syntaxFaults, keywordFaults, valueFaults, authFaults, endpointFaults, secretFaults)

// neutral are well-formed pairs that no rule says anything of.
var neutral = []string{
	"Accept=true", "Streaming=false", "Uncompressed=True", "Application Name for Tracing=a", "Client Version for Tracing=\"1;2\"",
	"User Name for Tracing='a b'",
}

// among draws core with neutral pairs before and after it. Where first is
// set, core is the first segment, as a prefix must be.
func among(t draw.T, core string, first bool) string {
	others := draw.Subset(neutral, 0, 3).Draw(t)
	at := draw.IntRange(0, len(others)).Draw(t)
	if first {
		at = 0
	}
	return strings.Join(slices.Insert(others, at, core), draw.SampledFrom([]string{";", "; ", " ;"}).Draw(t))
}

// afterURI draws core among neutral pairs behind a trusted URI.
func afterURI(t draw.T, core string) string {
	return "https://help.kusto.windows.net/Samples;" + among(t, core, false)
}

// oneOf draws one of the strings.
func oneOf(t draw.T, from ...string) string {
	return draw.SampledFrom(from).Draw(t)
}

// inAnyOrder draws an order of the pairs.
func inAnyOrder(t draw.T, pairs ...string) string {
	return strings.Join(draw.Permutation(pairs).Draw(t), ";")
}

// keywordOf draws a keyword of the property in any spelling.
func keywordOf(t draw.T, id schema.ID) string {
	return spelling.Of(oneOf(t, schema.Get(id).Keywords()...)).Draw(t)
}

// equals draws an equals sign with white space around it.
func equals(t draw.T) string { return gaps.Draw(t) + "=" + gaps.Draw(t) }

// form draws a way to write a value that does not start with an equals sign.
func form(t draw.T, value string) string { return oneOf(t, forms(value)...) }
