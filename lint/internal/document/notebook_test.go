package document_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadNotebook(t *testing.T) {
	const python = `"metadata": {"kernelspec": {"language": "«none»"}}`
	piecetest.Run(t, format.Reader("notebook"), []piecetest.Case{
		{Name: "array of lines", Marked: `{"cells": [{"cell_type": "«raw»", "source": ["«a\u003db»\n", "«c \"d\"»"]}], ` + python + `}`, Want: []piecetest.Want{
			piecetest.Value("raw", "cell_type"), piecetest.Plain("a=b"), piecetest.Plain(`c "d"`), piecetest.Value("none", "metadata.kernelspec.language")}},
		{Name: "one string", Marked: `{"cells": [{"source": "«a»\n«b»"}], ` + python + `}`, Want: []piecetest.Want{
			piecetest.Plain("a"), piecetest.Plain("b"), piecetest.Value("none", "metadata.kernelspec.language")}},
		{Name: "language of a cell", Marked: `{"cells": [{"metadata": {"vscode": {"languageId": "«json»"}}, "source": ["{\"k\":\n", " \"«v\\u003d»\"}"]}]}`, Want: []piecetest.Want{
			piecetest.Value("json", "metadata.vscode.languageId"), piecetest.Value("v=", "k")}},
		{Name: "magic sets the language", Marked: `{"cells": [{"source": "«%%toml»\na = '«x»'"}]}`, Want: []piecetest.Want{piecetest.Plain("%%toml"), piecetest.Value("x", "a")}},
		{Name: ".NET Interactive", Marked: `{"cells": [{"source": "«#!json»\n\"«x»\"\n«#!yaml»\nk: «v»"}]}`, Want: []piecetest.Want{
			piecetest.Plain("#!json"), piecetest.Value("x"), piecetest.Plain("#!yaml"), piecetest.Value("v", "k")}},
		{Name: "markdown", Marked: `{"cells": [{"cell_type": "«markdown»", "source": ["«Use» ` + "`«x»`" + `\n"]}]}`, Want: []piecetest.Want{
			piecetest.Value("markdown", "cell_type"), piecetest.Plain("Use"), piecetest.Plain("x")}},
		{Name: "no notebook", Marked: `{"cells": «1»}`, Want: []piecetest.Want{piecetest.Value("1", "cells")}},
		{Name: "broken", Marked: `«{»`, Want: []piecetest.Want{piecetest.Plain("{")}, Notes: []string{"not valid JSON: read as plain text"}},
	})
}
