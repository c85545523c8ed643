package fuzz

import (
	"kustoconn/fuzz/draw"
	"kustoconn/rule"
)

// syntaxFaults are those that the grammar finds: what is well-formed before
// them stays so, and reading goes on behind the next semicolon.
var syntaxFaults = []fault{
	{rule.UnterminatedQuote, func(t draw.T) string {
		// Nothing can follow: the open quote runs to the end of the text.
		quote := oneOf(t, `"`, "'")
		inside := oneOf(t, "", "a", "a;b", "a=b;Fed=true", "it", " ") + oneOf(t, "", quote+quote, quote+quote+"b")
		return afterURI(t, "Accept=true") + ";" + plainKeyword(t) + "=" + gaps.Draw(t) + mark(quote) + inside
	}},
	{rule.TextAfterQuote, func(t draw.T) string {
		quote := oneOf(t, `"`, "'")
		value := quote + oneOf(t, "", "a", "a;b") + quote
		return afterURI(t, plainKeyword(t)+"="+value+oneOf(t, " ", "\t", "\u00a0", "")+mark(oneOf(t, "a", "a b", "=", "Fed=true", "{", "/x")))
	}},
	{rule.MissingEquals, func(t draw.T) string {
		segment := mark(oneOf(t, "a", "a b", "Fed", "'a'", `"`, "a==b", "==", "{", "//a", "a:b"))
		if draw.Bool().Draw(t) {
			// Without any '=' the first segment would be a prefix.
			return mark(oneOf(t, "a==b", "==", "'a==")) + ";" + among(t, "Fed=true", false)
		}
		return afterURI(t, gaps.Draw(t)+segment+gaps.Draw(t))
	}},
	{rule.EmptyKeyword, func(t draw.T) string {
		pair := gaps.Draw(t) + mark("=") + oneOf(t, "", "a", " =", `"a;b"`, " a=b")
		if draw.Bool().Draw(t) {
			return pair + ";" + among(t, "Fed=true", false)
		}
		return afterURI(t, pair)
	}},
	{rule.ControlCharacter, func(t draw.T) string {
		control := mark(oneOf(t, "\x01", "\x00", "\x1f", "\x7f", "\u0080", "\u009f"))
		switch oneOf(t, "bare value", "keyword", "quoted value", "prefix") {
		case "keyword":
			// White space that is a control character is one, too, in a keyword.
			control = oneOf(t, control, mark("\t"), mark("\n"), mark("\u0085"))
			return afterURI(t, "F"+control+"ed="+oneOf(t, "true", ""))
		case "quoted value":
			return afterURI(t, `Fed="a`+mark("\x00")+oneOf(t, `"`, `;b"`, `" `))
		case "prefix":
			return among(t, "https://help.kusto"+control+".windows.net", true)
		}
		return afterURI(t, plainKeyword(t)+"="+oneOf(t, "a", "", "a'")+control+"b")
	}},
	{rule.StrayQuote, func(t draw.T) string {
		value := oneOf(t, "a", "a b", "a'b", `a"`, "=")
		return afterURI(t, plainKeyword(t)+"="+oneOf(t, " ", "\t")+value+mark(oneOf(t, `"`, "'"))+gaps.Draw(t))
	}},
	{rule.MisplacedPrefix, func(t draw.T) string {
		prefix := mark(oneOf(t, "https://c.kusto.windows.net", "@help/Samples", "@", "x://", "net.tcp://a=b", "https://c?x=\"y", "HTTPS://C/Db"))
		first := oneOf(t, "https://help.kusto.windows.net", "@help", "Fed=true", " ", "help")
		return first + ";" + among(t, gaps.Draw(t)+prefix+gaps.Draw(t), false)
	}},
	{rule.InvalidUTF8, func(t draw.T) string {
		bad := mark(oneOf(t, "\xff", "\x80", "\xc3", "\xed\xa0\x80", "\xf8\x88", "\xc0\xaf"))
		switch oneOf(t, "bare value", "keyword", "quoted value", "prefix") {
		case "keyword":
			return afterURI(t, "F"+bad+"ed=true")
		case "quoted value":
			return afterURI(t, `Fed="`+bad+oneOf(t, `"`, `;a"`))
		case "prefix":
			return among(t, "https://help.kusto"+bad+".windows.net", true)
		}
		return afterURI(t, "Fed=a"+bad+"b")
	}},
}

// plainKeyword draws a keyword for faults that lie elsewhere.
func plainKeyword(t draw.T) string {
	keyword := oneOf(t, "Database", "AppKey", "Fed", "Application Name for Tracing", "a==b", "it's")
	return keyword + gaps.Draw(t)
}
