package lint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/source"
)

// What joins texts is found in order, the operator of a format with its bracket alone.
func TestJoinCalls(t *testing.T) {
	for text, want := range map[string][]source.Span{
		`"a%s"%(key, b)`:    {{Start: 4, End: 7}},
		`'a' % [x]`:         {{Start: 2, End: 7}},
		`'join'%{"key": y}`: {{Start: 1, End: 5}, {Start: 5, End: 8}},
		`"a" %  (key)`:      nil,
		`"a" % key`:         nil,
	} {
		if diff := cmp.Diff(want, joinCalls(text)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}
