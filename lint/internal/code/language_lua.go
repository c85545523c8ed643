package code

import "kustoconn/lint/internal/escape"

// lua is Lua.
var lua = Language{
	Name: "lua", Extensions: []string{".lua"},
	comments: [][2]string{{"--[[", "]]"}}, lineComments: []string{"--"},
	literals: []literalStart{
		{"[[", verbatimLines("]]")}, {`"`, quoted(`"`, &luaEscapes, nil)}, {`'`, quoted(`'`, &luaEscapes, nil)},
	},
	joins: []string{".."},
}

var luaEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 2, HexMax: 2, Braced: true,
}
