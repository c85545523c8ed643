package diag_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/diag"
	"kustoconn/source"
)

func TestSeverity(t *testing.T) {
	order := []diag.Severity{diag.Off, diag.Information, diag.Warning, diag.Error}
	for i, name := range []string{"off", "information", "warning", "error"} {
		if got := order[i].String(); got != name {
			t.Errorf("%d prints %q, want %q", order[i], got, name)
		}
		if got, ok := diag.ParseSeverity(name); !ok || got != order[i] {
			t.Errorf("%q is read as %v, %v", name, got, ok)
		}
		for j, floor := range order {
			if got := order[i].AtLeast(floor); got != (i >= j) {
				t.Errorf("%v at least %v: %v", order[i], floor, got)
			}
		}
	}
	if got, ok := diag.ParseSeverity("info"); !ok || got != diag.Information {
		t.Errorf("info is read as %v, %v", got, ok)
	}
	for _, name := range []string{"", "Error", "severity(0)", "severity(5)", "hint"} {
		if got, ok := diag.ParseSeverity(name); ok || got != 0 {
			t.Errorf("%q is read as %v", name, got)
		}
	}
	if got := diag.Severity(0).String(); got != "severity(0)" {
		t.Errorf("the zero severity prints %q", got)
	}
}

func TestCode(t *testing.T) {
	for code, want := range map[diag.Code]string{1: "KCS001", 42: "KCS042", 604: "KCS604", 1234: "KCS1234"} {
		if got := code.String(); got != want {
			t.Errorf("%d prints %q, want %q", int(code), got, want)
		}
	}
}

// at returns an edit of the bytes from start to end.
func at(start, end int, text string) diag.Edit {
	return diag.Edit{Span: source.Span{Start: start, End: end}, NewText: text}
}

func TestApply(t *testing.T) {
	const text = "abcdef"
	for _, tt := range []struct {
		name  string
		edits []diag.Edit
		want  string
		fails bool
	}{
		{"none", nil, "abcdef", false},
		{"replacement", []diag.Edit{at(1, 3, "X")}, "aXdef", false},
		{"insertions at both ends", []diag.Edit{at(6, 6, ">"), at(0, 0, "<")}, "<abcdef>", false},
		{"two insertions at one place", []diag.Edit{at(2, 2, "1"), at(2, 2, "2")}, "ab12cdef", false},
		{"an insertion before a deletion", []diag.Edit{at(2, 4, ""), at(2, 2, "X")}, "abXef", false},
		{"neighbours, the later first", []diag.Edit{at(3, 4, "4"), at(2, 3, "3")}, "ab34ef", false},
		{"everything", []diag.Edit{at(0, 6, "")}, "", false},
		{"overlap", []diag.Edit{at(1, 3, "X"), at(2, 4, "Y")}, text, true},
		{"an insertion inside", []diag.Edit{at(1, 3, "X"), at(2, 2, "Y")}, text, true},
		{"past the end", []diag.Edit{at(5, 7, "")}, text, true},
		{"before the start", []diag.Edit{at(-1, 0, "")}, text, true},
		{"the wrong way round", []diag.Edit{at(3, 2, "")}, text, true},
	} {
		given := append([]diag.Edit(nil), tt.edits...)
		got, err := diag.Apply(text, tt.edits)
		if got != tt.want || (err != nil) != tt.fails {
			t.Errorf("%s: %q, %v", tt.name, got, err)
		}
		if diff := cmp.Diff(given, tt.edits); diff != "" {
			t.Errorf("%s: the edits given were changed\n%s", tt.name, diff)
		}
	}
}

func safe(edits ...diag.Edit) []diag.Edit {
	for i := range edits {
		edits[i].Safe = true
	}
	return edits
}

func TestFixable(t *testing.T) {
	half := append(safe(at(0, 1, "")), at(2, 3, ""))
	for _, tt := range []struct {
		edits         []diag.Edit
		fixable, safe bool
	}{
		{nil, false, false},
		{safe(at(0, 1, ""), at(2, 3, "")), true, true},
		{half, true, false},
	} {
		d := diag.Diagnostic{Edits: tt.edits}
		if fixable, safe := d.Fixable(); fixable != tt.fixable || safe != tt.safe {
			t.Errorf("%+v: fixable %v, safe %v", tt.edits, fixable, safe)
		}
	}
}

func TestFixes(t *testing.T) {
	list := diag.List{
		{Edits: []diag.Edit{at(0, 2, "unsafe")}},
		{},
		{Edits: safe(at(2, 3, "touches the unsafe one"))},
		{Edits: safe(at(2, 2, "touches another safe one"))},
		{Edits: safe(at(5, 6, "apart"), at(8, 9, "and more"))},
		{Edits: safe(at(9, 9, "touches"), at(20, 21, "with all it has"))},
		{Edits: safe(at(10, 11, "beside"))},
	}
	for _, tt := range []struct {
		unsafe bool
		want   []string
		n      int
	}{
		{false, []string{"touches the unsafe one", "apart", "and more", "beside"}, 3},
		{true, []string{"unsafe", "apart", "and more", "beside"}, 3},
	} {
		edits, n := list.Fixes(tt.unsafe)
		var got []string
		for _, e := range edits {
			got = append(got, e.NewText)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || n != tt.n {
			t.Errorf("unsafe %v: %d fixes (-want +got)\n%s", tt.unsafe, n, diff)
		}
	}
}

// TestFixesLeavesOutWhatTouches holds Fixes to its sentence, in any order of the list.
func TestFixesLeavesOutWhatTouches(t *testing.T) {
	fix := rapid.Custom(func(t *rapid.T) diag.Diagnostic {
		var d diag.Diagnostic
		for _, start := range rapid.SliceOfNDistinct(rapid.IntRange(0, 40), 0, 3, rapid.ID).Draw(t, "starts") {
			d.Edits = append(d.Edits, at(start, start+rapid.IntRange(0, 4).Draw(t, "length"), ""))
		}
		return d
	})
	rapid.Check(t, func(t *rapid.T) {
		list := diag.List(rapid.SliceOfN(fix, 0, 12).Draw(t, "list"))
		var want []diag.Edit
		fixes := 0
		for _, d := range list {
			touches := slices.ContainsFunc(d.Edits, func(e diag.Edit) bool {
				return slices.ContainsFunc(want, func(w diag.Edit) bool {
					return e.Span.Start <= w.Span.End && w.Span.Start <= e.Span.End
				})
			})
			if len(d.Edits) > 0 && !touches {
				want = append(want, d.Edits...)
				fixes++
			}
		}
		got, n := list.Fixes(true)
		if diff := cmp.Diff(want, got); diff != "" || n != fixes {
			t.Fatalf("%d fixes, want %d (-want +got)\n%s", n, fixes, diff)
		}
	})
}

func BenchmarkFixes(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		list := make(diag.List, n)
		for i := range list {
			list[i].Edits = []diag.Edit{at(4*i, 4*i+1, ""), at(4*i+2, 4*i+3, "")}
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				list.Fixes(true)
			}
		})
	}
}

func TestSort(t *testing.T) {
	list := diag.List{
		{Code: 5, Span: source.Span{Start: 3, End: 9}},
		{Code: 2, Span: source.Span{Start: 1, End: 4}, Message: "first"},
		{Code: 2, Span: source.Span{Start: 1, End: 4}, Message: "second"},
		{Code: 1, Span: source.Span{Start: 1, End: 4}},
		{Code: 9, Span: source.Span{Start: 1, End: 2}},
		{Code: 4, Span: source.Span{Start: 0, End: 9}},
	}
	want := diag.List{list[5], list[4], list[3], list[1], list[2], list[0]}
	list.Sort()
	if diff := cmp.Diff(want, list); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestErr(t *testing.T) {
	warning := diag.Diagnostic{Code: 102, Severity: diag.Warning, Message: "twice"}
	if err := (diag.List{warning}).Err(); err != nil {
		t.Errorf("a warning alone: %v", err)
	}
	if err := diag.List(nil).Err(); err != nil {
		t.Errorf("nothing: %v", err)
	}
	list := diag.List{
		{Code: 3, Severity: diag.Error, Message: "no sign", Span: source.Span{Start: 4, End: 7}, Help: "write one"},
		warning,
		{Code: 401, Severity: diag.Error, Message: "no source", Span: source.At(9)},
	}
	err := list.Err()
	var listed *diag.ListError
	if !errors.As(err, &listed) {
		t.Fatalf("%T is no ListError", err)
	}
	if diff := cmp.Diff(list, listed.Diagnostics); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	const want = "KCS003 at byte 4-7: no sign; write one\nKCS401 at byte 9-9: no source"
	if err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
	if got := list[0].String(); got != "4-7: error KCS003: no sign" {
		t.Errorf("a diagnostic prints %q", got)
	}
}

func TestJSON(t *testing.T) {
	list := diag.List{
		{
			Code: 207, Rule: "quote-in-bare-value", Severity: diag.Warning, Message: "m", Help: "h",
			Span:    source.Span{Start: 1, End: 2},
			Related: []diag.Related{{Span: source.At(3), Message: "r"}},
			Edits:   []diag.Edit{{Span: source.Span{Start: 4, End: 5}, NewText: "n", Safe: true}},
		},
		{Code: 7, Rule: "misplaced-prefix", Severity: diag.Error, Message: "m"},
	}
	const want = `[{"code":"KCS207","rule":"quote-in-bare-value","severity":"warning","message":"m","span":{"start":1,"end":2},` +
		`"related":[{"span":{"start":3,"end":3},"message":"r"}],"help":"h",` +
		`"edits":[{"span":{"start":4,"end":5},"newText":"n","safe":true}]},` +
		`{"code":"KCS007","rule":"misplaced-prefix","severity":"error","message":"m","span":{"start":0,"end":0}}]`
	for _, tt := range []struct {
		value any
		want  string
	}{
		{list, want},
		{diag.List(nil), "[]"},
		{diag.List{}, "[]"},
		{struct{ Found diag.List }{}, `{"Found":[]}`},
		{map[diag.Code]diag.Severity{101: diag.Off, 102: diag.Information}, `{"KCS101":"off","KCS102":"information"}`},
	} {
		got, err := json.Marshal(tt.value)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, string(got)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}
