package kustoconn_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tomlVersion is the version of go-toml that the readers of TOML, which use its
// package unstable, were checked against: ranges of keys and values, and how a
// parser goes on after an error.
const tomlVersion = "v2.4.3"

// TestUnstableTOML stops an upgrade of go-toml that changes what nobody
// promised. Read the differences of its package unstable, run the tests of lint
// and its fuzz targets, then change the constant.
func TestUnstableTOML(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", "github.com/pelletier/go-toml/v2").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	if got := strings.TrimSpace(string(out)); got != tomlVersion {
		t.Errorf("go.mod has go-toml %s, whose package unstable makes no promises: "+
			"the readers of TOML were checked against %s", got, tomlVersion)
	}
}

var goDirective = regexp.MustCompile(`(?m)^go (\S+)$`)

// TestModulesShareTheGoVersion holds that the nested modules ask for the same
// release of Go as this one.
func TestModulesShareTheGoVersion(t *testing.T) {
	const want = "1.26.0"
	modules := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "go.mod" {
			if err == nil && d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git" || d.Name() == "testdata") {
				return fs.SkipDir
			}
			return err
		}
		modules++
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if m := goDirective.FindSubmatch(text); m == nil || string(m[1]) != want {
			t.Errorf("%s: %q, want go %s", path, m, want)
		}
		return nil
	})
	if err != nil || modules < 2 {
		t.Errorf("%d modules, %v", modules, err)
	}
}
