package user

import "testing"

func TestFirst(t *testing.T) {
	if r, ok := First("x"); r != 'x' || !ok {
		t.Error("wrong")
	}
	if r, ok := First(""); r != 0 || ok {
		t.Error("wrong")
	}
}
