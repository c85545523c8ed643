package lsp

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"

	"kustoconn/lint"
)

// fileDiagnostics are those of one file of the workspace.
type fileDiagnostics struct {
	path string
	all  []diagnostic
}

// scan lints the files of all folders, as the command does in each of them, and
// returns those with findings that are shown. progress is called by several goroutines.
func (s *server) scan(ctx context.Context, progress func(done, total int)) (files []fileDiagnostics, err error) {
	s.mu.Lock()
	folders := slices.Clone(s.folders)
	s.mu.Unlock()
	judge := s.judging(ctx)
	for _, folder := range folders {
		judging := judge(folder)
		options, absolute := inFolder(judging.Options, folder)
		options.Progress, options.DeferFixes = progress, true
		var mu sync.Mutex
		options.Each = func(f *lint.File) {
			path := absolute(f.Path)
			level, l := judging.Level(path), newLines(f.Text(), s.unit)
			file := fileDiagnostics{path, []diagnostic{}}
			for i := range f.Findings {
				if found := &f.Findings[i]; found.Diagnostic.Severity.AtLeast(level) {
					file.all = append(file.all, s.diagnostic(uriOf(path), l, found))
				}
			}
			if len(file.all) > 0 {
				mu.Lock()
				defer mu.Unlock()
				files = append(files, file)
			}
		}
		if _, err := lint.Run(ctx, options); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(files, func(a, b fileDiagnostics) int { return strings.Compare(a.path, b.path) })
	return files, nil
}

// inFolder are options that read a folder, where the paths that package lint speaks of
// are relative to it and those that the options are asked about absolute.
func inFolder(options lint.Options, folder string) (in lint.Options, absolute func(path string) string) {
	absolute = func(path string) string {
		if path = filepath.FromSlash(path); filepath.IsAbs(path) {
			return path
		}
		return filepath.Join(folder, path)
	}
	in = options
	in.Dir = folder
	if options.Reads != nil {
		in.Reads = func(path string, named bool) bool { return options.Reads(absolute(path), named) }
	}
	if options.Override != nil {
		in.Override = func(path string) *lint.Override { return options.Override(absolute(path)) }
	}
	if options.BaselinePath != nil {
		in.BaselinePath = func(path string) string { return options.BaselinePath(absolute(path)) }
	}
	return in, absolute
}

// workspaceDiagnostics answers the pull of all files. A client asks again as soon as it
// has the answer, so that one of a state that it knows waits until something changes.
func (s *server) workspaceDiagnostics(ctx context.Context, raw json.RawMessage) (any, *jsonrpc2.Error) {
	var p struct {
		Previous []known         `json:"previousResultIds"`
		Token    json.RawMessage `json:"workDoneToken"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return nil, failure(jsonrpc2.CodeInvalidParams)
	}
	if !s.changes.wait(ctx) {
		return nil, failure(codeRequestCancelled)
	}
	ctx, progress := s.startProgress(ctx, p.Token)
	files, err := s.scan(ctx, progress.update)
	progress.end()
	if err != nil {
		return nil, s.scanFailed(ctx)
	}
	previous := map[string]known{}
	for _, k := range p.Previous {
		previous[keyOf(k.URI)] = k
	}
	items := []workspaceReport{}
	report := func(path, uri string, all []diagnostic) {
		id := resultID(all)
		r := diagnosticReport{Kind: "full", ResultID: id, URI: uri, Items: &all}
		if previous[path].Value == id {
			r.Kind, r.Items = "unchanged", nil
		}
		items = append(items, workspaceReport{r, nil})
	}
	for _, f := range files {
		if !s.isOpen(f.path) { // else the client pulls it by itself
			report(f.path, uriOf(f.path), f.all)
		}
		delete(previous, f.path)
	}
	for path, k := range previous {
		if !s.isOpen(path) {
			report(path, k.URI, []diagnostic{})
		}
	}
	return object{"items": items}, nil
}

// known is what a client has of a file.
type known struct {
	URI   string `json:"uri"`
	Value string `json:"value"`
}

// isOpen reports whether the text of a key is open.
func (s *server) isOpen(key string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.documents[key] != nil
}

func (s *server) scanFailed(ctx context.Context) *jsonrpc2.Error {
	if ctx.Err() != nil {
		return failure(codeRequestCancelled)
	}
	return &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: "the files of the workspace cannot be listed"}
}

// checkWorkspace pushes the diagnostics of all files that are not open, and takes back
// those of an earlier run that hold no more.
func (s *server) checkWorkspace(ctx context.Context, token json.RawMessage) (any, *jsonrpc2.Error) {
	ctx, progress := s.startProgress(ctx, token)
	files, err := s.scan(ctx, progress.update)
	progress.end()
	if err != nil {
		return nil, s.scanFailed(ctx)
	}
	s.mu.Lock()
	before, now := s.published, map[string]bool{}
	findings := 0
	var push []publishDiagnosticsParams
	for _, f := range files {
		findings += len(f.all)
		if s.documents[f.path] == nil {
			now[f.path] = true
			push = append(push, publishDiagnosticsParams{URI: uriOf(f.path), Diagnostics: f.all})
		}
	}
	for path := range before {
		if !now[path] && s.documents[path] == nil {
			push = append(push, publishDiagnosticsParams{URI: uriOf(path), Diagnostics: []diagnostic{}})
		}
	}
	s.published = now
	s.mu.Unlock()
	for _, params := range push {
		s.notify("textDocument/publishDiagnostics", params)
	}
	return object{"files": len(files), "findings": findings}, nil
}

// folderOf returns the deepest folder of the workspace that holds the file at path, or
// else the directory of the file: whose configuration holds for it. s.mu is held.
func (s *server) folderOf(path string) (dir string) {
	for _, folder := range s.folders {
		relative, err := filepath.Rel(folder, path)
		if err == nil && filepath.IsLocal(relative) && len(folder) > len(dir) {
			dir = folder
		}
	}
	if dir == "" && filepath.IsAbs(path) {
		dir = filepath.Dir(path)
	}
	if dir == "" && len(s.folders) > 0 {
		dir = s.folders[0]
	}
	return dir
}
