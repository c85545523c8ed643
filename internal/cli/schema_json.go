package cli

import (
	"slices"

	"kustoconn/schema"
)

type schemaJSON struct {
	Properties []propertyJSON `json:"properties"`
	Modes      []modeJSON     `json:"modes"`
}

type propertyJSON struct {
	Name         string         `json:"name"`
	Aliases      []spellingJSON `json:"aliases"`
	Programmatic []spellingJSON `json:"programmatic"`
	Type         string         `json:"type"`
	Values       []string       `json:"values,omitempty"`
	Secrecy      string         `json:"secrecy"`
	Default      string         `json:"default,omitempty"`
	DefaultNote  string         `json:"defaultNote,omitempty"`
	Group        string         `json:"group"`
	Status       string         `json:"status"`
	Doc          string         `json:"doc"`
	Clients      []string       `json:"clients"`
	Refused      []string       `json:"refused"`
}

type spellingJSON struct {
	Name   string `json:"name"`
	Source string `json:"source"`
}

type modeJSON struct {
	ID            string   `json:"id"`
	Builder       string   `json:"builder,omitempty"`
	Doc           string   `json:"doc"`
	Mandatory     []string `json:"mandatory"`
	Optional      []string `json:"optional"`
	CodeArguments []string `json:"codeArguments"`
	InString      bool     `json:"inString"`
	Rank          int      `json:"rank,omitempty"`
	Documented    bool     `json:"documented"`
	Unlisted      []string `json:"unlisted"` // what the documentation does not list with it, see rule 309
	Notes         []string `json:"notes"`
}

func schemaDocument() schemaJSON {
	var doc schemaJSON
	for _, p := range schema.Properties() {
		doc.Properties = append(doc.Properties, propertyJSON{
			Name: p.Name, Aliases: spellingsJSON(p.Aliases), Programmatic: spellingsJSON(p.Programmatic),
			Type: string(p.Type), Values: enumNames(p), Secrecy: string(p.Secrecy),
			Default: p.Default, DefaultNote: p.DefaultNote, Group: string(p.Group), Status: string(p.Status),
			Doc: p.Doc, Clients: clientNames(p.Clients), Refused: clientNames(p.Refused),
		})
	}
	for _, m := range schema.Modes() {
		doc.Modes = append(doc.Modes, modeJSON{
			ID: string(m.ID), Builder: m.Builder, Doc: m.Doc,
			Mandatory: list(names(m.Mandatory)), Optional: list(names(m.Optional)), CodeArguments: list(m.CodeArguments),
			InString: m.InString(), Rank: m.Rank, Documented: m.Documented,
			Unlisted: list(names(slices.Collect(m.Unlisted.All()))), Notes: list(m.Notes),
		})
	}
	return doc
}

// list makes nil an empty list, so that JSON holds no null.
func list(s []string) []string { return append([]string{}, s...) }

func spellingsJSON(spellings []schema.Spelling) []spellingJSON {
	out := []spellingJSON{}
	for _, s := range spellings {
		out = append(out, spellingJSON{s.Name, string(s.Source)})
	}
	return out
}

func clientNames(set schema.ClientSet) []string {
	out := []string{}
	for c := range set.All() {
		out = append(out, c.String())
	}
	return out
}

func enumNames(p *schema.Property) (values []string) {
	for _, v := range p.Values {
		values = append(values, v.Name)
	}
	return values
}

// propertiesJSONSchema describes the "properties" object of the batch
// protocol: canonical names with their types.
func propertiesJSONSchema() object {
	properties := object{}
	for _, p := range schema.Properties() {
		properties = append(properties, field{p.Name, propertySchema(p)})
	}
	return object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "Effective properties of a Kusto connection string"},
		{"type", "object"},
		{"properties", properties},
		{"additionalProperties", false},
	}
}

func propertySchema(p *schema.Property) object {
	o := object{{"description", p.Doc}}
	switch {
	case p.Type == schema.TypeBool:
		o = append(o, field{"type", "boolean"})
	case len(p.Values) > 0:
		o = append(o, field{"type", "string"}, field{"examples", enumNames(p)})
	default:
		o = append(o, field{"type", "string"})
	}
	if schema.Secrets().Has(p.ID) {
		o = append(o, field{"writeOnly", true})
	}
	if p.Default != "" && p.Type == schema.TypeBool {
		o = append(o, field{"default", p.Default == "true"})
	} else if p.Default != "" {
		o = append(o, field{"default", p.Default})
	}
	return o
}
