package code

import (
	"strings"

	"kustoconn/lint/internal/literal"
)

// visualBasic is Visual Basic and VBScript.
var visualBasic = Language{
	Name: "vb", Aliases: []string{"vb.net", "vba", "vbnet", "vbs", "vbscript"}, Extensions: []string{".bas", ".frm", ".vb", ".vbs"},
	lineComments: []string{"'"}, token: visualBasicToken,
	literals: []literalStart{
		{`$"`, withHoles(csharpVerbatim, literal.BracedHoles)}, {`"`, csharpVerbatim},
	},
	joins: []string{"&"}, operandEnds: true, underscore: true, withBlocks: true, roundIndex: true,
}

// visualBasicToken passes over an underscore that continues a line, and reads
// the comments that a word opens.
func visualBasicToken(r *reader) bool {
	switch c := r.Text[r.Pos]; {
	case c == '_' && strings.IndexByte(" \t)", r.Before()) >= 0:
		n := literal.BlankLine(r.Text[r.Pos+1:])
		if n > 0 {
			r.Pos += 1 + n
		}
		return n > 0
	case c|0x20 == 'r' && !literal.IsWordByte(r.Before()) && len(r.Text) > r.Pos+3 && strings.EqualFold(r.Text[r.Pos:r.Pos+3], "rem") &&
		strings.IndexByte(" \t", r.Peek(3)) >= 0:
		r.LineComment(3)
		return true
	}
	return false
}
