//go:build linux || darwin

package atomicfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// What the test binary does as another process, by the variable's value; the
// file is the one of the next argument.
const (
	roleVariable = "KUSTOCONN_ATOMICFILE_ROLE"
	fileVariable = "KUSTOCONN_ATOMICFILE_FILE"
)

var texts = [2][]byte{bytes.Repeat([]byte("old\n"), 20_000), bytes.Repeat([]byte("newer\n"), 20_000)}

func TestMain(m *testing.M) {
	name := os.Getenv(fileVariable)
	switch os.Getenv(roleVariable) {
	case "":
		os.Exit(m.Run())
	case "write": // until it is killed
		os.Stdout.WriteString("ready\n")
		for i := 0; ; i++ {
			Write(name, texts[i%2])
		}
	case "full": // a disk that takes 1,000 bytes
		signal.Ignore(syscall.SIGXFSZ)
		syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1000, Max: 1000})
		if err := Replace(name, texts[0], texts[1]); err != nil {
			os.Stdout.WriteString(err.Error())
		}
	case "user": // one who may not give files away
		if err := errors.Join(syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
			os.Stdout.WriteString(err.Error())
		}
		if err := Replace(name, texts[0], texts[1]); err != nil {
			os.Stdout.WriteString(err.Error())
		}
	}
}

// child runs the test binary in a role.
func child(role, name string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleVariable+"="+role, fileVariable+"="+name)
	return cmd
}

// A writer is killed at random moments: the file is one or the other, whole, and
// the next one who looks removes what was left.
func TestAKilledWriterLeavesTheFileWhole(t *testing.T) {
	rounds := 500
	if testing.Short() {
		rounds = 40
	}
	name := file(t, string(texts[0]), 0o640)
	stale := 0
	for range rounds {
		cmd := child("write", name)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		io.ReadFull(out, make([]byte, len("ready\n")))
		time.Sleep(time.Duration(rand.IntN(4000)) * time.Microsecond)
		cmd.Process.Signal([]os.Signal{syscall.SIGKILL, syscall.SIGKILL, syscall.SIGINT, syscall.SIGTERM}[rand.IntN(4)])
		cmd.Wait()
		data, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(data, texts[0]) && !bytes.Equal(data, texts[1]) {
			t.Fatalf("the file has %d bytes: %v", len(data), err)
		}
		stale += RemoveStale(filepath.Dir(name))
		if left, err := os.ReadDir(filepath.Dir(name)); err != nil || len(left) != 1 {
			t.Fatalf("%d files are left, %v", len(left), err)
		}
		holds(t, name, string(data))
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if stale == 0 && !testing.Short() {
		t.Error("no writer was killed while it wrote")
	}
}

func TestAFullDisk(t *testing.T) {
	name := file(t, string(texts[0]), 0o644)
	out, err := child("full", name).Output()
	if err != nil || string(out) != syscall.EFBIG.Error() {
		t.Errorf("%q, %v", out, err)
	}
	holds(t, name, string(texts[0]))
}

func TestAReadOnlyFileStays(t *testing.T) {
	name := file(t, "old", 0o444)
	if err := Replace(name, []byte("old"), []byte("new")); err != ErrReadOnly {
		t.Error(err)
	}
	holds(t, name, "old")
	name = file(t, "old", 0o644)
	dir := filepath.Dir(name)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if err := Replace(name, []byte("old"), []byte("new")); err != ErrDirectory {
		t.Error(err)
	}
	holds(t, name, "old")
}

func TestAHardLinkStays(t *testing.T) {
	name := file(t, "old", 0o644)
	other := filepath.Join(t.TempDir(), "other")
	if err := os.Link(name, other); err != nil {
		t.Skip(err)
	}
	if err := Replace(name, []byte("old"), []byte("new")); err != ErrHardLinks {
		t.Error(err)
	}
	holds(t, name, "old")
	holds(t, other, "old")
}

func TestASymbolicLinkStays(t *testing.T) {
	name := file(t, "old", 0o644)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(name, link); err != nil {
		t.Fatal(err)
	}
	if err := Replace(link, []byte("old"), []byte("new")); err != nil {
		t.Error(err)
	}
	holds(t, name, "new")
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone", err)
	}
	loop := filepath.Join(t.TempDir(), "loop")
	os.Symlink("loop", loop)
	if err := Replace(loop, nil, []byte("new")); err == nil {
		t.Error("a link to itself is written to")
	}
}

func TestModeOwnerAndAttributesStay(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o644, 0o751, 0o640 | fs.ModeSetgid, 0o777 | fs.ModeSetuid | fs.ModeSticky} {
		name := file(t, "old", mode)
		var owner uint32
		if os.Geteuid() == 0 {
			owner = 12345
			if err := errors.Join(os.Chown(name, 12345, 23456), os.Chmod(name, mode)); err != nil {
				t.Fatal(err)
			}
		}
		attributed := unix.Setxattr(name, "user.kustoconn", []byte("kept"), 0) == nil
		if err := Replace(name, []byte("old"), []byte("new")); err != nil {
			t.Error(err)
		}
		holds(t, name, "new")
		info, err := os.Stat(name)
		if err != nil || modeOf(info) != mode {
			t.Errorf("mode %v, want %v, %v", info.Mode(), mode, err)
		}
		if stat := info.Sys().(*syscall.Stat_t); owner != 0 && (stat.Uid != 12345 || stat.Gid != 23456) {
			t.Errorf("owner %d:%d", stat.Uid, stat.Gid)
		}
		value := make([]byte, 10)
		if n, err := unix.Getxattr(name, "user.kustoconn", value); attributed && (err != nil || string(value[:n]) != "kept") {
			t.Errorf("attribute %q, %v", value[:max(n, 0)], err)
		}
	}
}

// One who may write to another's file, and not give files away, cannot keep its
// owner.
func TestAnOwnerThatCannotBeKept(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("needs root to make a file of another user")
	}
	name := file(t, string(texts[0]), 0o666)
	for dir := filepath.Dir(name); strings.HasPrefix(dir, os.TempDir()); dir = filepath.Dir(dir) {
		if dir != os.TempDir() {
			os.Chmod(dir, 0o777)
		}
	}
	out, err := child("user", name).Output()
	if err != nil || string(out) != ErrOwner.Error() {
		t.Errorf("%q, %v", out, err)
	}
	holds(t, name, string(texts[0]))
}
