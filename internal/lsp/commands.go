package lsp

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"kustoconn/convert"
	"kustoconn/diag"
	"kustoconn/lint"
	"kustoconn/redact"
)

// The commands. checkWorkspace is for a client without workspace diagnostics; the others
// answer with a text that holds no secret, and change nothing.
const (
	checkWorkspace = "kustoconn.checkWorkspace"
	explainString  = "kustoconn.explain"
	convertString  = "kustoconn.convert"
	listTargets    = "kustoconn.targets"
	redactText     = "kustoconn.redact"
)

// codeRequestFailed is the protocol's, for a request that is right and cannot be answered.
const codeRequestFailed = -32803

// commandArguments are those of all commands, in one object; each has some of the fields.
type commandArguments struct {
	URI      string   `json:"uri"`
	Position position `json:"position"`
	To       string   `json:"to"`
	Text     string   `json:"text"`
}

var commands = map[string]func(*server, context.Context, commandArguments) (any, *jsonrpc2.Error){
	explainString: (*server).explain,
	convertString: (*server).convert,
	listTargets:   (*server).targets,
	redactText:    (*server).redact,
}

// commandNames are the names of all commands, in order.
func commandNames() []string {
	names := []string{checkWorkspace}
	for name := range commands {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// execute runs a command.
func (s *server) execute(ctx context.Context, raw json.RawMessage) (any, *jsonrpc2.Error) {
	var p struct {
		Command   string             `json:"command"`
		Arguments []commandArguments `json:"arguments"`
		Token     json.RawMessage    `json:"workDoneToken"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return nil, failure(jsonrpc2.CodeInvalidParams)
	}
	if p.Command == checkWorkspace {
		return s.checkWorkspace(ctx, p.Token)
	}
	run := commands[p.Command]
	if run == nil || len(p.Arguments) != 1 {
		return nil, failure(jsonrpc2.CodeInvalidParams)
	}
	return run(s, ctx, p.Arguments[0])
}

// stringOf returns the string of a file that the arguments name the place of.
func (s *server) stringOf(p commandArguments) (*findings, *lint.String, *jsonrpc2.Error) {
	s.mu.Lock()
	d := s.documents[keyOf(p.URI)]
	s.mu.Unlock()
	if d != nil {
		if found := d.findings().stringAt(d.lines.offset(p.Position)); found != nil && found.Kind != lint.Fragment {
			return d.findings(), found, nil
		}
	}
	return nil, nil, refusal("there is no connection string at the cursor")
}

// refusal is the answer to a request that cannot be answered, for people.
func refusal(reason string) *jsonrpc2.Error {
	return &jsonrpc2.Error{Code: codeRequestFailed, Message: reason}
}

// explain answers with what the command explain says of a string.
func (s *server) explain(_ context.Context, p commandArguments) (any, *jsonrpc2.Error) {
	in, found, none := s.stringOf(p)
	if none != nil {
		return nil, none
	}
	return object{"text": in.judging.Explain(found.Masked, -1).Details}, nil
}

// targets answers with what a string can be written as.
func (s *server) targets(context.Context, commandArguments) (any, *jsonrpc2.Error) {
	all := []object{}
	for _, t := range convert.Targets() {
		all = append(all, object{"name": t.Name, "title": t.Title})
	}
	return all, nil
}

// convert answers with the code or the settings that mean what a string does, in which
// secrets are looked up. A string with errors is refused, as by the command convert.
func (s *server) convert(_ context.Context, p commandArguments) (any, *jsonrpc2.Error) {
	in, found, none := s.stringOf(p)
	if none != nil {
		return nil, none
	}
	for _, f := range in.file.Findings {
		if f.Diagnostic.Severity == diag.Error && f.String >= 0 && &in.file.Strings[f.String] == found && !isAboutText(f) {
			return nil, refusal("the string has errors: fix them first")
		}
	}
	if found.Kind == lint.Settings {
		return nil, refusal("these are settings and no connection string")
	}
	c, err := convert.FromString(found.Unescaped())
	if err == nil {
		var text string
		if text, err = convert.To(p.To, c); err == nil {
			return object{"text": text}, nil
		}
	}
	return nil, refusal(err.Error())
}

// isAboutText reports whether a finding is about where the string is written, and not
// about what it means: a secret in a file.
func isAboutText(f lint.Finding) bool { return f.Diagnostic.Code/100 == 5 }

// redact answers with a text in which what is secret is masked.
func (s *server) redact(_ context.Context, p commandArguments) (any, *jsonrpc2.Error) {
	var masked strings.Builder
	if redact.Copy(&masked, strings.NewReader(p.Text)) != nil {
		return nil, failure(jsonrpc2.CodeInternalError)
	}
	return object{"text": masked.String()}, nil
}
