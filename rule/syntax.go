package rule

import "kustoconn/diag"

// Codes of the syntax errors, which package grammar reports.
const (
	UnterminatedQuote diag.Code = 1
	TextAfterQuote    diag.Code = 2
	MissingEquals     diag.Code = 3
	EmptyKeyword      diag.Code = 4
	ControlCharacter  diag.Code = 5
	StrayQuote        diag.Code = 6
	MisplacedPrefix   diag.Code = 7
	InvalidUTF8       diag.Code = 8
	TextTooLong       diag.Code = 9
)

var syntax = []Rule{
	{
		Code: UnterminatedQuote, Name: "unterminated-quote", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "ends the value at the end of the text, perhaps further than is meant",
		Doc: "A value starts with a quotation mark that is never closed, so that everything up to the end of the\n" +
			"string belongs to it: all later pairs are lost. Close the value with the mark that opened it. A mark\n" +
			"of the same kind inside the value is written twice.\n\n" +
			"The fix closes the value at the end of the string, which may be further than you want.\n\n" +
			"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionOptions.Common.cs`).",
		Bad:  `https://help.kusto.windows.net/Samples;Application Name for Tracing="nightly;Fed=true`,
		Good: `https://help.kusto.windows.net/Samples;Application Name for Tracing="nightly";Fed=true`,
	},
	{
		Code: TextAfterQuote, Name: "text-after-quote", Severity: diag.Error,
		Since: "0.1.0",
		Doc: "A quoted value must be followed by `;` or by the end of the string. Other text after the closing\n" +
			"mark is usually a forgotten `;`, or a quotation mark inside the value that was not doubled.\n\n" +
			"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionOptions.Common.cs`).",
		Bad:  `https://help.kusto.windows.net/Samples;Application Name for Tracing="nightly"-job;Fed=true`,
		Good: `https://help.kusto.windows.net/Samples;Application Name for Tracing="nightly-job";Fed=true`,
	},
	{
		Code: MissingEquals, Name: "missing-equals", Severity: diag.Error,
		Since: "0.1.0",
		Doc: "A segment between two `;` has no `=` that ends its keyword. Either its value was forgotten, or it is\n" +
			"the rest of a value that holds a `;` and has no quotation marks around it. In a keyword `==` stands\n" +
			"for one `=` of the keyword, so `Fed==true` has none that ends it.\n\n" +
			"ADO.NET would read such a segment as the start of the next keyword and so hide the mistake. Only\n" +
			"the first segment may do without a `=`: it is then the Data Source (documentation, introduction).",
		Bad:  "https://help.kusto.windows.net/Samples;Fed",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: EmptyKeyword, Name: "empty-keyword", Severity: diag.Error,
		Since: "0.1.0",
		Doc: "There is no keyword before a `=`, so nothing says what the value is for. Write the keyword, or\n" +
			"remove the pair.\n\n" +
			"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionOptions.Common.cs`).",
		Bad:  "https://help.kusto.windows.net/Samples;=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: ControlCharacter, Name: "control-character", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "gives clients that kept the character another text",
		Doc: "A control character (Unicode category Cc) stands in the prefix, in a keyword or in a value without\n" +
			"quotation marks, or a NUL stands anywhere. Most of them are leftovers of copying and cannot be seen.\n" +
			"Remove it. Inside quotation marks every control character but NUL is allowed. White space such as\n" +
			"a tab or a line break is fine around keywords and in values, but not inside a keyword or the prefix.\n\n" +
			"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionOptions.Common.cs`); it allows NUL at\n" +
			"the very end, and a control character in a keyword without a value, where this rule does not.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed\x01=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: StrayQuote, Name: "stray-quote", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "takes the mark for a part of the value, for every client",
		Doc: "A value ends in a quotation mark but does not start with one. Either the opening mark was forgotten,\n" +
			"or the mark belongs to the value; then the whole value must stand in double quotation marks, with\n" +
			"each one inside it doubled, which is what the fix does.\n\n" +
			"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionOptions.Common.cs`).",
		Bad:  `https://help.kusto.windows.net/Samples;Application Name for Tracing=nightly"`,
		Good: `https://help.kusto.windows.net/Samples;Application Name for Tracing="nightly"`,
	},
	{
		Code: MisplacedPrefix, Name: "misplaced-prefix", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "changes which endpoint clients connect to",
		Doc: "A segment other than the first is a URI or an `@cluster/database` shorthand. A connection string may\n" +
			"have one URI as its prefix, and only there; behind a `;` it would be read as a keyword. Move it to the\n" +
			"start, or write it as the value of `Data Source`.\n\n" +
			"Source: the documentation, introduction.",
		Bad:  "Fed=true;https://help.kusto.windows.net/Samples",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: InvalidUTF8, Name: "invalid-utf8", Severity: diag.Error,
		Since: "0.1.0",
		Doc: "The text holds bytes that are not UTF-8. It was saved in another encoding, cut inside a character,\n" +
			"or is no text at all. Clients replace such bytes or fail, so that a name or a secret silently becomes\n" +
			"another one. Save the text as UTF-8.",
		Bad:  "https://help.kusto.windows.net/Samples;Application Name for Tracing=caf\xe9",
		Good: "https://help.kusto.windows.net/Samples;Application Name for Tracing=café",
	},
	{
		Code: TextTooLong, Name: "text-too-long", Severity: diag.Error,
		Since: "0.2.0",
		Doc: "A text of 4 GiB or more is not read, and is taken for an empty one. No\n" +
			"connection string is that long; a file or a stream was probably given in its place. Give the\n" +
			"connection string alone.\n\n" +
			"Source: this tool's own bound. The positions in a string are kept in 32 bits, which halves the\n" +
			"memory of its tree.",
	},
}
