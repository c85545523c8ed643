package rule_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kustoconn/internal/vocabulary"
)

// speaking are the files whose texts the golden reports hold.
var speaking = []string{
	"../grammar/faults.go", "../validate/*.go", "../endpoint/fault.go", "../endpoint/lookalike.go",
	"../internal/vocabulary/foreign.go", "../internal/vocabulary/builder_property.go", "../lint/suppress.go",
}

// unreached are texts that no report can hold, with the reason.
var unreached = map[string]string{
	"bytes that are not UTF-8 in the data source": "grammar reports them, and the segment is no Data Source then",
}

// TestEveryMessageIsInAReport holds that each text of more than one word in the
// files that report stands in a golden report, so that none can be lost or
// changed unseen.
func TestEveryMessageIsInAReport(t *testing.T) {
	var reports strings.Builder
	goldens, err := filepath.Glob(goldenDir + "/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, golden := range goldens {
		text, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		reports.Write(text)
	}
	for _, pattern := range speaking {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no file %s: %v", pattern, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") || filepath.Base(file) == "validate.go" {
				continue
			}
			for _, message := range messages(t, file) {
				if unreached[message] == "" && !strings.Contains(reports.String(), message) {
					t.Errorf("%s: no golden report says %q: add a text to moreExamples that makes it", file, message)
				}
			}
		}
	}
}

// messages returns the texts of more than one word in a file of Go.
func messages(t *testing.T, file string) (list []string) {
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return true
		}
		text, err := strconv.Unquote(literal.Value)
		if err != nil {
			t.Fatal(err)
		}
		text = strings.TrimSpace(text)
		if _, keyword := vocabulary.LookupForeign(text); keyword {
			return true // a name that a message is made with
		}
		if len(strings.Fields(text)) > 1 && !slices.Contains(list, text) {
			list = append(list, text)
		}
		return true
	})
	return list
}
