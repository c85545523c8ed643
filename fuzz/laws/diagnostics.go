package laws

import (
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/source"
)

// checkDiagnostics holds that every diagnostic of text is of a known rule, says
// something, and points into the text, with its ends between characters; a
// byte that is not UTF-8 is a character of its own.
func checkDiagnostics(t Reporter, text string) {
	t.Helper()
	for _, d := range read(text).found {
		if r := rule.Get(d.Code); r == nil || r.Name != d.Rule || d.Message == "" {
			t.Fatalf("%q: %+v is of no rule, or says nothing", text, d)
		}
		if len(d.Related) > 2 {
			t.Fatalf("%q: %v has %d related spans", text, d, len(d.Related))
		}
		spans := []source.Span{d.Span}
		for _, r := range d.Related {
			spans = append(spans, r.Span)
		}
		for _, e := range d.Edits {
			spans = append(spans, e.Span)
		}
		for _, s := range spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) || !isBoundary(text, s.Start) || !isBoundary(text, s.End) {
				t.Fatalf("%q: %v has the span %v", text, d, s)
			}
		}
	}
}

// isBoundary reports whether no character of text has bytes on both sides of
// at.
func isBoundary(text string, at int) bool {
	for start := max(0, at-utf8.UTFMax+1); start < at; start++ {
		if _, n := utf8.DecodeRuneInString(text[start:]); start+n > at && utf8.RuneStart(text[start]) && n > 1 {
			return false
		}
	}
	return true
}

// checkFixes holds that the fix of each diagnostic applies and leaves fewer
// diagnostics (an Information counts only between as many others: a mended
// string may be worth a new one; a fix that separates pairs leaves fewer of its
// kind), that a safe one leaves what the text means, and that the fixes together
// apply.
func checkFixes(t Reporter, text string) {
	t.Helper()
	found := read(text).found
	for i := range found {
		d := &found[i]
		if len(d.Edits) == 0 {
			continue
		}
		mended, err := diag.Apply(text, d.Edits)
		if err != nil {
			t.Fatalf("%q: the fix of %v: %v", text, d, err)
		}
		if after := read(mended).found; !better(after, found) && !(separates(d) && ofCode(after, d.Code) < ofCode(found, d.Code)) {
			t.Fatalf("%q: the fix of %v gives %q, with %v", text, d, mended, after)
		}
		if _, safe := d.Fixable(); safe {
			if diff := cmp.Diff(senseOf(text), senseOf(mended)); diff != "" {
				t.Fatalf("%q: the safe fix of %v gives %q, which means something else\n%s", text, d, mended, diff)
			}
		}
	}
	for _, unsafe := range []bool{false, true} {
		edits, _ := found.Fixes(unsafe)
		mended, err := diag.Apply(text, edits)
		if err != nil {
			t.Fatalf("%q: all fixes: %v", text, err)
		}
		if !unsafe {
			if diff := cmp.Diff(senseOf(text), senseOf(mended)); diff != "" {
				t.Fatalf("%q: the safe fixes give %q, which means something else\n%s", text, mended, diff)
			}
		}
	}
}

// separates reports whether the fix of d writes semicolons: what becomes a pair of
// its own by that may be at fault too, which nothing said while it was a part of a
// value.
func separates(d *diag.Diagnostic) bool {
	for _, e := range d.Edits {
		if e.NewText != ";" {
			return false
		}
	}
	return true
}

// ofCode returns how often l has a code.
func ofCode(l diag.List, code diag.Code) (n int) {
	for i := range l {
		if l[i].Code == code {
			n++
		}
	}
	return n
}

// better reports whether a has fewer diagnostics than b.
func better(a, b diag.List) bool {
	count := func(l diag.List) (problems int) {
		for i := range l {
			if l[i].Severity.AtLeast(diag.Warning) {
				problems++
			}
		}
		return problems
	}
	if x, y := count(a), count(b); x != y {
		return x < y
	}
	return len(a) < len(b)
}
