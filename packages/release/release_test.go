package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/buildinfo"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"kustoconn"
)

func testRelease(t *testing.T) *release {
	return &release{
		Version: "1.2.3", Tag: "v1.2.3", Repository: "https://example.com/owner/kustoconn",
		Time: time.Unix(1_700_000_000, 0).UTC(), root: "../..", out: t.TempDir(),
	}
}

// binary writes a file that stands for the command.
func binary(t *testing.T) string {
	name := filepath.Join(t.TempDir(), "kustoconn")
	if err := os.WriteFile(name, []byte("the command"), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

type entry struct {
	Name, Text string
	Mode       os.FileMode
	Modified   time.Time
}

func TestArchives(t *testing.T) {
	for _, tt := range []struct {
		target  target
		read    func(*testing.T, []byte) []entry
		command string
	}{
		{target{"linux", "amd64"}, unpackTar, "kustoconn"},
		{target{"windows", "arm64"}, unpackZip, "kustoconn.exe"},
	} {
		t.Run(tt.target.String(), func(t *testing.T) {
			r := testRelease(t)
			shared := []file{{name: "man/a.1", installed: "/a", text: []byte("page")}}
			if err := r.archive(tt.target, binary(t), shared); err != nil {
				t.Fatal(err)
			}
			first := read(t, filepath.Join(r.out, tt.target.archive(r.Version)))
			want := []entry{{tt.command, "the command", 0o755, r.Time}, {"man/a.1", "page", 0o644, r.Time}}
			if d := cmp.Diff(want, tt.read(t, first)); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			if err := r.archive(tt.target, binary(t), shared); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first, read(t, filepath.Join(r.out, tt.target.archive(r.Version)))) {
				t.Error("the same files give other bytes")
			}
		})
	}
}

func unpackTar(t *testing.T, text []byte) (entries []entry) {
	packed, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for files := tar.NewReader(packed); ; {
		header, err := files.Next()
		if err == io.EOF {
			return entries
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(files)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, entry{header.Name, string(body), header.FileInfo().Mode(), header.ModTime.UTC()})
	}
}

func unpackZip(t *testing.T, text []byte) (entries []entry) {
	files, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files.File {
		body, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, entry{f.Name, string(content), f.Mode(), f.Modified.UTC()})
	}
	return entries
}

func TestSharedFiles(t *testing.T) {
	files, err := testRelease(t).sharedFiles()
	if err != nil {
		t.Fatal(err)
	}
	holds := map[string]string{
		"LICENSE": "MIT", "man/kustoconn-lint.1": "baseline", "completions/kustoconn.bash": "__start_kustoconn",
		"completions/_kustoconn": "#compdef kustoconn", "completions/kustoconn.fish": "complete -c kustoconn", "completions/kustoconn.ps1": "Register-ArgumentCompleter",
	}
	for _, f := range files {
		if !strings.Contains(string(f.text), holds[f.name]) {
			t.Errorf("%s does not hold %q", f.name, holds[f.name])
		}
		delete(holds, f.name)
	}
	if len(holds) > 0 {
		t.Errorf("not there: %v", holds)
	}
}

func TestSystemPackagesAreTheSameTwice(t *testing.T) {
	command, shared := binary(t), []file{{"man/a.1", "/usr/share/man/man1/a.1", []byte("page")}, {name: "README.md"}}
	first, second := testRelease(t), testRelease(t)
	for _, r := range []*release{first, second} {
		if err := r.systemPackages(target{"linux", "arm64"}, command, shared); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"kustoconn_1.2.3_arm64.deb", "kustoconn-1.2.3-1.aarch64.rpm", "kustoconn_1.2.3_aarch64.apk"} {
		if !bytes.Equal(read(t, filepath.Join(first.out, name)), read(t, filepath.Join(second.out, name))) {
			t.Errorf("%s: the same files give other bytes", name)
		}
	}
}

// The bill of materials of this test is as CycloneDX's schema wants it, and
// names the library that writes it.
func TestBillOfMaterials(t *testing.T) {
	r := testRelease(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.billOfMaterials(target{"linux", "amd64"}, self); err != nil {
		t.Fatal(err)
	}
	text := read(t, filepath.Join(r.out, "kustoconn_1.2.3_linux_amd64.cdx.json"))
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := cyclonedxSchema(t).Validate(value); err != nil {
		t.Error(err)
	}
	bom := r.bom(&buildinfo.BuildInfo{GoVersion: "go1.2.3", Main: debug.Module{Path: "a"}, Deps: []*debug.Module{{Path: "b", Version: "v1"}}})
	var purls []string
	for _, c := range append([]cyclonedx.Component{*bom.Metadata.Component}, *bom.Components...) {
		purls = append(purls, c.PackageURL)
	}
	if d := cmp.Diff([]string{"pkg:golang/a@v1.2.3", "pkg:golang/stdlib@1.2.3", "pkg:golang/b@v1"}, purls); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// cyclonedxSchema is the publisher's schema, which comes with the library.
func cyclonedxSchema(t *testing.T) *jsonschema.Schema {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/CycloneDX/cyclonedx-go").Output()
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	for name, file := range map[string]string{
		"bom-1.6.schema.json": "bom-1.6.schema.json", "spdx.schema.json": "spdx.schema.json", "jsf-0.82.schema.json": "jsf-0.82.schemax.json",
	} {
		schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(read(t, filepath.Join(strings.TrimSpace(string(dir)), "schema", file))))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource("http://cyclonedx.org/schema/"+name, schema); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := compiler.Compile("http://cyclonedx.org/schema/bom-1.6.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestChecksums(t *testing.T) {
	r := testRelease(t)
	if err := os.WriteFile(filepath.Join(r.out, "a"), []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(r.out, "bin"), 0o700); err != nil {
		t.Fatal(err)
	}
	sums, err := r.checksums()
	if err != nil {
		t.Fatal(err)
	}
	const sum = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
	if d := cmp.Diff(map[string]string{"a": sum}, sums); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if got := string(read(t, filepath.Join(r.out, "kustoconn_1.2.3_checksums.txt"))); got != sum+"  a\n" {
		t.Errorf("%q", got)
	}
}

// Each manifest is what its reader can read, and has each archive with its checksum.
func TestManifests(t *testing.T) {
	r := testRelease(t)
	sums := map[string]string{}
	for i, target := range targets {
		sums[target.archive(r.Version)] = strings.Repeat(string(rune('a'+i)), 64)
	}
	if err := r.manifests(sums); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		file    string
		read    func([]byte, any) error
		systems []string
	}{
		{"homebrew/kustoconn.rb", func([]byte, any) error { return nil }, []string{"linux", "darwin"}},
		{"scoop/kustoconn.json", json.Unmarshal, []string{"windows"}},
		{"winget/kustoconn.yaml", yaml.Unmarshal, nil},
		{"winget/kustoconn.installer.yaml", yaml.Unmarshal, []string{"windows"}},
		{"winget/kustoconn.locale.en-US.yaml", yaml.Unmarshal, nil},
	} {
		text := read(t, filepath.Join(r.out, tt.file))
		var value map[string]any
		if err := tt.read(text, &value); err != nil {
			t.Errorf("%s: %v", tt.file, err)
		}
		if !strings.Contains(string(text), "1.2.3") {
			t.Errorf("%s has no version", tt.file)
		}
		for _, system := range tt.systems {
			for _, arch := range []string{"amd64", "arm64"} {
				name := target{system, arch}.archive(r.Version)
				url := "https://example.com/owner/kustoconn/releases/download/v1.2.3/" + name
				_, behind, found := strings.Cut(string(text), url)
				if !found || !strings.Contains(strings.ToLower(behind[:min(150, len(behind))]), sums[name]) {
					t.Errorf("%s does not have %s with its checksum", tt.file, name)
				}
			}
		}
	}
}

func TestTagIsTheVersion(t *testing.T) {
	r := testRelease(t)
	r.Tag = "v1.2.4"
	if err := r.make(nil); err == nil || !strings.Contains(err.Error(), "v1.2.4") {
		t.Errorf("%v", err)
	}
}

func TestTargetsNamed(t *testing.T) {
	got, err := targetsNamed("windows/arm64,linux/amd64")
	if err != nil || len(got) != 2 || got[0] != (target{"windows", "arm64"}) || got[1] != (target{"linux", "amd64"}) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := targetsNamed("linux/s390x"); err == nil {
		t.Error("a target that is none is taken")
	}
}

// What installs the wheel of this version says so.
func TestMirrorInstallsThisVersion(t *testing.T) {
	project := string(read(t, "../pre-commit-mirror/pyproject.toml"))
	if !strings.Contains(project, `dependencies = ["kustoconn==`+kustoconn.Version+`"]`) {
		t.Errorf("it does not install %s", kustoconn.Version)
	}
	hooks := strings.ReplaceAll(string(read(t, "../../.pre-commit-hooks.yaml")), "language: golang", "language: python")
	if d := cmp.Diff(hooks, string(read(t, "../pre-commit-mirror/.pre-commit-hooks.yaml"))); d != "" {
		t.Errorf("the hooks differ in more than how they are installed (-root +mirror)\n%s", d)
	}
}
