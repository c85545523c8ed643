package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// proto is Protocol Buffers, definitions and messages in text format.
var proto = Language{
	Name: "proto", Aliases: []string{"protobuf", "textproto", "txtpb"}, Extensions: []string{".pbtxt", ".proto", ".prototxt", ".textpb", ".textproto", ".txtpb"},
	lineComments: []string{"//", "#"}, comments: slashComments,
	literals: []literalStart{{`"`, quoted(`"`, &protoEscapes, nil)}, {`'`, quoted(`'`, &protoEscapes, nil)}},
	adjacent: true,
}

// Source: Protocol Buffers, Text Format Language Specification, String Literals.
var protoEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\??a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 2, Octal: 1, U: true, LongU: true, Bytes: true,
}

// graphql is GraphQL.
var graphql = Language{
	Name: "graphql", Aliases: []string{"gql"}, Extensions: []string{".gql", ".graphql", ".graphqls"},
	lineComments: []string{"#"},
	delimited:    []delimited{belowOpening(tripleQuote, graphqlBlock)},
	literals:     []literalStart{{`"`, quoted(`"`, &graphqlEscapes, nil)}},
	wordBytes:    "$",
}

// Source: GraphQL specification, String Value.
var (
	graphqlEscapes = escape.Table{Lead: '\\', Simple: "\"\"\\\\//b\bf\fn\nr\rt\t", U: true, Braced: true}
	graphqlBlock   = literal.Form{
		End: tripleQuote, Multiline: true, LineEnds: literal.LineEndsLF, Layout: literal.LayoutShared,
		Own: &literal.Own{Next: graphqlNext, Escape: refuseAny("\"\\\r\n")},
	}
)

// graphqlNext reads the one escape of a block.
func graphqlNext(text string, pos int) literal.Token {
	if len(text) > pos+3 && text[pos:pos+4] == `\"""` {
		return literal.Token{Kind: literal.Escape, Len: 4, Text: tripleQuote}
	}
	return literal.Token{}
}
