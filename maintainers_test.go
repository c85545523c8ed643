package kustoconn_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	code = regexp.MustCompile("`([^`\n]+)`")
	// What looks like a file of this module: NAME and CODE stand for any.
	looksLikePath = regexp.MustCompile(`^[A-Za-z0-9_.]+(/[A-Za-z0-9_.-]*)+$|^[a-z0-9_]+(_test)?\.(go|md)$`)
	isTestName    = regexp.MustCompile(`^Test[A-Z]\w*$`)
)

// ARCHITECTURE.md tells a newcomer where to go: each package has its line, and
// each file and test that it names is there.
func TestArchitectureNamesEveryPackage(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	named, tests := map[string]bool{}, testNames(t)
	for _, m := range code.FindAllStringSubmatch(string(text), -1) {
		name := m[1]
		named[name] = true
		switch {
		case isTestName.MatchString(name):
			if !tests[name] {
				t.Errorf("there is no %s", name)
			}
		case looksLikePath.MatchString(name):
			if !isThere(t, name) {
				t.Errorf("there is no %s", name)
			}
		}
	}
	for _, p := range ours(t) {
		if name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/"); name != "" && !named[name] {
			t.Errorf("package %s is not named", name)
		}
	}
}

var tableLine = regexp.MustCompile("(?m)^\\| (`[^|]+) \\|")

// TestArchitectureTableFollowsTheRows holds the table of packages in the order of
// the rows that imports are held to, so that a reader can trust "above its own".
func TestArchitectureTableFollowsTheRows(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	last, found := 0, 0
	for _, line := range tableLine.FindAllStringSubmatch(string(text), -1) {
		for _, m := range code.FindAllStringSubmatch(line[1], -1) {
			row := rowOf(strings.TrimPrefix(m[1], "kustoconn"))
			if row < 0 {
				continue // outside the flow
			}
			if row < last {
				t.Errorf("%s stands below a package that may import it", m[1])
			}
			last, found = row, found+1
		}
	}
	want := 0
	for _, row := range rows {
		want += len(row)
	}
	if found != want {
		t.Errorf("the table has %d of the %d packages that have a row", found, want)
	}
}

// isThere reports whether a file of that path is in the module, or one of that
// name somewhere in it. Templates are files that a recipe makes: the pattern
// matches those that were made so.
func isThere(t *testing.T, name string) bool {
	t.Helper()
	pattern := strings.NewReplacer("NAME", "*", "CODE", "*").Replace(name)
	if !strings.Contains(name, "/") && name != "architecture_test.go" {
		pattern = filepath.Join("sdk", "internal", "*", pattern) // a dialect's own
	}
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return len(found) > 0
}

var testFunc = regexp.MustCompile(`(?m)^func (Test\w+)\(`)

// testNames returns the names of the tests of this module.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range testFunc.FindAllSubmatch(text, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// The page on security names the test that holds each promise: each is there.
func TestSecurityPageNamesTests(t *testing.T) {
	page, err := os.ReadFile("docs/security.md")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile("`((?:Test|Benchmark)[A-Za-z]+)`").FindAllStringSubmatch(string(page), -1)
	if len(names) < 15 {
		t.Fatalf("only %d tests are named", len(names))
	}
	var sources strings.Builder
	if err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "_test.go") {
			data, readErr := os.ReadFile(path)
			sources.Write(data)
			err = readErr
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if !strings.Contains(sources.String(), "\nfunc "+name[1]+"(") {
			t.Errorf("there is no %s", name[1])
		}
	}
}

var placeholderOfPublishing = regexp.MustCompile(`\b(OWNER|REPOSITORY|MAINTAINER)\b`)

// holdsPlaceholderOfPublishing is a match of placeholderOfPublishing; hardly any text has
// one of its words.
func holdsPlaceholderOfPublishing(text []byte) bool {
	for _, word := range []string{"OWNER", "REPOSITORY", "MAINTAINER"} {
		if bytes.Contains(text, []byte(word)) {
			return placeholderOfPublishing.Match(text)
		}
	}
	return false
}

// TestPlaceholdersOfPublishing holds that what is filled in when this is published stands
// where CONTRIBUTING.md says, so that its one command finds all of it.
func TestPlaceholdersOfPublishing(t *testing.T) {
	// These speak of the words, or have a variable of that name.
	speakOfThem := map[string]bool{
		"CONTRIBUTING.md": true, "maintainers_test.go": true, "internal/tools/rename/main.go": true, ".github/workflows/release.yml": true,
	}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if name == ".git" || name == "node_modules" || name == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		path = filepath.ToSlash(path)
		switch filepath.Ext(name) {
		case "", ".go", ".js", ".json", ".md", ".mjs", ".py", ".rb", ".sh", ".toml", ".ts", ".txt", ".yaml", ".yml":
		default:
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil || speakOfThem[path] || !holdsPlaceholderOfPublishing(text) {
			return err
		}
		if !strings.HasPrefix(path, "docs/") && !strings.HasPrefix(path, "packages/") {
			t.Errorf("%s has a placeholder that is not looked for there", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
