package extract

import (
	"path"
	"strings"
)

// ReaderFor returns the format and the reader of a file, from its path (with
// either slash), else from its text: head is all of it, or its start where that
// is all the caller has. A file of no known format gets "plain" and ReadPlain.
func ReaderFor(name, head string) (format string, r Reader) {
	format = formatOf(name, head)
	return format, LanguageReader(format)
}

func formatOf(name, head string) string {
	base := strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	switch format := formatOfName(base); format {
	case "":
		return formatOfHead(head)
	case "config":
		if format := formatOfHead(head); format != "plain" {
			return format
		}
		return "ini"
	default:
		return format
	}
}

// LanguageReader returns the reader of a format or language by its name, as
// Markdown fences, notebooks and editors write it, or nil where none is known.
func LanguageReader(name string) Reader {
	read := nestedReaderOf(name)
	if read == nil {
		return nil
	}
	return func(text string) File {
		f := read(text, 0)
		cutAssignments(f.Pieces)
		setHolders(text, f.Pieces)
		return f
	}
}

// readNested reads a text that another format holds. One that is nested too
// deeply, or of no known language, is plain.
func readNested(name, text string, level int) File {
	read := nestedReaderOf(name)
	if read == nil || level > maxNesting {
		read = flat(ReadPlain)
	}
	return read(text, level)
}

// nestedReaderOf holds the table of readers; it is a function because some of
// them come back to it.
func nestedReaderOf(name string) nestedReader {
	name = strings.ToLower(name)
	if alias, ok := languageAliases[name]; ok {
		name = alias
	}
	switch name {
	case "markdown":
		return readMarkdown
	case "yaml":
		return readYAML
	case "notebook":
		return readNotebook
	case "dib":
		return readPolyglot
	}
	if read, ok := flatReaders[name]; ok {
		return flat(read)
	}
	return nil
}

// flat makes a reader of one that holds no other format.
func flat(read Reader) nestedReader {
	return func(text string, _ int) File { return read(text) }
}

var flatReaders = map[string]Reader{
	"batch":      ReadBatch,
	"bicep":      ReadBicep,
	"c":          tableReader(cLanguage),
	"csharp":     ReadCSharp,
	"dart":       tableReader(dart),
	"dockerfile": ReadDockerfile,
	"dotenv":     ReadDotenv,
	"fsharp":     tableReader(fsharp),
	"go":         ReadGo,
	"groovy":     tableReader(groovy),
	"hcl":        ReadHCL,
	"ini":        ReadINI,
	"java":       ReadJava,
	"javascript": ReadJavaScript,
	"json":       ReadJSON,
	"jsonlines":  ReadJSONLines,
	"kotlin":     ReadKotlin,
	"kql":        ReadKQL,
	"lua":        tableReader(lua),
	"php":        tableReader(php),
	"plain":      ReadPlain,
	"powershell": ReadPowerShell,
	"properties": ReadProperties,
	"python":     ReadPython,
	"r":          tableReader(rLanguage),
	"ruby":       tableReader(ruby),
	"rust":       ReadRust,
	"scala":      ReadScala,
	"shell":      ReadShell,
	"sql":        ReadSQL,
	"swift":      tableReader(swift),
	"toml":       ReadTOML,
	"typescript": ReadJavaScript,
	"vb":         tableReader(visualBasic),
	"xml":        ReadXML,
}

func tableReader(lang *codeLanguage) Reader {
	return func(text string) File { return readTable(text, lang) }
}

var languageAliases = map[string]string{
	"azurecli":        "shell",
	"azurepowershell": "powershell",
	"bash":            "shell",
	"bat":             "batch",
	"c#":              "csharp",
	"c++":             "c",
	"cpp":             "c",
	"cmd":             "batch",
	"console":         "shell",
	"cs":              "csharp",
	"dosbatch":        "batch",
	"env":             "dotenv",
	"f#":              "fsharp",
	"fs":              "fsharp",
	"gradle":          "groovy",
	"golang":          "go",
	"ipynb":           "notebook",
	"js":              "javascript",
	"json5":           "json",
	"jsonc":           "json",
	"jsonl":           "jsonlines",
	"jsx":             "javascript",
	"ksh":             "shell",
	"kusto":           "kql",
	"md":              "markdown",
	"ndjson":          "jsonlines",
	"node":            "javascript",
	"ps":              "powershell",
	"ps1":             "powershell",
	"py":              "python",
	"python3":         "python",
	"pwsh":            "powershell",
	"raw":             "plain",
	"rb":              "ruby",
	"rs":              "rust",
	"sh":              "shell",
	"shell-session":   "shell",
	"shellscript":     "shell",
	"sqlserver":       "sql",
	"t-sql":           "sql",
	"terraform":       "hcl",
	"text":            "plain",
	"tf":              "hcl",
	"ts":              "typescript",
	"tsql":            "sql",
	"tsx":             "typescript",
	"vb.net":          "vb",
	"vbnet":           "vb",
	"txt":             "plain",
	"yml":             "yaml",
	"zsh":             "shell",
	"azure-pipelines": "yaml",
}

var formatByExtension = map[string]string{
	".bas": "vb", ".bash": "shell", ".bat": "batch", ".bicep": "bicep", ".bicepparam": "bicep",
	".c": "c", ".cake": "csharp", ".cc": "c", ".cjs": "javascript", ".cmd": "batch", ".code-workspace": "json",
	".cpp": "c", ".cxx": "c", ".conf": "config", ".config": "config", ".cs": "csharp", ".csproj": "xml", ".cshtml": "csharp",
	".csl": "kql", ".csx": "csharp", ".cts": "typescript",
	".dart": "dart", ".dib": "dib", ".dockerfile": "dockerfile", ".editorconfig": "ini", ".env": "dotenv", ".fs": "fsharp", ".fsi": "fsharp", ".fsproj": "xml", ".fsx": "fsharp",
	".go": "go", ".gradle": "groovy", ".groovy": "groovy", ".h": "c", ".hcl": "hcl", ".hpp": "c",
	".ini": "ini", ".ipynb": "notebook", ".java": "java", ".js": "javascript", ".json": "json",
	".json5": "json", ".jsonc": "json", ".jsonl": "jsonlines", ".jsx": "javascript",
	".lua": "lua", ".m": "c", ".mm": "c",
	".kql": "kql", ".ksh": "shell", ".kt": "kotlin", ".kts": "kotlin", ".markdown": "markdown", ".md": "markdown", ".mdx": "markdown",
	".mjs": "javascript", ".mts": "typescript", ".ndjson": "jsonlines", ".nomad": "hcl",
	".php": "php", ".properties": "properties", ".props": "xml", ".ps1": "powershell", ".psd1": "powershell",
	".psm1": "powershell", ".pubxml": "xml", ".py": "python", ".pyi": "python", ".pyw": "python",
	".r": "r", ".rake": "ruby", ".rb": "ruby", ".resx": "xml", ".sc": "scala", ".scala": "scala", ".rmd": "markdown", ".qmd": "markdown", ".rs": "rust", ".ruleset": "xml", ".runsettings": "xml",
	".sh": "shell", ".sql": "sql", ".swift": "swift", ".targets": "xml", ".tf": "hcl", ".tfstate": "json",
	".tfvars": "hcl", ".toml": "toml", ".ts": "typescript", ".tsx": "typescript",
	".vb": "vb", ".vbproj": "xml", ".vbs": "vb", ".wxs": "xml", ".xaml": "xml", ".xml": "xml", ".xsd": "xml", ".xsl": "xml",
	".yaml": "yaml", ".yml": "yaml", ".zsh": "shell",
}

var formatByBase = map[string]string{
	"containerfile": "dockerfile",
	"dockerfile":    "dockerfile",
	"gemfile":       "ruby",
	"jenkinsfile":   "groovy",
	"pipfile":       "toml",
	".bash_profile": "shell",
	".bashrc":       "shell",
	".envrc":        "shell",
	".profile":      "shell",
	".zshrc":        "shell",
}

// formatOfName returns the format that a file's base name in lower case says,
// "config" for a name that only says that much, or "".
func formatOfName(base string) string {
	if format, ok := formatByBase[base]; ok {
		return format
	}
	if base == ".env" || strings.HasPrefix(base, ".env.") {
		return "dotenv"
	}
	if strings.HasPrefix(base, "dockerfile.") {
		return "dockerfile"
	}
	return formatByExtension[path.Ext(base)]
}

var formatByInterpreter = map[string]string{
	"bash": "shell", "dash": "shell", "ksh": "shell", "sh": "shell", "zsh": "shell",
	"deno": "typescript", "node": "javascript", "pwsh": "powershell", "python": "python",
	"python2": "python", "python3": "python",
}

// formatOfHead tells a file's format from how its text starts.
func formatOfHead(head string) string {
	first, _, _ := strings.Cut(head, "\n")
	if command, ok := strings.CutPrefix(first, "#!"); ok {
		for _, word := range strings.Fields(command) {
			program := strings.TrimRight(path.Base(word), ".0123456789")
			if format, ok := formatByInterpreter[program]; ok {
				return format
			}
		}
	}
	trimmed := strings.TrimSpace(head)
	switch {
	case strings.HasPrefix(trimmed, "<?xml"), strings.HasPrefix(trimmed, "<configuration"), strings.HasPrefix(trimmed, "<nlog"):
		return "xml"
	case strings.HasPrefix(trimmed, "{"):
		return "json"
	case strings.HasPrefix(trimmed, "[[") || strings.Contains(head, "\n[["):
		return "toml"
	}
	return "plain"
}
