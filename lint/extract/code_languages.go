package extract

import "strings"

// The languages below need no more than a table. What a table cannot say
// (heredocs, %q{…}, the text around PHP) is read as code, and readTable keeps
// its lines.

var (
	slashComments = [][2]string{{"/*", "*/"}}

	cEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\??a\ab\be\x1bf\fn\nr\rt\tv\v",
		hexMin: 1, hexMax: 8, octal: 1, u: true, longU: true, bytes: true, continuation: continueLine,
	}
	// quoteEscapes are all that single quotes have in Ruby and PHP.
	quoteEscapes = literalEscapes{lead: '\\', simple: `''\\`}

	swiftEscapes = literalEscapes{lead: '\\', simple: "''\"\"\\\\0\x00n\nr\rt\t", braced: true}
	rubyEscapes  = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\##a\ab\be\x1bf\fn\nr\rs t\tv\v",
		hexMin: 1, hexMax: 2, octal: 1, u: true, braced: true, identity: true, continuation: continueLine,
	}
	phpEscapes = literalEscapes{
		lead: '\\', simple: "\"\"\\\\$$e\x1bf\fn\nr\rt\tv\v",
		hexMin: 1, hexMax: 2, octal: 1, braced: true,
	}
	dartEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\$$b\bf\fn\nr\rt\tv\v",
		hexMin: 2, hexMax: 2, u: true, braced: true, identity: true,
	}
	luaEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
		hexMin: 2, hexMax: 2, braced: true, continuation: continueNever,
	}
	rEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"``\\\\a\ab\bf\fn\nr\rt\tv\v",
		hexMin: 1, hexMax: 2, octal: 1, u: true, longU: true, braced: true,
	}
	groovyEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\$$b\bf\fn\nr\rs t\t", octal: 1, u: true, manyU: true, continuation: continueLine,
	}

	rubyHoles  = holeSyntax{opening: "#{", closing: '}'}
	swiftHoles = holeSyntax{opening: `\(`, closing: ')'}
	// {$code} is a hole between two braces, which read as one placeholder.
	phpHoles = holeSyntax{opening: "${", closing: '}', name: phpName}
)

var cLanguage = (&codeTable{
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{`R"(`, verbatimLines(`)"`)},
		{`u8"`, quoted(`"`, &cEscapes, nil)}, {`L"`, quoted(`"`, &cEscapes, nil)},
		{`@"`, quoted(`"`, &cEscapes, nil)}, // Objective-C
		{`"`, quoted(`"`, &cEscapes, nil)},
		{`'`, literalForm{end: `'`, escapes: &cEscapes, fixed: true}},
	},
}).language(codeLanguage{adjacent: true})

var fsharp = (&codeTable{
	lineComments: []string{"//"}, comments: [][2]string{{"(*", "*)"}},
	literals: []literalStart{
		{`$"""`, withHoles(verbatimLines(tripleQuote), bracedHoles)}, {tripleQuote, verbatimLines(tripleQuote)},
		{`$@"`, withHoles(csharpVerbatim, bracedHoles)}, {`@$"`, withHoles(csharpVerbatim, bracedHoles)},
		{`$"`, withHoles(quotedLines(`"`, &csharpEscapes, nil), bracedHoles)}, {`@"`, csharpVerbatim},
		{`"`, quotedLines(`"`, &csharpEscapes, nil)},
		{`'`, csharpCharacter},
	},
}).language(codeLanguage{})

var visualBasic = (&codeTable{
	lineComments: []string{"'"},
	literals: []literalStart{
		{`$"`, withHoles(csharpVerbatim, bracedHoles)}, {`"`, csharpVerbatim},
	},
}).language(codeLanguage{joins: []string{"&"}, operandEnds: true})

var swift = (&codeTable{
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{`#"`, literalForm{end: `"#`}},
		{tripleQuote, quotedLines(tripleQuote, &swiftEscapes, &swiftHoles)},
		{`"`, quoted(`"`, &swiftEscapes, &swiftHoles)},
	},
}).language(codeLanguage{})

var ruby = (&codeTable{
	lineComments: []string{"#"},
	literals: []literalStart{
		{`"`, quotedLines(`"`, &rubyEscapes, &rubyHoles)},
		{`'`, quotedLines(`'`, &quoteEscapes, nil)},
	},
}).language(codeLanguage{adjacent: true, operandEnds: true, wordBytes: "@$", joins: []string{"<<"}})

var php = (&codeTable{
	lineComments: []string{"//", "#"}, comments: slashComments,
	literals: []literalStart{
		{`"`, quotedLines(`"`, &phpEscapes, &phpHoles)},
		{`'`, quotedLines(`'`, &quoteEscapes, nil)},
	},
}).language(codeLanguage{wordBytes: "$", joins: []string{"."}})

var dart = (&codeTable{
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{`r"`, literalForm{end: `"`}}, {`r'`, literalForm{end: `'`}},
		{tripleQuote, quotedLines(tripleQuote, &dartEscapes, &dollarHoles)}, {`'''`, quotedLines(`'''`, &dartEscapes, &dollarHoles)},
		{`"`, quoted(`"`, &dartEscapes, &dollarHoles)}, {`'`, quoted(`'`, &dartEscapes, &dollarHoles)},
	},
}).language(codeLanguage{adjacent: true})

var lua = (&codeTable{
	comments: [][2]string{{"--[[", "]]"}}, lineComments: []string{"--"},
	literals: []literalStart{
		{"[[", verbatimLines("]]")}, {`"`, quoted(`"`, &luaEscapes, nil)}, {`'`, quoted(`'`, &luaEscapes, nil)},
	},
}).language(codeLanguage{joins: []string{".."}})

var rLanguage = (&codeTable{
	lineComments: []string{"#"},
	literals: []literalStart{
		{`r"(`, verbatimLines(`)"`)}, {`"`, quotedLines(`"`, &rEscapes, nil)}, {`'`, quotedLines(`'`, &rEscapes, nil)},
	},
}).language(codeLanguage{operandEnds: true, wordBytes: "."})

var groovy = (&codeTable{
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{tripleQuote, quotedLines(tripleQuote, &groovyEscapes, &dollarHoles)}, {`'''`, quotedLines(`'''`, &groovyEscapes, nil)},
		{`"`, quoted(`"`, &groovyEscapes, &dollarHoles)}, {`'`, quoted(`'`, &groovyEscapes, nil)},
	},
}).language(codeLanguage{operandEnds: true})

// quoted is a literal on one line with escapes, and holes where there are any.
func quoted(end string, escapes *literalEscapes, holes *holeSyntax) literalForm {
	form := literalForm{end: end, escapes: escapes, special: end[:1], holes: holes}
	if holes != nil && holes.opening[0] != escapes.lead {
		form.special += strings.Trim(holes.opening, "{")
	}
	return form
}

// quotedLines is quoted, on any number of lines.
func quotedLines(end string, escapes *literalEscapes, holes *holeSyntax) literalForm {
	form := quoted(end, escapes, holes)
	form.multiline, form.lineEnds = true, lineEndsKept
	return form
}

// verbatimLines is a literal on any number of lines in which nothing is
// escaped.
func verbatimLines(end string) literalForm {
	return literalForm{end: end, multiline: true, lineEnds: lineEndsKept}
}

func withHoles(form literalForm, holes *holeSyntax) literalForm {
	form.holes = holes
	return form
}

// phpName returns the length of the $name at pos, with the one property that
// may follow it, or 0.
func phpName(text string, pos int) int {
	n := dollarName(text, pos)
	if rest := text[pos+n:]; n > 0 && strings.HasPrefix(rest, "->") {
		n += wordEnd(text, pos+n+2) - pos - n
	}
	return n
}
