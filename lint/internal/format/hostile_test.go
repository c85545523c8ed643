package format

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/piece/piecetest"
)

// hostile holds, for each format, the units whose repetition a careless reader
// takes too long over, and what stands before them.
var hostile = map[string][][2]string{
	"dib":      {{"", "#!\n"}, {"", "#!csharp\n\"\n"}, {"", "#!markdown\n`\n"}, {"#!kql\n", "x"}},
	"asciidoc": {{"", "`"}, {"", "[source,json]\n"}, {"", "----\n"}, {"", "`a` "}, {"----\n", "-----\n"}, {"", "&"}, {"", "////\n"}},
	"console":  {{"", "$ x\n"}, {"", "$ '\n"}, {"$ ", "'\n"}, {"", "$ x <<E\n"}, {"$ \n", "{\n"}, {"", "{\n"}, {"", "[\"a\"]\n"}, {"$ x\n", "> y\n"}, {"", "> y\n"}, {"", "$ x \\\n"}, {"", "# x\n"}},
	"csv":      {{"", "\""}, {"", "\"\","}, {"", ",\"a"}, {"a\n\"", "\"\""}, {"", "\n"}, {"", "\"\"a,"}, {strings.Repeat("k", 100000) + "\n", "x\n"}},
	"dotenv":   {{"A=", "${"}, {"A=\"", "${a:-"}, {"", "A='\n"}, {"", "A=\"\\\"\n"}, {"A=", "x"}, {"", "A=\n"}, {"A=\"", "\\n"}},
	"hcl":      {{"a = ", "["}, {"a = \"", "${"}, {"a = \"", "${\""}, {"a = ", "f("}, {"a = \"", "x${b}"}, {"a = [", "\"\","}, {"a = <<-E\n", "  x\n"}, {"", "a {\n"}, {"a = \"", "\\n"}, {"", "#\n"}},
	"http":     {{"", "###\n"}, {"", "\n"}, {"", "x\n\n{\n###\n"}, {"x\n\n", "["}, {"", "@a=\n"}, {"x\n", ":"}},
	"ini":      {{"", "k=\"\n"}, {"[", "a."}, {"k=", "\""}, {"", "[s]\nk=v\n"}, {"k \"", "a\" \""}, {"k=", " ;"}, {"k=", " #"}, {"k \"=", "\\"}, {"k \"=", " '"}, {"k ", "Data Source ="}},
	"json": {{"", "["}, {"", "{\"a\":"}, {"[", "\"\","}, {"[\"", "\\u0041"}, {"[\"", "\\ud83d"}, {"", "/**/"}, {"", "//\n"}, {"", "{{"}, {"", "{{a}}"}, {"", "{%%}\n"}, {"{", "{{a}}\""}, {"{\"" + strings.Repeat("k", 100000) + "\":[", "1,"},
		{"", "{a:"}, {"", "['',"}, {"['", "\\\n"}, {"[a,", "/**/"}, {"[", "'x'"}, {"[a,", "\"a=\":"}},
	"jsonlines":        {{"", "[\n"}, {"", "\"a\"\n"}},
	"latex":            {{"", "\\verb"}, {"", "\\verb|"}, {"", "\\begin{verbatim}"}, {"", "\\begin{verbatim}\n"}, {"", "\\lstinline["}, {"", "\\"}, {"", "%"}, {"", "\\verb|a|"}, {"\\begin{lstlisting}\n", "\\end{"}},
	"markdown":         {{"", "`"}, {"", "`` ` "}, {"", "`a`*"}, {"", "`a`*b*"}, {"", "<!-- -->"}, {"", "<!--"}, {"", "```\n"}, {"", "> "}, {"", "- "}, {"", "&"}, {"", "\\"}, {"", "``` `\n"}, {"", "x\n"}, {"", "1. "}, {"````md\n", "```md\n"}},
	"notebook":         {{`{"cells":[`, `{"source":"%a\nx"},`}, {`{"cells":[{"source":"`, `%a\nx\n`}, {`{"cells":[{"source":[`, `"x",`}},
	"org":              {{"", "=a "}, {"", " =a"}, {"", "~"}, {"", "#+begin_src x\n"}, {"", "# \n"}, {"", "=a= "}},
	"plain":            {{"", "x"}, {"", "\n"}, {"", "\r"}, {"", "# kustoconn:ignore "}},
	"properties":       {{"a=", "\\\n"}, {"", "a=\\\\\n"}, {"", "\\ "}, {"a=", "\\u0041"}, {"", "\\"}},
	"registry":         {{"", "\"\"=\"\"\n"}, {"\"\"=\"", "\\"}, {"", "\""}, {"", "[a]\n"}, {"", ";\n"}},
	"restructuredtext": {{"", "``"}, {"", "``a`` "}, {"", "::\n\n"}, {"", "::\n \n"}, {"", ".. code::\n  "}, {"", "..\n"}, {"", "..\n  "}, {"::\n\n", "  a\n\n"}, {"", "a::\n"}, {"", "\\"}},
	"systemd":          {{"A=", "\\\n"}, {"A=", "x "}, {"A=\"", "\\\""}, {"A=", "%"}, {"", "A=\"\n"}, {"ExecStart=", "${"}, {"ExecStart=", "$a"}, {"Environment=", "a= "}},
	"toml":             {{"a=", "["}, {"a=", "{a="}, {"a=[", "1,"}, {"", "a."}, {"a=[", "#\n"}, {"", "[[a]]\n"}, {"a=\"", "\\n"}, {"[" + strings.Repeat("a.", 900) + "a]\n", "b='' \n"}},
	"tsv":              {{"", "\""}, {"", "\"\"\t"}, {"", "\t\"a"}, {"a\n\"", "\"\""}, {"", "\n"}},
	"xml":              {{"", "<a>"}, {"<a ", "b='' "}, {"<a>", "&#61;"}, {"<a>", "&"}, {"", "<a></a>"}, {"<a>", "<![CDATA[x]]>"}, {"", "</a>"}, {"", "<!---->"}, {strings.Repeat("<a>", 900), "<b c=''/>"}},
	"yaml": {{"", "- "}, {"", "-\n"}, {"", "{{a}}\n"}, {"a: b: ", "{{a}}"}, {"a: b: ", "<%"}, {"a: b:\n", "{{-if}}a{{end}}"}, {"", "["}, {"", "{a: "}, {"", "? "}, {"", "a: "}, {"a: [", "x,"}, {"a: \"", "\\n"}, {"a: \"", " "}, {"a: \"", "\n"}, {"a: |\n", "\n"}, {"a: |\n", "  x\n"},
		{"a: >\n", "  x\n\n"}, {"", "- |\n"}, {"", "- x\n"}, {"", "a: b\n"}, {"", "#\n"}, {"a: ", "x\n  "}, {"", "&a "}, {"", "- &a [*a,*a,*a]\n"}, {"", "---\n"}, {"run: \"x='", "${{a}}"}, {"run: ", "${{"}, {strings.Repeat("- ", 900), "\n" + strings.Repeat(" ", 1800) + "x"}},
}

// TestLongInput holds that no reader panics, runs out of stack or maps
// wrongly; that it takes linear time is for the benchmark to show.
func TestLongInput(t *testing.T) {
	const deep = 10_000 // deeper than any bound on nesting
	size := exhaust.Size(deep, 2*deep, 20*deep)
	for name, units := range hostile {
		for i := 0; i < len(units); i += exhaust.Sample(3) {
			u := units[i]
			text := u[0] + strings.Repeat(u[1], size/len(u[1]))
			piecetest.CheckMaps(t, text, readers[name](text))
		}
	}
}

func BenchmarkHostileInput(b *testing.B) {
	for name, units := range hostile {
		for i, u := range units {
			for _, size := range []int{1 << 18, 1 << 20} {
				text := u[0] + strings.Repeat(u[1], size/len(u[1]))
				b.Run(fmt.Sprintf("%s/%d/%d", name, i, size), func(b *testing.B) {
					b.SetBytes(int64(len(text)))
					for b.Loop() {
						readers[name](text)
					}
				})
			}
		}
	}
}
