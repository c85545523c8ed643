package validate_test

import (
	"testing"

	"kustoconn/validate"
)

// A pair is taken out with one of its semicolons, unless what would stay behind is, or
// would look like, the rest of a secret.
func TestRemoval(t *testing.T) {
	runRows(t, []row{
		{"Encrypt=1", []string{"105 0-7 => "}},
		{"Encrypt=1;Fed=true", []string{"105 0-7 => Fed=true"}},
		{"Encrypt=1;;Fed=true", []string{"105 0-7 => ;;Fed=true"}},
		{"Encrypt=1;https://c.kusto.windows.net", []string{"105 0-7 => ;https://c.kusto.windows.net"}},
		{"@c;Encrypt=1", []string{"105 3-10 => @c"}},
		{"@c;Encrypt=1;", []string{"105 3-10 => @c;"}},
		{"@c;Encrypt=1;;", []string{"105 3-10 => @c;;"}},
		{"@c;AppKey=a;Encrypt=1", []string{"105 12-19 => @c;AppKey=a"}},
		{"@c;AppKey=a;Encrypt=1;b=c", []string{"105 12-19"}},
		{"AppKey=a;Encrypt=1;b=c", []string{"105 9-16"}},
		{"AppKey=a;Encrypt=1;Fed=true", []string{"105 9-16 => AppKey=a;Fed=true"}},
		{"@c;AppKey=a;Encrypt=1;;b=c", []string{"105 12-19"}},
		{"@c;AppKey=a;Encrypt=1;Fed=true", []string{"105 12-19 => @c;AppKey=a;Fed=true"}},
		{"@c;AppKey=a;;Encrypt=1;b", []string{"105 13-20"}},
		{"@c;Pwd=\"a\";Encrypt=1;b=c", []string{`105 11-18 => @c;Pwd="a";b=c`}},
		{"@c;Encrypt=1;b=c", []string{"105 3-10 => @c;b=c"}},
	}, "KCS105")
	runRows(t, []row{
		{"@c;Pwd=;AppKey=b", []string{"206 3-7 => @c;AppKey=b"}},
		{"@c;AppKey=a;User ID=", []string{"206 12-20 => @c;AppKey=a"}},
		{"AppKey=a;User ID=;b=c", []string{"206 9-17"}},
		{"User ID=;b=c", []string{"206 0-8 => b=c"}},
	}, "KCS206")
}

// AAD Federated Security is set where it is unset, else at the end.
func TestFederate(t *testing.T) {
	runRows(t, []row{
		{"Fed=;UserToken=t", []string{"302 16-16 => Fed=True;UserToken=t"}},
		{"@c;Database=d;UserToken=t;Fed=", []string{"302 30-30 => @c;Database=d;UserToken=t;Fed=True"}},
		{"UserToken=t;Fed=;Accept=true;Federated=", []string{"302 39-39 => UserToken=t;Fed=;Accept=true;Federated=True"}},
		{"UserToken=t", []string{"302 11-11 => UserToken=t;AAD Federated Security=True"}},
		{"UserToken=t;", []string{"302 12-12 => UserToken=t;AAD Federated Security=True"}},
		{"UserToken=t; ", []string{"302 13-13 => UserToken=t; AAD Federated Security=True"}},
		{"Fed=false;UserToken=t", []string{"302 4-9 E => Fed=True;UserToken=t"}},
		{"Fed={f};UserToken=t", nil}, {"Fed=no;UserToken=t", nil}, {"Fed=false", nil}, {"Accept=true", nil},
	}, "KCS302")
}

// Fixes of a Data Source, wherever it stands.
func TestEndpointFixes(t *testing.T) {
	runRows(t, []row{
		{"Fed=true;Data Source=https:c.kusto.windows.net", []string{"402 26-27 => Fed=true;Data Source=https://c.kusto.windows.net"}},
		{`Fed=true;Data Source="https:c.kusto.windows.net";Accept=true`, []string{`402 27-28 => Fed=true;Data Source="https://c.kusto.windows.net";Accept=true`}},
		{`Data Source=https:\\u:pw@c.kusto.windows.net`, []string{"402 17-20"}},
		{"Data Source=https:AppKey=x.kusto.windows.net", []string{"402 17-18"}},
		{"https://help:8080", []string{"404 8-12"}},
		{"https://{c}help", []string{"404 8-15"}},
		{"https://help{c}/Db", nil},
		{"http://help", []string{"404 7-11 => http://help.kusto.windows.net"}},
		{"Data Source=\"https://help\";Fed=true", []string{`404 21-25 => Data Source="https://help.kusto.windows.net";Fed=true`}},
		{"help", nil},
		{"https://1.2.3.4", []string{"404 8-15"}},
		{"https://[::2]", []string{"404 8-13"}},
	}, "KCS402", "KCS404")
	runRows(t, []row{
		{"https://c.kusto.windows.net;Authority Id=login.microsoftonline.us/x", []string{"414 41-67"}},
		{"https://c.kusto.windows.net;Authority Id=https://login.microsoftonline.com/x", nil},
		{"https://c.kusto.windows.net;Authority Id=https://login.example.com/x", nil},
		{"https://c.kusto.windows.net;Authority Id=login.example.com", nil},
		{"https://example.com;Authority Id=https://login.microsoftonline.us/x", nil},
		{"https://c.kusto.usgovcloudapi.net;Authority Id=https://login.microsoftonline.com/x", []string{"414 47-82"}},
		{"https://c.kusto.windows.net;Authority Id=microsoftonline.us", nil},
	}, "KCS414")
}

// Whose string it is.
func TestProducts(t *testing.T) {
	runRows(t, []row{
		{"Server=https://x.database.windows.net,1433;Encrypt=1", []string{"404 15-42", "105 43-50 => Server=https://x.database.windows.net,1433"}},
		{"Server=;Encrypt=1;Pooling=1", []string{"105 8-15"}},
		{"Data Source=x;Encrypt=1;Bla=2;Pooling=3", []string{"105 14-21 => Data Source=x;Bla=2;Pooling=3", "101 24-27", "105 30-37 => Data Source=x;Encrypt=1;Bla=2"}},
		{"Bla=1;Encrypt=1;Foo=2;Pooling=3", []string{"105 6-13"}},
		{"Server=tcp:x;Bla=1;Encrypt=1;Fed=true", []string{"101 13-16", "105 19-26 => Server=tcp:x;Bla=1;Fed=true"}},
		{"https://c.blob.core.windows.net;Bla=1;Fed=true", []string{"404 8-31", "101 32-35"}},
		{"c.blob.core.windows.net;Bla=1", []string{"404 0-23", "101 24-27"}},
	}, "KCS105", "KCS101", "KCS404")
}

// With a login endpoint a host of another cloud is not trusted, and the finding says
// what differs.
func TestLoginOfAnotherCloud(t *testing.T) {
	said := map[string]bool{}
	for _, tt := range []struct {
		login, text string
		found       bool
	}{
		{"", "https://c.kusto.windows.net;Fed=true", false},
		{"", "https://example.com;Fed=true", true},
		{"https://login.microsoftonline.com", "https://c.kusto.windows.net;Fed=true", false},
		{"https://login.microsoftonline.us", "https://c.kusto.windows.net;Fed=true", true},
		{"https://login.microsoftonline.us", "https://example.com;Fed=true", true},
	} {
		found := newValidator(t, validate.Options{Login: tt.login, Select: []string{"KCS404"}}).CheckText(tt.text)
		if (len(found) == 1) != tt.found || len(found) > 1 {
			t.Errorf("%q at %q: %v", tt.text, tt.login, found)
			continue
		}
		if tt.found {
			if found[0].Message == "" || found[0].Help == "" {
				t.Errorf("%q at %q: nothing is said", tt.text, tt.login)
			}
			said[found[0].Message+found[0].Help] = true
		}
	}
	if len(said) != 2 {
		t.Errorf("a host of another cloud and one of none are told apart in %d ways", len(said))
	}
}
