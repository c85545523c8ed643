package rule_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/source"
)

func TestCatalogueIsComplete(t *testing.T) {
	rules := rule.All()
	names := map[string]bool{}
	for i, r := range rules {
		if i > 0 && r.Code <= rules[i-1].Code {
			t.Errorf("%s is out of order", r.Name)
		}
		if names[r.Name] {
			t.Errorf("%s is there twice", r.Name)
		}
		names[r.Name] = true
		if r.Since == "" || r.Severity == 0 {
			t.Errorf("%s: Since or Severity is missing", r.Name)
		}
		if noExample := r.Code == rule.TextTooLong; noExample != (r.Bad == "") || noExample != (r.Good == "") {
			t.Errorf("%s: Bad or Good is missing", r.Name)
		}
		if r.Fix == rule.UnsafeFix && r.Changes == "" && !strings.Contains(r.Doc, "unsafe") {
			t.Errorf("%s: nothing says what its fix changes", r.Name)
		}
		if r.Changes != "" && (r.Fix != rule.UnsafeFix || strings.HasSuffix(r.Changes, ".")) {
			t.Errorf("%s: Changes is no predicate of an unsafe fix", r.Name)
		}
		if r.Doc == "" || !strings.HasSuffix(r.Doc, ".") {
			t.Errorf("%s: the documentation is no sentence", r.Name)
		}
		if r.Area() == "" || r.Code/100 != rules[max(0, i-1)].Code/100 && r.Area() == rules[max(0, i-1)].Area() {
			t.Errorf("%s is of the stage %q", r.Name, r.Area())
		}
		for _, word := range []string{r.Code.String(), strings.ToLower(r.Code.String()), r.Name, strings.ToUpper(r.Name)} {
			if got, ok := rule.Find(word); !ok || got != r {
				t.Errorf("%s is not found as %s", r.Name, word)
			}
		}
		if rule.Get(r.Code) != r {
			t.Errorf("%s is not found by its number", r.Name)
		}
	}
	for _, code := range []diag.Code{-1, 0, 99, 100, 999, 9999} {
		if r := rule.Get(code); r != nil {
			t.Errorf("%d is %s", code, r.Name)
		}
	}
	if r, ok := rule.Find("KCS1"); ok {
		t.Errorf("a prefix is found as %s", r.Name)
	}
}

func TestSelect(t *testing.T) {
	for _, tt := range []struct {
		selector string
		want     []diag.Code
		match    int // of the first
	}{
		{"KCS502", []diag.Code{rule.ExpiredToken}, 6},
		{"Expired-Token", []diag.Code{rule.ExpiredToken}, 6},
		{"kcs50", []diag.Code{rule.SecretInText, rule.ExpiredToken, rule.MaskedSecret, rule.SecretInCode}, 5},
		{"KCS7", []diag.Code{rule.UnusedSuppression, rule.SuppressionWithoutReason, rule.UnreadableFile}, 4},
		{"KC", nil, 0},
		{"KCS9", nil, 0},
		{"expired", nil, 0},
		{"KCS5021", nil, 0},
		{"", nil, 0},
	} {
		got := rule.Select(tt.selector)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", tt.selector, diff)
		}
		if len(got) > 0 && rule.Get(got[0]).Match(tt.selector) != tt.match {
			t.Errorf("%q matches by %d", tt.selector, rule.Get(got[0]).Match(tt.selector))
		}
	}
	if all := rule.Select("KCS"); len(all) != len(rule.All()) {
		t.Errorf("KCS selects %d rules", len(all))
	}
}

func TestNew(t *testing.T) {
	want := diag.Diagnostic{
		Code: 404, Rule: "untrusted-endpoint", Severity: diag.Error,
		Message: "said", Span: source.Span{Start: 1, End: 2},
	}
	if diff := cmp.Diff(want, rule.New(rule.UntrustedEndpoint, source.Span{Start: 1, End: 2}, "said")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestMarkdown(t *testing.T) {
	r := rule.Rule{
		Code: 302, Name: "a-b", Severity: diag.Warning, Worse: diag.Error, Since: "1.2.0", Fix: rule.SafeFix,
		Doc: "It is so.", Bad: "a\x01", Good: "a",
	}
	const want = "# KCS302 a-b\n\nSeverity: warning or error · Fix: safe · Since: 1.2.0\n\nIt is so.\n\n" +
		"Reported:\n\n```go\n\"a\\x01\"\n```\n\nNot reported:\n\n```text\na\n```\n"
	if diff := cmp.Diff(want, r.Markdown()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	r.Bad, r.Good, r.Worse, r.Fix = "", "", 0, rule.UnsafeFix
	if got := r.Markdown(); got != "# KCS302 a-b\n\nSeverity: warning · Fix: unsafe · Since: 1.2.0\n\nIt is so.\n" {
		t.Errorf("without examples: %q", got)
	}
}
