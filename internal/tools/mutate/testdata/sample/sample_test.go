package sample

import (
	"os"
	"testing"
)

func TestSize(t *testing.T) {
	for n, want := range map[int]kind{9: small, 10: small, 11: large} {
		if got := Size(n); got != want {
			t.Errorf("%d: %d", n, got)
		}
	}
}

func TestName(t *testing.T) {
	if Name(0) == "" {
		t.Error("no name")
	}
}

func TestSum(t *testing.T) {
	if Sum() != 0 || Sum(1, 2) != 3 {
		t.Error("wrong sum")
	}
}

func TestGrown(t *testing.T) {
	got := Grown(4)
	if len(got) != 2 || got[0] != 1 || got[1] != 3 {
		t.Error(got)
	}
}

func TestOther(t *testing.T) {
	if Other(small) != large || Other(large) != small {
		t.Error("wrong")
	}
}

// The code is rewritten for the mutants, so that what it allocates is not what
// it was.
func TestAllocations(t *testing.T) {
	if n := testing.AllocsPerRun(1, rewritten); n > 0 {
		t.Error(n)
	}
}

// rewritten stands for code that is slower for being rewritten.
func rewritten() {
	if os.Getenv("MUTANT") != "" {
		kept = make([]byte, 1000)
	}
}

var kept []byte
