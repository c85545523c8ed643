package golangci_test

import (
	"testing"

	"github.com/golangci/plugin-module-register/register"

	_ "kustoconn/analyzer/golangci"
)

// TestPlugin loads the linter as golangci-lint does.
func TestPlugin(t *testing.T) {
	load, err := register.GetPlugin("kustoconn")
	if err != nil {
		t.Fatal(err)
	}
	linter, err := load(map[string]any{"level": "error", "ignore": []any{"KCS410"}, "trusted-hosts": []any{".example.com"}})
	if err != nil {
		t.Fatal(err)
	}
	if mode := linter.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %s", mode)
	}
	analyzers, err := linter.BuildAnalyzers()
	if err != nil || len(analyzers) != 1 || analyzers[0].Name != "kustoconn" {
		t.Errorf("%v, %v", analyzers, err)
	}
	for name, settings := range map[string]any{
		"unknown name": map[string]any{"levle": "error"}, "no level": map[string]any{"level": "loud"}, "no rule": map[string]any{"select": []any{"KCS999x"}},
	} {
		if _, err := load(settings); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
