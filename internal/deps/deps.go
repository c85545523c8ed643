package deps

import (
	_ "github.com/alecthomas/participle/v2"
	_ "github.com/alecthomas/participle/v2/ebnf"
	_ "github.com/alecthomas/participle/v2/lexer"
	_ "github.com/goccy/go-yaml"
	_ "github.com/goccy/go-yaml/ast"
	_ "github.com/goccy/go-yaml/lexer"
	_ "github.com/goccy/go-yaml/parser"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/google/go-cmp/cmp/cmpopts"
	_ "github.com/hashicorp/hcl/v2/hclsyntax"
	_ "github.com/mattn/go-runewidth"
	_ "github.com/pelletier/go-toml/v2"
	_ "github.com/pelletier/go-toml/v2/unstable"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/spf13/cobra"
	_ "github.com/tailscale/hujson"
	_ "golang.org/x/term"
	_ "pgregory.net/rapid"
)
