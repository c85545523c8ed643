package lsp

import "encoding/json"

// The parts of the Language Server Protocol 3.17 that are spoken here, under the
// protocol's own names.
// Source: microsoft.github.io/language-server-protocol/specifications/lsp/3.17.

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type textRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string    `json:"uri"`
	Range textRange `json:"range"`
}

type documentID struct {
	URI     string `json:"uri"`
	Version *int   `json:"version"`
}

type initializeParams struct {
	RootURI          string   `json:"rootUri"`
	WorkspaceFolders []folder `json:"workspaceFolders"`
	Options          struct {
		RulePages            string          `json:"rulePages"`
		WorkspaceDiagnostics bool            `json:"workspaceDiagnostics"`
		Configuration        json.RawMessage `json:"configuration"`
	} `json:"initializationOptions"`
	Capabilities clientCapabilities `json:"capabilities"`
}

type folder struct {
	URI string `json:"uri"`
}

type clientCapabilities struct {
	General struct {
		PositionEncodings []encoding `json:"positionEncodings"`
	} `json:"general"`
	Window struct {
		WorkDoneProgress bool `json:"workDoneProgress"`
	} `json:"window"`
	Workspace struct {
		DidChangeWatchedFiles struct {
			DynamicRegistration bool `json:"dynamicRegistration"`
		} `json:"didChangeWatchedFiles"`
		Diagnostics   refreshSupport `json:"diagnostics"`
		InlayHint     refreshSupport `json:"inlayHint"`
		WorkspaceEdit struct {
			DocumentChanges bool `json:"documentChanges"`
		} `json:"workspaceEdit"`
	} `json:"workspace"`
	TextDocument struct {
		Diagnostic *struct{} `json:"diagnostic"`
		Hover      struct {
			ContentFormat []string `json:"contentFormat"`
		} `json:"hover"`
		Completion struct {
			Item struct {
				SnippetSupport bool `json:"snippetSupport"`
			} `json:"completionItem"`
		} `json:"completion"`
	} `json:"textDocument"`
}

type refreshSupport struct {
	RefreshSupport bool `json:"refreshSupport"`
}

type diagnostic struct {
	Range    textRange        `json:"range"`
	Severity int              `json:"severity"`
	Code     string           `json:"code"`
	About    *codeDescription `json:"codeDescription,omitempty"`
	Source   string           `json:"source"`
	Message  string           `json:"message"`
	Related  []related        `json:"relatedInformation,omitempty"`
}

type codeDescription struct {
	Href string `json:"href"`
}

type related struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

type publishDiagnosticsParams struct {
	URI         string       `json:"uri"`
	Version     *int         `json:"version,omitempty"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

// diagnosticReport is the answer to a pull, of one document or of one file of the
// workspace.
type diagnosticReport struct {
	Kind     string        `json:"kind"`
	ResultID string        `json:"resultId,omitempty"`
	Items    *[]diagnostic `json:"items,omitempty"` // nil where unchanged
	URI      string        `json:"uri,omitempty"`
	Version  *int          `json:"version,omitempty"`
}

// workspaceReport is one of a file, whose version is null where it is not open.
type workspaceReport struct {
	diagnosticReport
	Version *int `json:"version"`
}

type textEdit struct {
	Range   textRange `json:"range"`
	NewText string    `json:"newText"`
}

type documentEdit struct {
	Document documentID `json:"textDocument"`
	Edits    []textEdit `json:"edits"`
}

type workspaceEdit struct {
	Changes         map[string][]textEdit `json:"changes,omitempty"`
	DocumentChanges []documentEdit        `json:"documentChanges,omitempty"`
}

type codeAction struct {
	Title       string         `json:"title"`
	Kind        string         `json:"kind"`
	Diagnostics []diagnostic   `json:"diagnostics,omitempty"`
	Preferred   bool           `json:"isPreferred,omitempty"`
	Edit        *workspaceEdit `json:"edit"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type hover struct {
	Contents markup    `json:"contents"`
	Range    textRange `json:"range"`
}

type completionItem struct {
	Label         string   `json:"label"`
	Kind          int      `json:"kind"`
	Detail        string   `json:"detail,omitempty"`
	Documentation string   `json:"documentation,omitempty"`
	SortText      string   `json:"sortText"`
	FilterText    string   `json:"filterText,omitempty"`
	InsertFormat  int      `json:"insertTextFormat"`
	Edit          textEdit `json:"textEdit"`
}

type completionList struct {
	Incomplete bool             `json:"isIncomplete"`
	Items      []completionItem `json:"items"`
}

type inlayHint struct {
	Position    position `json:"position"`
	Label       string   `json:"label"`
	Tooltip     string   `json:"tooltip"`
	PaddingLeft bool     `json:"paddingLeft"`
}

type documentLink struct {
	Range   textRange `json:"range"`
	Target  string    `json:"target"`
	Tooltip string    `json:"tooltip"`
}

// documentParams are those of requests about a place, a part of a document or all of
// it; each has some of the fields.
type documentParams struct {
	Document         documentID      `json:"textDocument"`
	Position         position        `json:"position"`
	Range            textRange       `json:"range"`
	PreviousResultID string          `json:"previousResultId"`
	Token            json.RawMessage `json:"workDoneToken"`
	Context          struct {
		Only        []string `json:"only"`
		Diagnostics []struct {
			Code  any       `json:"code"`
			Range textRange `json:"range"`
		} `json:"diagnostics"`
	} `json:"context"`
}

type object = map[string]any
