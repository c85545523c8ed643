package sdk_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/rule"
	"kustoconn/sdk"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

func bound(text string) *bind.Bound {
	tree, _ := grammar.Parse(text)
	return bind.Bind(tree)
}

// finding is a diagnostic in short: the code, the part of the text it points
// at, the message, and the text after the fix.
type finding struct {
	Code    string
	At      string
	Message string
	Fixed   string
}

func findings(t testing.TB, text string, clients []dialect.Client) (all []finding) {
	t.Helper()
	for _, d := range sdk.Portability(bound(text), clients) {
		f := finding{Code: d.Code.String(), At: d.Span.Slice(text), Message: d.Message}
		if len(d.Edits) > 0 {
			fixed, err := diag.Apply(text, d.Edits)
			if err != nil {
				t.Fatal(err)
			}
			f.Fixed = fixed
		}
		all = append(all, f)
	}
	return all
}

func clientsOf(t testing.TB, list string) []dialect.Client {
	t.Helper()
	selected, unknown, _ := sdk.Select(list)
	if unknown != "" {
		t.Fatalf("no client %q", unknown)
	}
	return selected
}

const (
	h   = "https://h.kusto.windows.net"
	app = ";AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;TenantId=contoso.com"
)

func TestPortability(t *testing.T) {
	tests := []struct {
		clients, text string
		want          []finding
	}{
		{"all", "Server=" + h + app + ";AppKey=k;Fed=True", nil},
		{"go,python,node,java", h + ";Fed=True", []finding{
			{"KCS602", "Fed=True", "node: authentication is none, not user-prompt", ""},
		}},
		{"go,python,node,java,rust,r", "Server=" + h + app + ";AppKey=k;Fed=TRUE", []finding{
			{"KCS601", "TRUE", "python: AAD Federated Security is not true or false as spelled here", "Server=" + h + app + ";AppKey=k;Fed=True"},
		}},
		{"go,java,rust", "Server=" + h + app + ";AppKey=k;Fed=tRUE", []finding{
			{"KCS601", "tRUE", "go: AAD Federated Security is not true or false as spelled here", "Server=" + h + app + ";AppKey=k;Fed=True"},
		}},
		{"all", "Server=" + h + app + ";AppKey=k;Fed=True;", []finding{
			{"KCS601", ";", "python, node: a semicolon has no pair after it", "Server=" + h + app + ";AppKey=k;Fed=True"},
		}},
		{"go,python,node,java,rust", "Server=" + h + app + `;AppKey="k";Fed=True`, []finding{
			{"KCS602", `"k"`, "go, python, node, java, rust: Application Key keeps the quotation marks", "Server=" + h + app + ";AppKey=k;Fed=True"},
		}},
		{"go,python,node,java,rust", "Server=" + h + app + ";AppKey=kk==;Fed=True", []finding{
			{"KCS602", "kk==", "go, node, java, rust: Application Key loses what follows the second '='", ""},
		}},
		{"all", "Server=" + h + app + `;AppKey="k;l";Fed=True`, []finding{
			{"KCS601", `"k;l"`, "python, node, rust, r: Application Key ends at a semicolon in spite of the quotation marks", ""},
			{"KCS603", `"k;l"`, "go, java: Application Key ends at a semicolon in spite of the quotation marks", ""},
			{"KCS604", "k;l", "python, node, rust, r: the error repeats a secret", ""},
		}},
		{"python,java", h + "/Db;Fed=True", []finding{
			{"KCS602", h + "/Db", "java: Data Source keeps the database", h + ";Initial Catalog=Db;Fed=True"},
		}},
		{"node", h + "/Db;Initial Catalog=Other" + app + ";AppKey=k;Fed=True", []finding{
			{"KCS602", h + "/Db", "node: Data Source keeps the database", h + ";Initial Catalog=Other" + app + ";AppKey=k;Fed=True"},
		}},
		{"java", `Data Source="` + h + `/Db/";Fed=True`, []finding{
			{"KCS602", `"` + h + `/Db/"`, "java: Data Source keeps the quotation marks", "Data Source=" + h + ";Initial Catalog=Db;Fed=True"},
			{"KCS602", "Fed=True", "java: authentication fails", ""},
		}},
		{"go,python", h + "/A%20B;Fed=True", []finding{
			{"KCS602", h + "/A%20B", "go: Data Source keeps the database", ""},
			{"KCS602", h + "/A%20B", "python: Initial Catalog is not percent-decoded", ""},
		}},
		{"go,java", h + ";Initial Catalog=Db;Fed=True", []finding{
			{"KCS605", "Initial Catalog=Db", "go: Initial Catalog is ignored", ""},
		}},
		{"go,python", "Server=" + h + ";\n Fed=True", []finding{
			{"KCS601", "Fed", "go, python: AAD Federated Security is not known by this spelling", "Server=" + h + ";Fed=True"},
		}},
		{"java,python", h + ";Accept=true;Fed=True", []finding{
			{"KCS601", "Accept", "java, python: Accept is not supported", ""},
		}},
		{"node", h + ";UserToken=t;Fed=True", []finding{
			{"KCS601", "UserToken", "node: User Token is not known", ""},
		}},
		{"java", h + ";Database=;Fed=True", []finding{
			{"KCS603", "Database=", "java: Initial Catalog has no value", h + ";Fed=True"},
		}},
		{"go", "Server=" + h + app + ";AppKey=k", []finding{
			{"KCS602", "AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69", "go: authentication is app-key, not none", ""},
		}},
		{"go", h + ";Fed=1", []finding{
			{"KCS602", "Fed=1", "go: authentication is user-prompt, not none", ""},
			{"KCS602", "1", "go: AAD Federated Security is true", ""},
		}},
		{"go", h + ";Fed=True;Fed=", []finding{
			{"KCS602", h, "go: authentication is user-prompt, not none", ""},
			{"KCS602", "True", "go: AAD Federated Security is true", h},
		}},
		{"r", "Server=g;Server=h;Fed=True", []finding{
			{"KCS602", "Server=h", "r: Data Source comes from an earlier pair", "Server=h;Fed=True"},
		}},
		{"rust", h + ";Fed=True" + app + ";AppKey=k", []finding{
			{"KCS601", h, "rust: the prefix needs a keyword", "Data Source=" + h + ";Fed=True" + app + ";AppKey=k"},
		}},
		{"rust", "Server=" + h + ";UserToken=t;Fed=True;Tenant=contoso.com", []finding{
			{"KCS605", "Tenant=contoso.com", "rust: Authority Id is ignored", ""},
		}},
		{"go", h + ";User=u;Fed=True", []finding{{"KCS605", "User=u", "go: User ID is ignored", ""}}},
		{"go", h + ";User=u;Pwd=p;Fed=True", nil},
		// What stands in a malformed segment is a syntax error, no difference.
		{"go", "Server=" + h + `;UID="u;Fed=True`, []finding{
			{"KCS602", "Server=" + h, "go: authentication is user-prompt, not none", ""},
		}},
		// To read further would make Python repeat a part of the key.
		{"python", "Server=" + h + app + `;Fed=TRUE;AppKey="k;l"`, []finding{
			{"KCS601", "TRUE", "python: AAD Federated Security is not true or false as spelled here", ""},
		}},
		// The documentation has no use for the key either.
		{"rust", "Server=" + h + ";UserToken=t;Fed=True;AppKey=k", nil},
		{"go,java", "@help/Samples", []finding{
			{"KCS602", "@help/Samples", "go, java: Data Source is the shorthand as it stands; authentication is none, not user-prompt", ""},
		}},
		{"dotnet,go", h + ";DataSource=" + h + ";Fed=True", nil}, // whether .NET knows the keyword is not verified
		{"dotnet", h, []finding{{"KCS602", h, "dotnet: authentication is user-prompt, not none", ""}}},
		{"dotnet", h + ";Fed=true;x", []finding{{"KCS601", "x", "dotnet: a malformed segment is refused", ""}}},
		{"python", "https://u:pw@h.kusto.windows.net?a=b;Fed=true", []finding{
			{"KCS601", "https://u:pw@h.kusto.windows.net?a=b", "python: the prefix needs a keyword", "Data Source=https://u:pw@h.kusto.windows.net?a=b;Fed=true"},
			{"KCS604", "u:pw", "python: the error repeats a secret", "Data Source=https://u:pw@h.kusto.windows.net?a=b;Fed=true"},
		}},
		{"go,rust", "", []finding{
			{"KCS601", "", "go: the string holds no pair", ""},
			{"KCS601", "", "rust: Data Source is missing", ""},
		}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, findings(t, test.text, clientsOf(t, test.clients))); diff != "" {
			t.Errorf("%s: %q (-want +got)\n%s", test.clients, test.text, diff)
		}
	}
}

// TestExamples asks every client for the examples of the rules that this
// package checks.
func TestExamples(t *testing.T) {
	reported := func(text string, code diag.Code) (all diag.List) {
		for _, d := range sdk.Portability(bound(text), sdk.Clients()) {
			if d.Code == code {
				all = append(all, d)
			}
		}
		return all
	}
	for code := rule.RejectedByClient; code <= rule.IgnoredByClient; code++ {
		r := rule.Get(code)
		found := reported(r.Bad, code)
		if len(found) == 0 {
			t.Errorf("%s: the bad example is not reported", r.Name)
		}
		best := rule.NoFix
		for _, d := range found {
			if fixable, _ := d.Fixable(); fixable {
				best = rule.SafeFix
			}
		}
		if best != r.Fix {
			t.Errorf("%s: the bad example has fix %v, the rule says %v", r.Name, best, r.Fix)
		}
		if found := reported(r.Good, code); len(found) > 0 {
			t.Errorf("%s: the good example is reported: %v", r.Name, found)
		}
	}
}

func TestHelpNamesVersions(t *testing.T) {
	found := sdk.Portability(bound(h+";Accept=true"), clientsOf(t, "go,java"))
	const want = "as read by Go (azkustodata) v1.2.3, Java (kusto-data) 7.0.6"
	if len(found) == 0 || found[0].Help != want {
		t.Errorf("got %v, want the help %q", found, want)
	}
}

func TestSelect(t *testing.T) {
	names := func(list string) string {
		selected, unknown, near := sdk.Select(list)
		var all []string
		for _, c := range selected {
			all = append(all, c.Name)
		}
		return strings.Join(append(all, unknown, near), "|")
	}
	for list, want := range map[string]string{
		"all":         "dotnet|go|python|node|java|rust|r||",
		"Go, java,go": "go|java||",
		"pyton":       "pyton|python",
		"go@1.2.3":    "go||",
		"go@v1.2.2":   "go||",
		"node@7.0.44": "node@7.0.44|node@7.0.4",
	} {
		if got := names(list); got != want {
			t.Errorf("%q: got %q, want %q", list, got, want)
		}
	}
}

func TestReadTells(t *testing.T) {
	r := sdk.Read(bound("Server="+h+";Fed=True"), clientsOf(t, "r")[0])
	want := []sdk.Finding(nil)
	if diff := cmp.Diff(want, r.Findings); diff != "" {
		t.Error(diff)
	}
	if !r.Tells(1) || r.Tells(2) {
		t.Error("R's answers tell of the Data Source alone")
	}
	if r.Answer.Seen[0].Source != (source.Span{Start: 7, End: 7 + len(h)}) {
		t.Errorf("the server is from %v", r.Answer.Seen[0].Source)
	}
}
