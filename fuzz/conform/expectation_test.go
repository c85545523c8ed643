package conform

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// example is a report of two cases that differ, one that does not, one left open
// and a generated string.
func example() *Report {
	return &Report{
		Suite: 4, Open: 1, Generated: 7, Seed: 3,
		asked: []string{"a-01", "a-02", "a-03", "a-04"}, open: []string{"a-04"},
		Disagreements: []Disagreement{
			{Name: "a-01", Source: "who", Clauses: []string{"2.1"}, Text: "a<b", Kinds: []string{"x", "y"}, Difference: "x:\n\t- 1\n\t+ 2"},
			{Name: "a-02", Text: "b", Kinds: []string{"x"}},
			{Name: "generated", Text: "c\x01", Kinds: []string{"z"}},
		},
	}
}

const known = `{"version": 1, "known": [
	{"class": "x", "reason": "why", "cases": ["a-01", "a-02", "generated"]},
	{"class": "y", "reason": "so", "cases": ["a-01"]},
	{"class": "z", "reason": "it is", "cases": ["generated"]}
]}`

func parse(t *testing.T, text string) *Expectation {
	t.Helper()
	e, err := ParseExpectation([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// What is known passes; what is new, gone, or has no reason fails.
func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name, from, to string // a change of known
		news           []string
		gone           []Known
	}{
		{"all is known", "", "", nil, nil},
		{"a class of a case is new", `"cases": ["a-01"]`, `"cases": ["generated"]`, []string{"a-01"}, nil},
		{"a case is new", `["a-01", "a-02", "generated"]`, `["a-01"]`, []string{"a-02"}, nil},
		{"a generated string is new", `"class": "z"`, `"class": "zz"`, []string{"generated"}, nil},
		{"a class is gone", `["a-01"]`, `["a-01", "a-02"]`, nil, []Known{{"a-02", "y"}}},
		{"a case agrees", `["a-01"]`, `["a-01", "a-03"]`, nil, []Known{{"a-03", "y"}}},
		{"no such case", `["a-01"]`, `["a-01", "b-01"]`, nil, []Known{{"b-01", "y"}}},
		{"generated strings are never gone", `["a-01"]`, `["a-01", "generated"]`, nil, nil},
		{"no reason", `"so"`, `""`, []string{"a-01"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := example()
			parse(t, strings.Replace(known, tt.from, tt.to, 1)).Apply(r)
			var news []string
			for _, d := range r.Disagreements {
				if !d.isKnown() {
					news = append(news, d.Name)
				}
			}
			if d := cmp.Diff(tt.news, news); d != "" {
				t.Errorf("new (-want +got)\n%s", d)
			}
			if d := cmp.Diff(tt.gone, r.Gone); d != "" {
				t.Errorf("gone (-want +got)\n%s", d)
			}
			if r.Failed() != (len(tt.news)+len(tt.gone) > 0) {
				t.Errorf("failed: %t", r.Failed())
			}
		})
	}
}

// A parser that died before the end of the suite has not mended the rest.
func TestACutRunMendsNothing(t *testing.T) {
	r := example()
	r.cut = true
	e := parse(t, strings.Replace(known, `["a-01"]`, `["a-01", "b-01"]`, 1))
	e.Apply(r)
	if r.Failed() {
		t.Errorf("gone: %v", r.Gone)
	}
	if e.Update(r); !slices.Contains(e.groups[1].Cases, "b-01") {
		t.Errorf("%+v", e.groups)
	}
}

// What Update writes knows the report once each group has a reason, and keeps the
// reasons that there were.
func TestUpdate(t *testing.T) {
	e := parse(t, `{"version": 1, "known": [{"class": "x", "reason": "why", "cases": ["a-01", "a-03"]}, {"class": "w", "reason": "old", "cases": ["a-02"]}]}`)
	r := example()
	e.Update(r)
	e = parse(t, string(e.JSON()))
	want := []group{
		{"x", "why", []string{"a-01"}}, {"y", "", []string{"a-01"}}, {"x", "", []string{"a-02"}}, {"z", "", []string{"generated"}},
	}
	if d := cmp.Diff(want, e.groups); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if e.Apply(r); !r.Failed() || len(r.Gone) > 0 {
		t.Error("what has no reason is known")
	}
	if e.Apply(r); true {
		reasoned := parse(t, strings.ReplaceAll(string(e.JSON()), `"reason": ""`, `"reason": "r"`))
		if reasoned.Apply(r); r.Failed() {
			t.Errorf("%+v", r)
		}
	}
	if text := string((&Expectation{}).JSON()); !strings.Contains(text, `"known": []`) {
		t.Error(text)
	}
}

func TestParseExpectationRefuses(t *testing.T) {
	for _, text := range []string{
		"", "[]", `{"version": 2, "known": []}`, `{"version": 1, "known": [{"class": "HIDDEN"}]}`, known + "{}", `{"version": 1, "HIDDEN": 1}`,
		`{"version": 1, "known": [{"class": "", "cases": ["a-01"]}]}`,
	} {
		if _, err := ParseExpectation([]byte(text)); err == nil || strings.Contains(err.Error(), "HIDDEN") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestFormats(t *testing.T) {
	r := example()
	parse(t, strings.Replace(strings.Replace(known, `["a-01"]`, `["a-03"]`, 1), `"class": "z"`, `"class": "zz"`, 1)).Apply(r)
	var out strings.Builder
	if err := r.WriteText(&out); err != nil || !strings.Contains(out.String(), "a-03: no longer different: y\n") ||
		!strings.HasSuffix(out.String(), "2 new disagreements, 1 known, 1 gone\n") || strings.Contains(out.String(), "a-02") {
		t.Errorf("%v\n%s", err, out.String())
	}
	out.Reset()
	if err := r.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Failed        bool
		Open          []string
		Disagreements []struct {
			Case    string
			Known   bool
			Classes []jsonClass
		}
		Gone []jsonGone
	}
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	if !got.Failed || len(got.Disagreements) != 3 || got.Disagreements[0].Known || !got.Disagreements[1].Known ||
		got.Disagreements[0].Classes[0] != (jsonClass{"x", "why"}) || got.Gone[0] != (jsonGone{"a-03", "y"}) || got.Open[0] != "a-04" {
		t.Errorf("%+v", got)
	}
	out.Reset()
	if err := r.WriteJUnit(&out); err != nil {
		t.Fatal(err)
	}
	var s junitSuite
	if err := xml.Unmarshal([]byte(out.String()), &s); err != nil {
		t.Fatal(err)
	}
	if s.Tests != 6 || s.Failures != 3 || s.Skipped != 2 {
		t.Errorf("%d tests, %d failures, %d skipped", s.Tests, s.Failures, s.Skipped)
	}
	for i, want := range []string{"failure y", "skipped known: why", "failure no longer different: y", "skipped left open", "", "failure z"} {
		c := s.Cases[i]
		got := ""
		if c.Failure != nil {
			got = "failure " + c.Failure.Message
		} else if c.Skipped != nil {
			got = "skipped " + c.Skipped.Message
		}
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", c.Name, got, want)
		}
	}
	if !strings.Contains(s.Cases[0].Failure.Text, `"a<b"`) || s.Cases[5].Name != `"c\x01"` {
		t.Errorf("%+v", s.Cases)
	}
}
