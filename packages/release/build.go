package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// buildPage makes the page of the playground, which the command of a release holds.
func (r *release) buildPage() error {
	cmd := exec.Command("bash", filepath.Join("playground", "build"))
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "BROTLI_QUALITY=1") // what is compressed so is for web servers
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("playground/build: %w\n%s", err, out)
	}
	return nil
}

// build compiles the command for t. What could differ between two machines is left
// out: paths, what the C compiler adds, the identity of the build.
func (r *release) build(t target, binary string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-tags=playground", "-ldflags=-s -w -buildid=", "-o", binary, "./cmd/kustoconn")
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.os, "GOARCH="+t.arch, "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}
