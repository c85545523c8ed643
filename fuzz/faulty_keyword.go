package fuzz

import (
	"pgregory.net/rapid"

	"kustoconn/fuzz/internal/spelling"
	"kustoconn/rule"
	"kustoconn/schema"
)

var keywordFaults = []fault{
	{rule.UnknownKeyword, func(t *rapid.T) string {
		return afterURI(t, mark(spelling.NearMisses().Draw(t, "keyword").Text)+"=a")
	}},
	{rule.DuplicateKeyword, func(t *rapid.T) string {
		first, second := aliases(t, schema.InitialCatalog)
		return "https://help.kusto.windows.net;" + first + "=a;" + among(t, mark(second)+`="a"`, false)
	}},
	{rule.ConflictingValues, func(t *rapid.T) string {
		first, second := aliases(t, schema.AuthorityID)
		return afterURI(t, "Fed=true") + ";" + first + "=contoso.com;" + mark(second) + "=example.com"
	}},
	{rule.ProgrammaticOnly, func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", "ManagedServiceIdentity", "EmbeddedManagedIdentity", "PreventAccessToLocalSecretsViaKeywords")
		return afterURI(t, mark(spelling.Of(keyword).Draw(t, "spelling"))+"=system")
	}},
	{rule.ForeignKeyword, func(t *rapid.T) string {
		return afterURI(t, mark(oneOf(t, "keyword", "Encrypt", "TrustServerCertificate", "Trusted_Connection", "AccountKey", "Connect Timeout", "EntityPath"))+"=true")
	}},
	{rule.QuotedKeyword, func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", `"Database Name`, `"Fed"`, "'Fed'", "[Fed]", "{Fed}", "`Fed`")
		return afterURI(t, mark(keyword)+"=true")
	}},
	{rule.UndocumentedKeyword, func(t *rapid.T) string {
		return afterURI(t, mark(oneOf(t, "keyword", "Namespace", "dSTS Token Type", "NS"))+"=a")
	}},
	{rule.OneClientKeyword, func(t *rapid.T) string {
		return afterURI(t, mark(oneOf(t, "keyword", "AZ CLI", "MSI Auth", "msi_auth"))+"=true")
	}},
	{rule.MissingSeparator, func(t *rapid.T) string {
		gap := oneOf(t, "gap", " ", ",", ", ", "&", " | ", ":", "\t")
		keyword := spelling.Of(oneOf(t, "keyword", "Fed", "AAD Federated Security", "Federated Security")).Draw(t, "spelling")
		return afterURI(t, "Database=a"+gap+mark(keyword)+oneOf(t, "equals", "=", " = ")+"true")
	}},
}

// aliases draws two keywords of a property.
func aliases(t *rapid.T, id schema.ID) (first, second string) {
	all := schema.Get(id).Keywords()
	return oneOf(t, "first keyword", all...), spelling.Of(oneOf(t, "second keyword", all...)).Draw(t, "spelling")
}
