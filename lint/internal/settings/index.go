package settings

import (
	"slices"
	"strings"
	"sync"

	"kustoconn/internal/data/tools"
	"kustoconn/schema"
)

// known is a key that the table of tools speaks of. Names and values are in
// lower case.
type known struct {
	tool     *tools.Tool
	name     string
	spelled  string    // the last part of the name, as the table has it
	setting  string    // the key of the table that it stands for, in lower case
	property schema.ID // what it usually holds; None for a sign, and where no string can hold it
	ingest   bool      // its endpoint is the one for ingestion
	rank     int       // among the tool's keys; the first one of a property wins
	sign     bool      // the key is a sign of the tool where its value contains value
	value    string
}

// byLastName holds every known key by the last part of its name.
var byLastName = sync.OnceValue(indexKeys)

func indexKeys() map[string][]*known {
	index := map[string][]*known{}
	for _, tool := range append(tools.All(), keywords()) {
		all := map[string]*known{}
		at := func(name string) *known {
			spelled := lastName(name)
			name = strings.ToLower(name)
			if all[name] == nil {
				all[name] = &known{tool: tool, name: name, spelled: spelled}
				last := lastName(name)
				index[last] = append(index[last], all[name])
			}
			return all[name]
		}
		rank := 0
		for _, s := range tool.StringSettings() {
			for _, key := range s.Keys() {
				k := at(key)
				k.property, k.ingest, k.rank = s.Property, s.Ingest, rank
				rank++
			}
		}
		for _, a := range tool.Authentications {
			for _, s := range slices.Concat(tool.Settings, a.Settings) {
				for _, key := range s.Keys() {
					at(key).setting = strings.ToLower(s.Key)
				}
			}
		}
		for _, s := range tool.Signs {
			if s.Beside != "" {
				k := at(s.Beside)
				k.sign, k.value = true, strings.ToLower(s.Value)
			}
		}
	}
	return index
}

func lastName(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// precedes reports whether k counts and other, of the same property, does not:
// the endpoint for queries, then the order of the table.
func (k *known) precedes(other *known) bool {
	if k.ingest != other.ingest {
		return other.ingest
	}
	return k.rank < other.rank
}
