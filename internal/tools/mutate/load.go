package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// pkg is a type-checked package and its text.
type pkg struct {
	dir, path string // of the module; of the package, as imported
	folder    string // where the package's files are
	fset      *token.FileSet
	files     []*ast.File
	names     []string // the files' paths, as files
	texts     []string
	types     *types.Package
	info      *types.Info
}

// listed is what go list says about a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// load reads and type-checks the package that the module in dir imports as
// path. Its imports come from the compiler's export data.
func load(dir, path string) (*pkg, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles", path)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, stderrOf(err))
	}
	exports := map[string]string{}
	var last listed // go list prints a package after what it imports
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		last = listed{}
		if err := d.Decode(&last); err != nil {
			return nil, err
		}
		exports[last.ImportPath] = last.Export
	}
	p := &pkg{dir: dir, path: path, folder: last.Dir, fset: token.NewFileSet()}
	for _, name := range last.GoFiles {
		if err := p.parse(filepath.Join(last.Dir, name)); err != nil {
			return nil, err
		}
	}
	p.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{},
	}
	config := types.Config{Importer: importer.ForCompiler(p.fset, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})}
	p.types, err = config.Check(path, p.fset, p.files, p.info)
	return p, err
}

func (p *pkg) parse(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	file, err := parser.ParseFile(p.fset, name, text, parser.ParseComments)
	if err != nil {
		return err
	}
	p.files = append(p.files, file)
	p.names = append(p.names, name)
	p.texts = append(p.texts, string(text))
	return nil
}

// stderrOf returns what a command that failed said.
func stderrOf(err error) []byte {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.Stderr
	}
	return nil
}
