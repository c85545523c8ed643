package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the tools of each distribution read in a package is what was put there.
func TestSystemPackagesHoldTheFiles(t *testing.T) {
	r := testRelease(t)
	shared := []file{{"man/a.1", "/usr/share/man/man1/a.1", []byte("page")}, {name: "README.md"}}
	if err := r.systemPackages(target{"linux", "arm64"}, binary(t), shared); err != nil {
		t.Fatal(err)
	}
	want := []entry{
		{"usr/bin/kustoconn", "the command", 0o755, r.Time},
		{"usr/share/man/man1/a.1", "page", 0o644, r.Time},
	}
	for _, tt := range []struct {
		file    string
		archive []string // a program that writes what the package holds as a tar archive; nil for one that is
		about   []string // a program that prints what the package says of itself
		says    string
	}{
		{
			"kustoconn_1.2.3_arm64.deb", []string{"dpkg-deb", "--fsys-tarfile"},
			[]string{"dpkg-deb", "--show", "--showformat=${Package} ${Version} ${Architecture} ${Depends}"}, "kustoconn 1.2.3 arm64 ",
		},
		{
			"kustoconn-1.2.3-1.aarch64.rpm", []string{"bsdtar", "--format=pax", "-cf", "-"},
			[]string{"rpm", "-qp", "--nosignature", "--qf", "%{NAME} %{VERSION} %{ARCH} %{LICENSE}[ %{FILENAMES} %{FILEMTIMES}]"},
			"kustoconn 1.2.3 aarch64 MIT /usr/bin/kustoconn 1700000000 /usr/share/man/man1/a.1 1700000000",
		},
		{
			"kustoconn_1.2.3_aarch64.apk", nil,
			[]string{"tar", "--warning=none", "-xzO", ".PKGINFO", "-f"}, "pkgname = kustoconn",
		},
	} {
		t.Run(tt.file, func(t *testing.T) {
			path := filepath.Join(r.out, tt.file)
			if got := output(t, append(tt.about, path)...); !strings.HasPrefix(got, tt.says) && !strings.Contains(got, "\n"+tt.says+"\n") {
				t.Errorf("it says %q, want %q", got, tt.says)
			}
			var archive io.Reader
			switch name := path; {
			case tt.archive == nil:
				unpacked, err := gzip.NewReader(bytes.NewReader(read(t, path)))
				if err != nil {
					t.Fatal(err)
				}
				archive = unpacked
			default:
				if tt.archive[0] == "bsdtar" {
					name = "@" + path
				}
				archive = strings.NewReader(output(t, append(tt.archive, name)...))
			}
			got := installed(t, archive)
			for i := range got {
				if strings.HasSuffix(tt.file, ".rpm") {
					got[i].Modified = r.Time // which stands in the head alone
				}
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// output returns what a program prints; the test is skipped where there is no such program.
func output(t *testing.T, command ...string) string {
	t.Helper()
	if _, err := exec.LookPath(command[0]); err != nil {
		t.Skip(err)
	}
	out, err := exec.Command(command[0], command[1:]...).Output()
	if err != nil {
		t.Fatalf("%v: %v", command, err)
	}
	return string(out)
}

// installed returns the files that a package puts into the system, as its archive has them.
func installed(t *testing.T, archive io.Reader) (all []entry) {
	t.Helper()
	for r := tar.NewReader(archive); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimLeft(header.Name, "./")
		if header.Typeflag != tar.TypeReg || !strings.HasPrefix(name, "usr/") {
			continue // a folder, or what the package says of itself
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if header.Uid != 0 || header.Gid != 0 {
			t.Errorf("%s belongs to %d:%d", name, header.Uid, header.Gid)
		}
		all = append(all, entry{name, string(text), os.FileMode(header.Mode).Perm(), header.ModTime.UTC()})
	}
}
