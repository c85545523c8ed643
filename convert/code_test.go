package convert

import (
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"github.com/google/go-cmp/cmp"

	"kustoconn/schema"
)

// A language has a template for an authentication, or says what to use instead.
func TestTemplatesOrAdvice(t *testing.T) {
	for _, l := range []*language{csharp, python, typescript, java, golang, rust} {
		set, err := parseTemplates(l.name)
		if err != nil {
			t.Fatal(err)
		}
		for _, mode := range Modes() {
			has := set[mode] != nil
			instead, lacks := l.instead[schema.ModeID(mode)]
			if has == lacks || lacks && instead == "" {
				t.Errorf("%s, %s: template %t, instead %q", l.name, mode, has, instead)
			}
		}
	}
}

// What a template of the little language writes is what package text/template writes.
func TestTemplatesAreTextTemplates(t *testing.T) {
	for _, l := range []*language{csharp, python, typescript, java, golang, rust} {
		ours, err := parseTemplates(l.name)
		if err != nil {
			t.Fatal(err)
		}
		for _, given := range []schema.Set{0, schema.SetOf(schema.InitialCatalog, schema.AuthorityID, schema.ApplicationNameForTracing), ^schema.Set(0)} {
			newPage := func() *page {
				c := &Connection{mode: schema.AppKey, given: given, values: map[schema.ID]string{}}
				for _, p := range schema.Properties() {
					if given.Has(p.ID) && !schema.Secrets().Has(p.ID) {
						c.values[p.ID] = "true"
					}
				}
				return &page{language: l, c: c, Body: "body", Settings: "settings", Imports: "imports", Helpers: "helpers"}
			}
			p := newPage()
			functions := template.FuncMap{
				"value": p.value, "env": p.lookUp,
				"given": func(name string) bool { return p.c.given.Has(p.use(name)) },
				"on":    func(name string) bool { return p.c.values[p.use(name)] == "true" },
			}
			set, err := template.New(l.name).Funcs(functions).ParseFS(files, "templates/"+l.name+".tmpl")
			if err != nil {
				t.Fatal(err)
			}
			for name := range ours {
				if name == l.name || name == "file" { // the latter asks for methods, which a page no longer exports
					continue
				}
				*p = *newPage()
				var want strings.Builder
				if err := set.ExecuteTemplate(&want, name, p); err != nil {
					continue // likewise
				}
				other := newPage()
				got := ours.execute(name, other)
				if diff := cmp.Diff(want.String(), got); diff != "" {
					t.Errorf("%s, %s: %s", l.name, name, diff)
				}
				if p.used != other.used || !cmp.Equal(p.envs, other.envs) {
					t.Errorf("%s, %s: used %v and %v, %v and %v", l.name, name, p.used, other.used, p.envs, other.envs)
				}
			}
		}
	}
}

// A template in the language of text/template that goes beyond what is used of it is
// noticed when it is executed.
func TestTemplatesBeyondTheLittleLanguage(t *testing.T) {
	for _, text := range []string{"{{range .Imports}}{{end}}", "{{.Nothing}}", "{{$x := .Body}}", "{{.Body | value}}", "{{1}}"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is executed", text)
				}
			}()
			trees, err := parse.Parse("t", text, "", "", functionNames)
			if err != nil {
				t.Fatal(err)
			}
			templates(trees).execute("t", &page{language: golang, c: &Connection{}})
		}()
	}
}
