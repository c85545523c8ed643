package leaks

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn"
	"kustoconn/bind"
	"kustoconn/convert"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/grammar/formal"
	"kustoconn/lint"
	"kustoconn/lint/baseline"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/sdk"
	"kustoconn/source"
	"kustoconn/validate"
)

// marker is the secret. No three letters of it stand next to each other in
// anything that the module says.
const marker = "zQxJwVkY"

// texts are strings with the marker in every place that is secret; the first two
// are free of errors.
var texts = []string{
	"https://help.kusto.windows.net/Samples;Fed=true;AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=" + marker + ";TenantId=contoso.com",
	"Data Source=https://help.kusto.windows.net;Fed=true;UserToken=\"" + marker + "\"",
	"https://u:" + marker + "@c.kusto.windows.net/Db;AppKey=" + marker + ";Password='" + marker + "'';" + marker + "';Token=" + marker + ";AppKye=\"" + marker + "\"\"" + marker + "\"",
	"Data Source=https://c.kusto.windows.net,AppKey=" + marker + ";AppKey=\"" + marker,
	"https://c.kusto.windows.net?DatabaseName=x,AppKey=" + marker + ";Fed=tru",
	"https://c.kusto.windows.net/Db,AppKey=" + marker + ";AppKey=a;" + marker + ";" + marker + "=1",
	`https:\\u:` + marker + "@c;AppKey=a\x00" + marker,
	"@help/Db;App Key=" + marker + ";App Key=" + marker + " ;Password=a'" + marker,
	"{uri};UserToken:" + marker + "=1",
	"Initial Catalog=a,AppKey=" + marker + ";ApplicationKey =" + marker + "%20é",
}

// fill makes values of one type of a text. Where the text gives none it is
// empty.
type fill func(t *testing.T, text string) []subject

// sealed are the types that not even reflection shows a secret of: those of the
// façade, and what package lint holds of files.
var sealed = map[string]bool{
	"kustoconn.ConnectionString": true, "kustoconn.Value": true, "kustoconn.Property": true, "kustoconn.Endpoint": true,
	"kustoconn.Builder": true, "normalize.Builder": true, "lint.File": true, "lint.String": true, "lint.Result": true, "lint.Finding": true,
	"kustoconn.Option": true, "kustoconn.OptionError": true,
}

// registry has every public type that can hold text of a connection string or a
// file, with what fills it.
var registry = map[string]fill{
	"kustoconn.ConnectionString": func(t *testing.T, text string) []subject { return []subject{of(*parsed(text))} },
	"kustoconn.Value": func(t *testing.T, text string) (all []subject) {
		for p := range parsed(text).Properties() {
			all = append(all, of(p.Value))
		}
		return all
	},
	"kustoconn.Property": func(t *testing.T, text string) (all []subject) {
		for p := range parsed(text).Properties() {
			all = append(all, of(p))
		}
		return all
	},
	"kustoconn.Endpoint":  func(t *testing.T, text string) []subject { return []subject{of(parsed(text).Endpoint())} },
	"kustoconn.Builder":   builders,
	"normalize.Builder":   builders,
	"kustoconn.Validator": func(t *testing.T, text string) []subject { return validators(t, kustoconn.WithoutRules("KCS1")) },
	"kustoconn.Option": func(t *testing.T, text string) []subject {
		return []subject{of(kustoconn.WithLogin(text)), of(kustoconn.WithRules(text))}
	},
	"kustoconn.OptionError": func(t *testing.T, text string) (all []subject) {
		for _, option := range []kustoconn.Option{kustoconn.WithLogin(text), kustoconn.WithRules(text), kustoconn.WithoutRules(marker)} {
			if err := option(new(validate.Options)); err != nil {
				all = append(all, of(*err))
			}
		}
		return all
	},

	"ast.ConnectionString": func(t *testing.T, text string) []subject { return []subject{of(*bound(text).Tree)} },
	"ast.Segment": func(t *testing.T, text string) (all []subject) {
		for _, s := range bound(text).Tree.Segments {
			all = append(all, of(s))
		}
		return all
	},
	"bind.Bound":    func(t *testing.T, text string) []subject { return []subject{of(*bound(text))} },
	"bind.Decision": func(t *testing.T, text string) []subject { return []subject{of(bound(text).Authenticate())} },
	"bind.Step":     func(t *testing.T, text string) []subject { return each(bound(text).Authenticate().Steps) },
	"bind.Ignored":  func(t *testing.T, text string) []subject { return each(bound(text).Authenticate().Ignored) },
	"bind.Property": func(t *testing.T, text string) (all []subject) {
		for _, p := range schema.Properties() {
			all = append(all, of(bound(text).Property(p.ID)))
		}
		return all
	},
	"endpoint.Endpoint": func(t *testing.T, text string) []subject {
		return []subject{of(bound(text).Endpoint), of(endpoint.Analyze(text)), of(endpoint.AnalyzePrefix(text))}
	},
	"endpoint.Fault": func(t *testing.T, text string) []subject { return each(bound(text).Endpoint.Faults) },
	"endpoint.Lookalike": func(t *testing.T, text string) []subject {
		e := endpoint.Analyze("https://u:" + marker + "@evilkusto.windows.net/?AppKey=" + marker)
		l, _ := e.Lookalike()
		return []subject{of(l)}
	},
	"endpoint.Verdict": func(t *testing.T, text string) []subject {
		return []subject{of(endpoint.Policy{}.Judge(&bound(text).Endpoint, "https://u:"+marker+"@login"))}
	},
	"redact.Excerpt": func(t *testing.T, text string) []subject {
		return []subject{of(redact.NewExcerpt(text, redact.Secrets(bound(text)))), of(redact.NewExcerptUpTo(text, nil, 0, nil))}
	},
	"redact.Writer": func(t *testing.T, text string) []subject {
		w := redact.NewWriter(io.Discard)
		t.Cleanup(func() { w.Close() })
		if _, err := io.WriteString(w, text); err != nil { // which it holds: no line has ended
			t.Fatal(err)
		}
		return []subject{of(w)}
	},
	"redact.View": func(t *testing.T, text string) []subject {
		return []subject{of(redact.Of(bound(text))), of(redact.Revealed(bound(text)))}
	},

	"diag.Diagnostic": func(t *testing.T, text string) []subject { return each(diagnostics(t, text)) },
	"diag.List":       func(t *testing.T, text string) []subject { return []subject{of(diagnostics(t, text))} },
	"diag.ListError": func(t *testing.T, text string) []subject {
		return []subject{of(diag.ListError{Diagnostics: diagnostics(t, text)})}
	},
	"diag.Related": func(t *testing.T, text string) (all []subject) {
		for _, d := range diagnostics(t, text) {
			all = append(all, each(d.Related)...)
		}
		return all
	},
	"diag.Edit": func(t *testing.T, text string) (all []subject) {
		for _, d := range diagnostics(t, text) {
			all = append(all, each(d.Edits)...)
		}
		return all
	},

	"sdk.Answer": func(t *testing.T, text string) (all []subject) {
		for _, c := range sdk.Clients() {
			all = append(all, of(c.Read(text)))
		}
		return all
	},
	"sdk.Property": func(t *testing.T, text string) (all []subject) {
		for _, c := range sdk.Clients() {
			all = append(all, each(c.Read(text).Seen)...)
		}
		return all
	},
	"sdk.Reading": func(t *testing.T, text string) (all []subject) {
		for _, c := range sdk.Clients() {
			all = append(all, of(sdk.Read(bound(text), c)))
		}
		return all
	},
	"sdk.Finding": func(t *testing.T, text string) (all []subject) {
		for _, c := range sdk.Clients() {
			all = append(all, each(sdk.Read(bound(text), c).Findings)...)
		}
		return all
	},
	"convert.Connection": func(t *testing.T, text string) (all []subject) {
		if c, err := convert.FromString(text); err == nil {
			all = append(all, of(*c))
		} else {
			all = append(all, of(failed{err}))
		}
		if c, err := convert.FromEndpoint(text, "managed-identity"); err == nil {
			all = append(all, of(*c))
		}
		return all
	},

	"source.Index": func(t *testing.T, text string) []subject { return []subject{of(*source.NewIndex(text))} },
	"lint.File":    func(t *testing.T, text string) []subject { return eachOf(files(t, text)) },
	"lint.String": func(t *testing.T, text string) (all []subject) {
		for _, f := range files(t, text) {
			all = append(all, each(f.Strings)...)
		}
		return all
	},
	"lint.Finding": func(t *testing.T, text string) (all []subject) {
		for _, f := range files(t, text) {
			all = append(all, each(f.Findings)...)
		}
		return all
	},
	"lint.Change": func(t *testing.T, text string) (all []subject) {
		for _, f := range fixedRun(t, text).Files {
			for _, c := range f.Diff() {
				all = append(all, of(c))
			}
		}
		return all
	},
	"lint.Result": func(t *testing.T, text string) []subject { return []subject{of(fixedRun(t, text))} },
	"lint/baseline.Baseline": func(t *testing.T, text string) []subject {
		known := baseline.New()
		known.Add(rule.SecretInText, "a.env", text)
		return []subject{of(*known)}
	},
	"report.File": func(t *testing.T, text string) []subject { return []subject{of(*reportFile(text))} },
	"report.Finding": func(t *testing.T, text string) (all []subject) {
		for _, d := range diagnostics(t, text) {
			fixed, _ := redact.Of(bound(text)).Edited(d.Edits)
			all = append(all, of(report.Finding{File: reportFile(text), Diagnostic: d, Fixed: fixed}))
		}
		return all
	},
}

// exempt are the types, and whole packages, that hold text which is no secret,
// with the reason.
var exempt = map[string]string{
	"lint.Commit":          "a hash and a date",
	"report.Commit":        "a hash and a date",
	"schema":               "tables of the documentation's own words",
	"rule":                 "the catalogue, its examples invented",
	"endpoint.Cloud":       "a closed enumeration",
	"endpoint.Kind":        "a closed enumeration",
	"endpoint.MatchRule":   "a host to trust, which the program gives",
	"endpoint.Policy":      "hosts to trust, which the program gives",
	"validate.Options":     "the program's policy",
	"validate.Validator":   "rules and the program's policy; of a text that is judged nothing is kept",
	"lint.Options":         "paths and the program's policy",
	"lint.Override":        "the program's policy",
	"lint.Suppression":     "a function, which prints as an address",
	"lint.Unread":          "the path of a file and why it was not read, in our own words",
	"placeholder.Set":      "patterns, which the program gives",
	"lint/config.Override": "the policy of a configuration file",
	"lint/config.Settings": "the policy of a configuration file",
	"lint/config.Config":   "the policy of a configuration file",
	"lint/config.Patterns": "patterns of paths",
	"report.Options":       "the version of this module",
	"convert.Target":       "names of targets and functions of ours",
	"grammar/formal.Class": "the grammar's own characters",
	"sdk.Client":           "names and functions of ours; what Read answers is in the registry",
	"sdk.KeywordRow":       "keywords of the schema",
	"fuzz":                 "the strings and their secrets are invented for tests, and shown on purpose",
	"fuzz/conform":         "the strings and their secrets are invented for tests, and shown on purpose",
	"fuzz/draw":            "functions, and who chooses; the values drawn are invented for tests",
	"fuzz/laws":            "what tests report to",
	"fuzz/suite":           "the strings and their secrets are invented for tests, and shown on purpose",
}

// failed holds an error for what has no value.
type failed struct{ error }

func parsed(text string) *kustoconn.ConnectionString {
	c, _ := kustoconn.Parse(text) // an error is no matter here
	return c
}

func bound(text string) *bind.Bound {
	tree, _ := grammar.Parse(text)
	return bind.Bind(tree)
}

func each[T any](values []T) (all []subject) {
	for _, v := range values {
		all = append(all, of(v))
	}
	return all
}

func eachOf[T any](pointers []*T) (all []subject) {
	for _, p := range pointers {
		all = append(all, of(*p))
	}
	return all
}

func builders(_ *testing.T, text string) []subject {
	all := []subject{
		of(*normalize.Build().Set("AppKey", marker).Set(marker+"\x00", marker).Set("Token", marker+"\x00")),
		of(*kustoconn.Build().DataSource("https://u:"+marker+"@c.kusto.windows.net,AppKey="+marker).WithAadApplicationKeyAuthentication("c", marker, "contoso.com")),
	}
	if b, err := parsed(text).Builder(); err == nil {
		all = append(all, of(*b))
	}
	return all
}

func validators(t *testing.T, options ...kustoconn.Option) []subject {
	t.Helper()
	v, err := kustoconn.NewValidator(options...)
	if err != nil {
		t.Fatal(err)
	}
	return []subject{of(*v)}
}

// diagnostics returns what all rules say of text, those about clients included.
func diagnostics(t *testing.T, text string) diag.List {
	t.Helper()
	v, err := validate.New(validate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tree, syntax := grammar.Parse(text)
	b := bind.Bind(tree)
	return append(v.Check(b, syntax), sdk.Portability(b, sdk.Clients())...)
}

// written are files that hold a string, with a secret beside it.
func written(text string) map[string]string {
	plain := strings.NewReplacer("\x00", "", "\n", "", "\\", "").Replace(text)
	escaped := strings.ReplaceAll(plain, `"`, `\"`)
	return map[string]string{
		"a.env":  "OTHER=" + marker + "\nKUSTO_CONNECTION=" + plain + "\n",
		"a.json": `{"Password": "` + marker + `", "ConnectionStrings": {"kusto": "` + escaped + `"}}`,
		"a.go":   "package a\n\nvar kusto = \"" + escaped + "\" // " + marker + "\nvar b = `" + marker,
		"appsettings.json": `{"AzureAd": {"ClientSecret": "` + marker + `"}, "KustoUri": "https://help.kusto.windows.net", "Kusto": ` +
			`{"ClusterUri": "https://help.kusto.windows.net", "ApplicationKey": "` + marker + `", "ApplicationClientId": "x", "Database": "Db"}}`,
	}
}

func files(t *testing.T, text string) (all []*lint.File) {
	t.Helper()
	for name, content := range written(text) {
		f, err := lint.Text(name, content, lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	return append(all, fixedRun(t, text).Files...)
}

// fixedRun returns the result of a run that fixes files, without writing them.
func fixedRun(t *testing.T, text string) lint.Result {
	t.Helper()
	dir := t.TempDir()
	for name, content := range written(text) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	result, err := lint.Run(context.Background(), lint.Options{Dir: dir, Fix: lint.AllFixes, DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func reportFile(text string) *report.File {
	return report.NewFile("a.env", text, source.NewIndex(text))
}

// The texts are what the registry needs: there are two without an error, and
// each holds the marker.
func TestTexts(t *testing.T) {
	for i, text := range texts {
		if !strings.Contains(text, marker) {
			t.Errorf("text %d holds no secret", i)
		}
		if err := kustoconn.Validate(text); (err != nil) != (i > 1) {
			t.Errorf("text %d: %v", i, err)
		}
		if _, err := formal.Parse(text); err != nil && leaked(err.Error()) != "" {
			t.Errorf("text %d: the declared grammar's error shows %v", i, err)
		}
	}
	for _, r := range texts {
		if leaked(redact.String(r)) != "" {
			t.Errorf("masked, %s shows a part of the secret", redact.String(r))
		}
	}
}
