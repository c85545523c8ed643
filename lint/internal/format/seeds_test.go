package format

// fragments are what makes readers stumble.
var fragments = []string{
	"", " ", "\t", "\n", "\r\n", "\r", "'", "\"", "\\", "\\u003d", "\\n", ":", ": ", "#", " # c\n", "- ", "? ", "|", ">-\n", "|+\n  ", "&a ", "*a", "!t ",
	"[", "]", "{", "}", ",", "${", "${x}", "%{", "$${", "<", ">", "</a>", "<a>", "<b c=\"", "&lt;", "&#x3d;", "<![CDATA[", "]]>", "<!--", "-->", "/*", "*/", "//",
	"```", "````\n", "```sh\n", "`", "*", "_", "---\n", "...\n", "=", "[[a]]\n", "'''", "\"\"\"", "<<-EOT\n", "EOT\n", "export ", ";", "é", "😀", "\xff", "\x00", "\ufeff", "%%bash\n",
}

// replacements are what an edit may write.
var replacements = []string{
	"", "x", "True", "a=b;c", "https://help.kusto.windows.net", "\"", "'", "\\", "a\"b", "it's", "a b", " a", "a ", "&", "<x>", "${x}", "$x", "%{x}", "{", "}", "$", "#", " #", ": ", "a:", "`", "é", "😀", "\t",
	"a #b", "a: b", "]]>", "-->", "*/", "|", "[x]", "a,b", "\u0085", "\ufeff", "\\u0041", "\\", "n", "{{", "$${", "=>", ">", "{=>",
}

// seeds are well-formed files of each format.
var seeds = map[string][]string{
	"dib":      {"#!meta\n{\"a\": \"b\"}\n\n#!csharp\nvar a = \"b=c\"; // d\n\n#!markdown\nUse `a=b`\n"},
	"asciidoc": {"= T\n\n[source,json]\n.X\n----\n{\"a\": \"b\\u003dc\"}\n----\nUse `a=b` or `+c+` &lt;d&gt; // e\n// c\n////\nd\n////\n"},
	"console":  {"$ x 'a b' \\\n>  \"c d\"\n{\n  \"k\": \"e f\"\n}\ng h\n# i\n", "x 'a b'\n[\"c d\"]\ny\n", "PS C:\\x> $a = 'b c'\nd e\n"},
	"csv":      {"name,cs\nk,\"Data Source=x;Database=\"\"a, b\"\"\"\r\nl,\"a\nb\",c d\n", "a\tb\nx=y\t\"q\"\n", "a;b\nc;\"d;e\"\n"},
	"dotenv": {`# c
A=Data Source=x;Fed=True # c
export B="a\"b ${C} $D\n"
E='raw $x'
F=
G="two
lines" # z
`},
	"hcl": {`resource "t" "n" {
  # c
  a = "x${b}y\n"
  l = ["p", "q$${r}"]
  h = <<-EOT
    one
      two ${f("in")}
  EOT
  o = { k = "v", "m" : f("w") } // z
}
`},
	"http": {"@v = a b\n### c\nPOST https://x\nContent-Type: application/json\nK: v w\n\n{\"a\": \"b c\"}\n\n###\nGET y\n\na b\n"},
	"ini": {"; c\n[s]\nk = Data Source=x;Fed=True\nq: \"a b\"\n# d\n", "k='x'\r\n", "[OUTPUT]\n  Name a b\n[OUTPUT]\n  Key c=d\n", "a => \"b c\"\n", "a => b c\n", "k {=b c\n",
		"set $c \"a=b;\\\"c\\\"\"; # d\nSetEnv K 'x=y' z\n", "k = \"v\" ; c\nk = v w ; c\nk = v # c\n"},
	"json":      {"{\n{% if a %}\n\"b\": \"c={{ d }}\", {# e #}\n{% endif %}\n\"f\": {{ g }}}\n", `{"a": ["x\u003dy", 1, true, null, "\ud83d\ude00 é"], // c` + "\n" + `"b": {"c": "d"}, /* e */}`, `{a: 'x=\x41\'y', "k=v": [+1, .5, Infinity,], // c` + "\n" + `$b: {c: "d\` + "\n" + `e"}, /* e */}`},
	"jsonlines": {"{\"a\": \"b c\"}\n{\"d\": [\"e\\tf\"]}\r\n"},
	"latex":     {"Use \\verb|a=b| \\_c\\_ % d\n\\begin{lstlisting}[language=yaml]\na: b c\n\\end{lstlisting}\n\\lstinline{e}\n"},
	"markdown": {`---
t: "a b"
---
# T

Use ` + "`Data Source=x;Fed=True`" + ` or \*this\* &lt;b&gt;.
<!-- c -->

- ` + "```json" + `
  {"a": "b\u003dc"}
  ` + "```" + `

> ~~~yaml
> run: |
>   x
> ~~~

` + "`a=`*b*`;c=`*d* e\n"},
	"notebook": {`{"cells": [
 {"cell_type": "markdown", "source": ["# T\n", "Use ` + "`a=b`" + `\n"]},
 {"cell_type": "code", "source": "%kql x\nplain", "outputs": [{"text": ["o p"]}], "metadata": {"vscode": {"languageId": "raw"}}}
], "metadata": {"kernelspec": {"language": "none"}}}`},
	"org":              {"* T\n# c\nUse =a=b= or ~c~.\n#+begin_src json\n{\"k\": \"d e\"}\n#+end_src\n: f g\n"},
	"plain":            {"one\n\ntwo x=y // kustoconn:ignore KCS501 -- r\r\nthree"},
	"properties":       {"# c\na.b = x\\\n   y\\u003dz\\:\n! d\nk:v\\\\\nlone\n"},
	"registry":         {"Windows Registry Editor Version 5.00\r\n\r\n[HKEY\\a b]\r\n; c\r\n\"k\"=\"a\\\\b \\\"c\\\" d\"\r\n@=\"x y\"\r\n\"d\"=dword:00000001\r\n"},
	"restructuredtext": {"T\n=\n.. code-block:: json\n   :x:\n\n   {\"a\": \"b c\"}\n\nUse ``a=b`` or \\*c\\*::\n\n  d e\n\n.. f\n   g\n"},
	"systemd":          {"[Service]\n# c\nEnvironment=\"A=b c\\\"d\\\" 100%% %i\" B=x\\x41y 'C=d e' \\\n  D=f\nExecStart=/bin/x -a \"$$b ${C} d\" e\n"},
	"toml": {`# c
[t."u v"] # d
a = "x\u003dy" # e
b = 'raw'
c = """
one \
  two
"""
d = '''
r
'''
[[o.p]]
e = ["f", # g
 # h
 {i = "j"}]
[[o.p]]
k = 1979-05-27
`},
	"tsv": {"name\tcs\nk\t\"Data Source=x;Database=\"\"a, b\"\"\"\r\nl\tc d\n"},
	"xml": {`<?xml version="1.0" encoding="utf-16"?>
<c><!-- d --><add key="K" value="a&amp;b&#61;c"/><s t='u v'>x &lt;y&gt;` + "\r\n" + ` z<![CDATA[w <v>]]></s></c>`},
	"yaml": {"{{- if .a }}\na: \"b\\x3dc\"\n{{- end }}\n{{/* f */}}\nd: {{ .d }}-e\n<%= g %>\n", `# c
a: plain text # d
b: 'it''s'
c: "x\u003dy \
  z
  w"
d:
  - one
    two
  - k: v
    l: [m, "n", {o: p q}]
e: |-
  lit one
    two

  three
f: >
  fold one
  two

  three
`, "jobs:\r\n  b:\r\n    steps:\r\n    - Name: &x N n\r\n      text: |\r\n        echo a b\r\n        echo c\r\n    - *x\r\n    - ? k k\r\n      : v v\r\n"},
}
