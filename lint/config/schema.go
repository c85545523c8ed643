package config

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// definitions are the forms that stand in the schema once, under these names.
func definitions() map[string]form {
	return map[string]form{"rule": ruleForm(), "ruleName": ruleNameForm(), "host": hostForm(), "glob": globForm()}
}

// jsonSchema returns the JSON schema of configuration files, which editors
// complete and check by. It is made of the forms that Parse asks for.
func jsonSchema() []byte {
	document := documentForm()
	named := form{}
	for name, f := range definitions() {
		named[name] = f
	}
	shortened := shorten(document).(form)
	shortened["definitions"] = named
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(shortened); err != nil {
		panic(err) // maps of strings and numbers always encode
	}
	return b.Bytes()
}

// shorten returns part of a schema with references in place of the forms that
// have a definition.
func shorten(part any) any {
	switch part := part.(type) {
	case form:
		for name, f := range definitions() {
			if reflect.ValueOf(part).Pointer() == reflect.ValueOf(f).Pointer() {
				return form{"$ref": "#/definitions/" + name}
			}
		}
		short := form{}
		for name, value := range part {
			short[name] = shorten(value)
		}
		return short
	case []any:
		short := make([]any, len(part))
		for i, value := range part {
			short[i] = shorten(value)
		}
		return short
	}
	return part
}

// documentForm is the form of a whole file.
func documentForm() form {
	properties := form{}
	for _, name := range keyNames() {
		k := keyNamed(name)
		properties[name] = described(k.doc, k.form)
	}
	return form{
		"$schema":              "http://json-schema.org/draft-07/schema#",
		"$id":                  "https://www.schemastore.org/kustoconn.json", // as the catalogue of SchemaStore wants it
		"title":                "kustoconn configuration",
		"description":          "Configuration of kustoconn, which lints Kusto (Azure Data Explorer) connection strings in files.",
		"type":                 "object",
		"properties":           properties,
		"additionalProperties": false,
	}
}
