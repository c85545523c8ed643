package kustoconn_test

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rows are the packages in the order of the flow: each may import only those
// of rows above its own. Packages of one row do not import each other.
var rows = [][]string{
	{"source"},
	{"diag", "placeholder", "internal/table", "internal/piece"},
	{"ast", "schema"},
	{"grammar", "endpoint"},
	{"grammar/formal"},
	{"bind"},
	{"normalize"},
	{"validate"},
	{"", "sdk/internal/dialect"}, // the façade; the vocabulary of the clients
	{"sdk/internal/dotnet", "sdk/internal/golang", "sdk/internal/java", "sdk/internal/node", "sdk/internal/python", "sdk/internal/rlang", "sdk/internal/rust"},
	{"sdk", "internal/recognize", "lint/baseline", "internal/piece/piecetest", "lint/internal/encoding", "lint/internal/escape", "lint/internal/plain"},
	{"lint/internal/literal", "lint/internal/data"},
	{"lint/internal/code", "lint/internal/document"},
	{"lint/internal/shell"},
	{"lint/internal/format"},
	{"convert", "lint/filter", "lint/config", "lint/settings"},
	{"report"},
	{"lint"},
}

// embedded are the packages that an embedder of the façade compiles: they
// import the standard library only, and nothing of it that opens connections.
const embedded = "kustoconn"

type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

func list(t *testing.T, args ...string) []listed {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports,Deps"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p listed
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func rowOf(path string) int {
	name := strings.TrimPrefix(strings.TrimPrefix(path, "kustoconn"), "/")
	return slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, name) })
}

// beside reports whether a package stands beside the flow and may import all
// of it: the commands, the generators of files, and what only tests use.
func beside(path string) bool {
	name := strings.TrimPrefix(path, "kustoconn/")
	for _, start := range []string{"cmd/", "internal/cli", "internal/gen/", "fuzz", "sdk/record/", "sdk/internal/oracletest"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range list(t, "./...") {
		if beside(p.ImportPath) {
			continue
		}
		from := rowOf(p.ImportPath)
		if from < 0 {
			t.Errorf("%s has no row", p.ImportPath)
		}
		for _, imported := range p.Imports {
			to := rowOf(imported)
			if imported != "kustoconn" && !strings.HasPrefix(imported, "kustoconn/") {
				continue
			}
			if to < 0 || to >= from {
				t.Errorf("%s imports %s, which is not above it", p.ImportPath, imported)
			}
		}
	}
}

func TestEmbedderGetsTheStandardLibraryOnly(t *testing.T) {
	for _, p := range list(t, "-deps", embedded) {
		switch {
		case p.ImportPath == embedded || strings.HasPrefix(p.ImportPath, "kustoconn/"):
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
	for _, p := range list(t, "./...") {
		allowed := p.ImportPath == "kustoconn/internal/cli" || p.ImportPath == "kustoconn/fuzz/laws"
		if slices.Contains(p.Imports, "kustoconn/grammar/formal") && !allowed {
			t.Errorf("%s imports kustoconn/grammar/formal", p.ImportPath)
		}
	}
}
