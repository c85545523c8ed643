// Command release makes what a release consists of: for each platform an archive
// with the command, completions and manual pages; packages for Debian, Fedora and
// Alpine; bills of materials; checksums; and files for Homebrew, Scoop and winget.
//
//	go run -C packages/release . -out ../../dist
//
// The same commit gives the same bytes, wherever it is built with the same Go.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"kustoconn"
)

func main() {
	r := release{Version: kustoconn.Version}
	flag.StringVar(&r.root, "root", "../..", "the repository's `folder`")
	flag.StringVar(&r.out, "out", "../../dist", "the `folder` to write to, which is emptied")
	flag.StringVar(&r.Repository, "repository", "https://github.com/OWNER/kustoconn", "where releases are downloaded")
	flag.StringVar(&r.Tag, "tag", "v"+r.Version, "the tag; any but the version's is an error")
	names := flag.String("targets", "all", "the platforms, such as linux/amd64, with commas between them")
	flag.Parse()
	targets, err := targetsNamed(*names)
	if err == nil {
		err = r.make(targets)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release is one release of the command.
type release struct {
	Version    string
	Tag        string
	Repository string    // the address of the repository
	Time       time.Time // of the commit: that of all files
	root, out  string
}

// make writes the release for targets.
func (r *release) make(targets []target) error {
	if r.Tag != "v"+r.Version {
		return fmt.Errorf("the tag is %s and the version %s", r.Tag, r.Version)
	}
	if err := r.prepare(); err != nil {
		return err
	}
	if err := r.buildPage(); err != nil {
		return err
	}
	shared, err := r.sharedFiles()
	if err != nil {
		return err
	}
	for _, t := range targets {
		binary := filepath.Join(r.out, "bin", t.name(), t.command())
		for _, step := range []func() error{
			func() error { return r.build(t, binary) },
			func() error { return r.archive(t, binary, shared) },
			func() error { return r.systemPackages(t, binary, shared) },
			func() error { return r.billOfMaterials(t, binary) },
		} {
			if err := step(); err != nil {
				return fmt.Errorf("%s: %w", t, err)
			}
		}
	}
	sums, err := r.checksums()
	if err != nil {
		return err
	}
	return r.manifests(sums)
}

// prepare empties the folder to write to and asks git for the time of the commit.
func (r *release) prepare() error {
	out, err := filepath.Abs(r.out) // go build runs elsewhere
	if err != nil {
		return err
	}
	r.out = out
	seconds, err := exec.Command("git", "-C", r.root, "log", "-1", "--format=%ct").Output()
	if err != nil {
		return fmt.Errorf("asking git for the commit: %w", err)
	}
	n, err := strconv.ParseInt(strings.TrimSpace(string(seconds)), 10, 64)
	if err != nil {
		return err
	}
	r.Time = time.Unix(n, 0).UTC()
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	return os.MkdirAll(r.out, 0o755)
}
