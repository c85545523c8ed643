package redact

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/vocabulary"
	"kustoconn/source"
)

// Code in a secret's place may say where the secret is, by a name that is none: os.environ["APP_KEY"],
// config.get("app-key", "…"), appKey.

// readLookup reads what looks the secret up by its name, if that is all that stands at v.at: names with dots, and
// literals with names in brackets behind them. The literal that is taken where nothing is found is a secret.
func (v *value) readLookup() bool {
	text := v.text[:v.limit]
	at := membersBehind(text, v.at)
	if at == v.at || at == len(text) || text[at] != '[' && text[at] != '(' {
		return false
	}
	var fallback source.Span
	for at < len(text) && (text[at] == '[' || text[at] == '(') && fallback.Empty() {
		closing, isCall := byte(']'), text[at] == '('
		near := text[:min(len(text), at+longestArgument)]
		name, next := literalIn(near, at+1)
		if next == len(near) || !isSettingName(name.Slice(text), isCall) {
			return false
		}
		if isCall {
			closing = ')'
		}
		if isCall && text[next] == ',' {
			if fallback, next = literalIn(text, next+1); fallback.Empty() {
				return false
			}
		} else if text[next] != closing {
			return false
		}
		if at = next; at < len(text) && text[at] == closing {
			at++
		}
		if at < len(text) && strings.IndexByte(".!", text[at]) >= 0 {
			at = membersBehind(text, at)
		}
	}
	if start, ok := behindFallback(text, secretName{}, at-1); ok {
		fallback, at = literalIn(text, start)
	} else if fallback.Empty() && !endsLookup(text[at:]) {
		return false
	}
	if !v.placeholders.StandsForSecret(fallback.Slice(text)) {
		v.add(fallback.Start, fallback.End)
	}
	v.at = at
	return true
}

// literalIn returns what stands in the literal at offset, behind blanks, and the offset behind that: the length of
// the text where there is none or it doesn't end.
func literalIn(text string, offset int) (inside source.Span, next int) {
	start, mark, ok := openingQuote(text, skipBlanks(text, offset))
	if !ok {
		return inside, len(text)
	}
	end, _ := closingQuote(text, start, len(text), mark)
	return source.Span{Start: start, End: end}, min(len(text), end+len(mark))
}

// membersBehind returns the offset behind the names without digits, and the dots between them, at offset.
func membersBehind(text string, offset int) int {
	for offset < len(text) && (ascii.IsLetter(text[offset]) || strings.IndexByte("._$!", text[offset]) >= 0) {
		offset++
	}
	return offset
}

// isSettingName reports whether a literal is the name of a setting. What a call is given may be the secret, too, if it
// is neither called like a variable of the environment nor like a secret.
func isSettingName(text string, isCall bool) bool {
	if text == "" || vocabulary.IsMixed(strings.TrimRight(text, "0123456789")) {
		return false
	}
	for i := range len(text) {
		if !isWordByte(text, i) && strings.IndexByte("._-:/", text[i]) < 0 {
			return false
		}
	}
	if isVariableName(text) {
		return true
	}
	_, ok := nameAtEnd(text, 0)
	return !vocabulary.IsMixed(text) && (!isCall || ok)
}

// endsLookup reports whether what follows is no part of a secret that only looks like code.
func endsLookup(text string) bool {
	switch {
	case text == "", text[0] == ',':
		return true
	case text[0] == ';':
		return len(text) == 1 || isBlankByte(text[1])
	case isBlankByte(text[0]):
		return !isDubious(wordAt(text, skipBlanks(text, 0)))
	}
	return strings.IndexByte(")]}\"'`\\", text[0]) >= 0 && !isWordByte(text, 1)
}

// isVariable reports whether a value starts with a variable that is called like a secret of ours, as no secret is:
// AppKey = appKey;
func isVariable(behind string) bool {
	start := len(behind) - len(strings.TrimLeft(behind, "&*$"))
	end := membersBehind(behind, start)
	variable, ok := nextName(behind[:end], start)
	return ok && variable.ours && variable.span.End == end && identifierStart(behind, variable) == start && endsLookup(behind[end:])
}
