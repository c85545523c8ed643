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

func TestMagics(t *testing.T) {
	piecetest.Run(t, format.Reader("notebook"), []piecetest.Case{
		{Name: "environment", Marked: `{"cells": [{"source": "%env A=«b;c»\n%set_env D «e f»\nx = '«g»'\n%env\n%env «H»"}]}`, Want: []piecetest.Want{
			piecetest.Value("b;c", "A"), piecetest.Value("e f", "D"), piecetest.Literal("g", "x"), piecetest.Plain("H")}},
		{Name: "commands", Marked: `{"cells": [{"source": "x = '«a»'\n!k -c '«b c»' \\\n  '«d;e»'\n%sx k '«f g»'\ny = '«h»'"}]}`, Want: []piecetest.Want{
			piecetest.Literal("a", "x"), piecetest.Literal("b c", "c"), piecetest.Literal("d;e"), piecetest.Literal("f g"), piecetest.Literal("h", "y")}},
		{Name: "line magics do not switch", Marked: `{"cells": [{"source": "«%sql a»\nx = '«b»'"}, {"source": "x = '«c»'\n«%json»\ny = '«d»'"}]}`, Want: []piecetest.Want{
			piecetest.Plain("%sql a"), piecetest.Literal("b", "x"), piecetest.Literal("c", "x"), piecetest.Plain("%json"), piecetest.Literal("d", "y")}},
		{Name: "alone on the first line they do", Marked: `{"cells": [{"source": "«%json»\n{\"a\": \"«b»\"}"}]}`, Want: []piecetest.Want{piecetest.Plain("%json"), piecetest.Value("b", "a")}},
		{Name: "files and kernels", Marked: `{"cells": [{"source": "«%%writefile a/b.yaml»\nc: «d»"}, {"source": "«#!json-e»\n{\"a\": \"«b»\"}"}]}`, Want: []piecetest.Want{
			piecetest.Plain("%%writefile a/b.yaml"), piecetest.Value("d", "c"), piecetest.Plain("#!json-e"), piecetest.Value("b", "a")}},
	})
}

func TestReadDatabricks(t *testing.T) {
	piecetest.Run(t, format.Reader("python"), []piecetest.Case{
		{Name: "Python", Marked: "# Databricks notebook source\na = \"«b»\"\n\n# COMMAND ----------\n\n# MAGIC «%json»\n# MAGIC {\"a\":\n# MAGIC  \"«b»\"}\n\n# COMMAND ----------\n# MAGIC «%sh»\n# MAGIC c '«d e»'\n", Want: []piecetest.Want{
			piecetest.Literal("b", "a"), piecetest.Plain("%json"), piecetest.Value("b", "a"), piecetest.Plain("%sh"), piecetest.Literal("d e")}},
	})
	piecetest.Run(t, format.Reader("sql"), []piecetest.Case{
		{Name: "SQL", Marked: "-- Databricks notebook source\n-- MAGIC «%python»\n-- MAGIC a = \"«b»\"\n-- COMMAND ----------\nselect '«c»'\n", Want: []piecetest.Want{
			piecetest.Plain("%python"), piecetest.Literal("b", "a"), piecetest.Literal("c")}},
	})
}
