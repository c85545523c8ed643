//go:build !wasm

package config

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"kustoconn/source"
)

// syntaxOf returns the syntax of the file with a name: TOML where it ends in .toml, else
// YAML.
func syntaxOf(name string) syntax {
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		return syntax{toml.Unmarshal, tomlPositions}
	}
	return syntax{func(data []byte, v any) error { return yaml.Unmarshal(data, v) }, yamlPositions}
}

// yamlPositions returns where the keys of a file stand that was read as YAML
// without an error.
func yamlPositions(data []byte) positions {
	found := positions{}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return found
	}
	lines := bytes.Split(data, []byte("\n"))
	for _, document := range file.Docs {
		found.addYAML(document.Body, lines, nil)
	}
	return found
}

func (p positions) addYAML(node ast.Node, lines [][]byte, path []string) {
	const deepest = 2
	var members []*ast.MappingValueNode
	switch node := node.(type) {
	case *ast.MappingNode:
		members = node.Values
	case *ast.MappingValueNode:
		members = []*ast.MappingValueNode{node}
	}
	for _, m := range members {
		name := m.Key.GetToken().Value
		path := append(path[:len(path):len(path)], name)
		p[keyPath(path...)] = yamlPosition(m.Key.GetToken(), lines)
		if len(path) < deepest {
			p.addYAML(m.Value, lines, path)
		}
	}
}

// yamlPosition returns where a token stands, whose column counts characters.
func yamlPosition(t *token.Token, lines [][]byte) position {
	if t == nil || t.Position == nil || t.Position.Line < 1 || t.Position.Line > len(lines) {
		return position{}
	}
	line := []rune(string(lines[t.Position.Line-1]))
	before := string(line[:max(0, min(t.Position.Column-1, len(line)))])
	return position{t.Position.Line, source.NewIndex(before).Position(len(before)).UTF16}
}

// tomlPositions returns where the keys of a file stand that was read as TOML
// without an error.
func tomlPositions(data []byte) positions {
	found := positions{}
	index := source.NewIndex(string(data))
	var p unstable.Parser
	p.Reset(data)
	var header []string
	for p.NextExpression() {
		node := p.Expression()
		path := header
		switch node.Kind {
		case unstable.Table, unstable.ArrayTable:
			header = found.addTOML(node.Key(), nil, index)
			continue
		case unstable.KeyValue:
			path = found.addTOML(node.Key(), header, index)
		}
		if value := node.Value(); node.Kind == unstable.KeyValue && value.Kind == unstable.InlineTable {
			for it := value.Children(); it.Next(); {
				if member := it.Node(); member.Kind == unstable.KeyValue {
					found.addTOML(member.Key(), path, index)
				}
			}
		}
	}
	return found
}

// addTOML adds the names of a dotted key below path and returns its own path.
func (p positions) addTOML(names unstable.Iterator, path []string, index *source.Index) []string {
	path = path[:len(path):len(path)]
	for names.Next() {
		name := names.Node()
		path = append(path, string(name.Data))
		if _, known := p[keyPath(path...)]; !known {
			at := index.Position(int(name.Raw.Offset))
			p[keyPath(path...)] = position{at.Line, at.UTF16}
		}
	}
	return path
}

// syntaxError says where a parser stumbled over a file, and why. The parser's own
// words quote the file, which may be another than was meant and hold secrets.
func syntaxError(data []byte, err error) (position, string) {
	var fromYAML interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &fromYAML) {
		return yamlPosition(fromYAML.GetToken(), bytes.Split(data, []byte("\n"))), reason(fromYAML.GetMessage())
	}
	var fromTOML *toml.DecodeError
	if errors.As(err, &fromTOML) {
		row, column := fromTOML.Position()
		return position{row, column}, reason(fromTOML.Error())
	}
	return position{}, reason(err.Error())
}
