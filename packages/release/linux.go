package main

import (
	"os"
	"path/filepath"

	"github.com/goreleaser/nfpm/v2"
	_ "github.com/goreleaser/nfpm/v2/apk" // registers its format, as the others do
	_ "github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
	_ "github.com/goreleaser/nfpm/v2/rpm"
)

// systemPackages makes the packages of Linux distributions, if t is Linux.
func (r *release) systemPackages(t target, binary string, shared []file) error {
	if t.os != "linux" {
		return nil
	}
	// nfpm takes files and not texts.
	staged, err := os.MkdirTemp("", "release")
	if err != nil {
		return err
	}
	defer os.RemoveAll(staged)
	contents := files.Contents{r.content(binary, "/usr/bin/kustoconn", 0o755)}
	for _, f := range shared {
		if f.installed == "" {
			continue
		}
		source := filepath.Join(staged, filepath.Base(f.name))
		if err := os.WriteFile(source, f.text, 0o644); err != nil {
			return err
		}
		contents = append(contents, r.content(source, f.installed, 0o644))
	}
	for _, format := range []string{"deb", "rpm", "apk"} {
		if err := r.systemPackage(format, t, contents); err != nil {
			return err
		}
	}
	return nil
}

func (r *release) content(source, destination string, mode os.FileMode) *files.Content {
	info := &files.ContentFileInfo{Owner: "root", Group: "root", Mode: mode, MTime: r.Time}
	return &files.Content{Source: source, Destination: destination, FileInfo: info}
}

// systemPackage makes one package.
func (r *release) systemPackage(format string, t target, contents files.Contents) error {
	info := nfpm.WithDefaults(&nfpm.Info{
		Name:        "kustoconn",
		Version:     r.Version,
		Arch:        t.arch,
		Platform:    t.os,
		Section:     "devel",
		Maintainer:  "The kustoconn maintainers <" + r.Repository + ">",
		Description: "Check, lint and redact Kusto (Azure Data Explorer) connection strings",
		Homepage:    r.Repository,
		License:     "MIT",
		MTime:       r.Time,
	})
	info.Contents = contents
	info.RPM.BuildHost = "localhost" // else that of this machine
	packager, err := nfpm.Get(format)
	if err != nil {
		return err
	}
	if err := nfpm.PrepareForPackager(info, format); err != nil {
		return err
	}
	info.Target = filepath.Join(r.out, packager.ConventionalFileName(info))
	out, err := os.Create(info.Target)
	if err != nil {
		return err
	}
	if err := packager.Package(info, out); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
