package convert_test

import (
	"strings"
	"testing"

	"kustoconn/convert"
	"kustoconn/schema"
)

// TestUnlistedCombinations holds that what rule 309 reports no target is
// written for, and that an option which is off is as good as absent.
func TestUnlistedCombinations(t *testing.T) {
	for _, m := range modes {
		mode := schema.GetMode(schema.ModeID(m.mode()))
		if mode == nil || m.named || strings.Contains(m.name, "+") {
			continue
		}
		plain, err := convert.FromString(endpoint + ";" + m.text)
		if err != nil {
			t.Fatal(err)
		}
		for id := range mode.Unlisted.All() {
			text := endpoint + ";" + m.text + ";" + schema.Get(id).Name + "="
			if _, err := convert.FromString(text + "True"); err == nil || !strings.HasPrefix(err.Error(), schema.Get(id).Name+" cannot be converted: the documentation does not list it") {
				t.Errorf("%s, %s: %v", m.name, schema.Get(id).Name, err)
			}
			off, err := convert.FromString(text + "False")
			if schema.Get(id).Type != schema.TypeBool {
				if err == nil {
					t.Errorf("%s, %s: False is a text like others", m.name, schema.Get(id).Name)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s, %s: %v", m.name, schema.Get(id).Name, err)
				continue
			}
			for _, target := range convert.Targets() {
				want, wantErr := convert.To(target.Name, plain)
				got, err := convert.To(target.Name, off)
				if got != want || (err == nil) != (wantErr == nil) {
					t.Errorf("%s, %s off, %s: %v\n%s", m.name, schema.Get(id).Name, target.Name, err, got)
				}
			}
		}
	}
}
