package lint

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/source"
)

// joinCalls returns the names of functions and methods that join or format what
// they are given, and the operator % where a list follows it.
func joinCalls(text string) (calls []source.Span) {
	for word := range words(text) {
		if code.Joins(word.Slice(text)) {
			calls = append(calls, word)
		}
		if n := formatOperator(text[word.End:]); n > 0 {
			calls = append(calls, source.Span{Start: word.End, End: word.End + n})
		}
	}
	return calls
}

// inArguments says what stands around a name that is an argument of the call before
// it on its line.
func inArguments(text string, call, name source.Span) ends {
	if name.Start-call.End > maxCall || name.End == len(text) || strings.IndexByte(",)];} \t'", text[name.End]) < 0 {
		return ends{}
	}
	between := text[call.End:name.Start]
	if isSentence(between) {
		return ends{}
	}
	if text[name.End] == '\'' {
		if strings.HasSuffix(between, "variables('") || strings.HasSuffix(between, "parameters('") { // of ARM
			return ends{piece.Unknown, piece.Unknown}
		}
		return ends{}
	}
	if strings.IndexByte(between, '\n') >= 0 || strings.IndexByte(between, ')') >= 0 && strings.IndexByte(between, '(') < 0 {
		return ends{}
	}
	// What is joined may stand before the call, as the format of Python's does.
	format := lastLine(text[max(0, call.Start-maxCall):call.Start])
	behind, _, _ := strings.Cut(text[name.End:min(len(text), name.End+maxCall)], "\n")
	pairs := holdsPairSeparator(format) || holdsPairSeparator(between) || holdsPairSeparator(behind)
	return amongOthers(text, name, pairs)
}

// isSentence reports whether what stands between a call and its argument is a format with words for people
// and no pair: ("connecting to %s", .
func isSentence(between string) bool {
	format, _, ok := strings.Cut(strings.TrimLeft(between, " ("), `",`)
	format, quoted := strings.CutPrefix(format, `"`)
	word, _, blank := strings.Cut(format, " ")
	return ok && quoted && blank && isSmallWord(strings.ToLower(word)) && !strings.ContainsAny(format, "\";=")
}

// inElements is inArguments for an element of a list whose method joins it, or a list that
// a filter joins.
func inElements(text string, name, method source.Span) ends {
	if method.Start-name.End > maxCall || strings.IndexByte(",)];} \t", text[name.End]) < 0 {
		return ends{}
	}
	between := text[name.End:method.Start]
	if strings.Trim(between, " ") == "|" { // the filter of a template
		return ends{piece.Unknown, piece.Unknown}
	}
	if strings.IndexByte(between, '\n') >= 0 || strings.IndexByte("].-", text[method.Start-1]) < 0 || !strings.ContainsAny(between, ")]}") {
		return ends{}
	}
	return amongOthers(text, name, holdsPairSeparator(text[method.End:min(len(text), method.End+maxCall)]))
}

// amongOthers says what stands around one of several texts that are joined; pairs
// says that a separator between pairs is.
func amongOthers(text string, name source.Span, pairs bool) ends {
	rest := strings.TrimLeft(text[name.End:min(len(text), name.End+maxCall)], " \t")
	last := rest == "" || strings.IndexByte(")]}", rest[0]) >= 0
	if pairs && (!last || len(rest) > 1 && rest[1] == ')') {
		return ends{piece.Unknown, piece.Joined}
	}
	return ends{piece.Unknown, piece.Unknown}
}

// holdsPairSeparator reports whether text holds a literal that separates pairs, or
// a format that has a pair behind a hole.
func holdsPairSeparator(text string) bool {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], ';')
		if i < 0 {
			return false
		}
		if at += i; at == 0 {
			continue
		}
		c, rest := text[at-1], text[at+1:]
		if strings.IndexByte("\"'`", c) >= 0 && (strings.HasPrefix(rest, text[at-1:at]) || startsPair(text[at:])) ||
			(c == '}' || isVerb(text[:at])) && startsPair(text[at:]) {
			return true
		}
	}
}

// isVerb reports whether text ends in a verb of a format, %s or %1$v.
func isVerb(text string) bool {
	const longest = len("%[10]s")
	return strings.IndexByte("svdq@", text[len(text)-1]) >= 0 && strings.Contains(text[max(0, len(text)-longest):], "%")
}

// formatOperator returns the length of a literal's end, a % and the bracket behind
// it that text starts with; 0 where there is none.
func formatOperator(text string) int {
	start := text[:min(len(text), len(`" % (`))]
	rest := strings.TrimLeft(start, " ")
	if rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return 0
	}
	rest = strings.TrimLeft(rest[1:], " ")
	if rest == "" || rest[0] != '%' {
		return 0
	}
	if rest = strings.TrimLeft(rest[1:], " "); rest == "" || strings.IndexByte("([{", rest[0]) < 0 {
		return 0
	}
	return len(start) - len(rest) + 1
}
