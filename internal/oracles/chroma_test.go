package oracles

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"pgregory.net/rapid"

	"kustoconn/lint"
	"kustoconn/source"
)

// chroma's lexers say of each byte of a program whether it is of a literal or of
// a comment. They are the oracle of the table of languages.

// token is one of chroma's, with its place.
type token struct {
	span source.Span
	kind chroma.TokenType
}

func (t token) isString() bool  { return t.kind.InSubCategory(chroma.LiteralString) }
func (t token) isComment() bool { return t.kind.InCategory(chroma.Comment) }

// tokens returns what chroma makes of a text; none where that is not the text.
func tokens(lexer, text string) []token {
	l := lexers.Get(lexer)
	if l == nil {
		return nil
	}
	iterate, err := l.Tokenise(&chroma.TokeniseOptions{State: "root", EnsureLF: false}, text)
	if err != nil {
		return nil
	}
	var all []token
	at := 0
	for _, t := range iterate.Tokens() {
		next := at + len(t.Value)
		if next > len(text) || text[at:next] != t.Value {
			return nil
		}
		all = append(all, token{source.Span{Start: at, End: next}, t.Type})
		at = next
	}
	if at != len(text) {
		return nil
	}
	return all
}

// holds reports whether all tokens that touch span are of the kind is.
func holds(all []token, span source.Span, is func(token) bool) bool {
	touching := false
	for _, t := range all {
		if t.span.Overlaps(span) {
			touching = true
			if !is(t) {
				return false
			}
		}
	}
	return touching
}

// A form is one way to write a literal: the program around it, and how a manual
// says that a text is written there.
type form struct {
	name, file, lexer string
	program           string              // SEED stands for the text
	write             func(string) string // nil where it stands as it is
	refuses           string              // what the form cannot hold
	chromaErrs        bool                // chroma takes this form for something else; the manual decides
}

func escaped(special string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, c := range s {
			if c == '\\' || strings.ContainsRune(special, c) {
				b.WriteByte('\\')
			}
			b.WriteRune(c)
		}
		return b.String()
	}
}

func replaced(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

// forms are those of the manuals. What a row's program has around the literal
// leads a careless reader astray: quotes in comments, other literals.
var forms = []form{
	{name: "string", file: "a.c", lexer: "C", program: "/* it's */ char *s = \"SEED\"; // \"\n", write: escaped(`"`)},
	{name: "raw", file: "a.cpp", lexer: "C++", program: "auto s = u8R\"x(SEED)x\"; // \"\n", chromaErrs: true},
	{name: "raw", file: "b.cpp", lexer: "C++", program: "auto s = R\"x(SEED)x\"; // \"\n", chromaErrs: true},
	{name: "string", file: "a.cs", lexer: "C#", program: "// it's\nvar c = '\"'; var s = \"SEED\";\n", write: escaped(`"`)},
	{name: "verbatim", file: "a.cs", lexer: "C#", program: "var s = @\"SEED\"; // \"\n", write: replaced(`"`, `""`)},
	{name: "interpolated", file: "a.cs", lexer: "C#", program: "var s = $\"SEED\"; // \"\n", write: func(s string) string { return replaced("{", "{{", "}", "}}")(escaped(`"`)(s)) }, chromaErrs: true},
	{name: "raw", file: "a.cs", lexer: "C#", program: "var s = \"\"\"SEED\"\"\"; // \"\n", refuses: `"""`, chromaErrs: true},
	{name: "string", file: "a.clj", lexer: "Clojure", program: "; it's \"\n(def s \"SEED\")\n", write: escaped(`"`)},
	{name: "quoted", file: "a.cmake", lexer: "CMake", program: "# it's \"\nset(S \"SEED\")\n", write: escaped(`"$@`), chromaErrs: true},
	{name: "brackets", file: "a.cmake", lexer: "CMake", program: "# it's\nset(S [==[SEED]==])\n", chromaErrs: true},
	{name: "single", file: "a.dart", lexer: "Dart", program: "// it's\nvar s = 'SEED'; // \"\n", write: escaped(`'$`)},
	{name: "raw", file: "a.dart", lexer: "Dart", program: "// it's\nvar s = r'SEED'; // \"\n", refuses: `'`},
	{name: "lines", file: "a.dart", lexer: "Dart", program: "var s = \"\"\"\nSEED\n\"\"\"; // \"\n", write: escaped(`"$`)},
	{name: "string", file: "a.exs", lexer: "Elixir", program: "# it's \"\ns = \"SEED\"\n", write: escaped(`"#`)},
	{name: "lines", file: "a.exs", lexer: "Elixir", program: "s = \"\"\"\n  SEED\n  \"\"\"\n", write: escaped(`"#`)},
	{name: "sigil", file: "a.exs", lexer: "Elixir", program: "s = ~S|SEED| # \"\n", refuses: "|"},
	{name: "string", file: "a.fs", lexer: "FSharp", program: "// it's\nlet c = '\"'\nlet s = \"SEED\"\n", write: escaped(`"`)},
	{name: "verbatim", file: "a.fs", lexer: "FSharp", program: "(* it's *)\nlet s = @\"SEED\"\n", write: replaced(`"`, `""`)},
	{name: "triple", file: "a.fs", lexer: "FSharp", program: "let s = \"\"\"SEED\"\"\"\n", refuses: `"""`},
	{name: "string", file: "a.go", lexer: "Go", program: "package a // it's\nvar c, s = '\"', \"SEED\"\n", write: escaped(`"`)},
	{name: "raw", file: "a.go", lexer: "Go", program: "package a // it's\nvar s = `SEED` // `\n", refuses: "`"},
	{name: "string", file: "a.graphql", lexer: "GraphQL", program: "# it's \"\n{ f(s: \"SEED\") }\n", write: escaped(`"`)},
	{name: "block", file: "a.graphql", lexer: "GraphQL", program: "# it's\n{ f(s: \"\"\"\n  SEED\n  \"\"\") }\n", refuses: `"""`, chromaErrs: true},
	{name: "single", file: "a.groovy", lexer: "Groovy", program: "// it's\ndef s = 'SEED' // \"\n", write: escaped(`'`)},
	{name: "double", file: "a.groovy", lexer: "Groovy", program: "/* it's */\ndef s = \"SEED\" // \"\n", write: escaped(`"$`)},
	{name: "dollar slashy", file: "a.groovy", lexer: "Groovy", program: "def s = $/SEED/$ // \"\n", write: replaced("$", "$$")},
	{name: "slashy", file: "a.groovy", lexer: "Groovy", program: "def s = /SEED/ // \"\n", write: replaced("/", `\/`), refuses: `\`, chromaErrs: true},
	{name: "string", file: "a.hs", lexer: "Haskell", program: "-- it's \"\nx' = '\"'\ns = \"SEED\"\n", write: escaped(`"`)},
	{name: "string", file: "a.java", lexer: "Java", program: "// it's\nString s = \"SEED\"; // \"\n", write: escaped(`"`)},
	{name: "block", file: "a.java", lexer: "Java", program: "String s = \"\"\"\n    SEED\n    \"\"\"; // \"\n", write: escaped(`"`)},
	{name: "single", file: "a.js", lexer: "JavaScript", program: "// it's\nlet s = 'SEED', r = /'/; // \"\n", write: escaped(`'`)},
	{name: "template", file: "a.ts", lexer: "TypeScript", program: "// it's\nlet s: string = `SEED`; // `\n", write: escaped("`$"), chromaErrs: true},
	{name: "string", file: "a.jl", lexer: "Julia", program: "# it's \"\nx = A'\ns = \"SEED\"\n", write: escaped(`"$`)},
	{name: "raw", file: "a.jl", lexer: "Julia", program: "#= it's =#\ns = raw\"SEED\"\n", write: replaced(`"`, `\"`), refuses: `\`},
	{name: "string", file: "a.kt", lexer: "Kotlin", program: "// it's\nval s = \"SEED\" // \"\n", write: escaped(`"$`)},
	{name: "raw", file: "a.kt", lexer: "Kotlin", program: "/* it's */\nval s = \"\"\"SEED\"\"\"\n", refuses: `"""`},
	{name: "double", file: "a.lua", lexer: "Lua", program: "-- it's \"\nlocal s = \"SEED\"\n", write: escaped(`"`)},
	{name: "levels", file: "a.lua", lexer: "Lua", program: "--[[ it's ]]\nlocal s = [==[SEED]==]\n"},
	{name: "string", file: "a.nix", lexer: "Nix", program: "# it's \"\n{ s = \"SEED\"; }\n", write: escaped(`"$`)},
	{name: "lines", file: "a.nix", lexer: "Nix", program: "{ s = ''\n  SEED\n''; }\n", write: replaced("''", "'''", "${", "''${"), refuses: "$$"},
	{name: "double", file: "a.pl", lexer: "Perl", program: "# it's \"\nmy $s = \"SEED\"; s/\"/'/;\n", write: escaped(`"$@`)},
	{name: "single", file: "a.pl", lexer: "Perl", program: "# it's\nmy $s = 'SEED';\n", write: escaped(`'`)},
	{name: "q", file: "a.pl", lexer: "Perl", program: "# it's\nmy $s = q|SEED|;\n", write: escaped(`|`), chromaErrs: true},
	{name: "here-document", file: "a.pl", lexer: "Perl", program: "f(<<'EOT');\nSEED\nEOT\nmy $x = 'it';\n", chromaErrs: true},
	{name: "double", file: "a.php", lexer: "PHP", program: "<p>it's</p>\n<?php $s = \"SEED\"; // \"\n", write: escaped(`"$`), chromaErrs: true},
	{name: "nowdoc", file: "a.php", lexer: "PHP", program: "<?php $s = <<<'EOT'\nSEED\nEOT;\n$x = 'it';\n"},
	{name: "string", file: "a.proto", lexer: "Protocol Buffer", program: "// it's \"\noption (s) = \"SEED\";\n", write: escaped(`"`), chromaErrs: true},
	{name: "double", file: "a.ps1", lexer: "PowerShell", program: "# it's \"\n$s = \"SEED\"\n", write: replaced("`", "``", `"`, "`\"", "$", "`$")},
	{name: "single", file: "a.ps1", lexer: "PowerShell", program: "# it's\n$s = 'SEED'\n", write: replaced("'", "''")},
	{name: "here", file: "a.ps1", lexer: "PowerShell", program: "# it's\n$s = @'\nSEED\n'@\n"},
	{name: "double", file: "a.py", lexer: "Python", program: "# it's\ns = \"SEED\" # \"\n", write: escaped(`"`)},
	{name: "triple", file: "a.py", lexer: "Python", program: "# it's\ns = '''SEED''' # \"\n", write: escaped(`'`)},
	{name: "raw", file: "a.py", lexer: "Python", program: "# it's\ns = r'SEED' # \"\n", refuses: `'`},
	{name: "string", file: "a.r", lexer: "R", program: "# it's \"\ns <- \"SEED\"\n", write: escaped(`"`)},
	{name: "raw", file: "a.r", lexer: "R", program: "# it's\ns <- r\"--[SEED]--\"\n", chromaErrs: true},
	{name: "double", file: "a.rb", lexer: "Ruby", program: "# it's \"\ns = \"SEED\"\n", write: escaped(`"#`)},
	{name: "single", file: "a.rb", lexer: "Ruby", program: "# it's\ns = 'SEED'\n", write: escaped(`'`)},
	{name: "percent", file: "a.rb", lexer: "Ruby", program: "s = %q|SEED| # \"\n", write: escaped(`|`)},
	{name: "heredoc", file: "a.rb", lexer: "Ruby", program: "f(<<~'EOS')\n  SEED\nEOS\nx = 'it'\n", chromaErrs: true},
	{name: "string", file: "a.rs", lexer: "Rust", program: "// it's\nfn f<'a>() { let s = \"SEED\"; } // \"\n", write: escaped(`"`)},
	{name: "raw", file: "a.rs", lexer: "Rust", program: "// it's\nlet s = r##\"SEED\"##;\n", refuses: `"##`},
	{name: "string", file: "a.scala", lexer: "Scala", program: "// it's\nval s = \"SEED\" // \"\n", write: escaped(`"`)},
	{name: "raw", file: "a.scala", lexer: "Scala", program: "/* it's */\nval s = \"\"\"SEED\"\"\"\n", refuses: `"""`},
	{name: "string", file: "a.sql", lexer: "SQL", program: "-- it's\nSELECT 'SEED'; -- \"\n", write: replaced("'", "''")},
	{name: "dollars", file: "a.sql", lexer: "PostgreSQL SQL dialect", program: "-- it's\nSELECT $a$SEED$a$;\n", refuses: "'"},
	{name: "string", file: "a.swift", lexer: "Swift", program: "// it's\nlet s = \"SEED\" // \"\n", write: escaped(`"`)},
	{name: "hashes", file: "a.swift", lexer: "Swift", program: "/* it's */\nlet s = ##\"SEED\"##\n", chromaErrs: true},
	{name: "string", file: "a.vb", lexer: "VB.net", program: "' it's \"\nDim s = \"SEED\"\n", write: replaced(`"`, `""`)},
}

func (f form) id() string { return f.file + " " + f.name }

// plant says what is wrong where a database's name stands in a form: lint finds
// the string at its exact place, unescaped as the manual says, and chroma takes
// the place for a literal too.
func (f form) plant(database string) string {
	text := `Data Source=https://c.kusto.windows.net;Initial Catalog="d` + strings.ReplaceAll(database, `"`, `""`) + `d";Fed=true`
	if f.refuses != "" && strings.Contains(text, f.refuses) {
		return ""
	}
	program, place := f.around(text)
	if problem := planted(f.file, program, text, place); problem != "" {
		return problem + "\n" + program
	}
	if !f.chromaErrs && !holds(tokens(f.lexer, program), place, token.isString) {
		return "chroma has no literal there: " + program
	}
	return ""
}

// around returns the program with a text in it, and its place.
func (f form) around(text string) (program string, place source.Span) {
	if f.write != nil {
		text = f.write(text)
	}
	before, after, _ := strings.Cut(f.program, "SEED")
	return before + text + after, source.Span{Start: len(before), End: len(before) + len(text)}
}

// databases are names that a form has to escape, or to hold as they are.
var databases = []string{"", "'", `"`, `\`, `\\"`, "$a", "${a}", "#", "#{a}", "%", "é😀", "|", "{", "}}", "]"}

func TestForms(t *testing.T) {
	for _, f := range forms {
		for _, database := range databases {
			if problem := f.plant(database); problem != "" {
				t.Errorf("%s: %s", f.id(), problem)
				break
			}
		}
	}
}

func TestFormsOfAnyText(t *testing.T) {
	letters := []rune("ab' \"\"\\$#%é😀|")
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(forms).Draw(t, "form")
		if problem := f.plant(rapid.StringOfN(rapid.SampledFrom(letters), 0, 8, -1).Draw(t, "database")); problem != "" {
			t.Fatalf("%s: %s", f.id(), problem)
		}
	})
}

// TestFormsThatChromaLacks holds that the rows which say so are still needed.
func TestFormsThatChromaLacks(t *testing.T) {
	for _, f := range forms {
		if f.chromaErrs && !slices.ContainsFunc(databases, func(name string) bool {
			program, place := f.around(`Data Source=https://c.kusto.windows.net;Initial Catalog="d` + strings.ReplaceAll(name, `"`, `""`) + `d";Fed=true`)
			return !holds(tokens(f.lexer, program), place, token.isString)
		}) {
			t.Errorf("chroma knows %s now", f.id())
		}
	}
}

// planted says what is wrong where lint does not find a text at a place.
func planted(file, program, text string, place source.Span) string {
	read, err := lint.Text(file, program, lint.Options{})
	if err != nil {
		return err.Error()
	}
	if !slices.ContainsFunc(read.Strings, func(s lint.String) bool { return (s.Unescaped() == text || s.Masked == text) && s.Span == place }) {
		return fmt.Sprintf("%q is at %s, lint has %s", text, place, listed(read))
	}
	return ""
}

// lexersOf are the languages whose files are read as they are, by the ending.
var lexersOf = map[string]string{
	".c": "C", ".h": "C", ".cc": "C++", ".cpp": "C++", ".cmake": "CMake", ".cs": "C#", ".dart": "Dart", ".exs": "Elixir", ".fs": "FSharp", ".go": "Go",
	".graphql": "GraphQL", ".hs": "Haskell", ".java": "Java", ".jl": "Julia", ".js": "JavaScript", ".kt": "Kotlin", ".lua": "Lua", ".php": "PHP",
	".pl": "Perl", ".pm": "Perl", ".proto": "Protocol Buffer", ".ps1": "PowerShell", ".py": "Python", ".r": "R", ".rb": "Ruby", ".rs": "Rust",
	".scala": "Scala", ".sql": "SQL", ".swift": "Swift", ".ts": "TypeScript", ".vb": "VB.net",
}

// sources returns programs of all these languages: chroma's own samples, and up
// to n files of each ending from the folders of this machine.
func sources(t *testing.T, n int) map[string]string {
	t.Helper()
	all := map[string]string{}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/alecthomas/chroma/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(strings.TrimSpace(string(out)), "lexers", "testdata")
	for sample, ending := range map[string]string{
		"cpp": ".cpp", "dart": ".dart", "elixir": ".exs", "go": ".go", "graphql": ".graphql", "haskell": ".hs", "java": ".java", "javascript": ".js",
		"julia": ".jl", "kotlin": ".kt", "luau": ".lua", "php": ".php", "powershell": ".ps1", "r": ".r", "ruby": ".rb", "scala": ".scala",
		"typescript": ".ts", "vbnet": ".vb",
	} {
		data, err := os.ReadFile(filepath.Join(dir, sample+".actual"))
		if err != nil {
			t.Error(err)
		}
		all[sample+ending] = string(data)
	}
	paths := map[string][]string{}
	for _, dir := range folders(t) {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			if d.IsDir() && (d.Name() == "cache" || d.Name() == ".git") {
				return fs.SkipDir
			}
			ending := filepath.Ext(path)
			if info, err := d.Info(); err == nil && lexersOf[ending] != "" && d.Type().IsRegular() && info.Size() < 50_000 {
				paths[ending] = append(paths[ending], path)
			}
			return nil
		})
	}
	for _, of := range paths {
		slices.Sort(of)
		for i := 0; i < len(of); i += max(1, len(of)/n) {
			if data, err := os.ReadFile(of[i]); err == nil {
				all[of[i]] = string(data)
			}
		}
	}
	return all
}

// folders are those of this machine that hold programs.
func folders(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOMODCACHE", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Fields(string(out))
	for _, pattern := range []string{"/usr/share/perl*", "/usr/share/cmake*", "/usr/lib/python3*"} {
		more, _ := filepath.Glob(pattern)
		all = append(all, more...)
	}
	return all
}

const plantedText = "https://c.kusto.windows.net/Db;Fed=true"

// literalToken and commentToken are chroma's tokens in which a text can be
// planted: a whole literal on one line without escapes, a comment on a line.
var (
	literalToken = regexp.MustCompile("^([\"'`])([^\"'`\\\\\\n${}#@%]{3,})([\"'`])$")
	commentToken = regexp.MustCompile(`^(//|#|--|;|')( [^\n]*[a-z][^\n]*)\n?$`)
)

// plantings returns the places of a program where a text can be planted.
func plantings(lexer, text string) (places []source.Span) {
	all := tokens(lexer, text)
	for i := 0; i < len(all); i++ {
		t := all[i]
		switch {
		case t.isComment():
			if m := commentToken.FindStringSubmatchIndex(t.span.Slice(text)); m != nil {
				places = append(places, source.Span{Start: t.span.Start + m[4] + 1, End: t.span.Start + m[5]})
			}
		case t.isString():
			whole := t.span
			for i+1 < len(all) && all[i+1].isString() {
				i++
				whole.End = all[i].span.End
			}
			content := whole.Slice(text)
			if m := literalToken.FindStringSubmatchIndex(content); m != nil && content[0] == content[len(content)-1] {
				places = append(places, source.Span{Start: whole.Start + m[4], End: whole.Start + m[5]})
			}
		}
	}
	return places
}

// TestSources plants a connection string in place of literals and comments of
// programs: what chroma takes for one, lint does.
func TestSources(t *testing.T) {
	n := 40
	if testing.Short() {
		n = 5
	}
	checked, failed := map[string]int{}, 0
	for path, text := range sources(t, n) {
		lexer := lexersOf[filepath.Ext(path)]
		places := plantings(lexer, text)
		for i := 0; i < len(places); i += max(1, len(places)/5) {
			place := places[i]
			program := text[:place.Start] + plantedText + text[place.End:]
			at := source.Span{Start: place.Start, End: place.Start + len(plantedText)}
			if !holds(tokens(lexer, program), at, func(t token) bool { return t.isString() || t.isComment() }) {
				continue
			}
			if line := text[strings.LastIndexByte(text[:place.Start], '\n')+1 : place.Start]; strings.Contains(line, "://") {
				continue // what it is joined to may be another URI, of which it is a part
			}
			checked[lexer]++
			read, err := lint.Text("a"+filepath.Ext(path), program, lint.Options{})
			if err != nil {
				t.Fatal(err)
			}
			found := slices.ContainsFunc(read.Strings, func(s lint.String) bool {
				return strings.Contains(s.Unescaped(), ";Fed=true") && s.Span.Start <= at.Start && at.End <= s.Span.End
			})
			if !found {
				if failed++; failed > 40 {
					t.FailNow()
				}
				line := strings.Count(program[:at.Start], "\n") + 1
				start := max(0, at.Start-60)
				t.Errorf("%s:%d: %q: lint has %s", path, line, program[start:min(len(program), at.End+30)], listed(read))
			}
		}
	}
	t.Logf("%v", checked)
}
