package table_test

import (
	"testing"

	"pgregory.net/rapid"

	"kustoconn/internal/table"
)

func TestLikeAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Few letters, so that keys meet in a bucket and one replaces another.
		key := rapid.StringMatching(`[ab]{0,6}`)
		want := map[string]int{}
		var got table.Table[int]
		for i, k := range rapid.SliceOf(key).Draw(t, "keys") {
			want[k] = i
			got.Set(k, i)
		}
		for _, k := range append(rapid.SliceOf(key).Draw(t, "others"), "") {
			w, found := want[k]
			v := got.Get(k)
			if found != (v != nil) || found && *v != w {
				t.Fatalf("%q: found %v, want %v %d", k, v, found, w)
			}
			if got.GetBytes([]byte(k)) != v {
				t.Fatalf("%q: another answer in bytes", k)
			}
		}
	})
}
