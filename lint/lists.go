package lint

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/internal/recognize"
)

// elementsOfStrings returns which pieces are elements of a list that amounts to a
// connection string, and hold a pair: nothing else tells a lone secret from
// another product's.
func (f *File) elementsOfStrings() map[int]bool {
	var elements map[int]bool
	pieces := f.pieces()
	for start := 0; start < len(pieces); {
		if pieces[start].List == 0 {
			start++
			continue
		}
		list := []int{start}
		end := start + 1
		for ; end < len(pieces) && (pieces[end].List == pieces[start].List || pieces[end].Kind == piece.Comment); end++ {
			if pieces[end].Kind != piece.Comment {
				list = append(list, end)
			}
		}
		if len(list) > 1 && f.amountsToString(list) {
			if elements == nil {
				elements = map[int]bool{}
			}
			for _, i := range list {
				elements[i] = strings.Contains(pieces[i].filled, "=")
			}
		}
		start = end
	}
	return elements
}

func (f *File) amountsToString(list []int) bool {
	var parts []string
	for _, i := range list {
		parts = append(parts, strings.TrimRight(f.pieces()[i].filled, "; "))
	}
	text := strings.Join(parts, ";")
	found := recognize.Find(text, recognize.Context{Whole: true})
	return len(found) == 1 && found[0].Kind == recognize.ConnectionString && found[0].Span.Len() == len(text)
}
