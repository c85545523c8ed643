package validate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/fuzz"
	"kustoconn/fuzz/rapidgen"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/schema"
)

const plainURI = "https://help.kusto.windows.net"

// plainRows are strings and whether they show at first sight to be without an error.
var plainRows = []struct {
	text  string
	plain bool
}{
	{plainURI, true},
	{plainURI + "/", true},
	{plainURI + "/My_Db-1.0;", true},
	{plainURI + "/Samples;Fed=true", true},
	{"Data Source=https://c.westeurope.kusto.usgovcloudapi.net/Db;Database=Other;FED=False", true},
	{"Fed=TRUE;datasource=https://ade.loganalytics.io", true},
	{plainURI + ";Fed=true;Uid=me;Streaming=false;Authority Id=<tenant>", true},
	{plainURI + ";Fed=true;UserToken=!#$%&()*+,-./09:<>?@AZ[\\]^_`az{|}~", true},
	{plainURI + ";AppClientId=a;AppKey=b;Authority Id=c;Fed=true", true},
	{plainURI + ";Fed=true;AppToken=a;AppKey=b", true},

	{"", false},
	{";", false},
	{"Fed=true", false},
	{"help", false},
	{"@help", false},
	{plainURI + ";;Fed=true", false},
	{plainURI + ";Fed", false},
	{plainURI + ";Fed=", false},
	{plainURI + ";Fed=yes", false},
	{plainURI + ";Fed= true", false},
	{plainURI + ";Fed=true ;Streaming=true", false},
	{plainURI + ";Fed=\"true\"", false},
	{plainURI + ";Fed==true", false},
	{plainURI + ";Fed=true;Federated=true", false},
	{plainURI + ";Server=" + plainURI, false},
	{plainURI + ";Other=a", false},
	{plainURI + ";Uid=a=b", false},
	{plainURI + ";Uid=a'", false},
	{plainURI + ";Uid=a\x7f", false},
	{plainURI + ";Uid=é", false},
	{plainURI + ";Query Consistency=strongconsistency", false},
	{plainURI + ";Data Source URI=" + plainURI, false},
	{plainURI + ";EmbeddedManagedIdentity=a", false},
	{plainURI + ";UserToken=a", false},
	{plainURI + ";Fed=false;UserToken=a", false},
	{plainURI + ";Streaming=true;UserToken=a", false},
	{plainURI + ";Fed=true;AppKey=a", false},
	{plainURI + ";Fed=true;AppClientId=a;AppKey=b", false},
	{"http://help.kusto.windows.net", false},
	{"HTTPS://help.kusto.windows.net", false},
	{"https://Help.kusto.windows.net", false},
	{"https://help.kusto.windows.net:443", false},
	{"https://help.kusto.windows.net/a/b", false},
	{"https://help.kusto.windows.net/%20", false},
	{"https://help.kusto.windows.net?a", false},
	{"https://a@help.kusto.windows.net", false},
	{"https://help.example.com", false},
	{"https://.kusto.windows.net", false},
	{"https://a..kusto.windows.net", false},
	{"https://" + strings.Repeat("a", 46) + ".kusto.windows.net", false},
	{"https://" + strings.Repeat("a", 45) + ".kusto.windows.net", true},
	{"https://", false},
}

func TestPlain(t *testing.T) {
	for _, row := range plainRows {
		if got := isPlain(row.text); got != row.plain {
			t.Errorf("%q is plain: %v", row.text, got)
		}
	}
}

// errorsOf returns the validator that is asked for the errors alone, as it is and as
// one that takes no string for plain.
func errorsOf(t testing.TB) (quick, thorough *Validator) {
	for _, v := range []**Validator{&quick, &thorough} {
		var err error
		if *v, err = New(Options{Least: diag.Error}); err != nil {
			t.Fatal(err)
		}
	}
	if !quick.errorsAlone {
		t.Fatal("nothing is taken for plain")
	}
	thorough.errorsAlone = false
	return quick, thorough
}

// Any option but that of errors may find one in what is plain.
func TestPlainWithOptions(t *testing.T) {
	own, err := placeholder.New("__[a-z]+__")
	if err != nil {
		t.Fatal(err)
	}
	for name, options := range map[string]Options{
		"no least":    {},
		"warnings":    {Least: diag.Warning},
		"severity":    {Least: diag.Error, Severities: map[diag.Code]diag.Severity{rule.InteractiveSignIn: diag.Error}},
		"login":       {Least: diag.Error, Login: "https://login.microsoftonline.us"},
		"ignored":     {Least: diag.Error, Ignore: []string{"KCS404"}},
		"policy":      {Least: diag.Error, Policy: endpoint.Policy{}.SetOverridePolicy(func(string) bool { return false })},
		"placeholder": {Least: diag.Error, Placeholders: own},
	} {
		if v, err := New(options); err != nil || v.errorsAlone {
			t.Errorf("%s: taken for plain, %v", name, err)
		}
	}
}

// The rules find no error in a plain string: of each keyword with values of each
// kind, beside a sign-in that is complete, one that is not and none.
func TestPlainKeywords(t *testing.T) {
	quick, thorough := errorsOf(t)
	var keywords []string
	for _, property := range schema.Properties() {
		keywords = append(keywords, property.Keywords()...)
	}
	values := []string{
		"", "a", "true", "False", "yes", "a b", "<x>", "${X}", "****", "your-key-here", "xxxx", "...", `"a"`, "a'", "a=b", "a,Fed=true", "Fed", "@help/Db", "a@b",
		"weakconsistency", "contoso.com", "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", plainURI, plainURI + "/Db", "https://ade.loganalytics.io/a", "https://example.com",
	}
	plain := 0
	for _, before := range []string{"", plainURI, plainURI + ";Fed=true", plainURI + ";Fed=true;AppClientId=a;Authority Id=b", plainURI + ";Fed=true;UserToken=a"} {
		for _, keyword := range keywords {
			for _, value := range values {
				text := strings.TrimPrefix(before+";"+keyword+"="+value, ";")
				holdPlain(t, quick, thorough, text)
				if isPlain(text) {
					plain++
				}
			}
		}
	}
	if plain < 1000 {
		t.Errorf("%d strings are plain", plain)
	}
}

func FuzzPlain(f *testing.F) {
	for _, row := range plainRows {
		f.Add(row.text)
	}
	for _, r := range rule.All() {
		f.Add(r.Good)
		f.Add(r.Bad)
	}
	quick, thorough := errorsOf(f)
	f.Fuzz(func(t *testing.T, text string) { holdPlain(t, quick, thorough, text) })
}

func TestPlainTexts(t *testing.T) {
	quick, thorough := errorsOf(t)
	rapid.Check(t, func(t *rapid.T) {
		holdPlain(t, quick, thorough, rapidgen.Of(fuzz.Valid()).Draw(t, "valid").Text)
		holdPlain(t, quick, thorough, rapidgen.Of(fuzz.Texts()).Draw(t, "text"))
		faulty, _ := fuzz.Of(rapid.SampledFrom(fuzz.Kinds()).Draw(t, "kind"))
		holdPlain(t, quick, thorough, rapidgen.Of(faulty).Draw(t, "case").Text)
	})
}

// holdPlain fails where the two say something else of text.
func holdPlain(t failing, quick, thorough *Validator, text string) {
	if diff := cmp.Diff(thorough.CheckText(text), quick.CheckText(text)); diff != "" {
		t.Fatalf("%q: (-rules +first sight)\n%s", text, diff)
	}
}

type failing interface {
	Fatalf(format string, args ...any)
}
