package lint

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/atomicfile"
	"kustoconn/lint/internal/encoding"
	"kustoconn/rule"
)

// lintFile writes a file and runs over it.
func lintFile(t *testing.T, name string, data []byte, options Options) (Result, []byte) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o640); err != nil {
		t.Fatal(err)
	}
	options.Dir, options.Paths = dir, []string{name}
	result, err := Run(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return result, after
}

// Each row is a file before and after; {} is the value that is fixed.
func TestFixesChangeNothingElse(t *testing.T) {
	const str = host + ";Fed={}"
	rows := []struct{ name, text, from, to string }{
		{"a.json", "{\"é\": \"" + str + "\"}\r\n", "yes", "true"},
		{"escaped.json", `{"a": "https:\/\/help.kusto.windows.net;Fed\u003d{}"}`, "y\\u0065s", "true"},
		{"a.yaml", "a: '" + str + "' # c\n\n\n", "yes", "true"},
		{"block.yaml", "a:\n    b: >-\n      " + host + ";\n      Fed={};\n      Accept=true\n", "yes", "true"},
		{"a.toml", "a = \"\"\"\\\n  " + str + "\"\"\"\n", "yes", "true"},
		{"a.xml", "<a b='" + strings.ReplaceAll(str, "=", "&#x3d;") + "'/>\n", "yes", "true"},
		{"comment.xml", "<a><!-- " + str + " --></a>\n", "yes", "true"},
		{"a.jsonc", "{/* " + str + " */\n}\n", "yes", "true"},
		{".env", "export A=\"" + str + "\"\n", "yes", "true"},
		{"a.properties", "a=https\\://help.kusto.windows.net;\\\n   Fed={}\n", "yes", "true"},
		{"a.cs", "var a = @\"" + str + "\"; /* 😀 */\r\n", "yes", "true"},
		{"concat.cs", "var a = \"" + host + ";\" +\n    \"Fed={}\";\n", "yes", "true"},
		{"a.go", "var a = \"https://help.kusto.windows.net;\\x46ed={}\"\n", "yes", "true"},
		{"a.py", "a = ('" + host + ";'\n     f'Fed={}')\n", "yes", "true"},
		{"a.ts", "const a = `" + host + ";Accept=${b};Fed={}`;\n", "yes", "true"},
		{"a.sh", "export A='" + str + "'\n", "yes", "true"},
		{"a.md", "# T\r\n\r\n> ```json\r\n> [\"" + str + "\"]\r\n> ```\r\n", "yes", "true"},
		{"a.ipynb", `{"cells": [{"cell_type": "code", "source": ["x = 1\n", "a = '` + str + `'"]}]}`, "yes", "true"},
		{"a.tf", "a = \"" + str + "\"\n", "yes", "true"},
		{"a.txt", "see " + str + "\nand " + str + "\n", "yes", "true"},
	}
	dir := t.TempDir()
	var paths []string
	want := map[string][]byte{}
	encodings := []encoding.Encoding{
		encoding.UTF8, encoding.UTF8BOM, encoding.UTF16LE, encoding.UTF16BE, encoding.UTF16LEUnmarked, encoding.UTF16BEUnmarked,
		encoding.UTF32LE, encoding.UTF32BE, encoding.UTF32LEUnmarked, encoding.UTF32BEUnmarked,
	}
	for i, row := range rows {
		written := encodings
		if testing.Short() { // a file is written in two of them, and each of them in some files
			written = []encoding.Encoding{encoding.UTF8, encodings[1+i%(len(encodings)-1)]}
		}
		for _, encoding := range written {
			path := filepath.Join(fmt.Sprint(encoding), row.name)
			if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(path)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, path), encoded(encoding, strings.ReplaceAll(row.text, "{}", row.from)), 0o640); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
			want[path] = encoded(encoding, strings.ReplaceAll(row.text, "{}", row.to))
		}
	}
	if _, err := Run(context.Background(), Options{Dir: dir, Paths: paths, Fix: AllFixes}); err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if after, err := os.ReadFile(filepath.Join(dir, path)); err != nil || !bytes.Equal(after, want[path]) {
			t.Errorf("%s: %q, want %q; %v", path, after, want[path], err)
		}
	}
}

func TestSafeFixesOnly(t *testing.T) {
	text := `a = '` + host + `;Fed=yes;Accept=true;Accept=true;Application Name for Tracing=it"s'` + "\n"
	_, after := lintFile(t, "a.py", []byte(text), Options{Fix: SafeFixes})
	want := `a = '` + host + `;Fed=yes;Accept=true;Application Name for Tracing=it"s'` + "\n"
	if diff := cmp.Diff(want, string(after)); diff != "" {
		t.Error(diff)
	}
}

func TestADryRunWritesNothing(t *testing.T) {
	text := "a = '" + host + ";Fed=yes'\r\nb = 1\r\nc = '" + host + ";Fed=no'\r\n"
	result, after := lintFile(t, "a.py", []byte(text), Options{Fix: AllFixes, DryRun: true})
	if diff := cmp.Diff(text, string(after)); diff != "" {
		t.Error(diff)
	}
	want := []Change{
		{Before: host + ";Fed=yes", After: host + ";Fed=true", BeforeAt: Region{1, 6, 1, 44}, AfterAt: Region{1, 6, 1, 45}},
		{Before: host + ";Fed=no", After: host + ";Fed=false", BeforeAt: Region{3, 6, 3, 43}, AfterAt: Region{3, 6, 3, 46}},
	}
	if diff := cmp.Diff(want, result.Files[0].Diff()); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsFixedWhereTheFormatCannotHoldIt(t *testing.T) {
	// The fix puts the value in double quotation marks; INI takes a pair of
	// them off the whole value only.
	text := "[s]\na = " + host + ";Fed=true;Application Name for Tracing=it's\n"
	_, after := lintFile(t, "a.ini", []byte(text), Options{Fix: AllFixes})
	if diff := cmp.Diff(text, string(after)); diff != "" {
		t.Error(diff)
	}
}

func TestAFixKeepsModeAndLink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.py"), filepath.Join(dir, "link.py")
	if err := os.WriteFile(real, []byte("a = '"+host+";Fed=yes'\n"), 0o751); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.py", link); err != nil {
		t.Skip(err)
	}
	if _, err := Run(context.Background(), Options{Dir: dir, Paths: []string{"link.py"}, Fix: AllFixes}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	info, err = os.Stat(real)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o751 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if data, _ := os.ReadFile(real); string(data) != "a = '"+host+";Fed=true'\n" {
		t.Errorf("%q", data)
	}
	if rest, _ := filepath.Glob(filepath.Join(dir, ".kustoconn-*")); len(rest) > 0 {
		t.Errorf("left behind: %q", rest)
	}
}

// What a killed run left beside a file is passed over with a note, and removed by
// the next one that fixes.
func TestWhatAKilledRunLeftBehind(t *testing.T) {
	const stale = ".kustoconn-0123456789abcdef.tmp"
	dir := tree(t, map[string]string{"a.yaml": oneString, stale: oneString, "sub/" + stale: oneString})
	run := func(options Options) Result {
		t.Helper()
		options.Dir = dir
		result, err := Run(context.Background(), options)
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	for _, options := range []Options{{}, {Fix: AllFixes, DryRun: true}} {
		if result := run(options); len(result.Files) != 1 || result.PassedOver != 2 || len(result.Notes) != 2 {
			t.Errorf("%d files, %d passed over, notes %q", len(result.Files), result.PassedOver, result.Notes)
		}
	}
	if result := run(Options{Fix: AllFixes}); len(result.Files) != 1 || result.PassedOver != 0 || len(result.Notes) != 0 {
		t.Errorf("%d files, %d passed over, notes %q", len(result.Files), result.PassedOver, result.Notes)
	}
	for _, name := range []string{stale, "sub/" + stale} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
}

// A file that cannot be replaced as it is stays, and its findings with it.
func TestAFileThatCannotBeFixedStays(t *testing.T) {
	for _, row := range []struct {
		spoil func(name string) error
		want  error
	}{
		{func(name string) error { return os.Chmod(name, 0o444) }, atomicfile.ErrReadOnly},
		{func(name string) error { return os.Link(name, name+".link") }, atomicfile.ErrHardLinks},
		{func(name string) error { return os.Chmod(filepath.Dir(name), 0o555) }, atomicfile.ErrDirectory},
	} {
		dir := tree(t, map[string]string{"a.yaml": oneString})
		name := filepath.Join(dir, "a.yaml")
		if err := row.spoil(name); err != nil || runtime.GOOS == "windows" {
			t.Skip(err)
		}
		result, err := Run(context.Background(), Options{Dir: dir, Paths: []string{"a.yaml"}, Fix: AllFixes})
		os.Chmod(dir, 0o755)
		if err != nil {
			t.Fatal(err)
		}
		if f := result.Files[0]; f.WriteError != row.want || f.Fixes != 0 || len(f.Findings) != 1 {
			t.Errorf("%v, want %v; %d fixes, %d findings", f.WriteError, row.want, f.Fixes, len(f.Findings))
		}
		if data, _ := os.ReadFile(name); string(data) != oneString {
			t.Errorf("%v: %q", row.want, data)
		}
	}
}

func TestAFileThatChangedIsNotWritten(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.py")
	if err := os.WriteFile(name, []byte("new"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := newLinter(Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = l.writeFixed(name, contents{[]byte("old"), "old", encoding.UTF8}, "fixed")
	if data, _ := os.ReadFile(name); err != atomicfile.ErrChanged || string(data) != "new" {
		t.Errorf("%v, %q", err, data)
	}
}

// Fixing once more changes nothing more, and what was a string stays one.
func TestFixingIsDone(t *testing.T) {
	text := "a: " + host + ";Fed=yes;Fed=yes;AppKye=x;Accept=\nb: @help/Samples;Fed=on\n"
	result, once := lintFile(t, "a.yaml", []byte(text), Options{Fix: AllFixes})
	again, twice := lintFile(t, "a.yaml", once, Options{Fix: AllFixes})
	if !bytes.Equal(once, twice) || result.Checked != again.Checked {
		t.Errorf("%q, then %q", once, twice)
	}
}

// A fix is safe only where nothing can stand beside the string that it changes
// the meaning of together with it.
func TestFixesAtEnds(t *testing.T) {
	const twice = ";Accept=true;Accept=true"
	for _, row := range []struct {
		name, text string
		safe       bool
	}{
		{"a.py", "a = '" + host + twice + "'\n", true},
		{"a.py", "a = '" + host + twice + "' + b\n", false},
		{"a.py", "a = '" + host + twice + ";Fed=' + b\n", true}, // before the last segment
		{"a.py", "a = b + '" + host + twice + ";Fed=true'\n", false},
		{"a.py", "a = '" + host + twice + "'\na += b\n", false},
		{"a.py", "a = '" + host + twice + "'\nprint(a + b)\n", false},
		{"a.py", "f('" + host + twice + "', b)\n", false},
		{"a.py", "a = '" + host + ";{}" + twice + "'.format(b)\n", false},
		{"a.py", "a = f'" + host + twice + ";{b}'\n", false}, // no segment by the grammar
		{"a.py", "a = f'" + host + ";{b}" + twice + ";Fed=true'\n", false},
		{"a.py", "a = 'connecting to " + host + twice + "'\n", false},
		{"a.json", `{"a": "` + host + twice + `"}`, true},
		{"a.yaml.j2", "a: '" + host + twice + "{{ b }}'\n", false},
		{"a.md", "Use `" + host + twice + "`.\n", true},
	} {
		f, err := Text(row.name, row.text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		safe := false
		for i := range f.Findings {
			if d := &f.Findings[i].Diagnostic; d.Code == rule.DuplicateKeyword {
				_, safe = d.Fixable()
			}
		}
		if safe != row.safe {
			t.Errorf("%s: %q: safe %t", row.name, row.text, safe)
		}
	}
}

// What a string lacks is reported but where something is seen to be joined to it.
func TestMissingAtEnds(t *testing.T) {
	const lacking = host + ";AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;Fed=true"
	for _, row := range []struct {
		name, text string
		missing    bool
	}{
		{"a.py", "my_connect('" + lacking + "')\n", true},
		{"a.py", "my_connect('" + lacking + "', b)\n", true},
		{"a.py", "a = '" + lacking + "'\n", true},
		{"a.py", "a = '" + lacking + "'\nprint('to ' + a)\n", true},
		{"a.py", "a = '" + lacking + "' + b\n", false},
		{"a.py", "a = '" + lacking + "'\na += b\n", false},
		{"a.py", "a = ''.join(['" + lacking + "', b])\n", false},
		{"a.py", "a = ';'.join(['" + lacking + "', 'Accept=true'])\n", true},
		{"a.cs", `sb.Append("` + lacking + `");`, false},
		{"a.cs", `Log.Info("` + lacking + `", b);`, false},
		{"a.yaml", "a: " + lacking + "\n", true},
		{"a.yaml", "a: " + lacking + "{{ b }}\n", false},
	} {
		codes, _ := found(t, row.name, row.text, Options{})
		if got := strings.Contains(strings.Join(codes, " "), "KCS301"); got != row.missing {
			t.Errorf("%s: %q: %v", row.name, row.text, codes)
		}
	}
}
