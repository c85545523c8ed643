package settings

import (
	"slices"
	"strings"
	"sync"

	"kustoconn/internal/data/tools"
	"kustoconn/internal/piece"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// keywords stands for the programs that keep the pairs of a string in a mapping, which
// they join: {"Data Source": …, "AppKey": …}. Its keys are the keywords of strings.
var keywords = sync.OnceValue(func() *tools.Tool {
	t := &tools.Tool{Name: "keywords"}
	for _, p := range schema.Properties() {
		if !p.Settable() {
			continue
		}
		for _, name := range p.Keywords() {
			for _, key := range slices.Compact([]string{name, strings.ReplaceAll(name, " ", "")}) {
				t.Settings = append(t.Settings, tools.Setting{Key: key, Property: p.ID})
				if p.ID == schema.DataSource {
					t.Signs = append(t.Signs, tools.Sign{Beside: key, Value: ".kusto."})
				}
			}
		}
	}
	return t
})

// isMapping reports whether the group is a mapping of keywords that holds a secret. Other
// products have some keywords too, so that one has to be Kusto's alone; an endpoint in a
// sentence is a description.
func (g *group) isMapping(pieces []piece.Piece) bool {
	secret, ours := false, false
	for _, h := range g.hits {
		if h.key.property == schema.DataSource && strings.Contains(strings.TrimSpace(pieces[h.piece].Text), " ") {
			return false
		}
		secret = secret || schema.Secrets().Has(h.key.property)
		ours = ours || vocabulary.IsKustoOnly(h.key.spelled)
	}
	return secret && ours
}

// pairBefore returns the literal that is the name of piece i in a mapping whose pairs have
// brackets of their own, {"AppKey", "…"}, or an operator that is a word, "AppKey" to "…".
func pairBefore(text string, pieces []piece.Piece, i int) string {
	const room = 40 // bytes
	name, value := pieces[i-1].Span(), pieces[i].Span()
	if name.End >= value.Start || value.Start-name.End > room || name.Start < 2 || value.End >= len(text) {
		return ""
	}
	between := strings.Trim(text[name.End:value.Start], "\"' \t\r\n")
	before := strings.TrimRight(text[max(0, name.Start-room):name.Start], "\"'@ \t\r\n")
	after := strings.TrimLeft(text[value.End:min(len(text), value.End+room)], "\"' \t\r\n")
	if between == "to" || between == "," && strings.HasSuffix(before, "{") && strings.HasPrefix(after, "}") {
		return pieces[i-1].Text
	}
	return ""
}
