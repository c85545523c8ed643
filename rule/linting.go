package rule

import "kustoconn/diag"

// Codes of the rules on files, which package lint reports.
const (
	UnusedSuppression        diag.Code = 701
	SuppressionWithoutReason diag.Code = 702
	UnreadableFile           diag.Code = 703
)

var linting = []Rule{
	{
		Code: UnusedSuppression, Name: "unused-suppression", Severity: diag.Warning,
		Since: "0.1.0", InFiles: true,
		Doc: "A comment suppresses a rule that reports nothing there. The string was mended, or moved, or the code\n" +
			"in the comment is wrong. Remove the comment, so that it does not hide a finding to come. A comment that\n" +
			"names no rule suppresses all of them, those that are yet to come included: name the ones that it is for,\n" +
			"as the help does.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true # kustoconn:ignore KCS201 -- the old tool wrote yes",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: SuppressionWithoutReason, Name: "suppression-without-reason", Severity: diag.Warning,
		Since: "0.1.0", InFiles: true,
		Doc: "A comment suppresses a rule and does not say why. Without a reason nobody dares to remove it. Write\n" +
			"the reason behind two hyphens, or behind a dash, a hyphen between blanks, or a colon: XML and HTML\n" +
			"have no place for two hyphens in a comment.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=yes # kustoconn:ignore KCS201",
		Good: "https://help.kusto.windows.net/Samples;Fed=yes # kustoconn:ignore KCS201 -- the old tool needs it",
	},
	{
		Code: UnreadableFile, Name: "unreadable-file", Severity: diag.Warning,
		Since: "0.1.0", InFiles: true,
		Doc: "A file could not be read as the format that its name promises, so that connection strings in it\n" +
			"may have been missed. Correct the file, or exclude it by configuration if it is broken on purpose.\n" +
			"The examples are two files named `appsettings.json`.",
		Bad:  `{"Kusto": "https://help.kusto.windows.net/Samples;Fed=true"`,
		Good: `{"Kusto": "https://help.kusto.windows.net/Samples;Fed=true"}`,
	},
}
