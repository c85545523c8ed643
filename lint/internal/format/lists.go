package format

import (
	"strings"

	"kustoconn/internal/piece"
)

// markJoins gives the elements of a list that may be the parts of a string the number
// of a list: those of one that starts with an endpoint, and of what a data file joins
// itself. CloudFormation's Join, by which name or tag ever, holds a separator and the
// list (keys "….0" and "….1.0", "….1.1", …). Source: the reference of the intrinsic
// functions of AWS CloudFormation. The cost is linear in the pieces.
func markJoins(pieces []piece.Piece) {
	lists := 0
	for i := range pieces {
		lists = max(lists, pieces[i].List)
	}
	for i := 0; i+1 < len(pieces); i++ {
		list, first := piece.SplitKey(pieces[i].Key)
		joined := false // by a function
		switch {
		case pieces[i].Kind != piece.Value || first != "0" || pieces[i].List > 0:
			continue
		case isSeparator(pieces[i].Text):
			list, joined = strings.TrimPrefix(list+".1", "."), true
		case strings.Contains(pieces[i].Text, "://"):
			i-- // a list of parts starts with the endpoint
		default:
			continue
		}
		lists++
		for i+1 < len(pieces) {
			element, ok := strings.CutPrefix(pieces[i+1].Key, list+".")
			if joined {
				element, _, _ = strings.Cut(element, ".") // {"Ref": …} is computed
			}
			if list != "" && !ok || !isIndex(element) {
				break
			}
			i++
			pieces[i].List = lists
			if joined {
				pieces[i].Front, pieces[i].Back = max(pieces[i].Front, piece.Unknown), max(pieces[i].Back, piece.Unknown)
			}
		}
	}
}

// isSeparator reports whether text is what joins the pairs of a string, or their
// parts.
func isSeparator(text string) bool { return len(text) <= len("; ") }
