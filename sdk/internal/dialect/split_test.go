package dialect

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/source"
)

func TestSplitCutsAsStringsDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a;=é]*`).Draw(t, "text")
		var got []string
		for s := range Split(text, ';') {
			got = append(got, s.Slice(text))
		}
		if diff := cmp.Diff(strings.Split(text, ";"), got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestCutCutsAsStringsDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a=é]*`).Draw(t, "text")
		start := rapid.IntRange(0, len(text)).Draw(t, "start")
		end := rapid.IntRange(start, len(text)).Draw(t, "end")
		before, after, found := Cut(text, source.Span{Start: start, End: end}, '=')
		wantBefore, wantAfter, wantFound := strings.Cut(text[start:end], "=")
		if before.Slice(text) != wantBefore || after.Slice(text) != wantAfter || found != wantFound {
			t.Errorf("got %v, %v, %t", before, after, found)
		}
		if before.Start != start || after.End != end {
			t.Errorf("%v and %v do not reach from %d to %d", before, after, start, end)
		}
	})
}
