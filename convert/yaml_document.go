//go:build !wasm

package convert

import "github.com/goccy/go-yaml"

// yamlDocument returns the mapping that text is.
func yamlDocument(text string) (document map[string]any, err error) {
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		return nil, errFormat // the parser's own message quotes the text
	}
	return document, nil
}
