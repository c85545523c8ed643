// Package format knows which reader reads a file: it is the table of formats,
// by name, file name and first line, and the dispatch to a reader, also for
// texts that stand inside others.
//
// A data format is one row of the table here and one reader in package data; a
// programming language is one row of the table of package code. How to add
// either is told in ARCHITECTURE.md.
package format

import (
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/data"
	"kustoconn/lint/internal/document"
	"kustoconn/lint/internal/markup"
	"kustoconn/lint/internal/plain"
	"kustoconn/lint/internal/shell"
)

// A format is one row of the table. Its names are in lower case.
type format struct {
	name         string
	aliases      []string // as Markdown fences, notebooks and editors write it
	extensions   []string // of file names, with the dot
	files        []string // whole file names
	interpreters []string // programs that a #! line names
	read         func(text string, inner piece.Dispatcher) piece.File
}

// formats are the formats that are no programming languages.
var formats = []format{
	{name: "asciidoc", aliases: []string{"adoc"}, extensions: []string{".adoc", ".asc", ".asciidoc"}, read: document.ReadAsciiDoc},
	{name: "batch", aliases: []string{"bat", "cmd", "dosbatch"}, extensions: []string{".bat", ".cmd"}, read: flat(shell.ReadBatch)},
	{
		name: "console", aliases: []string{"bash-session", "doscon", "ps1con", "pwsh-session", "pycon", "sh-session", "shell-session", "shellsession", "terminal"},
		read: document.ReadConsole,
	},
	{name: "csv", extensions: []string{".csv"}, read: flat(data.ReadCSV)},
	{name: "dib", extensions: []string{".dib"}, read: document.ReadPolyglot},
	{name: "dockerfile", extensions: []string{".dockerfile"}, files: []string{"containerfile", "dockerfile"}, read: flat(shell.ReadDockerfile)},
	{name: "dotenv", aliases: []string{"env"}, extensions: []string{".env"}, read: flat(data.ReadDotenv)},
	{name: "ejs", extensions: []string{".ejs"}, read: markup.ReadEJS},
	{name: "erb", aliases: []string{"rhtml"}, extensions: []string{".erb", ".rhtml"}, read: markup.ReadERB},
	{name: "hcl", aliases: []string{"terraform", "tf"}, extensions: []string{".hcl", ".nomad", ".tf", ".tfvars"}, read: templated(flat(data.ReadHCL))},
	{name: "html", aliases: []string{"htm", "xhtml"}, extensions: []string{".htm", ".html", ".xhtml"}, read: markup.ReadHTML},
	{name: "http", aliases: []string{"rest"}, extensions: []string{".http", ".rest"}, read: document.ReadHTTP},
	{name: "ini", aliases: []string{"hocon"}, extensions: []string{".editorconfig", ".hocon", ".ini"}, read: flat(data.ReadINI)},
	{name: "json", aliases: []string{"json5", "jsonc"}, extensions: []string{".code-workspace", ".json", ".json5", ".jsonc", ".tfstate"}, read: templated(flat(readJSON))},
	{name: "jsonlines", aliases: []string{"jsonl", "ndjson"}, extensions: []string{".jsonl", ".ndjson"}, read: flat(data.ReadJSONLines)},
	{name: "latex", aliases: []string{"tex"}, extensions: []string{".ltx", ".sty", ".tex"}, read: document.ReadLaTeX},
	{
		name: "makefile", aliases: []string{"make", "mk"}, extensions: []string{".mak", ".make", ".mk"}, files: []string{"gnumakefile", "makefile"},
		interpreters: []string{"make"}, read: flat(shell.ReadMakefile),
	},
	{name: "markdown", aliases: []string{"md"}, extensions: []string{".markdown", ".md", ".mdx", ".qmd", ".rmd"}, read: document.ReadMarkdown},
	{name: "notebook", aliases: []string{"ipynb"}, extensions: []string{".ipynb"}, read: document.ReadNotebook},
	{name: "org", extensions: []string{".org"}, read: document.ReadOrg},
	{name: "plain", aliases: []string{"raw", "text", "txt"}, read: flat(plain.Read)},
	{name: "properties", extensions: []string{".properties"}, files: []string{"spark-defaults.conf"}, read: flat(data.ReadProperties)},
	{name: "razor", aliases: []string{"aspnetcorerazor", "cshtml"}, extensions: []string{".cshtml", ".razor"}, read: markup.ReadRazor},
	{name: "registry", aliases: []string{"reg"}, extensions: []string{".reg"}, read: flat(data.ReadRegistry)},
	{name: "restructuredtext", aliases: []string{"rst"}, extensions: []string{".rst"}, read: document.ReadReST},
	{name: "serverpage", aliases: []string{"asp", "aspx", "jsp"}, extensions: []string{".ascx", ".asp", ".aspx", ".jsp", ".master"}, read: markup.ReadServerPage},
	{
		name: "shell", aliases: []string{"azurecli", "bash", "fish", "ksh", "sh", "shellscript", "zsh"},
		extensions: []string{".bash", ".fish", ".ksh", ".sh", ".zsh"}, files: []string{".bash_profile", ".bashrc", ".envrc", ".profile", ".zshrc"},
		interpreters: []string{"bash", "dash", "fish", "ksh", "sh", "zsh"}, read: readShell,
	},
	{name: "svelte", aliases: []string{"astro"}, extensions: []string{".astro", ".svelte"}, read: markup.ReadSvelte},
	{
		name:       "systemd",
		extensions: []string{".automount", ".mount", ".path", ".scope", ".service", ".slice", ".socket", ".swap", ".target", ".timer"},
		read:       flat(data.ReadSystemd),
	},
	{
		name: "template", aliases: []string{"django", "handlebars", "hbs", "html+jinja", "liquid", "twig"},
		extensions: []string{".handlebars", ".hbs", ".liquid", ".mustache", ".njk", ".twig"}, read: markup.ReadTemplate,
	},
	{name: "toml", extensions: []string{".toml"}, files: []string{"pipfile"}, read: templated(flat(data.ReadTOML))},
	{name: "tsv", extensions: []string{".tab", ".tsv"}, read: flat(data.ReadTSV)},
	{name: "vue", extensions: []string{".vue"}, read: markup.ReadVue},
	{
		name: "xml", extensions: []string{
			".csproj", ".fsproj", ".props", ".pubxml", ".resx", ".ruleset", ".runsettings", ".svg", ".targets", ".vbproj", ".wxs", ".xaml", ".xml", ".xsd", ".xsl",
		}, read: templated(flat(data.ReadXML)),
	},
	{name: "yaml", aliases: []string{"azure-pipelines", "dockercompose", "yml"}, extensions: []string{".yaml", ".yml"}, read: templated(data.ReadYAML)},
}

// flat makes a row's reader of one for texts that hold no other format.
func flat(read piece.Reader) func(string, piece.Dispatcher) piece.File {
	return func(text string, _ piece.Dispatcher) piece.File { return read(text) }
}

// readShell reads a shell's script, or what a terminal showed, as documents have it.
func readShell(text string, inner piece.Dispatcher) piece.File {
	if document.IsConsole(text) {
		return document.ReadConsole(text, inner)
	}
	return shell.ReadShell(text)
}

// templated makes a row's reader one of templates of the format, too.
func templated(read func(string, piece.Dispatcher) piece.File) func(string, piece.Dispatcher) piece.File {
	return func(text string, inner piece.Dispatcher) piece.File {
		return data.Templated(text, func(text string) piece.File { return read(text, inner) })
	}
}

// index finds a format by what it is known by.
type index struct{ byName, byExtension, byFile, byInterpreter map[string]*format }

var known = newIndex()

func newIndex() *index {
	ix := &index{map[string]*format{}, map[string]*format{}, map[string]*format{}, map[string]*format{}}
	for i := range formats {
		ix.add(&formats[i])
	}
	for _, l := range code.Languages {
		ix.add(&format{l.Name, l.Aliases, l.Extensions, l.Files, l.Interpreters, flat(l.Read)})
	}
	return ix
}

func (ix *index) add(f *format) {
	ix.byName[f.name] = f
	for by, names := range map[*map[string]*format][]string{
		&ix.byName: f.aliases, &ix.byExtension: f.extensions, &ix.byFile: f.files, &ix.byInterpreter: f.interpreters,
	} {
		for _, name := range names {
			(*by)[name] = f
		}
	}
}
