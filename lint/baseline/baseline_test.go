package baseline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const text = "https://help.kusto.windows.net;Fed=true;AppKey=Zq9xW7vK2mJ4"

func TestAKnownFindingHidesOneOnly(t *testing.T) {
	b := New()
	b.Add(501, "a/b.yaml", text)
	b.Add(501, "a/b.yaml", text)
	read, err := Read(b.JSON())
	if err != nil {
		t.Fatal(err)
	}
	f := read.Filter()
	var got []bool
	for range 3 {
		got = append(got, f(501, "a/b.yaml", text))
	}
	got = append(got, f(501, "b.yaml", text), f(101, "a/b.yaml", text), f(501, "a/b.yaml", text+" "))
	if diff := cmp.Diff([]bool{true, true, false, false, false, false}, got); diff != "" {
		t.Error(diff)
	}
	if !read.Filter()(501, "a/b.yaml", text) {
		t.Error("a second run does not start anew")
	}
}

func TestNoBaselineHidesNothing(t *testing.T) {
	var none *Baseline
	if none.Filter()(501, "a", text) {
		t.Error("a finding is known to no baseline")
	}
}

func TestTheFileHoldsNoText(t *testing.T) {
	b := New()
	b.Add(501, "a.yaml", text)
	data := string(b.JSON())
	for i := 0; i+6 <= len(text); i++ {
		if piece := text[i : i+6]; strings.Contains(data, piece) {
			t.Errorf("the baseline holds %q", piece)
		}
	}
	other := New()
	other.Add(501, "a.yaml", text)
	if b.entry(501, "a.yaml", text) == other.entry(501, "a.yaml", text) {
		t.Error("two baselines hash alike")
	}
}

func TestTheFileIsStable(t *testing.T) {
	b := New()
	for _, path := range []string{"c", "a", "b", "a"} {
		b.Add(501, path, text)
		b.Add(101, path, "x")
	}
	read, err := Read(b.JSON())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(b.JSON()), string(read.JSON())); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a", "b", "c"}, read.paths()); diff != "" {
		t.Error(diff)
	}
	read.Forget(func(path string) bool { return path == "a" })
	if diff := cmp.Diff([]string{"b", "c"}, read.paths()); diff != "" || read.Len() != 4 {
		t.Error(diff, read.Len())
	}
}

func TestReadRefuses(t *testing.T) {
	for _, data := range []string{"", "[]", "{}", `{"version":2,"key":"","findings":[]}`, `{"version":1,"key":"AA==","findings":[]}`, `{"version":1,"x":1}`, `{"hidden":1}`, "hidden"} {
		if _, err := Read([]byte(data)); err == nil {
			t.Errorf("%q is read", data)
		} else if strings.Contains(err.Error(), "hid") || strings.Contains(err.Error(), "'h'") {
			t.Errorf("%q is repeated: %v", data, err)
		}
	}
}
