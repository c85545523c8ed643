package report_test

import (
	"os"

	"kustoconn/diag"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/source"
)

// What is hidden is masked wherever the text is shown.
func ExampleWrite() {
	const text = "http://help.kusto.windows.net;AppKey=invented"
	file := report.NewFile("kusto.txt", text, nil)
	file.Hidden, file.IsFile = []source.Span{{Start: 37, End: len(text)}}, true
	d := rule.New(rule.PlainHTTP, source.Span{Start: 0, End: 4}, "plain http is not encrypted")
	d.Help = "write https"
	d.Edits = []diag.Edit{{Span: d.Span, NewText: "https"}}
	findings := []report.Finding{{File: file, Diagnostic: d, Fixed: "https://help.kusto.windows.net;AppKey=****"}}
	for _, format := range []report.Format{report.Text, report.Concise, report.GitHub} {
		if err := report.Write(os.Stdout, format, findings, report.Options{}); err != nil {
			panic(err)
		}
	}
	// Output:
	// kusto.txt:1:1: warning KCS405 plain-http: plain http is not encrypted
	//   |
	// 1 | http://help.kusto.windows.net;AppKey=****
	//   | ^^^^
	//   = help: write https
	//   = unsafe fix: https://help.kusto.windows.net;AppKey=****
	//
	// 1 warning; 1 fixable, 0 of them safely
	// kusto.txt:1:1: warning KCS405 plain-http: plain http is not encrypted
	// ::warning file=kusto.txt,line=1,endLine=1,col=1,endColumn=5,title=KCS405 plain-http::plain http is not encrypted%0Ahelp: write https
}
