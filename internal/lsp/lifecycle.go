package lsp

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"
)

// initialize takes in what the client can do, and says what the server does.
func (s *server) initialize(raw *json.RawMessage) (any, *jsonrpc2.Error) {
	var p initializeParams
	if raw == nil || json.Unmarshal(*raw, &p) != nil {
		return nil, failure(jsonrpc2.CodeInvalidParams)
	}
	s.phase, s.client = running, p.Capabilities
	s.unit = chooseEncoding(p.Capabilities.General.PositionEncodings)
	s.judgings.set(p.Options.Configuration)
	for _, f := range p.WorkspaceFolders {
		s.addFolder(f.URI)
	}
	if len(p.WorkspaceFolders) == 0 {
		s.addFolder(p.RootURI)
	}
	if pages := strings.TrimSuffix(p.Options.RulePages, "/"); strings.HasPrefix(pages, "https://") || strings.HasPrefix(pages, "file:///") {
		s.options.RulePages = pages
	}
	return object{
		"serverInfo": object{"name": "kustoconn", "version": s.options.Version},
		"capabilities": object{
			"positionEncoding": s.unit,
			"textDocumentSync": object{"openClose": true, "change": 2, "save": object{"includeText": false}},
			"diagnosticProvider": object{
				"identifier": origin, "interFileDependencies": false, "workspaceDiagnostics": p.Options.WorkspaceDiagnostics,
			},
			"codeActionProvider":     object{"codeActionKinds": []string{quickFix, fixAll, rewrite}},
			"hoverProvider":          true,
			"completionProvider":     object{"triggerCharacters": []string{";", "="}},
			"inlayHintProvider":      true,
			"documentLinkProvider":   object{},
			"executeCommandProvider": object{"commands": commandNames(), "workDoneProgress": true},
			"semanticTokensProvider": object{
				"legend": object{"tokenTypes": tokenTypes, "tokenModifiers": tokenModifiers}, "full": true, "range": true,
			},
			"workspace": object{"workspaceFolders": object{"supported": true, "changeNotifications": true}},
		},
	}, nil
}

// initialized asks the client to watch configurations.
func (s *server) initialized(ctx context.Context, _ json.RawMessage) {
	if !s.client.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return
	}
	const method = "workspace/didChangeWatchedFiles"
	s.ask(ctx, "client/registerCapability", object{"registrations": []object{{
		"id": "kustoconn", "method": method,
		"registerOptions": object{"watchers": []object{{"globPattern": "**/.kustoconn.{yaml,yml,toml}"}}},
	}}})
}

func (s *server) addFolder(uri string) {
	if path := pathOf(uri); path != "" && !slices.Contains(s.folders, path) {
		s.folders = append(s.folders, path)
	}
}

// didChangeFolders takes in which folders the workspace has, and judges all anew.
func (s *server) didChangeFolders(ctx context.Context, raw json.RawMessage) {
	var p struct {
		Event struct {
			Added   []folder `json:"added"`
			Removed []folder `json:"removed"`
		} `json:"event"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return
	}
	s.mu.Lock()
	for _, f := range p.Event.Removed {
		path := pathOf(f.URI)
		s.folders = slices.DeleteFunc(s.folders, func(known string) bool { return known == path })
	}
	for _, f := range p.Event.Added {
		s.addFolder(f.URI)
	}
	for key, d := range s.documents {
		d = d.anew()
		d.dir = s.folderOf(d.name)
		s.documents[key] = d
	}
	s.mu.Unlock()
	s.didChangeFiles(ctx, nil)
}

// didChangeSettings takes in the editor's settings, and judges all anew.
func (s *server) didChangeSettings(ctx context.Context, raw json.RawMessage) {
	var p struct {
		Settings struct {
			Kustoconn json.RawMessage `json:"kustoconn"`
		} `json:"settings"`
	}
	if json.Unmarshal(raw, &p) == nil && p.Settings.Kustoconn != nil {
		s.judgings.set(p.Settings.Kustoconn)
	}
	s.didChangeFiles(ctx, nil)
}

// didChangeFiles judges all anew: a configuration has changed.
func (s *server) didChangeFiles(ctx context.Context, _ json.RawMessage) {
	s.judgings.forget()
	s.changes.happened()
	s.mu.Lock()
	for key, d := range s.documents {
		s.documents[key] = d.anew()
	}
	s.mu.Unlock()
	s.refresh(ctx)
}

// refresh has the diagnostics of all open documents shown anew.
func (s *server) refresh(ctx context.Context) {
	if s.client.Workspace.InlayHint.RefreshSupport {
		s.ask(ctx, "workspace/inlayHint/refresh", nil)
	}
	if s.pulls() {
		if s.client.Workspace.Diagnostics.RefreshSupport {
			s.ask(ctx, "workspace/diagnostic/refresh", nil)
		}
		return
	}
	s.mu.Lock()
	keys := slices.Collect(maps.Keys(s.documents))
	s.mu.Unlock()
	for _, key := range keys {
		s.publishSoon(ctx, key, 0)
	}
}

// pulls reports whether the client asks for diagnostics, so that none are pushed.
func (s *server) pulls() bool { return s.client.TextDocument.Diagnostic != nil }
