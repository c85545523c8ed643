package lint

import (
	"slices"
	"testing"

	"kustoconn/diag"
	"kustoconn/rule"
)

// What a name holds lacks nothing where the file puts a pair behind the name, nor
// does a text that starts with a name that may hold a whole string.
func TestNamesGoOn(t *testing.T) {
	const base = "https://help.kusto.windows.net/Samples;AppClientId=11111111-2222-3333-4444-555555555555"
	for _, row := range []struct{ path, before, behind string }{
		{"a.sh", "base=\"", "\"\nfull=\"$base;AppKey=$K;Fed=true\"\n"},
		{"a.bat", "set BASE=", "\r\nset FULL=%BASE%;AppKey=%K%\r\n"},
		{"a.mk", "BASE := ", "\nFULL := $(BASE);AppKey=$(K);Fed=true\n"},
		{"a.yml", "base: ", "\nfull: $(base);AppKey=$(k);Fed=true\n"},
		{"a.ini", "[k]\nbase=", "\nfull=%(base)s;AppKey=%(k)s;Fed=true\n"},
		{"a.properties", "k.base=", "\nk.full=${k.base};AppKey=${k};Fed=true\n"},
		{"a.toml", "base = \"", "\"\nfull = \"${base};AppKey=${k}\"\n"},
		{"a.js", "const BASE = \"", "\";\nconst full = [BASE, x].join(\";\");\n"},
		{"a.go", "package p\n\nvar base = \"", "\"\nvar full = fmt.Sprintf(\"%s;AppKey=%s;Fed=true\", base, k)\n"},
		{"a.rs", "const BASE: &str = \"", "\";\nfn f() { let full = format!(\"{};AppKey={}\", BASE, k); }\n"},
		{"a.java", "class A { String base = \"", "\"; String full = String.format(\"%s;AppKey=%s\", base, k); }\n"},
		{"a.py", "base = \"", "\"\nfull = \"%s;AppKey=%s\" % (base, k)\n"},
		{"a.rb", "base = \"", "\"\nfull = \"#{base};AppKey=#{k}\"\n"},
		{"a.R", "base <- \"", "\"\nfull <- paste(base, k, sep=\";\")\n"},
		{"a.hs", "base = \"", "\"\nfull = base <> \";AppKey=\" <> k\n"},
		{"a.clj", "(def base \"", "\")\n(def full (str base \";AppKey=\" k))\n"},
		{"a.cmake", "set(BASE \"", "\")\nset(FULL \"${BASE};AppKey=${K}\")\n"},
		{"a.sql", "DECLARE @b VARCHAR(200) = '", "';\nSET @full = CONCAT(@b, ';AppKey=', @k);\n"},
		{"a.c", "#define BASE \"", "\"\nconst char *full = BASE \";AppKey=\" KEY;\n"},
		{"a.vb", "Dim b = \"", "\"\nDim full = b & \";AppKey=\" & k\n"},
		{"a.html.erb", "<% base = \"", "\" %>\n<p><%= base %>;AppKey=<%= k %></p>\n"},
	} {
		if got := lacking(t, row.path, row.before+base+row.behind); got != nil {
			t.Errorf("%s: %v of %s", row.path, got, row.before+"…"+row.behind)
		}
	}
	for _, row := range []struct{ path, before, behind string }{
		{"a.py", "base = \"", "\"\nlog(\"connecting to \" + base)\nf(base, 3)\n"},
		{"a.go", "package p\n\nvar base = \"", "\"\nvar s = fmt.Sprintf(\"to %s; took %d\", base, n)\n"},
		{"a.sh", "base=\"", "\"\nf \"$base\"; echo \"$other;AppKey=$K\"\n"},
		{"a.php", "<?php\n$base = \"", "\";\n$c = $base;\n$d = $base; $e = 1;\n"},
		{"a.yml", "base: ", "\nother: $(bases);AppKey=$(k)\n"},
	} {
		if got := lacking(t, row.path, row.before+base+row.behind); got == nil {
			t.Errorf("%s: nothing is missing in %s", row.path, row.before+"…"+row.behind)
		}
	}
}

// lacking returns the codes of the findings of a file about what is missing.
func lacking(t *testing.T, path, text string) (codes []diag.Code) {
	t.Helper()
	f, err := Text(path, text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Strings) == 0 {
		t.Errorf("%s: no string in %q", path, text)
	}
	for _, finding := range f.Findings {
		if slices.Contains([]diag.Code{rule.MissingProperty, rule.FederationOff, rule.NoDataSource}, finding.Diagnostic.Code) {
			codes = append(codes, finding.Diagnostic.Code)
		}
	}
	return codes
}
