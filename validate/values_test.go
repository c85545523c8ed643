package validate_test

import (
	"strconv"
	"testing"
)

func TestBooleans(t *testing.T) {
	runRows(t, []row{
		{"Fed=TRUE", nil},
		{"Fed=yes", []string{"201 4-7 => Fed=true"}},
		{"Fed=\"1\"", []string{"201 4-7 => Fed=true"}},
		{"Fed=maybe", []string{"201 4-9"}},
		{"Fed=\"\"", []string{"201 4-6"}},
		{"Fed=", nil},
		{"Fed=${x}", nil},
		{"Fed=no;Fed=true", nil},
		{"MFA=True ; Streaming=x", []string{"201 21-22"}},
		{"@c", nil},
		{"Fed=\" true \"", []string{"201 4-12 => Fed=true"}},
	}, "KCS201")
	for meant, words := range map[string][]string{"true": {"yes", "y", "1", "on", "t", "YES"}, "false": {"no", "n", "0", "off", "f", "Off"}} {
		for _, word := range words {
			at := "201 4-" + strconv.Itoa(4+len(word))
			runRows(t, []row{{"Fed=" + word, []string{at + " => Fed=" + meant}}}, "KCS201")
		}
	}
}

func TestPlaceholder(t *testing.T) {
	runRows(t, []row{
		{"https://{c}.kusto.windows.net/<db>;Fed=${f}", []string{"208 8-11"}},
		{"https://help.kusto.windows.net;AppKey=****;UserToken=<t>", []string{"208 53-56"}},
		{"https://help.kusto.windows.net;AppKey=****", nil},
		{"https://help.kusto.windows.net;{x}Fed=true", nil},
	}, "KCS208")
	runRows(t, []row{
		{"AppClientId={8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11}", []string{"203 12-50 => AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"}},
		{"{x}Fed=true;${y}${z}Database=a;{% if a %}AppKey=<k>;<a>Bla=1;{x}=1", []string{"101 52-58"}},
		{"{x}Databse=a", []string{"101 0-10 => Database=a"}},
	}, "KCS203", "KCS101")
}

func TestAuthority(t *testing.T) {
	runRows(t, []row{
		{"Authority Id=contoso.com", nil},
		{"TenantId=72f988bf-86f1-41af-91ab-2d7cd011db47", nil},
		{"TenantId=72F988BF-86F1-41AF-91AB-2D7CD011DB4", []string{"202 9-44"}},
		{"Authority=Common", nil},
		{"Authority=organizations", nil},
		{"Authority=consumers", nil},
		{"Authority=common2", []string{"202 10-17"}},
		{"Authority=https://login.microsoftonline.com/contoso.com", nil},
		{"Authority=https://login.contoso.example/", nil},
		{"Authority=http://login.microsoftonline.com", []string{"202 10-42"}},
		{"Authority=https://help.kusto.windows.net", []string{"202 10-40"}},
		{"Authority=me@contoso.com", []string{"202 10-24"}},
		{"Authority=Contoso", []string{"202 10-17"}},
		{"Authority=contoso..com", []string{"202 10-22"}},
		{"Authority=127.0.0.1", []string{"202 10-19"}},
		{"Authority=bücher.example", nil},
		{"Authority=\"\"", nil},
		{"Authority=<tenant>", nil},
		{"Authority=https://login.microsoftonline.com/${TENANT}", nil},
		{"Authority=-a.com", []string{"202 10-16"}},
		{"Authority=login.microsoftonline.com/common", []string{"202 10-42"}},
	}, "KCS202")
}

func TestClientID(t *testing.T) {
	runRows(t, []row{
		{"AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40", nil},
		{"AppClientId=6F3C1C60B7F94F0C9A3E0F5C1D2E3F40", []string{"203 12-44 => AppClientId=6F3C1C60-B7F9-4F0C-9A3E-0F5C1D2E3F40"}},
		{"AppClientId='(6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40)'", []string{"203 12-52 => AppClientId='6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40'"}},
		{"AppClientId=(6f3c1c60b7f94f0c9a3e0f5c1d2e3f40)", []string{"203 12-46 => AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"}},
		{"AppClientId=my-app", []string{"203 12-18"}},
		{"AppClientId=<id>", nil},
		{"AppClientId=\"\"", nil},
		{"AppClientId=(", []string{"203 12-13"}},
	}, "KCS203")
}

func TestThumbprint(t *testing.T) {
	runRows(t, []row{
		{"AppCert=0123456789abcdefABCDEF0123456789ABCDEF01", nil},
		{"AppCert=01 23456789abcdefABCDEF0123456789ABCDEF01", []string{"204 8-49 => AppCert=0123456789abcdefABCDEF0123456789ABCDEF01"}},
		{"AppCert=\u200e0123456789abcdefABCDEF0123456789ABCDEF01", []string{"204 8-51 => AppCert=0123456789abcdefABCDEF0123456789ABCDEF01"}},
		{"AppCert=01:23456789abcdefABCDEF0123456789ABCDEF0123456789abcdefABCDEF0123", []string{"204 8-73"}},
		{"AppCert=g123456789abcdefABCDEF0123456789ABCDEF01", []string{"204 8-48"}},
		{"AppCert=<x>", nil},
		{"AppCert=\"\"", nil},
	}, "KCS204")
}

func TestConsistency(t *testing.T) {
	runRows(t, []row{
		{"Query Consistency=weakconsistency", nil},
		{"QueryConsistency=WeakConsistency", []string{"205 17-32 => QueryConsistency=weakconsistency"}},
		{"Query Consistency=strong", []string{"205 18-24 => Query Consistency=strongconsistency"}},
		{"Query Consistency=\"weak\"", []string{"205 18-24 => Query Consistency=weakconsistency"}},
		{"Query Consistency=stongconsistency", []string{"205 18-34 => Query Consistency=strongconsistency"}},
		{"Query Consistency=eventual", []string{"205 18-26"}},
		{"Query Consistency=normalconsistency", []string{"212 18-35"}},
		{"Query Consistency=weakconsistency_by_query", []string{"212 18-42 I"}},
		{"Query Consistency=${x}", nil},
		{"Query Consistency=\"\"", []string{"205 18-20"}},
		{"Query Consistency=", nil},
	}, "KCS205", "KCS212")
}

func TestBareQuotes(t *testing.T) {
	runRows(t, []row{
		{"User=o'hara", []string{"207 5-11 => User=\"o'hara\""}},
		{"User=a\"b'c", []string{"207 5-10 => User=\"a\"\"b'c\""}},
		{"User=\"o'hara\"", nil},
		{"User=[concat('a')]", nil},
		{"User=[concat('a')]'b", []string{"207 5-20 => User=\"[concat('a')]'b\""}},
		{"User=$(x \"y\")'z", []string{"207 5-15"}},
		{"Foo=a'b", []string{"207 4-7 => Foo=\"a'b\""}},
		{"AppKey=a'b;c", []string{"207 7-10"}},
		{"User=a'b'", nil},
	}, "KCS207")
}

func TestPlaceholders(t *testing.T) {
	runRows(t, []row{
		{"https://<c>.kusto.windows.net/<d>", []string{"208 8-11"}},
		{"@<c>/d", []string{"208 1-4"}},
		{"User=a${b}c${d}", []string{"208 6-10"}},
		{"User='it''s <b>'", []string{"208 12-15"}},
		{"Foo={0}", []string{"208 4-7"}},
		{"AppKey=****", []string{"503 7-11"}},
		{"AppKey=*****", []string{"208 7-12"}},
		{"User=****", []string{"208 5-9"}},
		{"AppKey=${K}", []string{"208 7-11"}},
		{"AppKey=\"****\";AppKey=****", []string{
			"503 8-12",
			"503 21-25",
		}},
		{"<x>=1", nil},
	}, "KCS208", "KCS503")
}

func TestTrimmed(t *testing.T) {
	runRows(t, []row{
		{"AppKey= abc ;x=1", nil},
		{"AppKey=abc", nil},
		{"AppKey=  abc", []string{"209 7-9 => AppKey=abc"}},
		{"AppKey=\u00a0abc\t;Fed=1", []string{"209 7-9 => AppKey=abc;Fed=1"}},
		{"AppKey=abc\n", nil},
		{"AppKey=abc\t", []string{"209 10-11 => AppKey=abc"}},
		{"AppKey=abc\n;Fed=1", []string{"209 10-11 => AppKey=abc;Fed=1"}},
		{"AppKey=  =abc", []string{"209 7-9"}},
		{"AppKey=  Database=b", []string{"209 7-9"}},
		{"AppKey=  b Database=c", []string{"209 7-9 => AppKey=b Database=c"}},
		{"AppKey='  abc'", nil},
		{"AppKey=  <k>", nil},
		{"User=  a", nil},
		{"AppKey=  ", nil},
	}, "KCS209")
}

func TestTruncated(t *testing.T) {
	runRows(t, []row{
		{"AppKey=a;b", []string{
			"3 9-10",
			"210 9-10 => AppKey=\"a;b\"",
		}},
		{"AppKey=a;b=c", []string{"210 9-12 => AppKey=\"a;b=c\""}},
		{"AppKey=a; ;b=c;d;Fed=1", []string{
			"210 11-14 => AppKey=\"a; ;b=c;d\";Fed=1",
			"3 15-16",
		}},
		{"AppKey=a;Fed", []string{"3 9-12"}},
		{"AppKey=a;Fedd=1", []string{"210 9-15"}},
		{"AppKey=<a>;b=c", []string{"101 11-12"}},
		{"AppKey=\"a\";b=c", []string{"101 11-12"}},
		{"AppKey=a;Encrypt=1;b=c", []string{"101 19-20"}},
		{"AppKey=a\"b;c", []string{
			"3 11-12",
			"210 11-12 => AppKey=\"a\"\"b;c\"",
		}},
		{"AppKey=a;b\"c=\"d", []string{"210 9-15 => AppKey=\"a;b\"\"c=\"\"d\""}},
		{"AppKey=a;https://x", []string{"7 9-18 => AppKey=a;Data Source=https://x"}},
		{"AppKey=;b=c", []string{"101 8-9"}},
		{"AppKey=a;b\x00", []string{
			"3 9-11",
			"210 9-11",
		}},
		{"User Token=a;\"Fed\"=1", []string{"210 13-20"}},
		{"AppKey=$(a;b)", []string{
			"3 11-13",
			"210 11-13",
		}},
	}, "KCS210", "KCS101", "KCS003", "KCS002", "KCS007")
}

func TestDoublyQuoted(t *testing.T) {
	runRows(t, []row{
		{"User=\"'a'\"", []string{"211 5-10 => User=\"a\""}},
		{"User='\"a\"'", []string{"211 5-10 => User='a'"}},
		{"User=\"\"\"a\"\"\"", []string{"211 5-12 => User=\"a\""}},
		{"User=\"''a''\"", []string{"211 5-12 => User=\"a\""}},
		{"User=\"''\"", []string{"211 5-9"}},
		{"User=\"'\"", nil},
		{"User=\"'a\"", nil},
		{"User='a'", nil},
		{"Data Source=\"'https://c'\"", nil},
		{"Foo=\"'a'\"", []string{"211 4-9 => Foo=\"a\""}},
	}, "KCS211")
}

func TestSingleQuotes(t *testing.T) {
	runRows(t, []row{
		{"User='a'", []string{"213 5-8 => User=\"a\""}},
		{"User=''", []string{"213 5-7 => User=\"\""}},
		{"User= 'it''s' ", []string{"213 6-13 => User= \"it's\" "}},
		{"User='a \"b\" c'", []string{"213 5-14 => User=\"a \"\"b\"\" c\""}},
		{"User='it''''s'", []string{"213 5-14 => User=\"it''s\""}},
		{"User='\"a\"'", nil}, // 211
		{"User=\"a\"", nil},
		{"User=o'hara", nil},
		{"User='a", nil},
		{"AppKey='a;b'", []string{"213 7-12 => AppKey=\"a;b\""}},
		{"AppKey='a';b=c'", []string{"213 7-10"}}, // the mark in it may be the secret's
		{"User='<a>'", []string{"213 5-10 => User=\"<a>\""}},
		{"User='[concat(''a'')]'", []string{"213 5-22"}},
		{"Foo='a'", []string{"213 4-7 => Foo=\"a\""}},
	}, "KCS213")
}

func TestRegion(t *testing.T) {
	runRows(t, []row{
		{"Azure Region=westeurope", nil},
		{"Region=West Europe", nil},
		{"AzureRegion=TryAutoDetect", nil},
		{"AzureRegion=westeurop", []string{"214 12-21 => AzureRegion=westeurope"}},
		{"AzureRegion=\"us-east-1\"", []string{"214 12-23"}},
		{"AzureRegion=mars", []string{"214 12-16"}},
		{"AzureRegion=<region>", nil},
		{"AzureRegion=\"\"", nil},
		{"AzureRegion=mars;Region=eastus2", nil},
	}, "KCS214")
}
