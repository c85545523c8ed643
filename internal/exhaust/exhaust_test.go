package exhaust_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/exhaust"
)

func TestTexts(t *testing.T) {
	got := slices.Collect(exhaust.Texts([]string{"a", "é"}, 2))
	want := []string{"", "a", "é", "aa", "aé", "éa", "éé"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestTextsStops(t *testing.T) {
	var got []string
	for text := range exhaust.Texts([]string{"a", "b"}, 9) {
		if got = append(got, text); text == "ab" {
			break
		}
	}
	if d := cmp.Diff([]string{"", "a", "b", "aa", "ab"}, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestCount(t *testing.T) {
	for most := range 5 {
		want := 0
		for range exhaust.Texts([]string{"a", "b", "c"}, most) {
			want++
		}
		if got := exhaust.Count(3, most); got != want {
			t.Errorf("%d texts of up to %d letters, want %d", got, most, want)
		}
	}
}

func TestLength(t *testing.T) {
	quick := 4
	if testing.Short() {
		quick = 3
	}
	for value, want := range map[string]int{"": quick, "1": 6, "7": 7} {
		t.Setenv(exhaust.Campaign, value)
		if got := exhaust.Length(t, 4, 6); got != want {
			t.Errorf("%s=%s: %d letters, want %d", exhaust.Campaign, value, got, want)
		}
	}
}

// failing notes that a test would fail, and ends it as Fatalf does.
type failing struct{ testing.TB }

func (failing) Helper()               {}
func (failing) Fatalf(string, ...any) { panic("failed") }

func TestLengthRefuses(t *testing.T) {
	for _, value := range []string{"0", "-1", "yes", "1s"} {
		t.Run(value, func(t *testing.T) {
			t.Setenv(exhaust.Campaign, value)
			defer func() {
				if recover() == nil {
					t.Error("is taken")
				}
			}()
			exhaust.Length(failing{t}, 4, 6)
		})
	}
}
