package convert

import (
	"testing"
	"text/template"

	"kustoconn/schema"
)

// A language has a template for an authentication, or says what to use instead.
func TestTemplatesOrAdvice(t *testing.T) {
	for _, l := range []*language{csharp, python, typescript, java, golang, rust} {
		set, err := template.New(l.name).Funcs((&page{language: l}).functions()).ParseFS(files, "templates/"+l.name+".tmpl")
		if err != nil {
			t.Fatal(err)
		}
		for _, mode := range Modes() {
			has := set.Lookup(mode) != nil
			instead, lacks := l.instead[schema.ModeID(mode)]
			if has == lacks || lacks && instead == "" {
				t.Errorf("%s, %s: template %t, instead %q", l.name, mode, has, instead)
			}
		}
	}
}
