package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

const (
	published = "example.com/house/kustoconn"
	version   = "v0.1.0"
	canonical = "Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True"
)

// program is another module's, which embeds the façade.
const program = `package main

import (
	"fmt"

	"` + published + `"
)

func main() { fmt.Println(kustoconn.Validate("https://help.kusto.windows.net/Samples; Fed=true; Accept=true")) }
`

// run runs a command in dir with variables beside the environment's, and
// returns what it writes.
func run(t *testing.T, dir string, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// copied returns a copy of the module: what git has or would add.
func copied(t *testing.T) string {
	t.Helper()
	const root = "../../.."
	dir := t.TempDir()
	for _, name := range strings.Split(run(t, root, nil, "git", "ls-files", "--cached", "--others", "--exclude-standard"), "\n") {
		data, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // removed, and not yet committed
		}
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), data)
	}
	return dir
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestPublished renames a copy, builds it, and uses it from another module
// through a proxy of files, as who gets a published module does.
func TestPublished(t *testing.T) {
	if testing.Short() {
		t.Skip("builds everything under another path")
	}
	dir := copied(t)
	changed, err := Rename(dir, published)
	if err != nil {
		t.Fatal(err)
	}
	if len(changed) < 100 {
		t.Fatalf("only %d files changed: %v", len(changed), changed)
	}
	if again, err := Rename(dir, published); err != nil || len(again) > 0 {
		t.Errorf("a second run changes %v, %v", again, err)
	}
	if unformatted := run(t, dir, nil, "gofmt", "-l", "."); unformatted != "" {
		t.Errorf("not formatted: %s", unformatted)
	}
	for _, nested := range []string{".", "internal/tools"} {
		at := filepath.Join(dir, nested)
		run(t, at, nil, "go", "mod", "tidy", "-diff")
		run(t, at, nil, "go", "build", "./...")
		run(t, at, nil, "go", "vet", "./...")
	}
	run(t, dir, nil, "go", "test", "-run", "Import|Embedder|Formal|Installed|Modules", ".")

	user := t.TempDir()
	env := append(proxy(t, dir), "GOBIN="+filepath.Join(user, "bin"))
	write(t, filepath.Join(user, "main.go"), []byte(program))
	run(t, user, env, "go", "mod", "init", "example.org/user")
	run(t, user, env, "go", "get", published+"@"+version)
	if got := run(t, user, env, "go", "run", "."); got != "<nil>" {
		t.Errorf("the program says %q", got)
	}
	run(t, user, env, "go", "install", published+"/cmd/kustoconn@"+version)
	if got := run(t, user, nil, filepath.Join(user, "bin", "kustoconn"), "fmt", "Fed=true;Server=https://help.kusto.windows.net/Samples"); got != canonical {
		t.Errorf("the installed program says %q", got)
	}
}

// proxy publishes the module in dir to a proxy of files and returns the
// environment that gets it from there, and what it requires from the module
// cache, into a cache of its own.
func proxy(t *testing.T, dir string) (env []string) {
	t.Helper()
	folder, cache := t.TempDir(), t.TempDir()
	escaped, err := module.EscapePath(published)
	if err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(folder, filepath.FromSlash(escaped), "@v")
	mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	info, err := json.Marshal(map[string]string{"Version": version, "Time": "2026-01-01T00:00:00Z"})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(at, "list"), []byte(version+"\n"))
	write(t, filepath.Join(at, version+".mod"), mod)
	write(t, filepath.Join(at, version+".info"), info)
	file, err := os.Create(filepath.Join(at, version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := zip.CreateFromDir(file, module.Version{Path: published, Version: version}, dir); err != nil {
		t.Fatal(err)
	}
	settings := strings.Split(run(t, dir, nil, "go", "env", "GOMODCACHE", "GOPROXY"), "\n")
	return []string{
		"GOPROXY=file://" + filepath.ToSlash(folder) + ",file://" + filepath.ToSlash(settings[0]) + "/cache/download," + settings[1],
		"GONOSUMDB=" + published, "GOFLAGS=-mod=mod -modcacherw", "GOMODCACHE=" + cache, "GOWORK=off",
	}
}

func TestText(t *testing.T) {
	r := newRenamer("kustoconn", "example.com/k", map[string]bool{"sdk": true, "cmd/kustoconn": true, "internal/cli": true})
	for _, tt := range []struct{ text, want string }{
		{"import \"kustoconn\"\n", "import \"example.com/k\"\n"},
		{"\tkc \"kustoconn\" // why\n", "\tkc \"example.com/k\" // why\n"},
		{"\t\"kustoconn/sdk\"\n", "\t\"example.com/k/sdk\"\n"},
		{"see kustoconn/sdk, kustoconn/sdk/sdk.go and kustoconn/internal/cli.", "see example.com/k/sdk, example.com/k/sdk/sdk.go and example.com/k/internal/cli."},
		{"go vet kustoconn/sdk/...", "go vet example.com/k/sdk/..."},
		{"require kustoconn v0.1.0\n", "require example.com/k v0.1.0\n"},
		{"go install kustoconn/cmd/kustoconn@latest", "go install example.com/k/cmd/kustoconn@latest"},
		{"f(\"kustoconn\")", "f(\"kustoconn\")"},
		{"\tUse: \"kustoconn\",\n", "\tUse: \"kustoconn\",\n"},
		{`"kustoconn/v1": "0123"`, `"kustoconn/v1": "0123"`},
		{"cmd/kustoconn/sdk $SRC/kustoconn/sdk kustoconn-sdk", "cmd/kustoconn/sdk $SRC/kustoconn/sdk kustoconn-sdk"},
		{"go get example.com/kustoconn", "go get example.com/kustoconn"},
	} {
		if got := string(r.text([]byte(tt.text))); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestGoMod(t *testing.T) {
	r := newRenamer("kustoconn", "example.com/k", nil)
	got, err := r.goMod([]byte(`module kustoconn/bench

go 1.26.0

require (
	a.example/a v1.0.0
	kustoconn v0.0.0
)

require kustoconn.example/b v1.0.0 // indirect

replace kustoconn => ../
`))
	want := `module example.com/k/bench

go 1.26.0

require (
	a.example/a v1.0.0
	example.com/k v0.0.0
)

require kustoconn.example/b v1.0.0 // indirect

replace example.com/k => ../
`
	if string(got) != want || err != nil {
		t.Errorf("%v\n%s", err, got)
	}
}

// A path that cannot be published changes nothing.
func TestBadPath(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), []byte("module kustoconn\n"))
	for _, to := range []string{"", "kustoconn2", "example.com/", "/x", "example.com/a b", "-x.y"} {
		if changed, err := Rename(dir, to); err == nil || changed != nil {
			t.Errorf("%q: changed %v, %v", to, changed, err)
		}
	}
}
