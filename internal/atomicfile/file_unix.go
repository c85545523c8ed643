//go:build unix && !aix && !solaris

package atomicfile

import (
	"io/fs"
	"os"
	"syscall"
)

// renamesOpen says that a file can be renamed while it is open, and so locked.
const renamesOpen = true

// lock waits for one who looks whether the file is stale.
func lock(f *os.File) bool {
	for {
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != syscall.EINTR {
			return err == nil || err == syscall.ENOTSUP || err == syscall.ENOLCK // then nobody can tell, and nobody removes it
		}
	}
}

func isUnlocked(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// links returns how many names the file has.
func links(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Nlink)
	}
	return 1
}

func isOwn(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid()
}

// keepOwner gives f the owner and the group of a file.
func keepOwner(f *os.File, info fs.FileInfo) error {
	want, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return nil
	}
	now, err := f.Stat()
	if err != nil {
		return err
	}
	has, ok := now.Sys().(*syscall.Stat_t)
	if ok && has.Uid == want.Uid && has.Gid == want.Gid {
		return nil
	}
	if err := f.Chown(int(want.Uid), int(want.Gid)); err != nil {
		return ErrOwner
	}
	return nil
}
