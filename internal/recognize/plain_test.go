package recognize_test

import (
	"strings"
	"testing"

	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// A row has the plain string of the host at "kusto" in « », and its secrets in ‹ ›; beside it is
// the nearest text that has none.
func TestPlain(t *testing.T) {
	var p recognize.Plain
	for _, row := range []string{
		`«https://c.kusto.windows.net;Fed=true»`,
		`«https://c.kusto.windows.net/Db;AppKey=‹a.b-c_~/+d›»`,
		`«Data Source=https://c.kusto.windows.net;AppKey=‹a›;UserToken=‹b›;Fed=True;AppKey=‹c›»`,
		`«Network Address=https://c.westeurope.kusto.windows.net/Db;fed=true»`,
		`x «server=https://c.kusto.windows.net;Fed=true» y`,
		`x "«Addr=https://c.kusto.windows.net;Fed=true»" y`,
		`x="«https://c.kusto.windows.net;Fed=true»"`,
		`{"a":"{\"b\":\"«https://c.kusto.windows.net;AppKey=‹a›;Fed=true»\"}"}`, `"a; \"b\" «https://c.kusto.windows.net;Fed=true»\\n"`, `"«https://c.kusto.windows.net;Fed=true»","https://x; y"`,
		`var x = "«https://c.kusto.windows.net;AppKey=‹a›;Fed=true»";`, `open("«https://c.kusto.windows.net;AppKey=‹a›;Fed=true»");`,
		`"x" «https://c.kusto.windows.net;Fed=true»`,
		`x=«https://c.kusto.windows.net;Fed=true»`, `a my_conn=«Data Source=https://c.kusto.windows.net;Fed=true»`,
		`user="bob" «https://c.kusto.windows.net;Fed=true»`, `<a>«https://c.kusto.windows.net;Fed=true»</a>`,
		`user=bob «https://c.kusto.windows.net;Fed=true»`,
		`a;b=c «https://c.kusto.windows.net;Fed=true» d=e`,
		`"«https://c.kusto.windows.net;AppKey=‹a›»"`,
		`«https://az-09.kusto.windows.net/D-b_9;Fed=true;Database=x;Region=y»`,
		`a; b; c=d e=f user=a&b=c:d UID =u «https://c.kusto.windows.net;Fed=true»`,
		// no host of Kusto, or one with more to it
		`https://c.example.com;Fed=true`, `http://c.kusto.windows.net;Fed=true`, `Server=c.kusto.windows.net;Fed=true`, `https://kusto;Fed=true`, `https://c.Kusto.windows.net;Fed=true`, `https://c.servicebus.kusto.windows.net;Fed=true`,
		`https://c.kusto.windows.net/a/b;Fed=true`, `https://c.kusto.windows.net/xmla;Fed=true`, `https://c.kusto.windows.net/é;Fed=true`, `https://c.kusto.windows.net/`, `https://c.kusto.windows.net:443;Fed=true`, `https://u@c.kusto.windows.net;Fed=true`, `https://c.kusto.windows.net?a;Fed=true`,
		// no pair that only Kusto has, or another keyword among them
		`https://c.kusto.windows.net`, `https://c.kusto.windows.net;Database=x`, `https://c.kusto.windows.net;x=y;Fed=true`, `https://c.kusto.windows.net;Fed=true;Data Source=x`, `https://c.kusto.windows.net;Fed=true;ServerUri=x`, `https://c.kusto.windows.net;F ed=true`, `https://c.kusto.windows.net;msi_auth=x`, `Databas=https://c.kusto.windows.net;Fed=true`, `Database=https://c.kusto.windows.net;Fed=true`,
		// other values
		`https://c.kusto.windows.net;Fed=`, `https://c.kusto.windows.net;Fed=;AppKey=a`, `https://c.kusto.windows.net;AppKey="a"`, `https://c.kusto.windows.net;AppKey=a=b`, `https://c.kusto.windows.net;AppKey=3Da`, `https://c.kusto.windows.net;AppKey=3da`, `https://c.kusto.windows.net;AppKey=a:b`, `https://c.kusto.windows.net;AppKey=é`, `https://c.kusto.windows.net;Fed=true.`, `https://c.kusto.windows.net;Fed=true;`, `https://c.kusto.windows.net;Fed =true`,
		// what stands before, and behind
		`\"https://c.kusto.windows.net;AppKey=a\"`, `"https://c.kusto.windows.net;Fed=true"; `, `"https://c.kusto.windows.net;Fed=true";x`, `https://c.kusto.windows.net;Fed=true;`,
		`x: https://c.kusto.windows.net;AppKey=a b`, `https://c.kusto.windows.net;Fed=true, x`, `https://c.kusto.windows.net;Fed=true x; y`, `https://c.kusto.windows.net;Fed=true" x; y`, `https://c.kusto.windows.net;Fed=true'`,
		`x;https://c.kusto.windows.net;Fed=true`, `x; https://c.kusto.windows.net;Fed=true`, `x  https://c.kusto.windows.net;Fed=true`, ` https://c.kusto.windows.net;Fed=true`, `(https://c.kusto.windows.net;Fed=true`, `url=https://c.kusto.windows.net;Fed=true`, `a; x=https://c.kusto.windows.net;Fed=true`, `a  x=https://c.kusto.windows.net;Fed=true`, `x-y=https://c.kusto.windows.net;Fed=true`, `=https://c.kusto.windows.net;Fed=true`, `" https://c.kusto.windows.net;Fed=true`, `x=" https://c.kusto.windows.net;Fed=true`,
		`user="https://c.kusto.windows.net;Fed=true"`, `user= https://c.kusto.windows.net;Fed=true`, `user="bob"https://c.kusto.windows.net;Fed=true`, `user="bob"; https://c.kusto.windows.net;Fed=true`, `user="b c" https://c.kusto.windows.net;Fed=true`, `user="" https://c.kusto.windows.net;Fed=true`, `x;user=bob https://c.kusto.windows.net;Fed=true`, `x; Database=y https://c.kusto.windows.net;Fed=true`, `user=` + strings.Repeat("x", 64) + ` https://c.kusto.windows.net;Fed=true`,
	} {
		line := strings.NewReplacer("«", "", "»", "", "‹", "", "›", "").Replace(row)
		at := max(0, strings.Index(line, "kusto"))
		ok := p.Read(line, 0, at)
		if want := line != row; ok != want {
			t.Errorf("%s: %v, want %v", row, ok, want)
		} else if ok && withMarks(line, &p) != row {
			t.Errorf("%s, want %s", withMarks(line, &p), row)
		}
	}
}

// withMarks returns a line with the marks of a row of TestPlain.
func withMarks(line string, p *recognize.Plain) string {
	var out strings.Builder
	at := p.Span.Start
	out.WriteString(line[:at] + "«")
	for _, secret := range p.Secrets {
		out.WriteString(line[at:secret.Start] + "‹" + secret.Slice(line) + "›")
		at = secret.End
	}
	if n := len(p.Values); n < 2 || p.Values[n-1].End != p.Span.End || p.Values[0].Slice(line)[:len("https://")] != "https://" {
		return "values elsewhere"
	}
	return out.String() + line[at:p.Span.End] + "»" + line[p.Span.End:]
}

// Of a literal that a plain string does not begin, what stands before it says whether all of it may be
// read as one.
func TestPlainIsAmid(t *testing.T) {
	for _, test := range []struct {
		before   string
		uri, key bool // before a URI, and before a Data Source
	}{
		{"opened the ", true, true}, {"opened ", true, false}, {" ", false, false}, {"key=7 with ", true, true}, {"key=7 user=x with ", true, false}, {"user=7 with ", true, false}, {"k/y=7 with ", true, false},
		{"x= ", false, false}, {"a b; c ", true, true}, {"a; c ", false, false}, {"a=b; c ", false, false}, {"(a b ", false, false}, {"a [b] c ", false, false}, {`a b="c" d `, false, false}, {`a b; c="d" `, true, true},
	} {
		var p recognize.Plain
		for _, text := range []string{"https://c.kusto.windows.net;Fed=true", "Data Source=https://c.kusto.windows.net;Fed=true"} {
			isURI := text[0] == 'h'
			want := isURI && test.uri || !isURI && test.key
			if !p.Read(text, 0, len("Data Source=https://c")) || p.IsAmid(test.before) != want {
				t.Errorf("%q before %s: %v, want %v", test.before, text, !want, want)
			}
			if literal := test.before + text; want {
				found := recognize.Find(literal, recognize.Context{Whole: true})
				if len(found) != 1 || found[0].Span != (source.Span{Start: len(test.before), End: len(literal)}) {
					t.Errorf("%q holds %v", literal, found)
				}
			}
		}
	}
}

// Of a literal that holds the one with a plain string, what stands before that says whether all of it may
// be read as a string.
func TestPlainIsAround(t *testing.T) {
	for _, test := range []struct {
		before   string
		uri, key bool // before a URI, and before a Data Source
	}{
		{`"`, true, true}, {`{"a":"b","c":"`, true, true}, {`{"a":"b c; d","e":"`, true, true}, {`{"a":"b;c","e":"`, false, false}, {`time=x user cs="`, true, true}, {`INFO cs="`, true, true}, {`opened "`, true, true}, {`a b; c "`, true, true},
		{`x="",y="`, false, false}, {`x= "y" "`, false, false}, {`x=""`, false, false}, {`a: ; "`, false, false}, {`(a b) "`, false, false}, {`Server="`, false, false}, {`x=y user=z cs="`, false, false}, {`x=y,"`, false, true}, {`a;b="`, false, false}, {`a,"`, false, false},
	} {
		var p recognize.Plain
		for _, text := range []string{"https://c.kusto.windows.net;Fed=true", "Data Source=https://c.kusto.windows.net;Fed=true"} {
			isURI := text[0] == 'h'
			want := isURI && test.uri || !isURI && test.key
			if before := strings.ReplaceAll(test.before, `"`, `\"`); !p.Read(text, 0, len("Data Source=https://c")) || p.IsAround(before) != want {
				t.Errorf("%q before %s: %v, want %v", test.before, text, !want, want)
			}
			if literal := test.before + text + `"`; want {
				for _, found := range recognize.Find(literal, recognize.Context{Whole: true}) {
					if found.Span.Start < len(test.before) || found.Span.End > len(literal)-len(`"`) {
						t.Errorf("%q holds %v", literal, found)
					}
				}
			}
		}
	}
}
