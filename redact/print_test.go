package redact_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/schema"
)

// What may be printed by accident shows no secret: a tree and its meaning show
// none of the text, and a view, a revealing one too, masks.
func TestNothingPrintsASecret(t *testing.T) {
	const secret = "QZ7"
	tree, _ := grammar.Parse("https://u:QZ7@c.kusto.windows.net;AppKey=QZ7;Password='QZ7';Token=QZ7;x QZ7;AppKye=\"QZ7\"\"QZ7\"")
	b := bind.Bind(tree)
	for name, value := range map[string]any{
		"tree": tree, "tree by value": *tree, "segments": tree.Segments, "segment": &tree.Segments[1],
		"bound": b, "bound by value": *b, "property": b.Property(schema.ApplicationKey),
		"pointer to a property": ptr(b.Property(schema.Password)), "view": redact.Of(b),
		"revealing view": redact.Revealed(b), "pointer to a view": ptr(redact.Revealed(b)),
		"zero bound": bind.Bound{}, "zero view": redact.View{}, "zero property": bind.Property{},
	} {
		for kind, out := range printed(t, value) {
			if strings.Contains(out, secret) || strings.Contains(out, fmt.Sprintf("%x", secret)) {
				t.Errorf("%s by %s: %s", name, kind, out)
			}
		}
	}
	want := redact.Of(b).Text()
	for kind, encode := range map[string]func(redact.View) ([]byte, error){
		"text": redact.View.MarshalText, "gob": redact.View.GobEncode,
		"fmt": func(v redact.View) ([]byte, error) { return fmt.Appendf(nil, "%+v", v), nil },
	} {
		if got, err := encode(redact.Revealed(b)); err != nil || string(got) != want {
			t.Errorf("a revealing view as %s: %s, %v, want %s", kind, got, err, want)
		}
	}
}

func ptr[T any](value T) *T { return &value }

// printed returns what everything that prints makes of value, by name.
func printed(t *testing.T, value any) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%p", "%w"} {
		all[verb] = fmt.Sprintf(verb, value)
		all["a field by "+verb] = fmt.Sprintf(verb, struct{ V any }{value})
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "v", value)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "v", value, "in", struct{ V any }{value})
	all["slog"] = log.String()
	var out bytes.Buffer
	encode := func(name string, err error) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		all[name] = out.String()
		out.Reset()
	}
	encode("JSON", json.NewEncoder(&out).Encode(value))
	encode("XML", xml.NewEncoder(&out).Encode(value))
	encode("gob", gob.NewEncoder(&out).Encode(value))
	return all
}
