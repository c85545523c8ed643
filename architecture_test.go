package kustoconn_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"kustoconn/schema"
)

// rows are the packages in the order of the flow: each may import only those
// of rows above its own. Packages of one row do not import each other.
var rows = [][]string{
	{"internal/sealed", "internal/ioerror", "internal/webpage"},
	{"internal/atomicfile", "internal/regular", "internal/ascii", "internal/growing"},
	{"source"},
	{"diag", "placeholder", "internal/table", "internal/region"},
	{"rule", "internal/quote", "internal/fold", "internal/literals"},
	{"ast", "schema"},
	{"internal/data/tools", "internal/methods", "internal/signin", "internal/token", "internal/typed", "internal/vocabulary"},
	{"internal/separator", "internal/piece"},
	{"internal/escape"},
	{"grammar", "endpoint"},
	{"grammar/formal"},
	{"internal/railroad"},
	{"bind"},
	{"internal/effective", "internal/recognize", "internal/container"},
	{"redact"},
	{"normalize", "internal/pathname", "internal/parts"},
	{"validate"},
	{"", "sdk/internal/dialect"}, // the façade; the vocabulary of the clients
	{"sdk/internal/dotnet", "sdk/internal/golang", "sdk/internal/java", "sdk/internal/node", "sdk/internal/python", "sdk/internal/rlang", "sdk/internal/rust"},
	{"sdk"},
	{"convert", "internal/clientpage"},
	{"lint/baseline", "lint/internal/around", "lint/internal/encoding", "lint/internal/git", "lint/internal/plain"},
	{"lint/internal/literal", "lint/internal/data", "lint/internal/calls"},
	{"lint/internal/code", "lint/internal/document", "lint/internal/markup"},
	{"lint/internal/shell"},
	{"lint/internal/format"},
	{"lint/config", "lint/internal/settings"},
	{"report"},
	{"lint"},
}

// module is the path of this module, which internal/tools/rename may change.
var module = strings.TrimSuffix(reflect.TypeFor[schema.Property]().PkgPath(), "/schema")

type listed struct {
	Name       string
	ImportPath string
	Standard   bool
	DepOnly    bool
	Imports    []string
	Deps       []string
}

// listing is what go list says of the module's packages and of what these need: it is
// asked once.
var listing = sync.OnceValues(func() (all []listed, err error) {
	out, err := exec.Command("go", "list", "-deps", "-json=Name,ImportPath,Standard,DepOnly,Imports,Deps", "./...").Output()
	for d := json.NewDecoder(bytes.NewReader(out)); err == nil && d.More(); {
		all = append(all, listed{})
		err = d.Decode(&all[len(all)-1])
	}
	return all, err
})

// list returns the packages for which ok holds.
func list(t *testing.T, ok func(listed) bool) []listed {
	t.Helper()
	all, err := listing()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return slices.DeleteFunc(slices.Clone(all), func(p listed) bool { return !ok(p) })
}

// ours returns the module's packages.
func ours(t *testing.T) []listed {
	t.Helper()
	return list(t, func(p listed) bool { return !p.DepOnly })
}

// neededBy returns a package and all that it imports, be it by others.
func neededBy(t *testing.T, path string) []listed {
	t.Helper()
	var deps []string
	for _, p := range ours(t) {
		if p.ImportPath == path {
			deps = append(p.Deps, path)
		}
	}
	needed := list(t, func(p listed) bool { return slices.Contains(deps, p.ImportPath) })
	if len(needed) == 0 {
		t.Fatalf("there is no %s", path)
	}
	return needed
}

func rowOf(path string) int {
	name := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	return slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, name) })
}

// isOutsideFlow reports whether a package stands outside the flow and may
// import all of it: the commands and what only tests use.
func isOutsideFlow(path string) bool {
	name := strings.TrimPrefix(path, module+"/")
	for _, start := range []string{"cmd/", "internal/cli", "internal/lsp", "internal/exhaust", "internal/fixtures", "internal/golden", "internal/piece/piecetest", "fuzz", "playground/wasm", "internal/playground", "sdk/internal/oracletest"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range ours(t) {
		if isOutsideFlow(p.ImportPath) {
			continue
		}
		from := rowOf(p.ImportPath)
		if from < 0 {
			t.Errorf("%s has no row", p.ImportPath)
		}
		for _, imported := range p.Imports {
			to := rowOf(imported)
			if imported != module && !strings.HasPrefix(imported, module+"/") {
				continue
			}
			if to < 0 || to >= from {
				t.Errorf("%s imports %s, which is not above it", p.ImportPath, imported)
			}
		}
	}
}

// What an embedder of the façade compiles imports the standard library only,
// and nothing of it that opens connections.
func TestEmbedderGetsTheStandardLibraryOnly(t *testing.T) {
	for _, p := range neededBy(t, module) {
		switch {
		case p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/"):
		case !p.Standard:
			t.Errorf("the façade depends on %s", p.ImportPath)
		case p.ImportPath == "net" || p.ImportPath == "net/http" || p.ImportPath == "os/exec":
			t.Errorf("the façade depends on %s, and nothing in it needs a network or a process", p.ImportPath)
		}
	}
}

// The formal grammar is for readers and tests: no package but the command line
// and the laws, which only tests import, may make others pay for it.
func TestOnlyTheCommandImportsTheFormalGrammar(t *testing.T) {
	const formal, railroad = "kustoconn/grammar/formal", "kustoconn/internal/railroad"
	allowed := map[string][]string{
		formal:   {railroad, "kustoconn/internal/cli", "kustoconn/fuzz/laws"},
		railroad: {"kustoconn/internal/cli"},
	}
	for _, p := range ours(t) {
		for imported, by := range allowed {
			if slices.Contains(p.Imports, imported) && !slices.Contains(by, p.ImportPath) {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

// The command does not link the testing library: its initialisation is a quarter
// of the time that a command takes to start.
func TestTheCommandDoesNotImportRapid(t *testing.T) {
	for _, p := range neededBy(t, module+"/cmd/kustoconn") {
		if p.ImportPath == "pgregory.net/rapid" || p.ImportPath == "testing" {
			t.Errorf("the command depends on %s", p.ImportPath)
		}
	}
}

// Linting a repository starts no program: neither git nor what the repository
// configures. The command runs one where it is told to, by conform.
func TestOnlyConformStartsPrograms(t *testing.T) {
	for _, p := range ours(t) {
		if slices.Contains(p.Imports, "os/exec") && p.ImportPath != module+"/fuzz/conform" {
			t.Errorf("%s starts programs", p.ImportPath)
		}
	}
	for _, p := range neededBy(t, module+"/lint") {
		if p.ImportPath == "os/exec" || p.ImportPath == "net/http" {
			t.Errorf("package lint depends on %s", p.ImportPath)
		}
	}
}

// What go install ./... puts beside the user's programs: programs for
// maintainers are in the nested module internal/tools.
func TestOnlyKustoconnIsInstalled(t *testing.T) {
	var installed []string
	for _, p := range ours(t) {
		if p.Name == "main" {
			installed = append(installed, p.ImportPath)
		}
	}
	if !slices.Equal(installed, []string{module + "/cmd/kustoconn"}) {
		t.Errorf("go install ./... installs %v", installed)
	}
}
