package lint

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/internal/fixtures"
	"kustoconn/placeholder"
)

// placeholderKinds are the kinds of cases in which placeholders were taken for
// something else.
var placeholderKinds = []string{
	"empty-braces-placeholder", "empty-braces-are-no-placeholder", "other-placeholder-forms", "token-taken-for-secret",
	"placeholder-before-keyword", "default-inside-placeholder-missed",
}

// In the cases of those kinds nothing is wrong but a secret, where there is one.
func TestPlaceholderCases(t *testing.T) {
	checked := 0
	for _, file := range []string{"wild", "languages"} {
		for _, c := range fixtures.Cases(t, file) {
			var in struct{ File, Content string }
			if !slices.Contains(placeholderKinds, c.Kind) || strings.HasSuffix(c.Form, "default") && c.Format == "textproto" {
				continue
			}
			if err := json.Unmarshal(c.Input, &in); err != nil {
				t.Fatal(c.ID, err)
			}
			if strings.HasSuffix(in.File, ".textproto") {
				continue // its quotation marks are another matter
			}
			checked++
			var want []string
			if strings.Contains(in.Content, "s3cr~Et") {
				want = []string{"KCS501"}
			}
			f, err := Text(in.File, in.Content, Options{})
			if err != nil {
				t.Fatal(c.ID, err)
			}
			var got []string
			for _, finding := range f.Findings {
				if d := finding.Diagnostic; d.Severity.AtLeast(diag.Warning) {
					got = append(got, d.Code.String())
				}
			}
			if diff := cmp.Diff(want, got); diff != "" || len(f.Strings) != 1 {
				t.Errorf("%s: %d strings in %q (-want +got)\n%s", c.ID, len(f.Strings), in.Content, diff)
			}
			for _, s := range f.Strings {
				if strings.Contains(s.Masked, "s3cr~Et") {
					t.Errorf("%s: the secret is shown in %q", c.ID, s.Masked)
				}
			}
		}
	}
	if checked < 25 {
		t.Errorf("%d cases", checked)
	}
}

func TestPlaceholders(t *testing.T) {
	const id = "AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"
	for _, row := range []struct {
		name, path, text string
		findings, listed []string
	}{
		{"a default beside further pairs", "a.yaml", "k: ${A:-" + host + ";Fed=yes};AppKey=invented",
			[]string{"1:4 KCS208", "1:44 KCS201", "1:56 KCS501"},
			[]string{"1:4-1:64 connection-string ${A:-****};AppKey=****", "1:9-1:47 connection-string " + host + ";Fed=yes"}},
		{"a default in a secret's place", "a.yaml", "k: " + host + ";Fed=true;" + id + ";AppKey=${KEY:-invented1};Authority Id=contoso.com",
			[]string{"1:100 KCS208", "1:100 KCS501"},
			[]string{"1:4-1:142 connection-string " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com"}},
		{"a default of a look-up in code", "a.py", "k = f\"" + host + ";Fed=true;" + id + ";AppKey={os.getenv('K', 'invented1')};Authority Id=contoso.com\"",
			[]string{"1:103 KCS208", "1:103 KCS501"},
			[]string{"1:7-1:157 connection-string " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com"}},
		{"words as a default in code", "a.ts", "k = `" + host + ";Fed=true;" + id + ";AppKey=${env.K ?? 'none'};Authority Id=contoso.com`",
			[]string{"1:102 KCS208"},
			[]string{"1:6-1:145 connection-string " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com"}},
		{"a name that is looked up in code", "a.py", "k = f\"" + host + ";Fed=true;" + id + ";AppKey={c.get('a1', 'b1')};Authority Id=contoso.com\"",
			[]string{"1:103 KCS208"},
			[]string{"1:7-1:147 connection-string " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com"}},
		{"a default of a template", "a.yaml", `k: '{{ .Values.k | default "` + host + `;Fed=yes" }}'`,
			[]string{"1:64 KCS201"},
			[]string{"1:29-1:67 connection-string " + host + ";Fed=yes"}},
		{"a default that is no string", "a.yaml", "k: ${A:-" + host + "};Fed=true", []string{"1:4 KCS208", "1:41 KCS308"},
			[]string{"1:4-1:49 connection-string ${A:-" + host + "};Fed=true"}},
		{"a reference into a vault", "a.yaml", "k: " + host + ";Fed=true;" + id + ";AppKey=vault:secret/kusto#key1;Authority Id=contoso.com", []string{"1:100 KCS208"},
			[]string{"1:4-1:148 connection-string " + host + ";Fed=true;" + id + ";AppKey=vault:secret/kusto#key1;Authority Id=contoso.com"}},
		{"emphasis", "a.md", host + ";Fed=true;" + id + ";AppKey=_**AppKey**_;Authority Id=contoso.com", []string{"1:97 KCS208"},
			[]string{"1:1-1:134 connection-string " + host + ";Fed=true;" + id + ";AppKey=_**AppKey**_;Authority Id=contoso.com"}},
		{"a mask in a document", "a.md", host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com", nil,
			[]string{"1:1-1:126 connection-string " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com"}},
		{"a mask in a comment", "a.go", "// " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com", nil,
			[]string{"1:4-1:129 connection-string " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com"}},
		{"a mask elsewhere", "a.yaml", "k: " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com", []string{"1:100 KCS503"},
			[]string{"1:4-1:129 connection-string " + host + ";Fed=true;" + id + ";AppKey=****;Authority Id=contoso.com"}},
		{"a secret behind a template block", "a.yaml.j2", "k: " + host + ";Fed=true{% if x %};{% endif %}AppKey=invented", []string{"1:43 KCS208", "1:72 KCS501"},
			[]string{"1:4-1:80 connection-string " + host + ";Fed=true{% if x %};{% endif %}AppKey=****"}},
		{"a forgotten semicolon", "a.go", `var s = "` + host + ` Fed=true"`, []string{"1:41 KCS109"},
			[]string{"1:10-1:49 connection-string " + host + " Fed=true"}},
		{"forgotten semicolons", "a.yaml", "k: " + host + "," + id + ",AppKey=invented", []string{"1:35 KCS109", "1:91 KCS501"},
			[]string{"1:4-1:99 connection-string " + host + "," + id + ",AppKey=****"}},
		{"two in an element", "a.cs", `var s = "<a><b>` + host + `;Fed=yes</b></a>";`, []string{"1:51 KCS201"},
			[]string{"1:16-1:54 connection-string " + host + ";Fed=yes"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			findings, listed := found(t, row.path, row.text, Options{})
			if diff := cmp.Diff(row.findings, findings); diff != "" {
				t.Error("findings", diff)
			}
			if diff := cmp.Diff(row.listed, listed); diff != "" {
				t.Error("strings", diff)
			}
		})
	}
}

// What an own pattern matches is a placeholder, whatever it holds.
func TestOwnPlaceholders(t *testing.T) {
	own, err := placeholder.New(`§[^§]+§`)
	if err != nil {
		t.Fatal(err)
	}
	const text = "k: https://§cluster;1§.kusto.windows.net;Fed=§f1§;UserToken=§K3y§"
	findings, listed := found(t, "a.yaml", text, Options{Placeholders: own})
	if diff := cmp.Diff([]string{"1:12 KCS208"}, findings); diff != "" {
		t.Error("findings", diff)
	}
	if diff := cmp.Diff([]string{"1:4-1:66 connection-string " + text[len("k: "):]}, listed); diff != "" {
		t.Error("strings", diff)
	}
	findings, _ = found(t, "a.yaml", "k: https://help.kusto.windows.net;Fed=true;UserToken=§K3y§", Options{})
	if !slices.Contains(findings, "1:54 KCS501") {
		t.Errorf("without the pattern: %v", findings)
	}
}
