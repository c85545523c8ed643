package validate_test

import (
	"strings"
	"testing"
)

func TestUnknownKeyword(t *testing.T) {
	runRows(t, []row{
		{"Fed=true", nil},
		{"fED=1;a pp K ey=x;DataSource=https://c", nil},
		{"AppKye=<key>", []string{"101 0-6 => AppKey=<key>"}},
		{"Fedd=true;Federated=true", []string{"101 0-4"}},
		{"Fed=1;Fedd=1", []string{"101 6-10"}},
		{"Microsoft Entra ID Federated Security=true", []string{"101 0-37 => AAD Federated Security=true"}},
		{"TraceClientVersion=1", []string{"101 0-18 => Client Version for Tracing=1"}},
		{"\ufeffData Source=https://c", []string{"101 0-14 => Data Source=https://c"}},
		{"\ufeffZzz=1", []string{"101 0-6"}},
		{"Data\u00a0Source=https://c", []string{"101 0-12 => Data Source=https://c"}},
		{"Qwertyuiop=1", []string{"101 0-10"}},
		{"Foo=;Foo=2", []string{
			"101 0-3",
			"101 5-8",
		}},
		{"Qwerty\u200buiop=1", []string{"101 0-13"}},
		{"AppKey:abcdef=1", []string{"101 0-13"}},
		{"Client Secret=abc", []string{"101 0-13 => Application Key=abc"}},
		{"Fedd=1;Fedd=2", []string{
			"101 0-4 => Fed=1;Fedd=2",
			"101 7-11 => Fedd=1;Fed=2",
		}},
		{"A==B=1", []string{"101 0-4"}},
		{"Server=a;User Token=b;Fedd=1", nil},
		{"=1;Fedd=1", []string{"101 3-7 => =1;Fed=1"}},
	}, "KCS101")
}

func TestDuplicates(t *testing.T) {
	runRows(t, []row{
		{"Fed=true;Fed=true", []string{"102 9-12 => Fed=true"}},
		{"Fed=true; Federated = TRUE ;x=1", []string{"102 10-19 =>  Federated = TRUE ;x=1"}},
		{"Fed=true;Fed=false", []string{"103 9-12"}},
		{"Fed=yes;Fed=YES", []string{"103 8-11"}},
		{"Fed=true;Fed=true;Fed=false", []string{
			"102 9-12 => Fed=true;Fed=false",
			"103 18-21",
		}},
		{"User=a;UID=A", []string{"103 7-10"}},
		{"https://c;Data Source=https://c", []string{"102 10-21 => https://c"}},
		{"https://c;Server=https://c;Fed=true", []string{"102 10-16 => https://c;Fed=true"}},
		{"https://c;Data Source=https://d", []string{"103 10-21"}},
		{"https://c;Server=;Addr=https://c", []string{
			"206 10-17",
			"102 18-22",
		}},
		{"@c/d;Data Source=@c/d", []string{"102 5-16"}},
		{"AppKey=<a>;AppKey=<b>", []string{"102 11-17"}},
		{"AppKey=<a>;AppKey=<a>", []string{"102 11-17 => AppKey=<a>"}},
		{"AppKey=a;b;AppKey=a", []string{"102 11-17"}},
		{"Fed=true;foo;Fed=true", []string{"102 13-16 => ;foo;Fed=true"}},
		{"Fed=true;;Fed=true", []string{"102 10-13 => ;;Fed=true"}},
		{"Fed=1;Fed=;Fed=1", []string{
			"206 6-10",
			"102 11-14 => Fed=;Fed=1",
		}},
		{"https://c;Fed=", []string{"206 10-14 => https://c"}},
		{"@c;Fed=", []string{"206 3-7"}},
		{"Fed=;x=1", []string{"206 0-4 => x=1"}},
		{"Fed=;x", []string{"206 0-4 => ;x"}},
		{"Foo=", nil},
		{"Fed=true;Fed=", []string{"206 9-13"}},
		{"User ID=a;UID=;User=b", []string{
			"206 10-14",
			"103 15-19",
		}},
		{"Application Name for Tracing=\"\"", nil},
		{"Query Consistency=weakconsistency;QueryConsistency=\"weakconsistency\"", []string{"102 34-50 => QueryConsistency=\"weakconsistency\""}},
	}, "KCS102", "KCS103", "KCS206")
}

func TestProgrammaticOnly(t *testing.T) {
	runRows(t, []row{
		{"ManagedServiceIdentity=system", []string{"104 0-22"}},
		{"Managed Service Identity=;dMSI=x", []string{
			"104 0-24",
			"104 26-30",
		}},
		{"EmbeddedManagedIdentity=x", []string{"104 0-23"}},
		{"preventaccesstolocalsecretsviakeywords=false", []string{"104 0-38"}},
		{"AppKey=s;EmbeddedManagedIdentity=x", []string{"104 9-32"}},
	}, "KCS104", "KCS101")
}

func TestForeignKeyword(t *testing.T) {
	runRows(t, []row{
		{"Encrypt=true;Fed=1", []string{"105 0-7 => Fed=1"}},
		{"Fed=1;Trusted_Connection=yes;User=a", []string{"105 6-24"}},
		{"https://c;Pooling=1", []string{"105 10-17 => https://c"}},
		{"AccountKey=abc", []string{"105 0-10"}},
		{"AppKey=s;Encrypt=true", []string{"105 9-16 => AppKey=s"}},
		{"Encrypt=1;foo", []string{"105 0-7 => ;foo"}},
		{"Database=x;Server=y", nil},
	}, "KCS105", "KCS101")
}

func TestQuotedKeyword(t *testing.T) {
	runRows(t, []row{
		{"\"Fed\"=true", []string{"106 0-5 => Fed=true"}},
		{"'Fed'=true", []string{"106 0-5 => Fed=true"}},
		{"[Data Source]=x", []string{"106 0-13 => Data Source=x"}},
		{"{ Fed }=1", []string{"106 0-7 =>  Fed =1"}},
		{"`Fed`=1", []string{"106 0-5 => Fed=1"}},
		{"“Fed”=1", []string{"106 0-9 => Fed=1"}},
		{"\"Data Source=https://c;Fed=true", []string{"106 0-12 => Data Source=https://c;Fed=true"}},
		{"Fed=1;'Fed'=1", []string{"106 6-11"}},
		{"\"Encrypt\"=1", []string{"106 0-9"}},
		{"\"Databse\"=1", []string{"106 0-9 => Database=1"}},
		{"[Fed=1", []string{"101 0-4 => Fed=1"}},
		{"\"ManagedServiceIdentity\"=x", []string{"106 0-24"}},
		{"\"=1", []string{"101 0-1"}},
		{"<Fed>=1", []string{"106 0-5 => Fed=1"}},
	}, "KCS106", "KCS101")
}

func TestUndocumented(t *testing.T) {
	runRows(t, []row{
		{"Password=x", []string{"107 0-8"}},
		{"PWD=<x>;Namespace=a", []string{
			"107 0-3",
			"107 8-17",
		}},
		{"Password=a;Password=", nil},
		{"NS=a;NS=b", []string{"107 5-7"}},
		{"AZ CLI=true;msi=true", []string{
			"108 0-6",
			"108 12-15",
		}},
		{"Application Certificate PrivateKey=${x}", []string{"108 0-34"}},
		{"User ID=x", nil},
	}, "KCS107", "KCS108")
}

// TestUnknownKeywordNamed holds which unknown keywords a message repeats.
func TestUnknownKeywordNamed(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"App Kye=<key>", `unknown keyword "App Kye"`},
		{"Zeta_1.x=1", `unknown keyword "Zeta_1.x"`},
		{"\u00e9t\u00e9=1", "unknown keyword \"\u00e9t\u00e9\""},
		{strings.Repeat("z", 63) + "=1", `unknown keyword "` + strings.Repeat("z", 63) + `"`},
		{strings.Repeat("z", 64) + "=1", "unknown keyword"},
		{"z~z=1", "unknown keyword"},
		{"z\u200bz=1", "unknown keyword"},
		{"****=1", "unknown keyword"},
		{"AppKey:hidden=1", "unknown keyword"},
		{`AppKey="a;zzz";zzz=1`, `unknown keyword "zzz"`},
	} {
		found := check(t, tt.in, "KCS101")
		if len(found) != 1 || found[0].Message != tt.want {
			t.Errorf("%q: got %v, want the message %q", tt.in, found, tt.want)
		}
	}
}
