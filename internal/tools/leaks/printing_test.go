package leaks

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/davecgh/go-spew/spew"
	"github.com/google/go-cmp/cmp"
	"github.com/pmezard/go-difflib/difflib"
)

// subject is a value in the places from which it may be printed.
type subject struct {
	value, pointer any
	places         []any
}

// of returns the places of v: itself, behind a pointer, and in fields, exported
// and not, slices and maps of somebody's own.
func of[T any](v T) subject {
	return subject{v, &v, []any{
		v, &v, []T{v}, [1]*T{&v}, map[string]T{"k": v},
		struct{ X T }{v}, struct{ X *T }{&v}, struct{ X any }{v},
		struct{ x T }{v}, &struct{ x *T }{&v}, struct{ x any }{&v}, struct{ x []T }{[]T{v}}, struct{ x map[int]T }{map[int]T{1: v}},
	}}
}

// formats are all verbs of fmt, and its flags and widths; %z is none.
var formats = append(strings.Split("%v %+v %#v %T %t %b %c %d %o %O %q %x %X %U %e %E %f %F %g %G %s %p %w %z", " "),
	"% x", "%#x", "%# X", "%+q", "%#q", "%#U", "%+d", "%020d", "%20v", "%-20s", "%.4s", "%.2v", "%+.3v", "%#.3v", "%!", "%[2]v", "%*v")

// errorFormat gives %w what is no error, too.
var errorFormat = "%w, %v, %p"

// printed hands yield everything that prints v, by name.
func (s subject) printed(t *testing.T, yield func(how, out string)) {
	t.Helper()
	for i, place := range s.places {
		for _, format := range formats {
			yield(fmt.Sprintf("place %d by %s", i, format), fmt.Sprintf(format, place))
		}
		yield(fmt.Sprintf("place %d by Errorf", i), fmt.Errorf(errorFormat, place, place, place).Error())
		yield(fmt.Sprintf("place %d by Sprint", i), fmt.Sprintln(place, []any{place}))
		encoded(i, place, yield)
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("m", "v", place, slog.Group("g", "v", place))
		slog.New(slog.NewJSONHandler(&log, nil)).Info("m", "v", place, slog.Group("g", "v", place))
		yield(fmt.Sprintf("place %d by slog", i), log.String())
	}
	for _, v := range []any{s.value, s.pointer} {
		if err, ok := v.(error); ok {
			yield("Error", errors.Join(err, fmt.Errorf("wrapped: %w", err)).Error())
		}
	}
}

// encoded prints a value by the encodings of the standard library. Their errors
// are printed too: some repeat what they could not encode.
func encoded(i int, place any, yield func(how, out string)) {
	inJSON, err := json.Marshal(place)
	yield(fmt.Sprintf("place %d by JSON", i), fmt.Sprint(string(inJSON), err))
	inXML, err := xml.Marshal(place)
	yield(fmt.Sprintf("place %d by XML", i), fmt.Sprint(string(inXML), err))
	var stream bytes.Buffer
	err = gob.NewEncoder(&stream).Encode(place)
	yield(fmt.Sprintf("place %d by gob", i), fmt.Sprint(stream.String(), err))
}

// dumped hands yield what those print that look into a value by reflection and
// ask none of its methods.
func (s subject) dumped(yield func(how, out string)) {
	testify := spew.ConfigState{Indent: " ", DisablePointerAddresses: true, DisableCapacities: true, SortKeys: true, DisableMethods: true, MaxDepth: 10}
	unsparing := spew.ConfigState{Indent: " ", DisableMethods: true, SpewKeys: true}
	all := cmp.Exporter(func(reflect.Type) bool { return true })
	zero := reflect.Zero(reflect.TypeOf(s.value)).Interface()
	for i, place := range s.places {
		yield(fmt.Sprintf("place %d by spew", i), spew.Sdump(place)+spew.Sprintf("%v %+v %#v", place, place, place))
		yield(fmt.Sprintf("place %d by spew without methods", i), unsparing.Sdump(place)+unsparing.Sprintf("%v %+v %#+v", place, place, place))
		diff, err := difflib.GetUnifiedDiffString(difflib.UnifiedDiff{
			A: difflib.SplitLines(testify.Sdump(place)), B: difflib.SplitLines(testify.Sdump(zero)), Context: 3,
		})
		yield(fmt.Sprintf("place %d by testify's diff", i), fmt.Sprint(diff, err))
		yield(fmt.Sprintf("place %d by cmp.Diff with nothing", i), cmp.Diff(place, any(nil), all))
	}
	yield("cmp.Diff", cmp.Diff(s.value, zero, all))
	yield("cmp.Diff in a field", cmp.Diff(struct{ x any }{s.value}, struct{ x any }{zero}, all))
}

// leaked returns the fragment of the marker that out holds, plain or in one of
// the notations that a printer may give it, or "".
func leaked(out string) string {
	lower := strings.ToLower(out)
	for i := range len(marker) - 2 {
		if part := strings.ToLower(marker[i : i+3]); strings.Contains(lower, part) {
			return part
		}
	}
	for _, form := range []string{
		fmt.Sprintf("%x", marker), fmt.Sprintf("%X", marker), fmt.Sprintf("% x", marker), fmt.Sprintf("% X", marker), fmt.Sprintf("%# x", marker),
		strings.Trim(fmt.Sprint([]byte(marker)), "[]"), strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%#v", []byte(marker)), "[]byte{"), "}"),
		base64.StdEncoding.EncodeToString([]byte(marker))[:8], base64.StdEncoding.EncodeToString([]byte("." + marker))[2:8], base64.StdEncoding.EncodeToString([]byte(".." + marker))[4:12],
	} {
		if strings.Contains(out, form) {
			return form
		}
	}
	return ""
}

// No exported type prints a secret, whatever it was made of; those of the
// façade, and the file and string of package lint, not even to what looks into
// them by reflection.
func TestNothingPrintsASecret(t *testing.T) {
	for name, fill := range registry {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			filled := 0
			for i, text := range texts {
				check := func(how, out string) {
					if part := leaked(out); part != "" {
						t.Errorf("text %d, %s: %s shows %q", i, name, how, part)
					}
				}
				for _, s := range fill(t, text) {
					filled++
					s.printed(t, check)
					if sealed[name] {
						s.dumped(check)
					}
					if t.Failed() {
						return
					}
				}
			}
			if filled == 0 {
				t.Errorf("%s is never filled", name)
			}
		})
	}
}

// The walk ends: no exported type is a cycle. (A cycle would overflow the stack,
// so that this test says which type it was.)
func TestXMLEnds(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, fill := range registry {
			for _, s := range fill(t, texts[0]) {
				_, _ = xml.Marshal(s.value)
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("encoding/xml does not come to an end")
	}
}

// What is looked for is found where a type does show its text.
func TestLeakedFindsTheMarker(t *testing.T) {
	type open struct{ text string }
	found := map[string]bool{}
	subject := of(open{"x" + marker})
	note := func(how, out string) {
		if leaked(out) != "" {
			found[how] = true
		}
	}
	subject.printed(t, note)
	subject.dumped(note)
	for _, how := range []string{"place 0 by %v", "place 0 by %p", "place 8 by %s", "place 8 by %x", "place 8 by % x", "place 0 by spew without methods", "place 0 by testify's diff", "cmp.Diff"} {
		if !found[how] {
			t.Errorf("%s: not found", how)
		}
	}
	for _, out := range []string{
		fmt.Sprint([]byte(marker)), fmt.Sprintf("%#v", []byte(marker)), fmt.Sprintf("%X", marker),
		base64.StdEncoding.EncodeToString([]byte("a" + marker)), base64.StdEncoding.EncodeToString([]byte("ab" + marker)), marker[2:5],
	} {
		if leaked(out) == "" {
			t.Errorf("%s: not found", out)
		}
	}
}
