package fuzz

import (
	"strings"
	"unicode"

	"kustoconn/fuzz/draw"
	"kustoconn/fuzz/internal/spelling"
	"kustoconn/rule"
	"kustoconn/schema"
)

var valueFaults = []fault{
	{rule.NotABoolean, func(t draw.T) string {
		keyword := oneOf(t, "Fed", "AAD Federated Security", "Enforce MFA", "dSTS Federated Security")
		return afterURI(t, keyword+"="+gaps.Draw(t)+mark(oneOf(t, "yes", "1", "0", "tru", `" true"`, `"true "`, `""`, "'no'")))
	}},
	{rule.OddAuthority, func(t draw.T) string {
		return afterURI(t, keywordOf(t, schema.AuthorityID)+equals(t)+mark(form(t, oddAuthority(t))))
	}},
	{rule.ClientIDNotAGUID, func(t draw.T) string {
		id := oneOf(t, "a", "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f4", "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f4g", `"a b"`)
		return afterURI(t, "Fed=true;"+someTenant+";Application Client Id="+mark(id))
	}},
	{rule.ThumbprintNotHex, func(t draw.T) string {
		thumbprint := oneOf(t, "a", strings.Repeat("0", 39), strings.Repeat("0", 41), strings.Repeat("0", 39)+"g")
		return afterURI(t, "Fed=true;"+someTenant+";"+someClient+";AppCert="+mark(thumbprint))
	}},
	{rule.UnknownQueryConsistency, func(t draw.T) string {
		return afterURI(t, "Query Consistency="+mark(oneOf(t, "strong", "weak", "a", `"strongconsistency "`, `""`)))
	}},
	{rule.EmptyValueUnsets, func(t draw.T) string {
		p := draw.SampledFrom(settable).Draw(t)
		pair := mark(keywordOf(t, p.ID)+gaps.Draw(t)+"=") + gaps.Draw(t)
		if draw.Bool().Draw(t) {
			pair = keywordOf(t, p.ID) + `="a";` + pair
		}
		if draw.Bool().Draw(t) {
			return among(t, pair, true)
		}
		return afterURI(t, pair)
	}},
	{rule.QuoteInBareValue, func(t draw.T) string {
		return "https://help.kusto.windows.net;" + among(t, "Database="+mark(oneOf(t, "a'b", `a"b`, `a""b`, "it's a")), false)
	}},
	{rule.Placeholder, func(t draw.T) string {
		if draw.Bool().Draw(t) {
			return endpointIn(t, oneOf(t,
				mark("<cluster>"), "https://"+mark("${CLUSTER}")+".kusto.windows.net", "https://help."+mark("{region}")+".kusto.windows.net/{database}",
				"https://help.kusto.windows.net/"+mark("#{database}#"), "https://"+mark("{{ host }}")))
		}
		p := draw.SampledFrom(settable).Filter(func(p *schema.Property) bool { return p.ID != schema.DataSource }).Draw(t)
		return afterURI(t, keywordOf(t, p.ID)+equals(t)+form(t, withPlaceholder(t)))
	}},
	{rule.WhitespaceTrimmedFromSecret, func(t draw.T) string {
		pair := secretKeyword(t) + gaps.Draw(t) + "="
		secret := oneOf(t, "Zq7", "a b", "a'b", "a=b", "é")
		switch oneOf(t, "before", "after", "at the end") {
		case "after":
			return afterURI(t, pair+oneOf(t, "", " ")+secret+mark(oddSpace.Draw(t))+";Fed=true")
		case "at the end":
			// A line break there belongs to the file that the text is read from.
			space := oddSpace.Filter(func(s string) bool { return strings.Trim(s, "\r\n") != "" }).Draw(t)
			return afterURI(t, "Fed=true") + ";" + pair + oneOf(t, "", " ") + secret + mark(space)
		}
		return afterURI(t, pair+mark(oddSpace.Draw(t))+oneOf(t, "", "=")+secret+gaps.Draw(t))
	}},
	{rule.SemicolonTruncated, func(t draw.T) string {
		// The rest has an equals sign of its own: without one it would be a
		// syntax error as well, and strings of this kind have none.
		secret := secretKeyword(t) + equals(t) + oneOf(t, "Zq7", "a b", "a'b", "a=b")
		keyword := draw.OneOf(draw.SampledFrom(unknownKeywords), draw.Map(spelling.NearMisses(), func(k spelling.Keyword) string { return k.Text })).Draw(t)
		rest := Pair{Keyword: keyword, Unset: draw.Bool().Draw(t)}
		if !rest.Unset {
			rest.Value = values().Draw(t)
		}
		text := strings.TrimRightFunc(written(rest).Draw(t), unicode.IsSpace)
		return afterURI(t, secret+oneOf(t, ";", " ;", ";;", "; ;")+gaps.Draw(t)+mark(text))
	}},
	{rule.DoublyQuoted, func(t draw.T) string {
		p := draw.SampledFrom(settable).Filter(func(p *schema.Property) bool {
			return p.Type != schema.TypeBool && p.Type != schema.TypeEnum && p.Type != schema.TypeURI // other rules speak of these values
		}).Draw(t)
		value := oneOf(t, "a", "a b", "a;b", "it's", `a"b`, "=", " a", "")
		for range draw.IntRange(1, 2).Draw(t) {
			inner := oneOf(t, "'", `"`)
			value = inner + value + inner
		}
		return "https://help.kusto.windows.net;" + among(t, keywordOf(t, p.ID)+equals(t)+mark(quoted(value, oneOf(t, `"`, "'"))), false)
	}},
	{rule.UncommonQueryConsistency, func(t draw.T) string {
		return afterURI(t, "Query Consistency="+mark(oneOf(t, "normalconsistency", "affinitizedweakconsistency", "weakconsistency_by_query")))
	}},
	{rule.SingleQuotedValue, func(t draw.T) string {
		p := draw.SampledFrom(settable).Filter(func(p *schema.Property) bool {
			return p.Type != schema.TypeBool && p.Type != schema.TypeEnum && p.Type != schema.TypeURI
		}).Draw(t)
		value := oneOf(t, "a", "a b", "a;b", "it's", `a"b`, "=", " a", "")
		return "https://help.kusto.windows.net;" + among(t, keywordOf(t, p.ID)+equals(t)+mark(quoted(value, "'")), false)
	}},
	{rule.OddRegion, func(t draw.T) string {
		return afterURI(t, keywordOf(t, schema.AzureRegion)+equals(t)+mark(form(t, oneOf(t, "mars", "westeurop", "eu-west-1", "west-europe", "europe", "us", "eastus9"))))
	}},
}

// oddAuthority draws what is no tenant's GUID or domain and no login URL.
func oddAuthority(t draw.T) string {
	switch oneOf(t, "display name", "address", "domain", "GUID", "cluster", "URL") {
	case "address":
		return oneOf(t, "a", "first.last", "a+b") + "@" + oneOf(t, "contoso.com", "contoso.onmicrosoft.com")
	case "domain":
		return oneOf(t, "", "a.", "größe.") + oneOf(t, ".contoso.com", "contoso..com", "-contoso.com", "contoso-.com", "contoso.-com",
			"con toso.com", "contoso_a.com", "contoso.com/a", "contoso,com", "0.0.1", strings.Repeat("a", 64)+".com")
	case "GUID":
		const tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
		at := draw.IntRange(0, len(tenant)-1).Draw(t)
		return tenant[:at] + oneOf(t, "", "g", "00") + tenant[at+1:]
	case "cluster":
		host := "help" + draw.SampledFrom(suffixes).Draw(t).suffix
		return "https://" + oneOf(t, host, strings.ToUpper(host)) + oneOf(t, "", "/", "/Samples", "/contoso.com")
	case "URL":
		return oneOf(t, "http://", "ftp://", "https:///", "https:/", "https://user@") + "login.microsoftonline.com/contoso.com"
	}
	return oneOf(t, "Contoso", "Contoso Ltd", "Größe AG", "my-tenant", "commons", "organization", "O'Neil")
}

// withPlaceholder draws a value with one placeholder, marked, which is all of
// it or stands between constant parts.
func withPlaceholder(t draw.T) string {
	name := oneOf(t, "a", "key", "APP_KEY")
	if draw.Bool().Draw(t) {
		return mark(oneOf(t, "xxxx", "XXXX-XXXX", "YOUR_"+name, "your-"+name))
	}
	placeholder := oneOf(t,
		"<"+name+">", "<your "+name+">", "*"+name+"*", "["+name+" b]", "$"+name, "%s", "%d", "${"+name+"}", "$("+name+")", "{"+name+"}", "{0}",
		"{{ "+name+" }}", "%"+name+"%", "#{"+name+"}#", "@Microsoft.KeyVault(SecretUri="+name+")", "[parameters('"+name+"')]")
	return oneOf(t, "", "a-", "b ", "it's ") + mark(placeholder) + oneOf(t, "", "-a", ".b", " c")
}

// oddSpace is white space beside a value that is more than one blank.
var oddSpace = draw.OneOf(
	draw.SampledFrom([]string{"\t", "  ", "\u00a0", "\r\n", " \n"}),
	draw.StringOfN(" \t\n\r\v\f\u00a0\u3000\u0085\u2003\u2028", 1, 3).Filter(func(s string) bool { return s != " " }),
)
