package config

import (
	"bytes"
	"encoding/json"
)

// JSONSchema returns the JSON schema of configuration files, which editors
// complete and check by. It is made of the forms that Parse asks for.
func JSONSchema() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(documentForm()); err != nil {
		panic(err) // maps of strings and numbers always encode
	}
	return b.Bytes()
}

// documentForm is the form of a whole file.
func documentForm() form {
	properties := form{}
	for _, name := range KeyNames() {
		k := keyNamed(name)
		properties[name] = described(k.doc, k.form)
	}
	return form{
		"$schema":              "http://json-schema.org/draft-07/schema#",
		"title":                "Configuration of kustoconn",
		"type":                 "object",
		"properties":           properties,
		"additionalProperties": false,
	}
}
