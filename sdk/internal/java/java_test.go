package java

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kustoconn/internal/sealed"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/sdk/internal/oracletest"
	"kustoconn/source"
)

func span(start, end int) source.Span { return source.Span{Start: start, End: end} }

func TestReadAccepts(t *testing.T) {
	catalog := dialect.Property{Name: "InitialCatalog", Value: sealed.NewText("NetDefaultDb")}
	for _, test := range []struct {
		text    string
		seen    []dialect.Property
		ignored []source.Span
		auth    string
		echoes  []source.Span
	}{
		{
			text: " https://c.x.net/Db ;Fed= TRUE",
			seen: []dialect.Property{
				{Name: "DataSource", Value: sealed.NewText("https://c.x.net/Db"), Source: span(1, 19)},
				{Name: "FederatedSecurity", IsBool: true, Bool: true, Source: span(26, 30)},
				catalog,
			},
			auth: "user-prompt",
		},
		{ // whatever stands from the second = on is dropped
			text: "https://c;AppClientId=g;AppKey=abc==;Tenant=t = u ;",
			seen: []dialect.Property{
				{Name: "ApplicationClientId", Value: sealed.NewText("g"), Source: span(22, 23)},
				{Name: "ApplicationKey", Value: sealed.NewText("abc"), Source: span(31, 34)},
				{Name: "AuthorityId", Value: sealed.NewText("t"), Source: span(44, 45)},
				{Name: "DataSource", Value: sealed.NewText("https://c"), Source: span(0, 9)},
				catalog,
			},
			ignored: []source.Span{span(34, 36), span(46, 49)},
			auth:    "app-key",
		},
		{ // an empty value hides even an unknown keyword
			text:    "Fed=true; Nonsense==x ;Fed=1;",
			seen:    []dialect.Property{catalog},
			ignored: []source.Span{span(10, 21)},
			auth:    "none",
		},
		{ // one field for both tokens
			text: "https://c;UserToken=u;App Token=a",
			seen: []dialect.Property{
				{Name: "DataSource", Value: sealed.NewText("https://c"), Source: span(0, 9)},
				catalog,
				{Name: "UserToken", Value: sealed.NewText("a"), Source: span(32, 33)},
			},
			auth: "access-token",
		},
		{
			text: "https://u:p%zz@c;Login Hint=a@b",
			seen: []dialect.Property{
				{Name: "DataSource", Value: sealed.NewText("https://u:p%zz@c"), Source: span(0, 16)},
				catalog,
				{Name: "UseUserPromptAuth", IsBool: true, Bool: true, Source: span(28, 31)},
				{Name: "UserId", Value: sealed.NewText("a@b"), Source: span(28, 31)},
			},
			auth:   "error: URISyntaxException",
			echoes: []source.Span{span(0, 16)},
		},
		{ // a byte that is no UTF-8 stands for U+FFFD, which a URI may hold
			text: "https://c/\xff;Fed=true",
			seen: []dialect.Property{
				{Name: "DataSource", Value: sealed.NewText("https://c/\xff"), Source: span(0, 11)},
				{Name: "FederatedSecurity", IsBool: true, Bool: true, Source: span(16, 20)},
				catalog,
			},
			auth: "user-prompt",
		},
	} {
		a := Client().Read(test.text)
		if !a.OK {
			t.Errorf("%q: rejected: %s", test.text, a.ErrorClass)
		}
		for _, diff := range []string{
			cmp.Diff(test.seen, a.Seen),
			cmp.Diff(test.ignored, a.Ignored),
			cmp.Diff(test.auth, a.Auth),
			cmp.Diff(test.echoes, a.Echoes),
		} {
			if diff != "" {
				t.Errorf("%q: (-want +got)\n%s", test.text, diff)
			}
		}
	}
}

func TestReadRejects(t *testing.T) {
	const (
		blank       = "IllegalArgumentException: connectionString cannot be null or empty"
		unknown     = "IllegalArgumentException: The Connection String keyword is unknown"
		unsupported = "IllegalArgumentException: The Connection String keyword is not supported by this SDK"
		noPiece     = "ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0"
		noPart      = "ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 0"
		onePart     = "ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1"
	)
	for _, test := range []struct {
		text   string
		class  string
		at     source.Span
		echoes []source.Span
	}{
		{" \u2003\x1c", blank, span(0, 5), nil},
		{";;", noPiece, span(0, 2), nil},
		{"=", noPart, span(0, 1), nil},
		{" ;Fed=true", onePart, span(1, 1), nil},
		{"https://c; Fed= ", onePart, span(11, 15), nil},
		{"https://c; Data_Source =x", unknown, span(11, 23), []source.Span{span(11, 23)}},
		{"https://c;=x", unknown, span(10, 10), nil},
		{"https://c;Accept=true;Fed", unsupported, span(10, 16), []source.Span{span(10, 16)}},
		{`https://c;AppKey="s3;r3t=x"`, unknown, span(21, 24), []source.Span{span(21, 24)}},
	} {
		want := dialect.Answer{
			Crash:      strings.HasPrefix(test.class, "ArrayIndex"),
			ErrorClass: test.class,
			ErrorSpan:  test.at,
			Echoes:     test.echoes,
		}
		if diff := cmp.Diff(want, Client().Read(test.text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.text, diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", ";", "=", "https://[::1%25z]:8080/;Fed=true;AppKey=a=b",
		"https://u:p@h%5B\xff?#;Uid=\u2003;UserToken=\u212a", "Fed==;x=y",
	} {
		f.Add(seed)
	}
	oracletest.Fuzz(f, Client(), oracletest.Verbatim, "java-extra")
}

func BenchmarkRead(b *testing.B) {
	for _, test := range []struct{ name, text string }{
		{"usual", "https://help.kusto.windows.net/Samples;AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=k3y;Authority Id=contoso.com"},
		{"long host", "https://" + strings.Repeat("a.", 1<<15) + ";Fed=true"},
		{"long address", "https://[" + strings.Repeat("1:", 1<<15) + "];Fed=true"},
		{"many pieces", strings.Repeat("Fed=true;", 1<<13)},
	} {
		b.Run(test.name, func(b *testing.B) { oracletest.Bench(b, Client(), test.text) })
	}
}
