package main

import (
	"bytes"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// Rename gives the module in root the path to. It returns the files that it
// changed, relative to root, in order; a file that needs no change is not
// written. It looks into no folder named .git or node_modules, and at
// no file that is not UTF-8.
func Rename(root, to string) (changed []string, err error) {
	if err := module.CheckPath(to); err != nil {
		return nil, fmt.Errorf("the new path is none that others can get: %w", err)
	}
	text, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, err
	}
	from := modfile.ModulePath(text)
	if from == "" {
		return nil, fmt.Errorf("%s names no module", filepath.Join(root, "go.mod"))
	}
	files, packages, err := survey(root)
	if err != nil {
		return nil, err
	}
	r := newRenamer(from, to, packages)
	for _, name := range files {
		wrote, err := r.file(root, name)
		if err != nil {
			return changed, fmt.Errorf("%s: %w", name, err)
		}
		if wrote {
			changed = append(changed, name)
		}
	}
	return changed, nil
}

// survey lists the files below root, and the folders that are packages or
// modules: what may stand behind the module's path and a slash.
func survey(root string) (files []string, packages map[string]bool, err error) {
	packages = map[string]bool{}
	err = filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules"):
			return fs.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		files = append(files, name)
		if path.Ext(name) == ".go" || path.Base(name) == "go.mod" {
			packages[path.Dir(name)] = true
		}
		return nil
	})
	slices.Sort(files)
	return files, packages, err
}

// renamer replaces one module path by another.
type renamer struct {
	from, to string
	packages map[string]bool
	behind   *regexp.Regexp   // the path, and a folder behind it
	alone    []*regexp.Regexp // the path by itself, where the text says that it is one
}

func newRenamer(from, to string, packages map[string]bool) *renamer {
	old := regexp.QuoteMeta(from)
	return &renamer{
		from: from, to: to, packages: packages,
		behind: regexp.MustCompile(`(^|[^\w./-])` + old + `/([\w./-]+)`),
		alone: []*regexp.Regexp{
			// An import, in Go and in Go within documents.
			regexp.MustCompile(`(?m)^((?:import)?[ \t]*(?:[\w.]+ )?")` + old + `("[ \t]*(?://.*)?)$`),
			// Directives of go.mod, and commands, within documents.
			regexp.MustCompile(`(?m)(\b(?:module|require|replace|go get) )` + old + `()(?:$|\b[^\w./-])`),
		},
	}
}

// file renames the module in one file and reports whether that changed it.
func (r *renamer) file(root, name string) (bool, error) {
	file := filepath.Join(root, filepath.FromSlash(name))
	before, err := os.ReadFile(file)
	if err != nil || !utf8.Valid(before) {
		return false, err
	}
	after := before
	if path.Base(name) == "go.mod" {
		after, err = r.goMod(before)
	} else {
		after = r.text(before)
		if path.Ext(name) == ".go" && !bytes.Equal(before, after) {
			after, err = format.Source(after) // sorts imports
		}
	}
	if err != nil || bytes.Equal(before, after) {
		return false, err
	}
	info, err := os.Stat(file)
	if err != nil {
		return false, err
	}
	return true, os.WriteFile(file, after, info.Mode().Perm())
}

// text replaces the module's path where it stands before one of its packages,
// or where the text says that it is a path.
func (r *renamer) text(text []byte) []byte {
	text = r.behind.ReplaceAllFunc(text, func(found []byte) []byte {
		parts := r.behind.FindSubmatch(found)
		if !r.isPackage(string(parts[2])) {
			return found
		}
		return slices.Concat(parts[1], []byte(r.to+"/"), parts[2])
	})
	for _, alone := range r.alone {
		text = alone.ReplaceAllFunc(text, func(found []byte) []byte {
			before := alone.FindSubmatch(found)[1]
			return slices.Concat(before, []byte(r.to), found[len(before)+len(r.from):])
		})
	}
	return text
}

// isPackage reports whether the path names a folder of packages: punctuation
// at its end is the sentence's, and "./..." patterns name what is below.
func (r *renamer) isPackage(name string) bool {
	name = strings.TrimSuffix(name, "/...")
	name = strings.TrimRight(name, "./-")
	for ; name != "." && name != ""; name = path.Dir(name) {
		if r.packages[name] {
			return true
		}
	}
	return false
}

// goMod renames the module in a go.mod: its own path, what it requires and what
// it replaces.
func (r *renamer) goMod(text []byte) ([]byte, error) {
	mod, err := modfile.Parse("go.mod", text, nil)
	if err != nil {
		return nil, err
	}
	lines := []*modfile.Line{mod.Module.Syntax}
	for _, require := range mod.Require {
		lines = append(lines, require.Syntax)
	}
	for _, replace := range mod.Replace {
		lines = append(lines, replace.Syntax)
	}
	for _, line := range lines {
		for i, token := range line.Token {
			line.Token[i] = r.path(token)
		}
	}
	mod.SortBlocks()
	return modfile.Format(mod.Syntax), nil
}

// path returns the new path of the module or of one nested in it.
func (r *renamer) path(p string) string {
	if rest, ok := strings.CutPrefix(p, r.from); ok && (rest == "" || rest[0] == '/') {
		return r.to + rest
	}
	return p
}
