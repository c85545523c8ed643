package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
)

// withScripts hands the values that are scripts or files of their own to the
// readers of those; text is the YAML file's.
func withScripts(text string, pieces []piece.Piece, inner piece.Dispatcher) piece.File {
	f := piece.File{Pieces: make([]piece.Piece, 0, len(pieces))}
	siblings := scriptSettings(pieces)
	for _, p := range pieces {
		language := ""
		if p.Kind == piece.Value {
			language = siblings.language(p.Key)
			if language == "" && strings.Contains(p.Text, "\n") && strings.Contains(p.KeySpan.Slice(text), ".") {
				language = inner.Of(p.KeySpan.Slice(text), p.Text)
			}
		}
		if language != "" {
			if script := readScript(language, p.Text, inner); len(script.Notes) == 0 {
				f.Append(script.Through(p))
				continue
			}
			p.Escape = escape.Refusing("\"'`$(){}[]<>\\#", p.Escape) // the script might become whole
		}
		f.Pieces = append(f.Pieces, p)
	}
	return f
}

// settings is what stands beside scripts and says their language, by its path
// of keys.
type settings map[string]string

func scriptSettings(pieces []piece.Piece) settings {
	s := settings{}
	for _, p := range pieces {
		switch _, last := piece.SplitKey(p.Key); last {
		case "scriptType", "shell", "task", "uses":
			s[p.Key] = strings.ToLower(p.Text)
		}
	}
	return s
}

// language returns the language of the script at key, or "" where the value is
// none: the keys of GitHub Actions, Azure Pipelines and GitLab CI.
func (s settings) language(key string) string {
	parent, last := piece.SplitKey(key)
	if last != "" && strings.Trim(last, "0123456789") == "" {
		parent, last = piece.SplitKey(parent)
	}
	switch last {
	case "run":
		return shellLanguage(s.shell(parent))
	case "bash", "before_script", "after_script":
		return "shell"
	case "powershell", "pwsh":
		return "powershell"
	case "script", "inlineScript", "Inline":
		return s.stepLanguage(parent)
	}
	return ""
}

// shell returns the shell of the workflow step at parent: its own, its job's
// default or the workflow's.
func (s settings) shell(parent string) string {
	if shell, ok := s[parent+".shell"]; ok {
		return shell
	}
	if parts := strings.SplitN(parent, ".", 3); len(parts) == 3 {
		if shell, ok := s[parts[0]+"."+parts[1]+".defaults.run.shell"]; ok {
			return shell
		}
	}
	return s["defaults.run.shell"]
}

// stepLanguage returns the language of the script that is an input of a step,
// from the task or action that runs it.
func (s settings) stepLanguage(inputs string) string {
	step, _ := piece.SplitKey(inputs)
	task, _, _ := strings.Cut(s[step+".task"]+s[step+".uses"], "@")
	switch task {
	case "actions/github-script":
		return "javascript"
	case "pythonscript":
		return "python"
	case "azurepowershell", "powershell", "azure/powershell":
		return "powershell"
	}
	return shellLanguage(s[inputs+".scriptType"])
}

// shellLanguage returns the language of a shell's name, as workflows write it;
// one with a template ("perl {0}") counts by its first word.
func shellLanguage(name string) string {
	name, _, _ = strings.Cut(name, " ")
	switch name {
	case "ps", "pscore", "powershell", "pwsh":
		return "powershell"
	case "batch", "cmd":
		return "batch"
	case "python":
		return "python"
	}
	return "shell"
}
