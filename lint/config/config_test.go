package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/schema"
)

const asYAML = `
select: [KCS2, secret-in-text]
ignore: KCS208
severities:
  KCS501: warning
  not-a-boolean: off
fail-on: information
level: error
trusted-hosts: [.example.com, adx.example.org, "http://kustainer:8080", "a.test:80"]
login: https://login.microsoftonline.us
clients: [go, python]
include: ["*.yaml"]
exclude: [testdata/]
max-size: 2MiB
baseline: base.json
overrides:
  - paths: "*.json"
    ignore: KCS501
    level: information
`

const asTOML = `
select = ["KCS2", "secret-in-text"]
ignore = "KCS208"
fail-on = "information"
level = "error"
trusted-hosts = [".example.com", "adx.example.org", "http://kustainer:8080", "a.test:80"]
login = "https://login.microsoftonline.us"
clients = ["go", "python"]
include = ["*.yaml"]
exclude = ["testdata/"]
max-size = 2097152
baseline = "base.json"

[severities]
KCS501 = "warning"
not-a-boolean = "off"

[[overrides]]
paths = ["*.json"]
ignore = ["KCS501"]
level = "information"
`

func TestParse(t *testing.T) {
	want := &Config{
		Settings: Settings{
			Select: []string{"KCS2", "secret-in-text"}, Ignore: []string{"KCS208"},
			Severities: map[diag.Code]diag.Severity{501: diag.Warning, 201: diag.Off},
			FailOn:     diag.Information, Level: diag.Error,
			TrustedHosts: []endpoint.MatchRule{
				{Suffix: ".example.com"}, {Suffix: "adx.example.org", Exact: true}, {Suffix: "kustainer", Exact: true}, {Suffix: "a.test", Exact: true},
			},
			Login:   "https://login.microsoftonline.us",
			Clients: []schema.Client{schema.Go, schema.Python},
			MaxSize: 2 << 20,
		},
		Baseline: "base.json",
	}
	override := Override{Settings: Settings{Ignore: []string{"KCS501"}, Level: diag.Information}}
	override.Paths, _ = NewPatterns([]string{"*.json"})
	want.Overrides = []Override{override}
	want.Include, _ = NewPatterns([]string{"*.yaml"})
	want.Exclude, _ = NewPatterns([]string{"testdata/"})
	for name, text := range map[string]string{".kustoconn.yaml": asYAML, ".kustoconn.toml": asTOML} {
		got, err := Parse(name, []byte("\ufeff"+text))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Patterns{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if c, err := Parse(".kustoconn.yaml", nil); err != nil || cmp.Diff(&Config{}, c, cmp.AllowUnexported(Patterns{})) != "" {
		t.Errorf("an empty file: %v, %v", c, err)
	}
}

func TestPlaceholders(t *testing.T) {
	for name, text := range map[string]string{
		".kustoconn.yaml": `placeholders: ['§\w+§', "<K3Y;>"]`, ".kustoconn.toml": `placeholders = ['§\w+§', "<K3Y;>"]`,
	} {
		c, err := Parse(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if !c.Placeholders.StandsForSecret("§k3y§") || !c.Placeholders.Whole("<K3Y;>") || c.Placeholders.In("§") {
			t.Errorf("%s: the patterns do not count", name)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"excludes: [a]":                  `1:1: unknown key; did you mean "exclude"?`,
		"zzz: 1":                         `1:1: unknown key; there are select, ignore, `,
		"exclude: 1":                     `1:1: key "exclude": a list of strings is expected`,
		"exclude: [a, 1]":                `1:1: key "exclude": item 2 is not a string`,
		"exclude: ['[']":                 `1:1: key "exclude": item 1: not a pattern`,
		"placeholders: ['(']":            `1:1: key "placeholders": pattern 1 is no regular expression`,
		"placeholders: ['a', '.*']":      `1:1: key "placeholders": pattern 2 matches the empty text, and so everything`,
		"placeholders: ['a^']":           `1:1: key "placeholders": pattern 1 can match nothing`,
		"placeholders: '\\w'":            `1:1: key "placeholders": pattern 1 matches everything`,
		"placeholders: 1":                `1:1: key "placeholders": a list of strings is expected`,
		"clients: [pyhton]":              `1:1: key "clients": unknown client; did you mean "python"?`,
		"severities: {KCS201: bad}":      `1:14: key "severities": KCS201: one of error, warning, information, off is expected`,
		"severities: {not-boolean: off}": `1:14: key "severities": unknown rule; did you mean "not-a-boolean"?`,
		"severities:\n  KCS201: error\n  not-boolean: off": `3:3: key "severities": unknown rule`,
		"select: [KCS999]":                              `1:1: key "select": no rule`,
		"fail-on: off":                                  `1:1: key "fail-on": one of error, warning, information is expected`,
		"max-size: 5 parsecs":                           `1:1: key "max-size": a size such as 1000000 or 5MiB is expected`,
		"max-size: -1":                                  `1:1: key "max-size": a size such as 1000000 or 5MiB is expected`,
		"baseline: [a]":                                 `1:1: key "baseline": a string is expected`,
		"trusted-hosts: ['https://a/b']":                `1:1: key "trusted-hosts": a host, such as `,
		`max-size: "0"`:                                 `1:1: key "max-size": a size`,
		"fail-on: info":                                 `1:1: key "fail-on": one of error, warning, information is expected`,
		"exclude: ['!src']":                             `1:1: key "exclude": item 1: a pattern that begins with "!" selects nothing`,
		"include: [a, ../b]":                            `1:1: key "include": item 2: a pattern with ".." selects nothing`,
		`include: 'src\gen'`:                            `1:1: key "include": item 1: not a pattern`,
		"overrides: {}":                                 `1:1: key "overrides": a list is expected`,
		"overrides: [{paths: a}]":                       `1:1: key "overrides": item 1: paths, and what holds for them, are expected`,
		"overrides: [{level: error}]":                   `1:1: key "overrides": item 1: paths, and what holds for them, are expected`,
		"overrides: [{paths: a, baseline: b}]":          `1:1: key "overrides": item 1: "baseline" stands at the top alone`,
		"overrides: [{paths: a, levle: error}]":         `1:1: key "overrides": item 1: unknown key; did you mean "level"?`,
		"overrides: [{paths: '!a', level: error}]":      `1:1: key "overrides": item 1: paths: item 1: a pattern that begins`,
		"login: login.microsoftonline.us":               `1:1: key "login": a value of another form is expected`,
		"a: [":                                          `1:4: not a valid configuration: `,
		"fail-on: error\na: b: c":                       `2:4: not a valid configuration: `,
		"fail-on: error\nfail-on: error":                `2:1: not a valid configuration: `,
		"- a":                                           `1:1: not a valid configuration: `,
		"# one\n---\nfail-on: error\n\nseverites: {}\n": `5:1: unknown key; did you mean "severities"?`,
		"{baseline: '😀', severites: {}}":                `1:18: unknown key`,
	} {
		if _, err := Parse("a/.kustoconn.yaml", []byte(text)); err == nil || !strings.HasPrefix(err.Error(), "a/.kustoconn.yaml:"+want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestParseRefusesTOML(t *testing.T) {
	for text, want := range map[string]string{
		"fail-on = 'error'\n\n  severites = 1":                  `3:3: unknown key; did you mean "severities"?`,
		"[severites]\nKCS201 = 'off'":                           `1:2: unknown key`,
		"[severities]\nKCS201 = 'off'\n\"not-boolean\" = 'off'": `3:1: key "severities": unknown rule`,
		"severities.not-boolean = 'off'":                        `1:12: key "severities": unknown rule`,
		"severities = { KCS201 = 'off', KCS202 = 'bad' }":       `1:32: key "severities": KCS202: one of error`,
		"a = ":                                 `1:4: not a valid configuration: `,
		"fail-on = 'error'\nfail-on = 'error'": `2:1: not a valid configuration: `,
	} {
		if _, err := Parse(".kustoconn.toml", []byte(text)); err == nil || !strings.HasPrefix(err.Error(), ".kustoconn.toml:"+want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestErrorsAreInTheOrderOfTheFile(t *testing.T) {
	_, err := Parse("c.yaml", []byte("zzz: 1\nmax-size: x\nbaseline: 1\n"))
	want := `c.yaml:2:1: key "max-size": a size such as 1000000 or 5MiB is expected; c.yaml:3:1: key "baseline": a string is expected`
	if err == nil || !strings.HasPrefix(err.Error(), "c.yaml:1:1: unknown key") || !strings.HasSuffix(err.Error(), "; "+want) {
		t.Errorf("%v", err)
	}
}

// The file's name is escaped, and one that may be a string is not repeated.
func TestErrorsShowNamesAsMessagesDo(t *testing.T) {
	for name, want := range map[string]string{"a\nb.yaml": `a\nb.yaml:1:1: unknown key`, "AppKey=x": "the configuration:1:1: unknown key"} {
		if _, err := Parse(name, []byte("zzz: 1\n")); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := Parse("AppKey=x", []byte("[")); err == nil || !strings.HasPrefix(err.Error(), "the configuration:") {
		t.Error(err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	below := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(below, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(path ...string) string {
		name := filepath.Join(append([]string{dir}, path...)...)
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	want := write(".kustoconn.toml")
	if got, err := Find(below); got != want || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	want = write("a", ".kustoconn.yaml")
	if got, err := Find(below); got != want || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	write("a", ".kustoconn.toml")
	if _, err := Find(below); err == nil {
		t.Error("two in one directory are no error")
	}
}

func TestPatterns(t *testing.T) {
	for _, row := range []struct {
		pattern string
		matches []string
		not     []string
	}{
		{"*.yaml", []string{"a.yaml", "a/b.yaml", "a.yaml/b"}, []string{"a.yml", "ayaml"}},
		{"testdata/", []string{"testdata/a", "a/testdata/b/c"}, []string{"testdata2/a"}},
		{"a/b", []string{"a/b", "a/b/c"}, []string{"c/a/b", "a/bc"}},
		{"/a", []string{"a", "a/b"}, []string{"b/a"}},
		{"a/**", []string{"a/b", "a/b/c"}, []string{"a", "b/a/c"}},
		{"a/**/b", []string{"a/b", "a/x/b", "a/x/y/b/c"}, []string{"a/x", "b"}},
		{"**/x/*.go", []string{"x/a.go", "b/c/x/a.go"}, []string{"x/b/a.go"}},
		{"a?c", []string{"abc", "d/abc"}, []string{"ac", "a/c"}},
	} {
		p, err := NewPatterns([]string{row.pattern})
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range row.matches {
			if !p.Match(path) {
				t.Errorf("%q does not match %q", row.pattern, path)
			}
		}
		for _, path := range row.not {
			if p.Match(path) {
				t.Errorf("%q matches %q", row.pattern, path)
			}
		}
	}
}

func TestReads(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	c, err := Parse(".kustoconn.yaml", []byte("include: ['*.yaml', docs/]\nexclude: [old/]"))
	if err != nil {
		t.Fatal(err)
	}
	c.Dir = dir
	for path, want := range map[string]bool{
		"a.yaml": true, "a.json": false, "docs/a.md": true, "old/a.yaml": false, "docs/old/a.md": false,
		filepath.Join(dir, "a.yaml"): true,
	} {
		if got := c.Reads(path, false); got != want {
			t.Errorf("Reads(%q) = %t", path, got)
		}
	}
	if !c.Reads("a.json", true) || c.Reads("old/a.yaml", true) {
		t.Error("of what is named, exclude counts and include does not")
	}
	if !(&Config{}).Reads("a", false) {
		t.Error("an empty configuration passes files over")
	}
}

// The schema in the documentation is the one that the keys make. To write it:
// UPDATE_SCHEMA=1 go test ./lint/config.
func TestSchema(t *testing.T) {
	const name = "../../docs/config.schema.json"
	if os.Getenv("UPDATE_SCHEMA") != "" {
		if err := os.WriteFile(name, jsonSchema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(data), string(jsonSchema())); diff != "" {
		t.Error(diff)
	}
}

func TestFor(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	c, err := Parse(".kustoconn.yaml", []byte("overrides:\n- {paths: '*.json', level: error}\n- {paths: [docs/], level: error}\n"))
	if err != nil {
		t.Fatal(err)
	}
	c.Dir = dir
	for path, want := range map[string][]int{"a.yaml": nil, "a.json": {0}, "docs/a.json": {0, 1}, filepath.Join(dir, "docs", "a"): {1}} {
		if diff := cmp.Diff(want, c.For(path)); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// A file that is no configuration may be one of secrets: no error repeats it.
func TestSyntaxErrorsRepeatNothing(t *testing.T) {
	for name, files := range map[string][]string{
		"c.yaml": {"Hidden: 1\nHidden: 2", "a: *Hidden", "a: |Hidden", "Hidden", "[Hidden", "a: !!int Hidden"},
		"c.toml": {"Hidden=1\nHidden=2", "a=Hidden", `a="\Hidden"`, "[Hidden]\n[Hidden]", "Hidden.a=1\nHidden=2", "a=1 Hidden"},
	} {
		for _, text := range files {
			if _, err := Parse(name, []byte(text)); err == nil || strings.Contains(err.Error(), "Hidden") || strings.Contains(err.Error(), "'H'") {
				t.Errorf("%s: %q gives %v", name, text, err)
			}
		}
	}
}

func TestFindRefusesALinkOutOfTheDirectory(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	name := filepath.Join(outside, "x.yaml")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(name, filepath.Join(dir, ".kustoconn.yaml")); err != nil {
		t.Skip(err)
	}
	if found, err := Find(dir); err == nil || found != "" {
		t.Errorf("%q, %v", found, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "x.yaml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(dir, ".kustoconn.yaml"))
	os.Symlink("x.yaml", filepath.Join(dir, ".kustoconn.yaml"))
	if found, err := Find(dir); err != nil || found != filepath.Join(dir, ".kustoconn.yaml") {
		t.Errorf("%q, %v", found, err)
	}
}

// What would take a parser's memory or time by the square is refused before.
func TestLimits(t *testing.T) {
	for text, want := range map[string]error{
		"exclude: " + strings.Repeat("[", 100_000): errTooDeep, "a: " + strings.Repeat("{a: ", 501): errTooDeep, "a:\n  " + strings.Repeat("- ", 501): errTooDeep,
		"exclude: [" + strings.Repeat("[a], ", 1000) + "]": nil, strings.Repeat("# - a - b [c]\n", 1000): nil,
	} {
		if err := checkLimits([]byte(text)); err != want {
			t.Errorf("%.30q: %v, want %v", text, err, want)
		}
		if _, err := Parse("a.yaml", []byte(text)); want != nil && !errors.Is(err, want) {
			t.Errorf("%.30q: %v", text, err)
		}
	}
	if err := checkLimits(make([]byte, maxFile+1)); err == nil {
		t.Error("a large file is read")
	}
}
