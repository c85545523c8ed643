package laws

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"

	"kustoconn"
	"kustoconn/diag"
	"kustoconn/fuzz"
	"kustoconn/internal/cli"
	"kustoconn/normalize"
	"kustoconn/redact"
)

// secretPiece is the length of the shortest piece of a secret that counts as
// leaked, in bytes.
const secretPiece = 4

// checkNoLeak holds that no output that was not asked for secrets holds a piece of
// one.
func checkNoLeak(t Reporter, p fuzz.Planted) {
	t.Helper()
	pieces := map[string]bool{}
	for _, secret := range p.Secrets {
		for i := 0; i+secretPiece <= len(secret); i++ {
			pieces[strings.ToLower(secret[i:i+secretPiece])] = true
		}
	}
	for _, out := range outputs(p.Text) {
		shown := strings.ToLower(out.text) // hosts are shown so
		for i := 0; i+secretPiece <= len(shown); i++ {
			if pieces[shown[i:i+secretPiece]] {
				t.Fatalf("%q: %s shows a secret: …%q…", p.Text, out.name, shown[max(0, i-60):min(len(shown), i+60)])
			}
		}
	}
}

// plantedForms are the ways in which PlantedBetween writes a secret.
var plantedForms = [][2]string{{"AppKey=", ""}, {"AppKey=\"", "\""}, {"AppKey='", "'"}, {"AppKey=\"", ""}, {"User Token = ", ";"}, {"pwd=", "\""}}

// checkPlantedBetween is NoLeak for a secret between any two texts, which need not
// be well-formed. The pair of the secret stands in a segment of its own, unless
// the quotation marks before it are odd.
func checkPlantedBetween(t Reporter, before string, form byte, after string) {
	t.Helper()
	const secret = "QZKJVWQKZJ"
	f := plantedForms[int(form)%len(plantedForms)]
	for i := 0; i+secretPiece <= len(secret); i++ {
		if strings.Contains(strings.ToLower(before+after), strings.ToLower(secret[i:i+secretPiece])) {
			return // not the secret's alone
		}
	}
	checkNoLeak(t, fuzz.Planted{Text: before + ";" + f[0] + secret + f[1] + after, Secrets: []string{secret}})
}

type output struct{ name, text string }

// outputs returns everything that people, logs and tools get to see of text.
func outputs(text string) []output {
	r := read(text)
	masked := redact.Of(r.bound)
	var all []output
	add := func(name string, parts ...string) { all = append(all, output{name, strings.Join(parts, "\n")}) }

	add("Redact", redact.String(text))
	if canonical, ok := normalize.CanonicalView(masked); ok {
		add("CanonicalView", canonical)
	}
	for i := range r.tree.Segments {
		add("a segment of View", masked.Keyword(i), masked.SegmentValue(i))
	}
	for p := range r.bound.Properties() {
		add("PropertyValue", masked.PropertyValue(p.ID))
	}
	for i := range r.found {
		add("a diagnostic", said(&r.found[i])...)
	}
	add("Decision", fmt.Sprintf("%+v", r.bound.Authenticate()))
	connOutputs(text, add)
	commandOutputs(text, add)
	return all
}

// said returns all text of a diagnostic.
func said(d *diag.Diagnostic) []string {
	parts := []string{d.String(), d.Message, d.Help}
	for _, r := range d.Related {
		parts = append(parts, r.Message)
	}
	for _, e := range d.Edits {
		parts = append(parts, e.NewText)
	}
	return parts
}

func connOutputs(text string, add func(string, ...string)) {
	conn, _ := kustoconn.Parse(text)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		add("fmt", fmt.Sprintf(verb, conn), fmt.Sprintf(verb, *conn), fmt.Sprintf(verb, struct{ c *kustoconn.ConnectionString }{conn}))
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("connecting", "to", conn, "by value", *conn)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("connecting", "to", conn, "inside", struct{ C kustoconn.ConnectionString }{*conn})
	add("slog", log.String())
	encoded, err := json.Marshal(struct{ C *kustoconn.ConnectionString }{conn})
	add("JSON", string(encoded), fmt.Sprint(err))
	add("ConnectionString", conn.String(), conn.DataSource(), fmt.Sprint(kustoconn.Validate(text)))
	if canonical, ok := conn.Canonical(); ok {
		add("ConnectionString.Canonical", canonical)
	}
	for p := range conn.Bound().Properties() {
		value, _ := conn.Property(p.ID)
		add("Value", fmt.Sprintf("%v %+v %#v", value, value, value))
	}
}

func commandOutputs(text string, add func(string, ...string)) {
	request, err := json.Marshal(map[string]string{"s": text})
	if err != nil {
		panic(err)
	}
	for _, command := range []struct {
		args []string
		in   string
	}{
		{[]string{"check", "--jsonl"}, string(request)},
		{[]string{"check", "-"}, text},
		{[]string{"explain", "-"}, text},
		{[]string{"fmt", "-"}, text},
		{[]string{"diff", "-", "Fed=true"}, text},
	} {
		var stdout, stderr bytes.Buffer
		cli.Main(command.args, strings.NewReader(command.in), &stdout, &stderr)
		add(strings.Join(command.args, " "), stdout.String(), stderr.String())
	}
}
