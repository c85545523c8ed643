package grammar_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/fixtures"
	"kustoconn/rule"
)

// adonetReads returns what DbConnectionStringBuilder was recorded to read.
func adonetReads(t *testing.T) (reads []fixtures.ADONETRow) {
	t.Helper()
	for _, row := range fixtures.ADONET(t) {
		if row.S != nil {
			reads = append(reads, row)
		}
	}
	return reads
}

// difference names the deliberate difference from ADO.NET that explains why
// the verdicts on a tree are not the same; "" where none does.
func difference(tree *ast.ConnectionString) string {
	if tree.Prefix() != nil {
		return "prefix"
	}
	for _, s := range tree.Segments {
		switch {
		case s.Kind != ast.Malformed:
		case diag.Code(s.Fault) == rule.MissingEquals:
			return "segment without '='"
		case diag.Code(s.Fault) == rule.MisplacedPrefix:
			return "misplaced prefix"
		case diag.Code(s.Fault) == rule.ControlCharacter && strings.ContainsRune(s.Span().Slice(tree.Text()), 0):
			return "NUL"
		case diag.Code(s.Fault) == rule.ControlCharacter && s.Unset():
			return "control character in the keyword of an unset pair"
		}
	}
	return ""
}

func TestADONETRecording(t *testing.T) {
	reads := adonetReads(t)
	if len(reads) != 7592 {
		t.Fatalf("%d reads, want 7592", len(reads))
	}
	differences := map[string]int{}
	for _, r := range reads {
		tree, diags := grammar.Parse(*r.S)
		if ok := len(diags) == 0; ok != r.OK || tree.Prefix() != nil {
			why := difference(tree)
			if why == "" {
				t.Errorf("%s: %q: ok = %v, ADO.NET says %v: %v", r.ID, *r.S, ok, r.OK, diags)
			}
			differences[why]++
			continue
		}
		if !r.OK {
			continue
		}
		got, want := map[string]string{}, map[string]string{}
		for _, s := range tree.Pairs() {
			key := strings.ToLower(s.Keyword())
			got[key] = s.Value()
			if s.Unset() {
				delete(got, key)
			}
		}
		for _, p := range r.Pairs {
			want[p[0]] = p[1]
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %q (-ADO.NET +ours)\n%s", r.ID, *r.S, d)
		}
	}
	want := map[string]int{
		"prefix":              37,
		"segment without '='": 217,
		"misplaced prefix":    8,
		"NUL":                 14,
		"control character in the keyword of an unset pair": 2,
	}
	if d := cmp.Diff(want, differences); d != "" {
		t.Errorf("deliberate differences (-want +got)\n%s", d)
	}
}
