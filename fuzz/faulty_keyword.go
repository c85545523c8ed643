package fuzz

import (
	"kustoconn/fuzz/draw"
	"kustoconn/fuzz/internal/spelling"
	"kustoconn/rule"
	"kustoconn/schema"
)

var keywordFaults = []fault{
	{rule.UnknownKeyword, func(t draw.T) string {
		return afterURI(t, mark(spelling.NearMisses().Draw(t).Text)+"=a")
	}},
	{rule.DuplicateKeyword, func(t draw.T) string {
		first, second := aliases(t, schema.InitialCatalog)
		return "https://help.kusto.windows.net;" + first + "=a;" + among(t, mark(second)+`="a"`, false)
	}},
	{rule.ConflictingValues, func(t draw.T) string {
		first, second := aliases(t, schema.AuthorityID)
		return afterURI(t, "Fed=true") + ";" + first + "=contoso.com;" + mark(second) + "=example.com"
	}},
	{rule.ProgrammaticOnly, func(t draw.T) string {
		keyword := oneOf(t, "ManagedServiceIdentity", "EmbeddedManagedIdentity", "PreventAccessToLocalSecretsViaKeywords")
		return afterURI(t, mark(spelling.Of(keyword).Draw(t))+"=system")
	}},
	{rule.ForeignKeyword, func(t draw.T) string {
		return afterURI(t, mark(oneOf(t, "Encrypt", "TrustServerCertificate", "Trusted_Connection", "AccountKey", "Connect Timeout", "EntityPath"))+"=true")
	}},
	{rule.QuotedKeyword, func(t draw.T) string {
		keyword := oneOf(t, `"Database Name`, `"Fed"`, "'Fed'", "[Fed]", "{Fed}", "`Fed`")
		return afterURI(t, mark(keyword)+"=true")
	}},
	{rule.UndocumentedKeyword, func(t draw.T) string {
		return afterURI(t, mark(oneOf(t, "Namespace", "dSTS Token Type", "NS"))+"=a")
	}},
	{rule.OneClientKeyword, func(t draw.T) string {
		return afterURI(t, mark(oneOf(t, "AZ CLI", "MSI Auth", "msi_auth"))+"=true")
	}},
	{rule.MissingSeparator, func(t draw.T) string {
		gap := oneOf(t, " ", ",", ", ", "&", " | ", ":", "\t")
		keyword := spelling.Of(oneOf(t, "Fed", "AAD Federated Security", "Federated Security")).Draw(t)
		return afterURI(t, "Database=a"+gap+mark(keyword)+oneOf(t, "=", " = ")+"true")
	}},
}

// aliases draws two keywords of a property.
func aliases(t draw.T, id schema.ID) (first, second string) {
	all := schema.Get(id).Keywords()
	return oneOf(t, all...), spelling.Of(oneOf(t, all...)).Draw(t)
}
