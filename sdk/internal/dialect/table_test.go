package dialect

import (
	"strings"
	"testing"

	"kustoconn/internal/sealed"

	"github.com/google/go-cmp/cmp"
)

func TestTable(t *testing.T) {
	table := NewTable(strings.ToLower, "Yes", "No",
		Keyword{Name: "B", Property: "Flag", Aliases: []string{"Bee"}, Bool: true},
		Keyword{Name: "Key", Property: "Secret", Secret: true},
		Keyword{Name: "Trace", Property: "Trace", Unwritten: true},
		Keyword{Name: "A", Property: "Text"},
	)
	if k, ok := table.Find("BEE"); !ok || k.Name != "B" {
		t.Errorf("BEE is %v, %t", k, ok)
	}
	if k, ok := table.Find("flag"); ok {
		t.Errorf("flag is %v", k)
	}

	held := Held{}
	held.Put(Property{Name: "Flag", IsBool: true})
	held.Put(Property{Name: "Secret"})
	held.Put(Property{Name: "Text", Value: sealed.NewText("a")})
	held.Put(Property{Name: "Trace", Value: sealed.NewText("t")})
	if got, want := table.Write(held, false), "B=No;Key=;A=a"; got != want {
		t.Errorf("plain: got %q, want %q", got, want)
	}
	if got, want := table.Write(held, true), "B=No;Key=****;A=a"; got != want {
		t.Errorf("masked: got %q, want %q", got, want)
	}
	if held.Has("Text", "Secret") || !held.Has("Text", "Trace") {
		t.Error("Has counts an empty text, or not one that is held")
	}
	want := []Property{{Name: "Flag", IsBool: true}, {Name: "Secret"}, {Name: "Text", Value: sealed.NewText("a")}, {Name: "Trace", Value: sealed.NewText("t")}}
	if diff := cmp.Diff(want, held.Seen("Secret")); diff != "" {
		t.Error(diff)
	}
	if SameSeen(want, held.Seen()) {
		t.Error("the empty secret is listed unasked")
	}
}
