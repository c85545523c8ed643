package fuzz

import (
	"pgregory.net/rapid"

	"kustoconn/rule"
)

// syntaxFaults are those that the grammar finds: what is well-formed before
// them stays so, and reading goes on behind the next semicolon.
var syntaxFaults = []fault{
	{rule.UnterminatedQuote, func(t *rapid.T) string {
		// Nothing can follow: the open quote runs to the end of the text.
		quote := oneOf(t, "quote", `"`, "'")
		inside := oneOf(t, "inside", "", "a", "a;b", "a=b;Fed=true", "it", " ") + oneOf(t, "escape", "", quote+quote, quote+quote+"b")
		return afterURI(t, "Accept=true") + ";" + plainKeyword(t) + "=" + gaps.Draw(t, "gap") + mark(quote) + inside
	}},
	{rule.TextAfterQuote, func(t *rapid.T) string {
		quote := oneOf(t, "quote", `"`, "'")
		value := quote + oneOf(t, "inside", "", "a", "a;b") + quote
		return afterURI(t, plainKeyword(t)+"="+value+oneOf(t, "gap", " ", "\t", "\u00a0", "")+mark(oneOf(t, "after", "a", "a b", "=", "Fed=true", "{", "/x")))
	}},
	{rule.MissingEquals, func(t *rapid.T) string {
		segment := mark(oneOf(t, "segment", "a", "a b", "Fed", "'a'", `"`, "a==b", "==", "{", "//a", "a:b"))
		if rapid.Bool().Draw(t, "first") {
			// Without any '=' the first segment would be a prefix.
			return mark(oneOf(t, "first segment", "a==b", "==", "'a==")) + ";" + among(t, "Fed=true", false)
		}
		return afterURI(t, gaps.Draw(t, "gap")+segment+gaps.Draw(t, "gap"))
	}},
	{rule.EmptyKeyword, func(t *rapid.T) string {
		pair := gaps.Draw(t, "gap") + mark("=") + oneOf(t, "value", "", "a", " =", `"a;b"`, " a=b")
		if rapid.Bool().Draw(t, "first") {
			return pair + ";" + among(t, "Fed=true", false)
		}
		return afterURI(t, pair)
	}},
	{rule.ControlCharacter, func(t *rapid.T) string {
		control := mark(oneOf(t, "control character", "\x01", "\x00", "\x1f", "\x7f", "\u0080", "\u009f"))
		switch oneOf(t, "place", "bare value", "keyword", "quoted value", "prefix") {
		case "keyword":
			// White space that is a control character is one, too, in a keyword.
			control = oneOf(t, "white space", control, mark("\t"), mark("\n"), mark("\u0085"))
			return afterURI(t, "F"+control+"ed="+oneOf(t, "value", "true", ""))
		case "quoted value":
			return afterURI(t, `Fed="a`+mark("\x00")+oneOf(t, "rest", `"`, `;b"`, `" `))
		case "prefix":
			return among(t, "https://help.kusto"+control+".windows.net", true)
		}
		return afterURI(t, plainKeyword(t)+"="+oneOf(t, "before", "a", "", "a'")+control+"b")
	}},
	{rule.StrayQuote, func(t *rapid.T) string {
		value := oneOf(t, "value", "a", "a b", "a'b", `a"`, "=")
		return afterURI(t, plainKeyword(t)+"="+oneOf(t, "gap", " ", "\t")+value+mark(oneOf(t, "quote", `"`, "'"))+gaps.Draw(t, "gap"))
	}},
	{rule.MisplacedPrefix, func(t *rapid.T) string {
		prefix := mark(oneOf(t, "prefix", "https://c.kusto.windows.net", "@help/Samples", "@", "x://", "net.tcp://a=b", "https://c?x=\"y", "HTTPS://C/Db"))
		first := oneOf(t, "first", "https://help.kusto.windows.net", "@help", "Fed=true", " ", "help")
		return first + ";" + among(t, gaps.Draw(t, "gap")+prefix+gaps.Draw(t, "gap"), false)
	}},
	{rule.InvalidUTF8, func(t *rapid.T) string {
		bad := mark(oneOf(t, "bytes", "\xff", "\x80", "\xc3", "\xed\xa0\x80", "\xf8\x88", "\xc0\xaf"))
		switch oneOf(t, "place", "bare value", "keyword", "quoted value", "prefix") {
		case "keyword":
			return afterURI(t, "F"+bad+"ed=true")
		case "quoted value":
			return afterURI(t, `Fed="`+bad+oneOf(t, "rest", `"`, `;a"`))
		case "prefix":
			return among(t, "https://help.kusto"+bad+".windows.net", true)
		}
		return afterURI(t, "Fed=a"+bad+"b")
	}},
}

// plainKeyword draws a keyword for faults that lie elsewhere.
func plainKeyword(t *rapid.T) string {
	keyword := oneOf(t, "keyword", "Database", "AppKey", "Fed", "Application Name for Tracing", "a==b", "it's")
	return keyword + gaps.Draw(t, "gap")
}
