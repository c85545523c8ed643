package code

import (
	"kustoconn/internal/escape"
	"kustoconn/source"
)

// lua is Lua.
var lua = Language{
	Name: "lua", Extensions: []string{".lua", ".rockspec"}, Interpreters: []string{"lua"},
	lineComments: []string{"--"}, token: luaToken,
	delimited: []delimited{{"[=", leveled}, {"[[", leveled}},
	literals:  []literalStart{{`"`, quoted(`"`, &luaEscapes, nil)}, {`'`, quoted(`'`, &luaEscapes, nil)}},
	joins:     []string{".."},
}

var luaEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 2, HexMax: 2, DecimalMin: 1, DecimalMax: 3, Braced: true, Bytes: true, Continuation: escape.ContinueZ,
}

// luaToken reads a comment in long brackets, or the colon before a method.
func luaToken(r *reader) bool {
	if r.Has(":") && !r.Has("::") && r.top().state != operandNone {
		r.extend(source.Span{Start: r.Pos, End: r.Pos + 1})
		r.top().prev = classConnect
		r.Pos++
		return true
	}
	if !r.Has("--[") {
		return false
	}
	form, n := leveled(r.Text, r.Pos+2)
	if n == 0 {
		return false
	}
	r.BlockComment(r.Text[r.Pos:r.Pos+2+len(form.End)], form.End, false)
	return true
}
