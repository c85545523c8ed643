package redact

import (
	"strings"

	"kustoconn/placeholder"
	"kustoconn/source"
)

// findPairs returns the values of all keywords of secrets in text, in order, each
// with its keyword. They are masked whoever's they are. The cost is one pass: behind
// a value the search goes on. isValue says that text is all of a literal: where it starts
// with such a pair, the value goes on to its end. What begins in one of the literals that are read
// alone, which are in order, goes no further than that and is none of this text's.
func findPairs(text string, placeholders *placeholder.Set, isValue bool, alone []source.Span) (found []region) {
	lineEnd, zero := -1, -1
	for at := 0; ; {
		name, ok := nextName(text, at)
		if !ok {
			return found
		}
		at = name.span.End
		start, end, ok := valueOnTheLeft(text, name)
		if !ok {
			start, end, ok = labelledValue(text, name)
		}
		if ok && text[start:end] == Mask { // a copy reads as what was copied
			continue
		}
		if ok && !placeholders.StandsForSecret(text[start:end]) {
			span := source.Span{Start: start, End: end}
			found = append(found, region{span: span, secrets: []source.Span{span}})
			continue
		}
		found = append(found, findInserted(text, name, placeholders)...)
		j, ok := joinedTo(text, name)
		if !ok {
			continue
		}
		if j.value > lineEnd {
			lineEnd = endOfLine(text, j.value)
		}
		if filled := filledValue(text, name, j.value, lineEnd, placeholders); filled != nil {
			found = append(found, filled...)
			at = max(at, j.value)
			continue
		}
		if j.value >= zero { // behind the last one
			zero = indexFrom(text, j.value, "\x00")
		}
		limit := lineEnd
		if zero > j.value { // the kernel ends an argument or variable of a process so
			limit = min(limit, zero)
		}
		for len(alone) > 0 && alone[0].End <= name.span.Start {
			alone = alone[1:]
		}
		inside := len(alone) > 0 && alone[0].Covers(source.Span{Start: name.span.Start, End: j.value + 1})
		if inside {
			limit = min(limit, alone[0].End)
		}
		v := value{text: text, at: j.value, limit: limit, placeholders: placeholders, joint: j}
		before := lineBefore(text, identifierStart(text, name), longestSegment)
		v.whole = isValue && startsWithPair(text, name, j.value) || zero > j.value && zero < len(text) && startsArgument(before)
		v.parameter = text[j.value-1] == '=' && before != "" && strings.IndexByte("?&", before[len(before)-1]) >= 0
		v.option = isOption(text, name)
		v.member = isAmidMembers(before)
		v.read()
		none := v.isNone(text, name)
		if !none {
			v.readRest(j.colon && (isKeyOfLine(before) || strings.HasSuffix(before, ">")) || strings.TrimSpace(before) == "[")
		}
		if at = max(at, v.at); v.at < limit {
			at = nameOver(text, j.value, at)
		}
		if none || inside {
			continue
		}
		found = append(found, region{
			span: source.Span{Start: name.span.Start, End: v.at}, secrets: v.secrets,
			open: v.open, closed: v.closed, pair: v.at > j.value || j.colon && !name.ours, // else the value may stand in another reading
		})
	}
}

// nameOver returns the start of a secret's keyword with a blank in it that a value from start to end took the
// first word of, as the parameter before &Application%20Key=; else end.
func nameOver(text string, start, end int) int {
	near := text[:min(len(text), end+longestSegment)]
	for at := max(start, end-longestSegment); at < end; {
		name, ok := nextName(near, at)
		if !ok || name.span.Start >= end {
			break
		}
		if name.span.End > end {
			return name.span.Start
		}
		at = name.span.End
	}
	return end
}

// startsArgument reports whether a name with this before it on its line starts an argument or variable
// of a process, behind its dashes and what -D gives a Java program.
func startsArgument(before string) bool {
	before = before[strings.LastIndexByte(before, 0)+1:]
	return strings.Trim(strings.TrimPrefix(before, "-D"), "-") == ""
}

// startsWithPair reports whether a text starts with a keyword, and what may stand before that
// in the name of a variable, and an equals sign before the value.
func startsWithPair(text string, name secretName, value int) bool {
	const longest = 64
	return text[value-1] == '=' && name.span.Start < longest && isName(text[:name.span.Start])
}
