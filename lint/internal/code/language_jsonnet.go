package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// jsonnet is Jsonnet.
var jsonnet = Language{
	Name: "jsonnet", Aliases: []string{"libsonnet"}, Extensions: []string{".jsonnet", ".libsonnet"}, Interpreters: []string{"jsonnet"},
	lineComments: []string{"//", "#"}, comments: slashComments,
	delimited: []delimited{belowOpening("|||", jsonnetLines)},
	literals: []literalStart{
		{`@"`, literal.Form{End: `"`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}},
		{`@'`, literal.Form{End: `'`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}},
		{`"`, quotedLines(`"`, &jsonnetEscapes, nil)}, {`'`, quotedLines(`'`, &jsonnetEscapes, nil)},
	},
}

var (
	jsonnetEscapes = escape.Table{Lead: '\\', Simple: "\"\"''\\\\//b\bf\fn\nr\rt\t", U: true}
	// jsonnetLines ends at ||| that nothing but blanks stands before on its line.
	jsonnetLines = func() literal.Form {
		form := verbatimLines("|||")
		form.Layout = literal.LayoutShared
		return form
	}()
)
