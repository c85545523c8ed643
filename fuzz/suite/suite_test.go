package suite

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kustoconn/fuzz"
	"kustoconn/fuzz/internal/reference"
)

func TestModulePasses(t *testing.T) {
	for _, c := range Cases() {
		if d := fuzz.Compare(c.Expect, reference.Answer(c.Text)); d != "" {
			t.Errorf("%s: %q\n%s", c.ID, c.Text, d)
		}
	}
}

// The files hold what README.md says and nothing else, so that readers in
// other languages need no more than that.
func TestWellFormed(t *testing.T) {
	names, err := filepath.Glob("v1/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("%v, %v", names, err)
	}
	seen := map[string]string{}
	id := regexp.MustCompile(`^[a-z0-9]+-\d\d$`)
	for _, name := range names {
		data, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer data.Close()
		var f file
		d := json.NewDecoder(data)
		d.DisallowUnknownFields()
		if err := d.Decode(&f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if f.Version != version || f.Title == "" || len(f.Cases) == 0 {
			t.Errorf("%s: version %d, title %q, %d cases", name, f.Version, f.Title, len(f.Cases))
		}
		for _, c := range f.Cases {
			if !id.MatchString(c.ID) || seen[c.ID] != "" {
				t.Errorf("%s: id %q, also in %q", name, c.ID, seen[c.ID])
			}
			seen[c.ID] = name
			if c.Source == "" {
				t.Errorf("%s has no source", c.ID)
			}
			if len(c.Clauses) == 0 {
				t.Errorf("%s names no clause of docs/spec.md", c.ID)
			}
			switch e := c.Expect; {
			case e.Syntax && (e.Pairs == nil || len(e.Diagnostics) > 0):
				t.Errorf("%s: a valid string without pairs, or with a fault", c.ID)
			case !e.Syntax && (e.Pairs != nil || e.Canonical != nil || len(e.Diagnostics) != 1):
				t.Errorf("%s: an invalid string with more or less than its fault", c.ID)
			}
			if strings.Contains(c.Text, "\ufffd") {
				t.Errorf("%s: a replacement character", c.ID)
			}
		}
	}
}

// Every syntax fault that JSON can carry has cases.
func TestCoversSyntaxFaults(t *testing.T) {
	covered := map[string]bool{}
	for _, c := range Cases() {
		for _, d := range c.Expect.Diagnostics {
			covered[d.Code] = true
		}
	}
	for _, kind := range fuzz.Kinds() {
		if kind.IsSyntax() && kind.InText() && !covered[kind.Code()] {
			t.Errorf("no case of %s", kind)
		}
	}
}
