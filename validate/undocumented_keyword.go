package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/schema"
)

var undocumentedKeyword = Rule{
	ID:    diag.ID{Code: 107, Name: "undocumented-keyword", Severity: diag.Information},
	Since: "0.1.0",
	Doc: "The property is in none of the documentation's tables, although several clients accept it. Nobody\n" +
		"promises that it will stay, nor that all clients treat it alike; the message lists those that accept\n" +
		"it. Use a documented property where one does the same, such as `Data Source` for `Data Source Uri`.\n\n" +
		"Source: the clients' keyword tables, of which Go, Python and Java share one (`kcsb.json`).",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;Namespace=Test",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true",
	Needs: undocumented,
	Check: checkUndocumented,
}

var undocumented = ofStatus(schema.Undocumented)

// ofStatus returns the properties of a status.
func ofStatus(status schema.Status) (set schema.Set) {
	for _, property := range schema.Properties() {
		if property.Status == status {
			set = set.With(property.ID)
		}
	}
	return set
}

func checkUndocumented(p *Pass) {
	for id := range (p.Present & undocumented).All() {
		d := p.Report(p.KeywordSpan(id), schema.Get(id).Name+" is not documented; accepted by "+clientTitles(id))
		d.Help = "do not rely on it: other clients refuse or ignore it"
	}
}

// clientTitles lists the clients that accept the property.
func clientTitles(id schema.ID) string {
	var titles []string
	for client := range schema.Get(id).Clients.All() {
		titles = append(titles, client.Title())
	}
	if n := len(titles); n > 1 {
		return strings.Join(titles[:n-1], ", ") + " and " + titles[n-1]
	}
	return strings.Join(titles, "")
}
