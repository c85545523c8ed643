package config

import (
	"bytes"
	"encoding/json"
)

// The forms are the JSON schemas of values.
var (
	stringForm     = map[string]any{"type": "string"}
	patternForm    = map[string]any{"type": "string", "minLength": 1}
	ruleForm       = map[string]any{"type": "string", "examples": []string{"KCS501", "secret-in-text", "KCS3"}}
	failOnForm     = map[string]any{"enum": failOnNames}
	severitiesForm = map[string]any{"type": "object", "additionalProperties": map[string]any{"enum": severityNames}}
	sizeForm       = map[string]any{"type": []string{"string", "integer"}, "pattern": `^[0-9]+ *(B|KiB|MiB|GiB)?$`, "minimum": 1}
)

func clientForm() map[string]any { return map[string]any{"enum": clientNames()} }

// listOf is the form of a list, of which a single item may stand for itself.
func listOf(item map[string]any) map[string]any {
	return map[string]any{"anyOf": []any{item, map[string]any{"type": "array", "items": item}}}
}

// JSONSchema returns the JSON schema of configuration files, which editors
// complete and check by.
func JSONSchema() []byte {
	properties := map[string]any{}
	for _, k := range keys {
		property := map[string]any{"description": k.doc}
		for name, value := range k.form {
			property[name] = value
		}
		properties[k.name] = property
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(map[string]any{
		"$schema":              "http://json-schema.org/draft-07/schema#",
		"title":                "Configuration of kustoconn lint",
		"type":                 "object",
		"properties":           properties,
		"additionalProperties": false,
	}); err != nil {
		panic(err) // maps of strings always encode
	}
	return b.Bytes()
}
