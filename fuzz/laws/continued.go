package laws

import (
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/lint"
)

// A joinedForm is a way in which a language joins something to a literal, which
// stands in Code where the § is.
type joinedForm struct {
	File string // named as the language's files are
	Code string
	// Before says that something stands before the literal, else it stands behind.
	Before bool
}

// joins are the ways in which the languages that the linter reads go on with a
// literal: operators, calls, lists, later statements.
var joins = []joinedForm{
	{"a.bicep", "var cs = concat('§', token)\n", false},
	{"a.bicep", "var cs = '§${token}'\n", false},
	{"a.c", "auto cs = std::string(\"§\") + token;\n", false},
	{"a.c", "strcat(cs, \"§\"); strcat(cs, token);\n", false},
	{"a.c", "char *cs = \"§\" TOKEN;\n", false},
	{"a.cpp", "std::string cs = \"§\";\ncs += token;\n", false},
	{"a.cpp", "out << \"§\" << token;\n", false},
	{"a.cs", "var cs = \"§\" + token;\n", false},
	{"a.cs", "var cs = token + \"§\";\n", true},
	{"a.cs", "var cs = $\"§{token}\";\n", false},
	{"a.cs", "sb.Append(\"§\").Append(token);\n", false},
	{"a.cs", "var cs = string.Concat(\"§\", token);\n", false},
	{"a.cs", "var cs = string.Join(\"\", \"§\", token);\n", false},
	{"a.cs", "var cs = \"§\";\nif (x) cs = cs + token;\n", false},
	{"a.cs", "const string Prefix = \"§\";\nvar cs = Prefix + token;\n", false},
	{"a.cs", "Foo(\"§\", token);\n", false},
	{"a.dart", "var cs = '§' + token;\n", false},
	{"a.dart", "var cs = '§$token';\n", false},
	{"a.fs", "let cs = \"§\" + token\n", false},
	{"a.fs", "let cs = sprintf \"§%s\" token\n", false},
	{"a.go", "package a\n\nvar cs = \"§\" + token\n", false},
	{"a.go", "package a\n\nvar cs = fmt.Sprint(\"§\", token)\n", false},
	{"a.go", "package a\n\nfunc f() { b.WriteString(\"§\"); b.WriteString(token) }\n", false},
	{"a.go", "package a\n\nvar cs = strings.Join([]string{\"§\", token}, \"\")\n", false},
	{"a.go", "package a\n\nfunc f() { cs := `§`\n\tcs += token }\n", false},
	{"a.go", "package a\n\nfunc f() { log.Println(\"§\", token) }\n", false},
	{"a.groovy", "def cs = \"§\" + token\n", false},
	{"a.groovy", "def cs = \"§${token}\"\n", false},
	{"A.java", "class A { String cs = \"§\" + token; }\n", false},
	{"A.java", "class A { String cs = new StringBuilder(\"§\").append(token).toString(); }\n", false},
	{"A.java", "class A { String cs = \"§\".concat(token); }\n", false},
	{"A.java", "class A { String cs = String.join(\"\", \"§\", token); }\n", false},
	{"a.js", "const cs = \"§\" + token;\n", false},
	{"a.js", "const cs = `§${token}`;\n", false},
	{"a.js", "const cs = [\"§\", token].join(\"\");\n", false},
	{"a.js", "let cs = \"§\";\ncs += token;\n", false},
	{"a.ts", "const cs: string = \"§\".concat(token);\n", false},
	{"a.kt", "val cs = \"§\" + token\n", false},
	{"a.kt", "val cs = buildString { append(\"§\"); append(token) }\n", false},
	{"a.kt", "val cs = listOf(\"§\", token).joinToString(\"\")\n", false},
	{"a.kql", "print strcat(\"§\", token)\n", false},
	{"a.lua", "local cs = '§' .. token\n", false},
	{"a.lua", "local cs = table.concat({'§', token})\n", false},
	{"a.php", "<?php $cs = '§' . $token;\n", false},
	{"a.php", "<?php $cs = '§'; $cs .= $token;\n", false},
	{"a.php", "<?php $cs = implode('', ['§', $token]);\n", false},
	{"a.ps1", "$cs = \"§\" + $token\n", false},
	{"a.ps1", "$cs = \"§$token\"\n", false},
	{"a.ps1", "$cs = '§'\n$cs += $token\n", false},
	{"a.ps1", "$cs = [string]::Concat(\"§\", $token)\n", false},
	{"a.py", "cs = '§' + token\n", false},
	{"a.py", "cs = token + '§'\n", true},
	{"a.py", "cs = f'§{token}'\n", false},
	{"a.py", "cs = ''.join(['§', token])\n", false},
	{"a.py", "cs = '§'\ncs += token\n", false},
	{"a.py", "cs = '§'\ncs = cs + token\n", false},
	{"a.py", "cs = '§'\nif x:\n    cs = f'{cs}{token}'\n", false},
	{"a.R", "cs <- paste0(\"§\", token)\n", false},
	{"a.R", "cs <- paste(\"§\", token, sep = \"\")\n", false},
	{"a.R", "cs <- \"§\"\ncs <- paste0(cs, token)\n", false},
	{"a.rb", "cs = '§' + token\n", false},
	{"a.rb", "cs = '§' << token\n", false},
	{"a.rb", "cs = \"§#{token}\"\n", false},
	{"a.rb", "cs = ['§', token].join('')\n", false},
	{"a.rs", "fn f() { let cs = \"§\".to_string() + token; }\n", false},
	{"a.rs", "fn f() { let mut cs = String::from(\"§\"); cs.push_str(token); }\n", false},
	{"a.rs", "fn f() { let cs = [\"§\", token].concat(); }\n", false},
	{"a.scala", "val cs = \"§\" + token\n", false},
	{"a.scala", "val cs = s\"§$token\"\n", false},
	{"a.scala", "val cs = Seq(\"§\", token).mkString(\"\")\n", false},
	{"a.sql", "SET @s = '§' + @t;\n", false},
	{"a.sql", "SELECT '§' || t;\n", false},
	{"a.sql", "SET @s = CONCAT('§', @t);\n", false},
	{"a.swift", "let cs = \"§\" + token\n", false},
	{"a.swift", "var cs = \"§\"\ncs.append(token)\n", false},
	{"a.vb", "Dim cs = \"§\" & token\n", false},
	{"a.vb", "Dim cs = \"§\" & _\n    token\n", false},
	{"a.vb", "cs = \"§\"\ncs &= token\n", false},
	{"a.sh", "CS='§'\nCS+=\"$TOKEN\"\n", false},
	{"a.sh", "CS='§'\"$TOKEN\"\n", false},
	{"a.sh", "CS='§'\nCS=\"$CS$TOKEN\"\n", false},
	{"a.cmd", "set \"CS=§\"\r\nset \"CS=%CS%%TOKEN%\"\r\n", false},
	{"a.tf", "locals { cs = join(\"\", [\"§\", var.token]) }\n", false},
	{"a.tf", "locals { cs = \"§${var.token}\" }\n", false},
	{"a.tf", "locals { cs = format(\"§%s\", var.token) }\n", false},
	{"a.yaml.j2", "cs: '§{{ token }}'\n", false},
	{"a.yaml", "cs: §$(TOKEN)\n", false},
	{"a.json", "{\"cs\": \"§${TOKEN}\"}\n", false},
	{"a.erb", "cs: §<%= token %>\n", false},
	{"azuredeploy.json", "{\"cs\": \"[concat('§', parameters('token'))]\"}\n", false},
	{"Makefile", "CS = §\nCS += $(TOKEN)\n", false},
	{"a.ps1", "$cs = '§', $token -join ''\n", false},
	{"a.ps1", "$cs = -join('§', $token)\n", false},
	{"a.py", "CS = '§'\ndef f(t):\n    return f\"{CS}{t}\"\n", false},
	{"a.py", "CS = '§'\ndef f(t):\n    return ''.join([CS, t])\n", false},
	{"a.ts", "export const PREFIX = \"§\";\nf(`${PREFIX}${t}`);\n", false},
	{"a.sh", "PREFIX='§'\nf \"$PREFIX$T\"\n", false},
	{"b.tf", "locals { a = \"§\"\n cs = \"${local.a}${var.t}\" }\n", false},
	{"c.sh", "base='§'\nf \"$base;AppKey=$K\"\n", false},
	{"c.bat", "set BASE=§\r\nset FULL=%BASE%;AppKey=%K%\r\n", false},
	{"c.mk", "BASE := §\nFULL := $(BASE);AppKey=$(K)\n", false},
	{"c.yml", "base: §\nfull: $(base);AppKey=$(k)\n", false},
	{"c.ini", "[k]\nbase=§\nfull=%(base)s;AppKey=%(k)s\n", false},
	{"c.properties", "base=§\nfull=${base};AppKey=${k}\n", false},
	{"c.env", "BASE=§\nFULL=${BASE};AppKey=${K}\n", false},
	{"c.js", "const BASE = \"§\";\nconst full = [BASE, x].join(\";\");\n", false},
	{"c.go", "package a\n\nvar base = \"§\"\nvar full = fmt.Sprintf(\"%s;AppKey=%s\", base, k)\n", false},
	{"c.rs", "const BASE: &str = \"§\";\nfn f() { let full = format!(\"{};AppKey={}\", BASE, k); }\n", false},
	{"c.py", "base = '§'\nfull = '%s;AppKey=%s' % (base, k)\n", false},
	{"c.py", "base = '§'\nfull = ';'.join([base, k])\n", false},
	{"c.lua", "local base = '§'\nlocal full = table.concat({base, k}, ';')\n", false},
	{"c.cmake", "set(BASE \"§\")\nset(FULL \"${BASE};AppKey=${K}\")\n", false},
	{"c.clj", "(def base \"§\")\n(def full (str/join \";\" [base k]))\n", false},
	{"c.hs", "base = \"§\"\nfull = intercalate \";\" [base, k]\n", false},
	{"c.tcl", "set base \"§\"\nset full \"$base;AppKey=$k\"\n", false},
	{"c.c", "#define BASE \"§\"\nconst char *full = BASE \";AppKey=x\";\n", false},
	{"c.xml", "<c><p name=\"base\" value=\"§\"/><p name=\"full\" value=\"${base};AppKey=${k}\"/></c>\n", false},
	{"c.ps1", "$base = '§'\n$full = \"$base;AppKey=$k\"\n", false},
	{"c.bicep", "var base = '§'\nvar full = '${base};AppKey=${k}'\n", false},
	{"c.nix", "let base = \"§\"; full = \"${base};AppKey=${k}\"; in full\n", false},
	// Languages that have no row, read as lines.
	{"a.erl", "Cs = \"§\" ++ Token.\n", false},
	{"a.tcl", "append cs \"§\" $token\n", false},
	{"a.ml", "let cs = \"§\" ^ token\n", false},
}

// continuations are texts that may stand beside a part of a string.
var continuations = []string{
	"", "v", ";", ";Fed=false", ";Initial Catalog=Z", "x;Database=q", ";Data Source=https://o.kusto.windows.net/Q", "=z",
	";Fed=", "\"", " ;AppKey=2", "\x00", "@help/Samples;", ";UserToken=",
}

// checkContinued holds that, where a language joins something to text, the safe
// fixes of the file leave it a part that means the same with everything that may
// stand there, and all else in the file as it is. The text holds nothing that a
// language writes otherwise.
func checkContinued(t Reporter, j joinedForm, text string) {
	t.Helper()
	before, after, _ := strings.Cut(j.Code, "§")
	content := before + text + after
	linted, err := lint.Text(j.File, content, lint.Options{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	fixed, err := diag.Apply(content, safeEdits(linted))
	if err != nil {
		t.Fatalf("%s: %q: %v", j.File, content, err)
	}
	if fixed == content {
		return
	}
	part, kept := strings.CutPrefix(fixed, before)
	part, keptBehind := strings.CutSuffix(part, after)
	if !kept || !keptBehind {
		t.Fatalf("%s: %q becomes %q", j.File, content, fixed)
	}
	for _, more := range continuations {
		was, is := text+more, part+more
		if j.Before {
			was, is = more+text, more+part
		}
		if d := cmp.Diff(senseOf(was), senseOf(is)); d != "" {
			t.Fatalf("%s: %q becomes %q, and with %q means something else\n%s", j.File, content, fixed, more, d)
		}
	}
}

// safeEdits returns the edits of the safe fixes of a file, but for those that
// touch one before them.
func safeEdits(f *lint.File) (edits []diag.Edit) {
	var found diag.List
	for i := range f.Findings {
		found = append(found, f.Findings[i].Diagnostic)
	}
	edits, _ = found.Fixes(false)
	return edits
}

// checkReadsAsBefore holds that the fixes of a file, the unsafe ones too, change the
// strings that they are of and no other.
func checkReadsAsBefore(t Reporter, name, content string) {
	t.Helper()
	linted, err := lint.Text(name, content, lint.Options{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	for i := range linted.Findings {
		finding := &linted.Findings[i]
		if len(finding.Diagnostic.Edits) == 0 {
			continue
		}
		fixed, err := diag.Apply(content, finding.Diagnostic.Edits)
		if err != nil {
			t.Fatalf("%s: %q: %v: %v", name, content, finding.Diagnostic.Code, err)
		}
		again, err := lint.Text(name, fixed, lint.Options{})
		if err != nil {
			t.Fatalf("%v", err)
		}
		left := again.Strings
		for k, was := range linted.Strings {
			if k == finding.String {
				continue
			}
			at := slices.IndexFunc(left, func(is lint.String) bool { return is.Masked == was.Masked })
			if at < 0 {
				t.Fatalf("%s: %q becomes %q, without %q", name, content, fixed, was.Masked)
			}
			left = left[at+1:]
		}
	}
}
