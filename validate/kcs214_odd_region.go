package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/region"
	"kustoconn/internal/vocabulary"
	"kustoconn/rule"
	"kustoconn/schema"
)

var oddRegion = check{
	rule:  rule.OddRegion,
	needs: schema.SetOf(schema.AzureRegion),
	look:  checkRegion,
}

// autoDetect is what MSAL takes in a region's place: it finds out by itself.
const autoDetect = "TryAutoDetect"

func checkRegion(p *pass) {
	value, _ := p.Value(schema.AzureRegion)
	if value == "" || value == autoDetect || p.hasPlaceholder(schema.AzureRegion) {
		return
	}
	// "West Europe" is how the portal shows westeurope.
	if region.Is(strings.ToLower(strings.ReplaceAll(value, " ", ""))) {
		return
	}
	d := p.report(p.valueSpan(schema.AzureRegion), "Azure Region is the name of no region of Azure")
	d.Help = "write the region's name, such as westeurope"
	if near, ok := vocabulary.SuggestFrom(value, region.Names()); ok {
		d.Help = "write " + near
		d.Edits = []diag.Edit{{Span: d.Span, NewText: near}}
	}
}
