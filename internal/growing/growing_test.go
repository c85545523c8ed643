package growing_test

import (
	"testing"

	"kustoconn/internal/growing"
)

func TestAppend(t *testing.T) {
	const n = 100_000
	var list []int
	room, made := 0, 0
	for i := range n {
		list = growing.Append(list, i)
		if cap(list) != room {
			room = cap(list)
			made += room
		}
	}
	for i, v := range list {
		if i != v {
			t.Fatalf("element %d is %d", i, v)
		}
	}
	if len(list) != n || made > 4*n { // of doubled lists each is as long as those before it
		t.Errorf("%d elements of %d, in memory for %d", len(list), n, made)
	}
}
