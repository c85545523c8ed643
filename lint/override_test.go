package lint

import (
	"context"
	"testing"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/validate"
)

// Of some files another validator and another size hold, and no checkers.
func TestOverride(t *testing.T) {
	dir := tree(t, map[string]string{"a.yaml": oneString, "b.yaml": oneString, "c.yaml": oneString})
	strict, err := NewValidator(validate.Options{Severities: map[diag.Code]diag.Severity{201: diag.Warning}})
	if err != nil {
		t.Fatal(err)
	}
	override := func(path string) *Override {
		switch path {
		case "a.yaml":
			return &Override{Validator: strict}
		case "c.yaml":
			return &Override{Validator: strict, MaxSize: 3}
		}
		return nil
	}
	result, err := Run(context.Background(), Options{Dir: dir, Override: override})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]diag.Severity{}
	for _, f := range result.Files {
		got[f.Path] = f.Findings[0].Diagnostic.Severity
	}
	if len(got) != 2 || got["a.yaml"] != diag.Warning || got["b.yaml"] != diag.Error || result.PassedOver != 1 {
		t.Errorf("%v, %d passed over", got, result.PassedOver)
	}
	f, err := Text("a.yaml", oneString, Options{Override: override})
	if err != nil || f.Findings[0].Diagnostic.Severity != diag.Warning {
		t.Errorf("%v, %v", f.Findings, err)
	}
}

// Own placeholders of some files replace those of all.
func TestOverridePlaceholders(t *testing.T) {
	all, err := placeholder.New(`ALL-\w+`)
	if err != nil {
		t.Fatal(err)
	}
	some, err := placeholder.New(`SOME-\w+`)
	if err != nil {
		t.Fatal(err)
	}
	general, err := NewValidator(validate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	override := func(path string) *Override {
		if path == "some.yaml" {
			return &Override{Validator: general, Placeholders: some}
		}
		return nil
	}
	for path, want := range map[string]int{"all.yaml": 1, "some.yaml": 2} {
		text := "a: " + host + ";Fed=true;AppKey=ALL-x1y2z3\nb: " + host + ";Fed=true;AppKey=SOME-x1y2z3\n"
		f, err := Text(path, text, Options{Override: override, Placeholders: all})
		if err != nil {
			t.Fatal(err)
		}
		var lines []int
		for _, finding := range f.Findings {
			if finding.Diagnostic.Code == rule.SecretInText {
				lines = append(lines, f.line(finding.Diagnostic.Span.Start))
			}
		}
		if len(lines) != 1 || lines[0] != 3-want {
			t.Errorf("%s: secrets on lines %v, want %d", path, lines, 3-want)
		}
	}
}

// A mask is one in a string that is used, and a placeholder in what people read.
func TestAMaskInProse(t *testing.T) {
	const masked = host + ";Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=****;Authority Id=contoso.com"
	for path, text := range map[string]string{"a.md": "Use `" + masked + "`.\n", "a.py": "# " + masked + "\n", "a.yaml": "a: '" + masked + "'\n"} {
		f, err := Text(path, text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for i := range f.Findings {
			found = found || f.Findings[i].Diagnostic.Code == 503
		}
		if found != (path == "a.yaml") || len(f.Strings) != 1 {
			t.Errorf("%s: 503 is reported: %t; %d strings", path, found, len(f.Strings))
		}
	}
}

// Only of a file whose name says its format it is a fault not to have it.
func TestAFormatThatIsNotPromised(t *testing.T) {
	const text = "{ \"kusto\" x in xs [\n"
	for path, want := range map[string]int{"a.sbn": 0, "a.conf": 0, "a.json": 1} {
		f, err := Text(path, text, Options{})
		if err != nil || len(f.Findings) != want {
			t.Errorf("%s: %v, %v", path, f.Findings, err)
		}
	}
}

// What the configuration switches off is counted, whatever it does it by.
func TestWhatIsLeftOutIsCounted(t *testing.T) {
	plain, err := NewValidator(validate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	own, err := placeholder.New("K3Y.*Y")
	if err != nil {
		t.Fatal(err)
	}
	policy, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "evil.com", Exact: true}}, false)
	if err != nil {
		t.Fatal(err)
	}
	const text = "a: 'https://evil.com;Fed=yes;AppKey=K3YabcY'\n"
	for _, row := range []struct {
		name    string
		options Options
		rules   validate.Options
		want    int
	}{
		{"nothing", Options{Unconfigured: plain}, validate.Options{}, 0},
		{"not asked for", Options{}, validate.Options{Severities: map[diag.Code]diag.Severity{501: diag.Off}}, 0},
		{"rules", Options{Unconfigured: plain}, validate.Options{Severities: map[diag.Code]diag.Severity{501: diag.Off, 201: diag.Off}}, 2},
		{"a host", Options{Unconfigured: plain}, validate.Options{Policy: policy}, 1},
		{"a placeholder", Options{Unconfigured: plain, Placeholders: own}, validate.Options{}, 1},
	} {
		if row.options.Validator, err = NewValidator(row.rules); err != nil {
			t.Fatal(err)
		}
		dir := tree(t, map[string]string{"a.yaml": text})
		row.options.Dir = dir
		result, err := Run(context.Background(), row.options)
		if err != nil || result.LeftOut != row.want {
			t.Errorf("%s: %d are left out, want %d, %v", row.name, result.LeftOut, row.want, err)
		}
	}
}
