package config

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"kustoconn/internal/exhaust"
	"kustoconn/placeholder"
)

// values are what generated documents hold: each has the form of some key, or
// nearly that.
var values = []any{
	nil, true, false, 0, 1, 5, -1, 1.5, 2.0, 999_999_999_999, 1_000_000_000_000, []any{}, []any{nil}, map[string]any{},
	"", "a", "*.json", "src/", "/a/**/b", "./a", "!a", "/!a", "a/!b", "**", "*", ".", "..", "../a", "a/../b", "a//b", ".a", "..a", "...", "a/.", "/", "[a-z]", "[^a]",
	"[^]", "[", "[a", "[a-]", "[]a]", "[-a]", `\!a`, `a\b`, `\`, `[\]]`, "a b", "ä", "a\nb",
	"error", "warning", "information", "info", "off", "Error", "0", "5MiB", "5 MiB", "05MiB", "0MiB", "5 parsecs", "1000000", "+5", "5 B", "9999999999GiB",
	"KCS501", "kcs501", "KCS5", "KCS", "KC", "KCS999", "KCS9", "secret-in-text", "Secret-In-Text", "secret",
	"go", "python", "all", "pyhton", "Go", "csharp", "typescript",
	".example.com", "example.com", "example.com.", "a..b", "http://kustainer:8080", "http://kustainer:8080/", "https://a/b", "kustainer:8080", "-a-.com", "_a.b",
	"[::1]", "[::1]:80", "::1", "[1:2:3:4:5:6:7:8]", "[1::8::9]", "[:]", ".[::1]", "10.0.0.1", "1.2.3.4.5", "256.1.1.1", "bücher.example", "ｅxample.com", "a@b", "a b.c", "user@http://a",
	"https://login.microsoftonline.us", "https://login.microsoftonline.com/common", "ftp://a", "login.microsoftonline.us",
}

// generatedDocument returns a document of some keys with values, of which most
// are right somewhere.
func generatedDocument(r *rand.Rand) map[string]any {
	names := append(keyNames(), "paths", "excludes")
	document := map[string]any{}
	for range 1 + r.IntN(2) {
		name := names[r.IntN(len(names))]
		document[name] = generatedValue(r, name)
	}
	return document
}

func generatedValue(r *rand.Rand, name string) any {
	one := func() any { return values[r.IntN(len(values))] }
	switch {
	case name == "overrides" && r.IntN(5) > 0:
		list := []any{}
		for range r.IntN(3) {
			override := generatedDocument(r)
			if r.IntN(4) > 0 {
				override["paths"] = generatedValue(r, "include")
			}
			list = append(list, override)
		}
		return list
	case name == "severities" && r.IntN(5) > 0:
		rules := map[string]any{}
		for range r.IntN(3) {
			if word, ok := one().(string); ok {
				rules[word] = one()
			}
		}
		return rules
	case r.IntN(3) == 0:
		list := []any{}
		for range r.IntN(3) {
			list = append(list, one())
		}
		return list
	}
	return one()
}

// arePatterns reports whether a value of the key placeholders, if it has its
// form, holds regular expressions that do something: no schema can say that.
func arePatterns(value any) bool {
	var patterns []string
	switch value := value.(type) {
	case string:
		patterns = []string{value}
	case []any:
		for _, item := range value {
			if pattern, ok := item.(string); ok {
				patterns = append(patterns, pattern)
			}
		}
	}
	_, err := placeholder.New(patterns...)
	return err == nil
}

// allPatterns is arePatterns for the placeholders of a document and its overrides.
func allPatterns(document map[string]any) bool {
	ok := arePatterns(document["placeholders"])
	items, _ := document["overrides"].([]any)
	for _, item := range items {
		if members, isMap := item.(map[string]any); isMap {
			ok = ok && arePatterns(members["placeholders"])
		}
	}
	return ok
}

// TestParserAcceptsWhatTheSchemaAccepts judges generated documents by the
// schema, as an editor does, and by the parser.
func TestParserAcceptsWhatTheSchemaAccepts(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(jsonSchema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("config.json", doc); err != nil {
		t.Fatal(err)
	}
	schema := compiler.MustCompile("config.json")
	accepted := 0
	check := func(document map[string]any) {
		text, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		want := schema.Validate(value) == nil && allPatterns(document)
		inYAML, err := yaml.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse("c.yaml", inYAML); (err == nil) != want {
			t.Errorf("the schema accepts it: %t; the parser: %v\n%s", want, err, inYAML)
		}
		if inTOML, err := toml.Marshal(document); err == nil && !bytes.Contains(text, []byte("null")) {
			if _, err := Parse("c.toml", inTOML); (err == nil) != want {
				t.Errorf("the schema accepts it: %t; the parser of TOML: %v\n%s", want, err, inTOML)
			}
		}
		if want {
			accepted++
		}
	}
	for _, name := range append(keyNames(), "excludes") {
		for i := 0; i < len(values); i += exhaust.Sample(3) {
			value := values[i]
			check(map[string]any{name: value})
			check(map[string]any{name: []any{value}})
			check(map[string]any{"overrides": []any{map[string]any{"paths": "a", name: value}}})
			if word, ok := value.(string); ok && name == "severities" {
				check(map[string]any{name: map[string]any{word: "error"}})
			}
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 / exhaust.Sample(10) {
		check(generatedDocument(r))
	}
	if accepted < 200/exhaust.Sample(5) {
		t.Errorf("only %d documents were right", accepted)
	}
}

// TestSchemaStore holds the schema, and the entry of the catalogue in docs/lint.md, to
// what SchemaStore asks of them: draft 7, the address it will have there, a title and a
// description, and one for each key; only keywords that the draft knows.
func TestSchemaStore(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(jsonSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../../docs/lint.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "this entry of the catalogue")
	_, rest, _ = strings.Cut(rest, "```json\n")
	text, _, _ := strings.Cut(rest, "```")
	var entry struct {
		Name, Description, URL string
		FileMatch              []string
	}
	if err := json.Unmarshal([]byte(text), &entry); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(names, entry.FileMatch); diff != "" {
		t.Error("the files of the catalogue are not the configuration's", diff)
	}
	for key, want := range map[string]string{
		"$schema": "http://json-schema.org/draft-07/schema#", "$id": entry.URL, "title": entry.Name + " configuration",
		"description": entry.Description, "type": "object",
	} {
		if schema[key] != want {
			t.Errorf("%s is %v, not %s", key, schema[key], want)
		}
	}
	checkKeywords(t, "", schema)
}

// draftKeywords are those of draft 7 that the schema may use.
var draftKeywords = []string{
	"$schema", "$id", "$ref", "title", "description", "type", "properties", "additionalProperties", "definitions", "items", "anyOf", "enum",
	"pattern", "minimum", "maximum", "maxLength", "minItems", "minProperties", "required", "examples", "propertyNames",
}

// checkKeywords checks that a part of the schema holds keywords of the draft alone, and a
// description of each property.
func checkKeywords(t *testing.T, path string, part map[string]any) {
	for key, value := range part {
		if !slices.Contains(draftKeywords, key) {
			t.Errorf("%s: %s is no keyword of the draft", path, key)
		}
		inside := []any{value}
		switch list, _ := value.([]any); {
		case list != nil:
			inside = list
		case key == "properties" || key == "definitions":
			inside = nil
			for name, form := range value.(map[string]any) {
				inside = append(inside, form)
				if key == "properties" && form.(map[string]any)["description"] == nil {
					t.Errorf("%s: %s has no description", path, name)
				}
			}
		}
		for _, item := range inside {
			if form, ok := item.(map[string]any); ok {
				checkKeywords(t, path+"/"+key, form)
			}
		}
	}
}

// Every key of the parser is in the documentation's sample or text.
func TestKeysAreNamedOnce(t *testing.T) {
	names := keyNames()
	slices.Sort(names)
	if len(slices.Compact(names)) != len(keyNames()) {
		t.Error("a key is declared twice")
	}
}
