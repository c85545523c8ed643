package report_test

import (
	"os"

	"kustoconn/diag"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/source"
)

// A string is shown as its excerpt: what is secret is masked.
func ExampleWrite() {
	const text = "http://help.kusto.windows.net;AppKey=invented"
	file := report.NewFile("kusto.txt", text, nil)
	file.IsFile = true
	excerpt := redact.NewExcerpt(text, []source.Span{{Start: 37, End: len(text)}})
	d := rule.New(rule.PlainHTTP, source.Span{Start: 0, End: 4}, "plain http is not encrypted")
	d.Help = "write https"
	d.Edits = []diag.Edit{{Span: d.Span, NewText: "https"}}
	findings := []report.Finding{{File: file, Diagnostic: d, Excerpt: excerpt, Fixed: "https://help.kusto.windows.net;AppKey=****"}}
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
	//   = unsafe: it makes clients connect over https
	//
	// 1 warning; 1 fixable, 0 of them safely
	// kusto.txt:1:1: warning KCS405 plain-http: plain http is not encrypted
	// ::warning file=kusto.txt,line=1,endLine=1,col=1,endColumn=5,title=KCS405 plain-http::plain http is not encrypted%0Ahelp: write https
}
