package extract

import "testing"

func TestReadNotebook(t *testing.T) {
	const python = `"metadata": {"kernelspec": {"language": "«none»"}}`
	runPieceCases(t, ReadNotebook, []pieceCase{
		{"array of lines", `{"cells": [{"cell_type": "«raw»", "source": ["«a\u003db»\n", "«c \"d\"»"]}], ` + python + `}`, []wantPiece{
			{Value, "raw", "cell_type", nil}, {Plain, "a=b", "", nil}, {Plain, `c "d"`, "", nil}, {Value, "none", "metadata.kernelspec.language", nil}}, nil},
		{"one string", `{"cells": [{"source": "«a»\n«b»"}], ` + python + `}`, []wantPiece{
			{Plain, "a", "", nil}, {Plain, "b", "", nil}, {Value, "none", "metadata.kernelspec.language", nil}}, nil},
		{"language of a cell", `{"cells": [{"metadata": {"vscode": {"languageId": "«json»"}}, "source": ["{\"k\":\n", " \"«v\\u003d»\"}"]}]}`, []wantPiece{
			{Value, "json", "metadata.vscode.languageId", nil}, {Value, "v=", "k", nil}}, nil},
		{"magic sets the language", `{"cells": [{"source": "«%%toml»\na = '«x»'"}]}`, []wantPiece{{Plain, "%%toml", "", nil}, {Value, "x", "a", nil}}, nil},
		{".NET Interactive", `{"cells": [{"source": "«#!json»\n\"«x»\"\n«#!yaml»\nk: «v»"}]}`, []wantPiece{
			{Plain, "#!json", "", nil}, {Value, "x", "", nil}, {Plain, "#!yaml", "", nil}, {Value, "v", "k", nil}}, nil},
		{"markdown", `{"cells": [{"cell_type": "«markdown»", "source": ["«Use» ` + "`«x»`" + `\n"]}]}`, []wantPiece{
			{Value, "markdown", "cell_type", nil}, {Plain, "Use", "", nil}, {Plain, "x", "", nil}}, nil},
		{"no notebook", `{"cells": «1»}`, []wantPiece{{Value, "1", "cells", nil}}, nil},
		{"broken", `«{»`, []wantPiece{{Plain, "{", "", nil}}, []string{"not valid JSON: read as plain text"}},
	})
}

func TestReadPlain(t *testing.T) {
	runPieceCases(t, ReadPlain, []pieceCase{
		{"lines", "«a »\r\n \n«b»\r«c»", []wantPiece{{Plain, "a ", "", nil}, {Plain, "b", "", nil}, {Plain, "c", "", nil}}, nil},
		{"directive", "«x »«;; kustoconn:ignore KCS501 -- r»\n«not kustoconn:ignore»", []wantPiece{
			{Plain, "x ", "", nil}, {Comment, ";; kustoconn:ignore KCS501 -- r", "", nil}, {Plain, "not kustoconn:ignore", "", nil}}, nil},
	})
}
