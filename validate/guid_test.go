package validate

import (
	"strings"
	"testing"

	"kustoconn/diag"
)

const guid = "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"

func TestIsGUID(t *testing.T) {
	for s, want := range map[string]bool{
		guid: true, strings.ToUpper(guid): true, "": false, guid[1:]: false, guid + "0": false, strings.ReplaceAll(guid, "-", "0"): false,
	} {
		if got := isGUID(s); got != want {
			t.Errorf("isGUID(%q) = %v", s, got)
		}
	}
	for i := range guid {
		for _, c := range []string{"g", "G", "`", "@", "/", ":", " ", "0"} {
			changed := guid[:i] + c + guid[i+1:]
			if got, want := isGUID(changed), c == "0" && guid[i] != '-'; got != want {
				t.Errorf("isGUID(%q) = %v", changed, got)
			}
		}
	}
	for s, want := range map[string]bool{"": true, "0": false, "ab": true, "aB": true, "ag": false, "a\u0161": false, "\u0130a": false, "\u0161": false, "á": false} {
		n := 2
		if s == "" {
			n = 0
		}
		if got := isHex(s, n); got != want {
			t.Errorf("isHex(%q, %d) = %v", s, n, got)
		}
	}
}

// What makes a GUID of another spelling of one.
func TestGUIDEdits(t *testing.T) {
	digits := strings.ReplaceAll(guid, "-", "")
	for value, mends := range map[string]bool{
		digits: true, "{" + guid + "}": true, "(" + guid + ")": true, "{" + digits + "}": true, "(" + digits + ")": true,
		"{" + guid + ")": false, "(" + guid + "}": false, "[" + guid + "]": false, "{" + guid: false, guid + "}": false, "(" + guid: false, guid + ")": false, "{}": false, "{": false, "}": false, "": false,
		digits[1:]: false, digits + "0": false, "{" + digits[1:] + "}": false, digits[1:] + "g": false,
	} {
		edits := guidEdits(value)
		if !mends {
			if edits != nil {
				t.Errorf("%q is fixed by %v", value, edits)
			}
			continue
		}
		if got, err := diag.Apply(value, edits); err != nil || got != guid {
			t.Errorf("%q becomes %q, %v", value, got, err)
		}
	}
	if edits := guidEdits(guid); len(edits) != 0 {
		t.Errorf("a GUID is fixed by %v", edits)
	}
}

func TestIsDomain(t *testing.T) {
	label := strings.Repeat("a", 63)
	long := strings.Repeat("a.", 126)
	for value, want := range map[string]bool{
		"a.b": true, "a": false, "": false, ".": false, "a.": false, ".a": false, "a..b": false, "a-b.c": true, "-a.b": false, "a-.b": false, "a.-b": false, "a.b-": false,
		"a_b.c": false, "a b.c": false, "a.1": false, "1.a": true, "a.1b": true, "bücher.de": true, label + ".b": true, label + "a.b": false, long + "a": true, long + "aa": false,
	} {
		if got := isDomain(value); got != want {
			t.Errorf("isDomain(%.20q) = %v", value, got)
		}
	}
}

func TestMarksAround(t *testing.T) {
	for keyword, want := range map[string][2]string{
		`"a"`: {`"`, `"`}, `"a`: {`"`, ""}, `'a'`: {"'", "'"}, `'a`: {"'", ""}, "`a`": {"`", "`"}, "`a": {}, "“a”": {"“", "”"}, "‘a’": {"‘", "’"}, "‘a": {}, "a’": {}, "[a]": {"[", "]"}, "[a": {}, "{a}": {"{", "}"}, "(a)": {"(", ")"}, "<a>": {"<", ">"},
		"a": {}, `a"`: {}, `"`: {}, `'`: {}, `""`: {`"`, `"`}, "": {}, "[a)": {},
	} {
		if open, end := marksAround(keyword); open != want[0] || end != want[1] {
			t.Errorf("marksAround(%q) = %q, %q", keyword, open, end)
		}
	}
}

// The URI that a query or a web page names by parts.
func TestClusterURI(t *testing.T) {
	for _, tt := range []struct{ cluster, database, want string }{
		{"help", "", "https://help.kusto.windows.net"}, {"help", "a b", "https://help.kusto.windows.net/a b"}, {"help.westeurope", "d", "https://help.westeurope.kusto.windows.net/d"},
		{"https://help.kusto.windows.net", "d", "https://help.kusto.windows.net/d"}, {"https://help.kusto.windows.net/", "d", "https://help.kusto.windows.net/d"},
		{"help.kusto.windows.net", "", "https://help.kusto.windows.net"}, {"https://help.kusto.windows.net/x", "d", ""}, {"help/x", "d", ""}, {"", "d", ""}, {"https://", "d", ""},
		{"a b", "d", ""}, {"https://help.kusto.windows.net?x=y", "d", ""},
		{"help", "a/b", ""}, {"help", "a?b", ""}, {"help", "a#b", ""}, {"help", "a%b", ""}, {"help", "a;b", ""}, {"help", `a"b`, ""}, {"help", "a'b", ""},
	} {
		if got := clusterURI(tt.cluster, tt.database); got != tt.want {
			t.Errorf("clusterURI(%q, %q) = %q, want %q", tt.cluster, tt.database, got, tt.want)
		}
	}
}
