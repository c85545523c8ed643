package main

import (
	"bytes"
	"embed"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/template"
)

//go:embed templates
var templates embed.FS

// manifests writes the files by which Homebrew, Scoop and winget install the
// archives. Of archives that were not made there is no checksum in them.
func (r *release) manifests(sums map[string]string) error {
	data := map[string]any{"Release": r}
	all, err := template.New("").Funcs(template.FuncMap{
		"url":    func(os, arch string) string { return r.url(target{os, arch}) },
		"sha256": func(os, arch string) string { return sums[target{os, arch}.archive(r.Version)] },
		"upper":  strings.ToUpper,
	}).ParseFS(templates, "templates/*")
	if err != nil {
		return err
	}
	for _, t := range all.Templates() {
		folder, name, found := strings.Cut(t.Name(), "+") // homebrew+kustoconn.rb
		if !found {
			continue
		}
		var text bytes.Buffer
		if err := t.Execute(&text, data); err != nil {
			return err
		}
		file := filepath.Join(r.out, folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, text.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// url is where the archive for t is downloaded.
func (r *release) url(t target) string {
	return r.Repository + "/releases/download/" + r.Tag + "/" + t.archive(r.Version)
}

// Owner is the owner of the repository.
func (r *release) Owner() string { return path.Base(path.Dir(r.Repository)) }
