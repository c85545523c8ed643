package fuzz

import (
	"strings"
	"unicode"

	"pgregory.net/rapid"

	"kustoconn/fuzz/internal/spelling"
	"kustoconn/rule"
	"kustoconn/schema"
)

var valueFaults = []fault{
	{rule.NotABoolean, func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", "Fed", "AAD Federated Security", "Enforce MFA", "dSTS Federated Security")
		return afterURI(t, keyword+"="+gaps.Draw(t, "gap")+mark(oneOf(t, "value", "yes", "1", "0", "tru", `" true"`, `"true "`, `""`, "'no'")))
	}},
	{rule.OddAuthority, func(t *rapid.T) string {
		return afterURI(t, keywordOf(t, schema.AuthorityID)+equals(t)+mark(form(t, oddAuthority(t))))
	}},
	{rule.ClientIDNotAGUID, func(t *rapid.T) string {
		id := oneOf(t, "id", "a", "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f4", "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f4g", `"a b"`)
		return afterURI(t, "Fed=true;"+someTenant+";Application Client Id="+mark(id))
	}},
	{rule.ThumbprintNotHex, func(t *rapid.T) string {
		thumbprint := oneOf(t, "thumbprint", "a", strings.Repeat("0", 39), strings.Repeat("0", 41), strings.Repeat("0", 39)+"g")
		return afterURI(t, "Fed=true;"+someTenant+";"+someClient+";AppCert="+mark(thumbprint))
	}},
	{rule.UnknownQueryConsistency, func(t *rapid.T) string {
		return afterURI(t, "Query Consistency="+mark(oneOf(t, "value", "strong", "weak", "a", `"strongconsistency "`, `""`)))
	}},
	{rule.EmptyValueUnsets, func(t *rapid.T) string {
		p := rapid.SampledFrom(settable).Draw(t, "property")
		pair := mark(keywordOf(t, p.ID)+gaps.Draw(t, "gap")+"=") + gaps.Draw(t, "gap")
		if rapid.Bool().Draw(t, "something to unset") {
			pair = keywordOf(t, p.ID) + `="a";` + pair
		}
		if rapid.Bool().Draw(t, "first") {
			return among(t, pair, true)
		}
		return afterURI(t, pair)
	}},
	{rule.QuoteInBareValue, func(t *rapid.T) string {
		return "https://help.kusto.windows.net;" + among(t, "Database="+mark(oneOf(t, "value", "a'b", `a"b`, `a""b`, "it's a")), false)
	}},
	{rule.Placeholder, func(t *rapid.T) string {
		if rapid.Bool().Draw(t, "in a Data Source") {
			return endpointIn(t, oneOf(t, "URI",
				mark("<cluster>"), "https://"+mark("${CLUSTER}")+".kusto.windows.net", "https://help."+mark("{region}")+".kusto.windows.net/{database}",
				"https://help.kusto.windows.net/"+mark("#{database}#"), "https://"+mark("{{ host }}")))
		}
		p := rapid.SampledFrom(settable).Filter(func(p *schema.Property) bool { return p.ID != schema.DataSource }).Draw(t, "property")
		return afterURI(t, keywordOf(t, p.ID)+equals(t)+form(t, withPlaceholder(t)))
	}},
	{rule.WhitespaceTrimmedFromSecret, func(t *rapid.T) string {
		pair := secretKeyword(t) + gaps.Draw(t, "gap") + "="
		secret := oneOf(t, "secret", "Zq7", "a b", "a'b", "a=b", "é")
		switch oneOf(t, "place", "before", "after", "at the end") {
		case "after":
			return afterURI(t, pair+oneOf(t, "blank", "", " ")+secret+mark(oddSpace.Draw(t, "white space"))+";Fed=true")
		case "at the end":
			// A line break there belongs to the file that the text is read from.
			space := oddSpace.Filter(func(s string) bool { return strings.Trim(s, "\r\n") != "" }).Draw(t, "white space")
			return afterURI(t, "Fed=true") + ";" + pair + oneOf(t, "blank", "", " ") + secret + mark(space)
		}
		return afterURI(t, pair+mark(oddSpace.Draw(t, "white space"))+oneOf(t, "equals sign", "", "=")+secret+gaps.Draw(t, "gap"))
	}},
	{rule.SemicolonTruncated, func(t *rapid.T) string {
		// The rest has an equals sign of its own: without one it would be a
		// syntax error as well, and strings of this kind have none.
		secret := secretKeyword(t) + equals(t) + oneOf(t, "secret", "Zq7", "a b", "a'b", "a=b")
		keyword := rapid.OneOf(rapid.SampledFrom(unknownKeywords), rapid.Map(spelling.NearMisses(), func(k spelling.Keyword) string { return k.Text })).Draw(t, "keyword")
		rest := Pair{Keyword: keyword, Unset: rapid.Bool().Draw(t, "ends in an equals sign")}
		if !rest.Unset {
			rest.Value = values().Draw(t, "value")
		}
		text := strings.TrimRightFunc(written(rest).Draw(t, "rest"), unicode.IsSpace)
		return afterURI(t, secret+oneOf(t, "separator", ";", " ;", ";;", "; ;")+gaps.Draw(t, "gap")+mark(text))
	}},
	{rule.DoublyQuoted, func(t *rapid.T) string {
		p := rapid.SampledFrom(settable).Filter(func(p *schema.Property) bool {
			return p.Type != schema.TypeBool && p.Type != schema.TypeEnum && p.Type != schema.TypeURI // other rules speak of these values
		}).Draw(t, "property")
		value := oneOf(t, "value", "a", "a b", "a;b", "it's", `a"b`, "=", " a", "")
		for range rapid.IntRange(1, 2).Draw(t, "pairs of marks inside") {
			inner := oneOf(t, "inner mark", "'", `"`)
			value = inner + value + inner
		}
		return "https://help.kusto.windows.net;" + among(t, keywordOf(t, p.ID)+equals(t)+mark(quoted(value, oneOf(t, "outer mark", `"`, "'"))), false)
	}},
	{rule.UncommonQueryConsistency, func(t *rapid.T) string {
		return afterURI(t, "Query Consistency="+mark(oneOf(t, "value", "normalconsistency", "affinitizedweakconsistency", "weakconsistency_by_query")))
	}},
	{rule.SingleQuotedValue, func(t *rapid.T) string {
		p := rapid.SampledFrom(settable).Filter(func(p *schema.Property) bool {
			return p.Type != schema.TypeBool && p.Type != schema.TypeEnum && p.Type != schema.TypeURI
		}).Draw(t, "property")
		value := oneOf(t, "value", "a", "a b", "a;b", "it's", `a"b`, "=", " a", "")
		return "https://help.kusto.windows.net;" + among(t, keywordOf(t, p.ID)+equals(t)+mark(quoted(value, "'")), false)
	}},
	{rule.OddRegion, func(t *rapid.T) string {
		return afterURI(t, keywordOf(t, schema.AzureRegion)+equals(t)+mark(form(t, oneOf(t, "region", "mars", "westeurop", "eu-west-1", "west-europe", "europe", "us", "eastus9"))))
	}},
}

// oddAuthority draws what is no tenant's GUID or domain and no login URL.
func oddAuthority(t *rapid.T) string {
	switch oneOf(t, "authority", "display name", "address", "domain", "GUID", "cluster", "URL") {
	case "address":
		return oneOf(t, "user", "a", "first.last", "a+b") + "@" + oneOf(t, "domain", "contoso.com", "contoso.onmicrosoft.com")
	case "domain":
		return oneOf(t, "subdomain", "", "a.", "größe.") + oneOf(t, "domain", ".contoso.com", "contoso..com", "-contoso.com", "contoso-.com", "contoso.-com",
			"con toso.com", "contoso_a.com", "contoso.com/a", "contoso,com", "0.0.1", strings.Repeat("a", 64)+".com")
	case "GUID":
		const tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
		at := rapid.IntRange(0, len(tenant)-1).Draw(t, "place")
		return tenant[:at] + oneOf(t, "instead", "", "g", "00") + tenant[at+1:]
	case "cluster":
		host := "help" + rapid.SampledFrom(suffixes).Draw(t, "suffix").suffix
		return "https://" + oneOf(t, "host", host, strings.ToUpper(host)) + oneOf(t, "path", "", "/", "/Samples", "/contoso.com")
	case "URL":
		return oneOf(t, "before the host", "http://", "ftp://", "https:///", "https:/", "https://user@") + "login.microsoftonline.com/contoso.com"
	}
	return oneOf(t, "display name", "Contoso", "Contoso Ltd", "Größe AG", "my-tenant", "commons", "organization", "O'Neil")
}

// withPlaceholder draws a value with one placeholder, marked, which is all of
// it or stands between constant parts.
func withPlaceholder(t *rapid.T) string {
	name := oneOf(t, "name", "a", "key", "APP_KEY")
	if rapid.Bool().Draw(t, "all of it") {
		return mark(oneOf(t, "placeholder", "xxxx", "XXXX-XXXX", "YOUR_"+name, "your-"+name))
	}
	placeholder := oneOf(t, "placeholder",
		"<"+name+">", "<your "+name+">", "*"+name+"*", "["+name+" b]", "$"+name, "%s", "%d", "${"+name+"}", "$("+name+")", "{"+name+"}", "{0}",
		"{{ "+name+" }}", "%"+name+"%", "#{"+name+"}#", "@Microsoft.KeyVault(SecretUri="+name+")", "[parameters('"+name+"')]")
	return oneOf(t, "before", "", "a-", "b ", "it's ") + mark(placeholder) + oneOf(t, "after", "", "-a", ".b", " c")
}

// oddSpace is white space beside a value that is more than one blank.
var oddSpace = rapid.OneOf(
	rapid.SampledFrom([]string{"\t", "  ", "\u00a0", "\r\n", " \n"}),
	rapid.StringOfN(rapid.RuneFrom([]rune(" \t\n\r\v\f\u00a0\u3000\u0085\u2003\u2028")), 1, 3, -1).Filter(func(s string) bool { return s != " " }),
)
