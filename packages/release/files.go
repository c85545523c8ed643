package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"kustoconn/internal/cli"
)

// file is a file of an archive, and where a package of a Linux distribution
// installs it; nowhere if that is empty.
type file struct {
	name      string
	installed string
	text      []byte
}

// sharedFiles returns what the archives of all targets hold besides the command.
func (r *release) sharedFiles() ([]file, error) {
	var files []file
	for _, doc := range []struct{ name, installed string }{
		{"LICENSE", "/usr/share/doc/kustoconn/copyright"},
		{"README.md", ""},
		{"CHANGELOG.md", ""},
	} {
		text, err := os.ReadFile(filepath.Join(r.root, doc.name))
		if err != nil {
			return nil, err
		}
		files = append(files, file{doc.name, doc.installed, text})
	}
	pages, err := filepath.Glob(filepath.Join(r.root, "docs", "man", "*.1"))
	if err != nil {
		return nil, err
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			return nil, err
		}
		name := filepath.Base(page)
		files = append(files, file{path.Join("man", name), path.Join("/usr/share/man/man1", name), text})
	}
	for _, shell := range []struct{ name, file, installed string }{
		{"bash", "kustoconn.bash", "/usr/share/bash-completion/completions/kustoconn"},
		{"zsh", "_kustoconn", "/usr/share/zsh/vendor-completions/_kustoconn"},
		{"fish", "kustoconn.fish", "/usr/share/fish/vendor_completions.d/kustoconn.fish"},
		{"powershell", "kustoconn.ps1", ""},
	} {
		var text, messages bytes.Buffer
		if code := cli.Main([]string{"completion", shell.name}, nil, &text, &messages); code != 0 {
			return nil, fmt.Errorf("completion %s: %s", shell.name, messages.Bytes())
		}
		files = append(files, file{path.Join("completions", shell.file), shell.installed, text.Bytes()})
	}
	return files, nil
}
