// Package golangci makes the analyzer a linter of golangci-lint's module plugin system:
// name this package in .custom-gcl.yml, and settings under linters.settings.custom.
package golangci

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"kustoconn/analyzer"
)

// name is that of the linter.
const name = "kustoconn"

func init() { register.Plugin(name, New) }

// New returns the linter with settings, which are those of analyzer.Settings by their
// names in JSON; unknown names and mistakes are errors.
func New(settings any) (register.LinterPlugin, error) {
	decoded, err := register.DecodeSettings[analyzer.Settings](settings)
	if err != nil {
		return nil, err
	}
	a, err := analyzer.New(decoded)
	if err != nil {
		return nil, err
	}
	return plugin{a}, nil
}

type plugin struct{ analyzer *analysis.Analyzer }

// BuildAnalyzers returns the one analyzer.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{p.analyzer}, nil
}

// GetLoadMode asks for types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
