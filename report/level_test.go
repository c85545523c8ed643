package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
)

func TestSelect(t *testing.T) {
	file, other := &File{Path: "a"}, &File{Path: "b"}
	finding := func(f *File, text int, code diag.Code, s diag.Severity) Finding {
		return Finding{File: f, String: text, Diagnostic: diag.Diagnostic{Code: code, Severity: s}}
	}
	all := []Finding{
		finding(file, 0, 1, diag.Error), finding(file, 0, 2, diag.Warning), finding(file, 0, 3, diag.Information),
		finding(file, 0, 4, diag.Information),
	}
	for _, tt := range []struct {
		level diag.Severity
		codes []diag.Code
		left  string
	}{
		{0, []diag.Code{1, 2, 3, 4}, ""},
		{diag.Information, []diag.Code{1, 2, 3, 4}, ""},
		{diag.Warning, []diag.Code{1, 2}, "2 informations, shown with --level information"},
		{diag.Error, []diag.Code{1}, "1 warning, 2 informations, shown with --level information"},
	} {
		shown, left := Select(all, tt.level)
		var codes []diag.Code
		for i := range shown {
			codes = append(codes, shown[i].Diagnostic.Code)
		}
		if diff := cmp.Diff(tt.codes, codes); diff != "" || left.String() != tt.left {
			t.Errorf("%v: %s%q, want %q", tt.level, diff, left, tt.left)
		}
	}
	if _, left := Select(all[:2], diag.Error); left.String() != "1 warning, shown with --level warning" {
		t.Errorf("%q", left)
	}

	var many []Finding
	for range maxOfOneCode + 1 {
		many = append(many, finding(file, 1, 5, diag.Error), finding(file, 2, 5, diag.Error), finding(file, 1, 6, diag.Error),
			finding(other, 1, 5, diag.Error), finding(file, 0, 5, diag.Error))
	}
	shown, left := Select(many, 0)
	if want := 4*maxOfOneCode + maxOfOneCode + 1; len(shown) != want || left.More != 4 || left.Warnings+left.Information > 0 || left.more != (counts{Errors: 4}) {
		t.Errorf("%d shown, want %d; %+v", len(shown), want, left)
	}
	if want := "4 more of a rule that reports over 100 times in one string"; left.String() != want {
		t.Errorf("%q, want %q", left, want)
	}
}

// What is found in one string is chosen as findings are, and counted by JSON all the
// same.
func TestSelectOf(t *testing.T) {
	var found diag.List
	for range 2 * maxOfOneCode {
		found = append(found, diag.Diagnostic{Code: 5, Severity: diag.Error}, diag.Diagnostic{Code: 6, Severity: diag.Information})
	}
	shown, left := SelectOf(found, diag.Warning)
	if len(shown) != maxOfOneCode || left.More != maxOfOneCode || left.Information != 2*maxOfOneCode {
		t.Errorf("%d shown; %+v", len(shown), left)
	}
	if total := countAll(nil).plus(left.Plus(left)); total.Errors != 2*maxOfOneCode || total.Information != 4*maxOfOneCode {
		t.Errorf("%+v", total)
	}
}

// Every format leaves out the same, and JSON counts it.
func TestEveryFormatHasALevel(t *testing.T) {
	file := NewFile("a.txt", "abc", nil)
	file.IsFile = true
	findings := []Finding{
		{File: file, Diagnostic: diag.Diagnostic{Code: 404, Rule: "untrusted-endpoint", Severity: diag.Error, Message: "shown"}},
		{File: file, Diagnostic: diag.Diagnostic{Code: 208, Rule: "placeholder", Severity: diag.Information, Message: "left out"}},
	}
	for _, name := range FormatNames() {
		format, _ := ParseFormat(name)
		var out strings.Builder
		if err := Write(&out, format, findings, Options{Level: diag.Warning}); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); !strings.Contains(got, "shown") || strings.Contains(got, "left out") {
			t.Errorf("%s: %s", name, got)
		}
		if format == JSON && !strings.Contains(out.String(), `"information": 1,`) {
			t.Errorf("json does not count what it leaves out: %s", out.String())
		}
	}
}
