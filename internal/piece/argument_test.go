package piece_test

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/internal/piece"
)

// Each row is a format, and the argument of each of its verbs.
func TestVerbs(t *testing.T) {
	for format, want := range map[string]string{
		"a=%s;b=%d":          "%s:0 %d:1",
		"%%s=%v":             "%v:0",
		"%[2]s%[1]s":         "%[2]s:1 %[1]s:0",
		"%2$s":               "%2$s:1",
		"%(key)s%<other>s":   "%(key)s:key %<other>s:other",
		"{}{}":               "{}:0 {}:1",
		"{1}{0:x}":           "{1}:1 {0:x}:0",
		"{{x}}{name!r}":      "{name!r}:name",
		"100% of it, {open":  "",
		"%-10s%":             "%-10s:0",
		"%*s;%-*.*d;%b":      "%*s:1 %-*.*d:4 %b:5",
		"{9999}":             "{9999}:9999",
		"AppKey=%@;Fed=true": "%@:0",
		"a=%1;b=%23":         "%1:0 %23:22",
		"a=%1c":              "",
		"a=%1%;b=%12%":       "%1%:0 %12%:11",
		"a=$k_1;b=$$c;d=$#":  "$k_1:k_1 $#:0",
		"a=~a;b=~20s~%":      "~a:0 ~20s:1",
		"a=~ts~A":            "~ts:0 ~A:1",
		"a=~a;b=%s":          "%s:0",
		"a={s};b={d}":        "{s}:0 {d}:1",
		"a={s};b={}":         "{s}:s {}:0",
		"a=$0;b=$2":          "$0:0 $2:2",
		"a={{ k }};b={{&l}}": "{{ k }}:k {{&l}}:l",
		"a={{#k}}":           "",
	} {
		var got []string
		p := piece.Piece{Text: format}
		for _, v := range piece.Verbs(format) {
			argument := v.Name
			if v.Argument >= 0 {
				argument = fmt.Sprint(v.Argument)
			}
			if p.ArgumentFor()(v) != nil {
				t.Errorf("%s: an argument of none", format)
			}
			got = append(got, v.Span.Slice(format)+":"+argument)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}

func TestArgumentsByName(t *testing.T) {
	p := piece.Piece{Text: "a=$a;b=$b;c=$c", Arguments: []piece.Argument{
		{Text: "c", Literal: true}, {Text: "x"}, {Text: "a", Literal: true}, {Text: "y"}, {Text: "b", Literal: true}, {Text: "c", Literal: true}, {Name: "c", Text: "z"},
	}}
	got := ""
	for _, v := range piece.Verbs(p.Text) {
		got += p.ArgumentFor()(v).Text
	}
	if got != "ycz" {
		t.Errorf("%q", got)
	}
}
