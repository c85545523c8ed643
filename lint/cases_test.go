package lint

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"kustoconn/diag"
	"kustoconn/internal/fixtures"
	"kustoconn/rule"
	"kustoconn/validate"
)

// openCases lists, a line each, the cases whose expectation does not hold yet.
const openCases = "testdata/open_cases.txt"

// TestCases holds the cases of public files and of the languages' literal forms
// that are about linting a file. A case in openCases that holds must leave the
// list; KUSTOCONN_UPDATE=1 writes the list anew.
func TestCases(t *testing.T) {
	known, err := os.ReadFile(openCases)
	if err != nil {
		t.Fatal(err)
	}
	listed := strings.Fields(string(known))
	var failing []string
	for _, name := range []string{"wild", "languages"} {
		for _, c := range fixtures.Cases(t, name) {
			holds, ok := expectation(t, c)
			if !ok {
				continue // of another command than lint
			}
			wrong := holds(readCase(t, c))
			switch open := slices.Contains(listed, c.ID); {
			case wrong != nil && !open:
				t.Errorf("%s (%s): %v", c.ID, c.Kind, wrong)
			case wrong == nil && open:
				t.Errorf("%s (%s) holds: take it out of %s", c.ID, c.Kind, openCases)
			}
			if wrong != nil {
				failing = append(failing, c.ID)
			}
		}
	}
	if os.Getenv("KUSTOCONN_UPDATE") != "" {
		if err := os.WriteFile(openCases, []byte(strings.Join(failing, "\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// ordinary is the validator of a run that is given none.
var ordinary = sync.OnceValue(func() *validate.Validator {
	v, err := NewValidator(validate.Options{})
	if err != nil {
		panic(err)
	}
	return v
})

// A caseFile is the file of a case.
type caseFile struct {
	name, content string
	linted        map[FixMode]*File // what runs in each mode said, once for all checks
}

func newCaseFile(name, content string) caseFile { return caseFile{name, content, map[FixMode]*File{}} }

func readCase(t *testing.T, c fixtures.Case) caseFile {
	t.Helper()
	var input struct{ File, Content string }
	if err := json.Unmarshal(c.Input, &input); err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	if text, ok := strings.CutPrefix(input.Content, "LATIN1:"); ok {
		latin1 := make([]byte, 0, len(text))
		for _, r := range text {
			latin1 = append(latin1, byte(r))
		}
		input.Content = string(latin1)
	}
	return newCaseFile(input.File, input.Content)
}

// lint returns what a run finds in the file; with a fix mode, the text as it is
// fixed.
func (c caseFile) lint(mode FixMode) *File {
	if f := c.linted[mode]; f != nil {
		return f
	}
	result, err := Run(context.Background(), Options{
		Stdin: strings.NewReader(c.content), StdinName: c.name, Fix: mode, DryRun: true, Jobs: 1, Validator: ordinary(),
	})
	if err != nil {
		panic(err)
	}
	c.linted[mode] = newFile(c.name, c.content)
	if len(result.Files) > 0 {
		c.linted[mode] = result.Files[0]
	}
	return c.linted[mode]
}

// A caseCheck says what is wrong with the answers about a file, or nil.
type caseCheck func(caseFile) error

func all(checks ...caseCheck) caseCheck {
	return func(c caseFile) error {
		for _, holds := range checks {
			if err := holds(c); err != nil {
				return err
			}
		}
		return nil
	}
}

// codes returns the codes of the findings above information.
func (c caseFile) codes() (codes []diag.Code) {
	for _, f := range c.lint(NoFixes).Findings {
		if f.Diagnostic.Severity != diag.Information {
			codes = append(codes, f.Diagnostic.Code)
		}
	}
	return codes
}

// only wants no findings above information but those of the codes.
func only(want ...diag.Code) caseCheck {
	return func(c caseFile) error {
		if got := c.codes(); !slices.Equal(got, want) {
			return fmt.Errorf("findings %v, want %v", got, want)
		}
		return nil
	}
}

var quiet = only()

// finds wants a finding of the code.
func finds(code diag.Code) caseCheck {
	return func(c caseFile) error {
		if got := c.codes(); !slices.Contains(got, code) {
			return fmt.Errorf("findings %v, want %v among them", got, code)
		}
		return nil
	}
}

// lacks wants no finding of the code.
func lacks(code diag.Code) caseCheck {
	return func(c caseFile) error {
		if got := c.codes(); slices.Contains(got, code) {
			return fmt.Errorf("findings %v, want no %v", got, code)
		}
		return nil
	}
}

// fixedTo wants the fixes of the mode to turn a part of the file into another;
// where both are empty, the file is left as it is.
func fixedTo(mode FixMode, from, to string) caseCheck {
	return func(c caseFile) error {
		want := c.content
		if from != "" {
			want = strings.Replace(c.content, from, to, 1)
		}
		if got := c.lint(mode).Text(); got != want {
			return fmt.Errorf("fixed to %q, want %q", got, want)
		}
		return nil
	}
}

func unchanged(mode FixMode) caseCheck { return fixedTo(mode, "", "") }

// neverFixedTo wants no fix to write the text.
func neverFixedTo(text string) caseCheck {
	return func(c caseFile) error {
		if got := c.lint(AllFixes).Text(); strings.Contains(got, text) {
			return fmt.Errorf("fixed to %q", got)
		}
		return nil
	}
}

// listsOne wants one string, as the file writes it from start to end.
func listsOne(start, end string) caseCheck {
	return func(c caseFile) error {
		f := c.lint(NoFixes)
		if len(f.Strings) != 1 {
			return fmt.Errorf("%d strings, want 1", len(f.Strings))
		}
		text := f.Strings[0].Span.Slice(f.Text())
		if !strings.HasPrefix(text, start) || !strings.HasSuffix(text, end) {
			return fmt.Errorf("string %q, want from %q to %q", text, start, end)
		}
		return nil
	}
}

// putTogether wants one string whose operands are holes.
func putTogether(c caseFile) error {
	f := c.lint(NoFixes)
	if len(f.Strings) != 1 || len(f.pieces()) == 0 {
		return fmt.Errorf("%d strings, want 1", len(f.Strings))
	}
	if !slices.ContainsFunc(f.pieces(), func(p filePiece) bool { return len(p.Holes) > 2 }) {
		return errors.New("the operands are no holes")
	}
	return nil
}

func someSettings(c caseFile) error {
	f := c.lint(NoFixes)
	if len(f.Strings) != 1 || f.Strings[0].Kind != Settings {
		return fmt.Errorf("%d strings, want settings", len(f.Strings))
	}
	return nil
}

// A listedString is a string as a case lists it.
type listedString struct {
	StartLine, StartColumn, EndLine, EndColumn int
	Text                                       string
}

// lists wants exactly these strings.
func lists(want []listedString) caseCheck {
	return func(c caseFile) error {
		f := c.lint(NoFixes)
		got := []listedString{}
		for i, r := range f.Regions() {
			got = append(got, listedString{r.StartLine, r.StartColumn, r.EndLine, r.EndColumn, f.Strings[i].text()})
		}
		if !slices.Equal(got, want) {
			return fmt.Errorf("strings %v, want %v", got, want)
		}
		return nil
	}
}

// elsewhere are cases about other commands than lint, or about its
// configuration: package cli holds those.
var elsewhere = []string{
	"wild-040", "wild-043", "wild-044", "wild-045", "wild-047", "wild-050", "wild-051", "wild-059", "wild-060",
	"wild-061", "wild-062", "languages-233",
}

// expectation returns what a case expects; ok is false for those of elsewhere.
func expectation(t *testing.T, c fixtures.Case) (holds caseCheck, ok bool) {
	t.Helper()
	if slices.Contains(elsewhere, c.ID) {
		return nil, false
	}
	var words string
	if json.Unmarshal(c.Expected, &words) == nil {
		if holds, ok = wildChecks[c.ID]; !ok {
			t.Errorf("%s: nothing is known of what it expects: %s", c.ID, words)
		}
		return holds, ok
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(c.Expected, &parts); err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	var checks []caseCheck
	for part, raw := range parts {
		var strings []listedString
		if part == "list" && json.Unmarshal(raw, &strings) == nil {
			checks = append(checks, lists(strings))
			continue
		}
		var words string
		if err := json.Unmarshal(raw, &words); err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		meant, ok := expected[part+": "+words]
		if !ok {
			t.Errorf("%s: unknown expectation %q", c.ID, part+": "+words)
			return nil, false
		}
		checks = append(checks, meant)
	}
	return all(checks...), true
}

const mendedName = `Initial Catalog="My ""Best"" Db"`

// expected is what the words of languages.jsonl mean.
var expected = map[string]caseCheck{
	"fix: file unchanged by --fix: the literal is continued by other code; no KCS206": all(unchanged(SafeFixes), lacks(rule.EmptyValueUnsets)),
	"fix: unchanged":         unchanged(AllFixes),
	"fix: the mended string": fixedTo(SafeFixes, ";Fed=true;Fed=true", ";Fed=true"),
	"fix: unchanged, or with \\\" for each quotation mark": all(unchanged(SafeFixes),
		fixedTo(AllFixes, `Initial Catalog=My \"Best\" Db`, `Initial Catalog=\"My \"\"Best\"\" Db\"`)),
	"fix: never \"https://Db.kusto.windows.net\"; Db belongs to the Initial Catalog": neverFixedTo("https://Db.kusto.windows.net"),
	"fix: #connect https://contoso.kusto.windows.net/Db;Fed=true\n":                  fixedTo(AllFixes, "Fed=yes", "Fed=true"),
	"fix: <p>It's the string https://contoso.kusto.windows.net/Db;Fed=true</p>\n":    fixedTo(AllFixes, "Fed=yes", "Fed=true"),
	"unsafe fix: the mended string, by --unsafe-fixes (207's fix is unsafe)": all(
		unchanged(SafeFixes), fixedTo(AllFixes, `Initial Catalog=My "Best" Db`, mendedName)),

	"findings: KCS208 only": quiet,
	"findings: KCS208 only (placeholders): no KCS402, KCS203, KCS501, KCS202": quiet,
	"findings: no errors":                        quiet,
	"findings: KCS501":                           finds(rule.SecretInText),
	"findings: KCS501 at the key in the default": finds(rule.SecretInText),
	"findings: no KCS501":                        lacks(rule.SecretInText),
	"findings: no KCS008: the file is Latin-1":   lacks(rule.InvalidUTF8),
	"findings: none (decisions.md: a colon or dash may stand for --), or one clear message": quiet,

	"list: one string, from Data Source to contoso.com":                                    listsOne("Data Source", "contoso.com"),
	"list: one string, from Data Source to &lt;tenant&gt;, entities decoded":               listsOne("Data Source", "&lt;tenant&gt;"),
	"list: one string, operands as holes":                                                  putTogether,
	"list: settings, as in a.py with the same code and in the notebook with single quotes": someSettings,
	"list: @help/Samples": listsOne("@help/Samples", "@help/Samples"),
}

// leftAlone is what is expected where code goes on with a literal.
var leftAlone = all(quiet, unchanged(SafeFixes))

// wildChecks is what the words of wild.jsonl mean, by case.
var wildChecks = map[string]caseCheck{
	"wild-000": leftAlone, "wild-002": leftAlone, "wild-003": leftAlone, "wild-004": leftAlone, "wild-005": leftAlone,
	"wild-006": leftAlone,
	"wild-008": quiet, "wild-009": quiet, "wild-010": quiet, "wild-011": quiet, "wild-014": quiet, "wild-015": quiet,
	"wild-016": quiet, "wild-019": quiet, "wild-021": quiet, "wild-022": quiet, "wild-024": quiet, "wild-025": quiet,
	"wild-028": quiet, "wild-029": quiet, "wild-032": quiet, "wild-033": quiet, "wild-036": quiet, "wild-054": quiet,
	"wild-055": quiet,
	"wild-030": only(rule.SecretInText),
	"wild-031": only(rule.SecretInText, rule.MissingProperty),
	"wild-037": unchanged(AllFixes),
	"wild-039": finds(rule.SecretInText), // and what the joined string lacks
	"wild-063": func(c caseFile) error {
		if n := len(c.lint(NoFixes).Findings); n > 0 {
			return fmt.Errorf("%d findings", n)
		}
		return nil
	},
}

// A secret is found where it is an element of a list of its own.
func TestElementsOfLists(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"a.py", "parts = ['Data Source=" + host + "', 'Fed=True', 'AppKey=invented']\ncs = sep.join(parts)\n", "KCS501"},
		{"a.cs", `var parts = new[] { "` + host + `", "Fed=True", "AppKey=invented" };`, "KCS501"},
		{"a.tf", `cs = join(";", ["Data Source=` + host + `", "Fed=true", "AppKey=invented"])` + "\n", "KCS501"},
		{"a.tf", `cs = join(";", ["https://example.com", "Password=invented"])` + "\n", ""},
		{"a.py", "parts = ['https://example.com', 'Password=invented']\n", ""},
		{"a.py", "parts = ['see " + host + "', 'AppKey=invented']\n", ""},
	} {
		found, _ := found(t, row.name, row.text, Options{})
		if got := strings.Join(found, ","); !strings.HasSuffix(got, row.want) || row.want == "" && got != "" {
			t.Errorf("%s: %q", row.text, got)
		}
	}
}
