package cli

import (
	"os"
	"path/filepath"
	"testing"

	"kustoconn/lint/config"
)

// A configuration that came with a tree chooses no file outside of its directory.
func TestTheConfiguredBaselineStaysInTheDirectory(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	for name, target := range map[string]string{"out": outside, "file": filepath.Join(outside, "base.json"), "dangling": filepath.Join(outside, "none"), "inside": "sub/base.json"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{filepath.Join(outside, "base.json"), filepath.Join(dir, "sub/base.json")} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for baseline, ok := range map[string]bool{
		"base.json": true, "sub/base.json": true, "sub/new.json": true, "inside": true, "": true,
		"../base.json": false, "sub/../../base.json": false, filepath.Join(dir, "base.json"): false, "/etc/passwd": false,
		"out/base.json": false, "out/new.json": false, "file": false, "dangling": false, "none/base.json": false,
	} {
		name, err := configuredBaseline(&config.Config{Dir: dir, Baseline: baseline})
		if (err == nil) != ok || ok && baseline != "" && name != filepath.Join(dir, baseline) {
			t.Errorf("%q: %q, %v", baseline, name, err)
		}
	}
}
