package laws

import "testing"

func TestSeeds(t *testing.T) {
	if n := len(recorded()); n < 150 {
		t.Errorf("%d recorded seeds", n)
	}
}
