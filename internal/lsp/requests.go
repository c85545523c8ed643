package lsp

import (
	"context"
	"encoding/json"

	"github.com/sourcegraph/jsonrpc2"
)

// ofDocument are the requests about an open document, which nothing else takes part in.
var ofDocument = map[string]func(*server, *document, *documentParams) any{
	"textDocument/diagnostic":           (*server).pull,
	"textDocument/codeAction":           (*server).actions,
	"textDocument/hover":                (*server).hover,
	"textDocument/completion":           (*server).complete,
	"textDocument/inlayHint":            (*server).hints,
	"textDocument/documentLink":         (*server).links,
	"textDocument/semanticTokens/full":  (*server).tokens,
	"textDocument/semanticTokens/range": (*server).tokensIn,
}

// answererOf returns what answers a request, bound to its document as it is now. A
// document that is not open has nothing to say: the answer is null. s.mu is held.
func (s *server) answererOf(method string, raw *json.RawMessage) (answerer, *jsonrpc2.Error) {
	about := ofDocument[method]
	ofWorkspace := map[string]func(context.Context, json.RawMessage) (any, *jsonrpc2.Error){
		"workspace/diagnostic": s.workspaceDiagnostics, "workspace/executeCommand": s.execute,
	}[method]
	switch {
	case about == nil && ofWorkspace == nil:
		return nil, failure(jsonrpc2.CodeMethodNotFound)
	case raw == nil:
		return nil, failure(jsonrpc2.CodeInvalidParams)
	case ofWorkspace != nil:
		return func(ctx context.Context) (any, *jsonrpc2.Error) { return ofWorkspace(ctx, *raw) }, nil
	}
	var p documentParams
	if json.Unmarshal(*raw, &p) != nil {
		return nil, failure(jsonrpc2.CodeInvalidParams)
	}
	d := s.documents[keyOf(p.Document.URI)]
	return func(ctx context.Context) (any, *jsonrpc2.Error) {
		if d == nil || ctx.Err() != nil {
			return nil, nil
		}
		return about(s, d, &p), nil
	}, nil
}
