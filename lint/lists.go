package lint

import (
	"strings"

	"kustoconn/internal/recognize"
)

// elementsOfStrings returns which pieces are elements of a list that amounts to a
// connection string, and hold a pair: nothing else tells a lone secret from
// another product's.
func (f *File) elementsOfStrings() map[int]bool {
	var elements map[int]bool
	for start := 0; start < len(f.pieces()); {
		end := start + 1
		for end < len(f.pieces()) && f.pieces()[start].List > 0 && f.pieces()[end].List == f.pieces()[start].List {
			end++
		}
		if end > start+1 && f.amountsToString(start, end) {
			if elements == nil {
				elements = map[int]bool{}
			}
			for i := start; i < end; i++ {
				elements[i] = strings.Contains(f.pieces()[i].filled, "=")
			}
		}
		start = end
	}
	return elements
}

func (f *File) amountsToString(start, end int) bool {
	var parts []string
	for i := start; i < end; i++ {
		parts = append(parts, strings.TrimRight(f.pieces()[i].filled, "; "))
	}
	text := strings.Join(parts, ";")
	found := recognize.Find(text, recognize.Context{Whole: true})
	return len(found) == 1 && found[0].Kind == recognize.ConnectionString && found[0].Span.Len() == len(text)
}
