package document_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadReST(t *testing.T) {
	piecetest.Run(t, format.Reader("restructuredtext"), []piecetest.Case{
		{Name: "code", Marked: "«T»\n«=»\n\n.. code-block:: json\n   :linenos:\n\n   {\n    \"a\": \"«b\\u003dc»\"}\n\n«d»\n", Want: []piecetest.Want{
			piecetest.Plain("T"), piecetest.Plain("="), piecetest.Value("b=c", "a"), piecetest.Plain("d")}},
		{Name: "literal block", Marked: "«Like this::»\n\n  «a=b\\c»\n\n  «d»\n«e»\n", Want: []piecetest.Want{
			piecetest.Plain("Like this::"), piecetest.Plain(`a=b\c`), piecetest.Plain("d"), piecetest.Plain("e")}},
		{Name: "inline", Marked: "«Use» ``«a=\\b»`` «or \\*c\\*»\n", Want: []piecetest.Want{
			piecetest.Plain("Use"), piecetest.Plain(`a=\b`), piecetest.Plain("or *c*")}},
		{Name: "comments and directives", Marked: "..« one»\n..«»\n«x»\n..«\n   two\n   three\n»«.. note:: four»\n«.. _t: https://x»\n", Want: []piecetest.Want{
			piecetest.Comment(" one"), piecetest.Comment(""), piecetest.Plain("x"), piecetest.Comment("\n   two\n   three\n"), piecetest.Plain(".. note:: four"), piecetest.Plain(".. _t: https://x")}},
	})
}

func TestReadAsciiDoc(t *testing.T) {
	piecetest.Run(t, format.Reader("asciidoc"), []piecetest.Case{
		{Name: "listing", Marked: "«[source,json]»\n«.Title»\n----\n{\"a\": \"«b\\u003dc»\"}\n----\n«d»\n", Want: []piecetest.Want{
			piecetest.Plain("[source,json]"), piecetest.Plain(".Title"), piecetest.Value("b=c", "a"), piecetest.Plain("d")}},
		{Name: "paragraph", Marked: "«[source%linenums,yaml]»\na: '«b»'\n\n«c»\n", Want: []piecetest.Want{
			piecetest.Plain("[source%linenums,yaml]"), piecetest.Value("b", "a"), piecetest.Plain("c")}},
		{Name: "fence and literal", Marked: "```toml\na = '«b»'\n```\n....\n«c `d`»\n....\n", Want: []piecetest.Want{piecetest.Value("b", "a"), piecetest.Plain("c `d`")}},
		{Name: "inline and entities", Marked: "«Use» `«a=b»` «or» `+«c»+` «&lt;d&gt;»\n", Want: []piecetest.Want{
			piecetest.Plain("Use"), piecetest.Plain("a=b"), piecetest.Plain("or"), piecetest.Plain("c"), piecetest.Plain("<d>")}},
		{Name: "comments", Marked: "//« a»\n////\n«b\n»////\n«c»\n", Want: []piecetest.Want{piecetest.Comment(" a"), piecetest.Comment("b\n"), piecetest.Plain("c")}},
	})
}

func TestReadLaTeX(t *testing.T) {
	piecetest.Run(t, format.Reader("latex"), []piecetest.Case{
		{Name: "verbatim text", Marked: "«Use» \\verb|«a=\\b_%»| «or» \\lstinline[x=y]{«c»}«, \\_d\\_ \\% e» %« f»\n", Want: []piecetest.Want{
			piecetest.Plain("Use"), piecetest.Plain(`a=\b_%`), piecetest.Plain("or"), piecetest.Plain("c"), piecetest.Plain(", _d_ % e"), piecetest.Comment(" f")}},
		{Name: "listings", Marked: "\\begin{lstlisting}[language=json]\n{\"a\": \"«b\\u003dc»\"}\n\\end{lstlisting}\n\\begin{minted}{yaml}\nd: '«e»'\n\\end{minted}\n\\begin{verbatim}\n«f % g»\n\\end{verbatim}\n«h»\n", Want: []piecetest.Want{
			piecetest.Value("b=c", "a"), piecetest.Value("e", "d"), piecetest.Plain("f % g"), piecetest.Plain("h")}},
		{Name: "not closed", Marked: "\\begin{verbatim}\n«a»\n", Want: []piecetest.Want{piecetest.Plain("a")}},
		{Name: "names of characters", Marked: "«a\\textbackslash{}b\\textasciitilde{}c»\n", Want: []piecetest.Want{piecetest.Plain(`a\b~c`)}},
	})
}

func TestReadHTTP(t *testing.T) {
	piecetest.Run(t, format.Reader("http"), []piecetest.Case{
		{Name: "requests", Marked: "@cs = «a=b»\n###« one»\n«POST https://x»\nContent-Type: «application/json»\n\n{\"a\": \"«b\\u003dc»\"}\n\n###«»\n#« d»\n«GET https://y»\nX-Key: «e»\n", Want: []piecetest.Want{
			piecetest.Value("a=b", "cs"), piecetest.Comment(" one"), piecetest.Plain("POST https://x"), piecetest.Value("application/json", "Content-Type"),
			piecetest.Value("b=c", "a"), piecetest.Comment(""), piecetest.Comment(" d"), piecetest.Plain("GET https://y"), piecetest.Value("e", "X-Key")}},
		{Name: "other bodies", Marked: "«POST x»\n\n«a=b»\n«c»\n###« »\n«POST x»\n\n<a b=\"«c»\"/>\n", Want: []piecetest.Want{
			piecetest.Plain("POST x"), piecetest.Plain("a=b"), piecetest.Plain("c"), piecetest.Comment(" "), piecetest.Plain("POST x"), piecetest.Value("c", "a.b")}},
	})
}
