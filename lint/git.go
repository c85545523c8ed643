package lint

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// git returns a command of git in dir that runs no hook or helper that the
// repository's configuration names.
func git(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "core.quotePath=false"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=C") // its messages are looked at
	return cmd
}

// gitFiles returns the files below dir that git tracks or would, relative to
// dir with forward slashes. ok is false where dir is in no repository, where
// there is no git, and where git ignores dir as a whole: one who names such a
// directory means it. It is false, too, where git does not want to read the
// repository, such as another user's; refusal is then what it says.
func gitFiles(ctx context.Context, dir string) (files []string, ok bool, refusal string, err error) {
	out, err := git(ctx, dir, "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if ctx.Err() != nil {
		return nil, false, "", ctx.Err()
	}
	if err != nil {
		if said := gitSays(err); !strings.HasPrefix(said, "not a git repository") {
			refusal = said
		}
		return nil, false, refusal, nil
	}
	if len(out) == 0 && git(ctx, dir, "check-ignore", "--quiet", ".").Run() == nil {
		return nil, false, "", nil
	}
	return splitNUL(out), true, "", nil
}

func splitNUL(out []byte) []string {
	text := strings.TrimSuffix(string(out), "\x00")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\x00")
}

// stagedInputs finds the files that git is about to commit.
func (l *linter) stagedInputs(ctx context.Context) (in inputs, passedOver int, err error) {
	in.close = func() {}
	dir := l.inDir(".")
	top, err := git(ctx, dir, "rev-parse", "--show-toplevel").Output()
	if err != nil {
		return in, 0, gitError("finding the repository", err)
	}
	// Without --, a path might be read as a revision.
	args := []string{"diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "--diff-filter=ACMT", "--"}
	args = append(args, l.Paths...)
	out, err := git(ctx, dir, args...).Output()
	if err != nil {
		return in, 0, gitError("listing what is staged", err)
	}
	blobs, err := startBlobs(ctx, dir)
	if err != nil {
		return in, 0, gitError("reading what is staged", err)
	}
	in.close = blobs.close
	w := walker{linter: l, seen: map[string]bool{}}
	fields := splitNUL(out)
	for i := 0; i+1 < len(fields); i += 2 {
		w.addStaged(strings.TrimSuffix(string(top), "\n"), fields[i], fields[i+1], blobs)
	}
	in.list = w.found
	return in, w.passedOver, nil
}

// addStaged takes in one entry of git diff --raw: its modes and objects, and
// its path from the top of the repository.
func (w *walker) addStaged(top, entry, path string, blobs *blobs) {
	name := filepath.Join(top, filepath.FromSlash(path))
	parts := strings.Fields(entry)
	for n := range strings.SplitSeq(path, "/") {
		if skipped[n] {
			w.pass(name)
			return
		}
	}
	if len(parts) < 4 || !strings.HasPrefix(parts[1], "100") { // a link, or another repository
		w.pass(name)
		return
	}
	reported := w.reported(name)
	if w.Reads != nil && !w.Reads(reported, false) {
		w.pass(name)
		return
	}
	object := parts[3]
	w.found = append(w.found, input{path: reported, open: func() (io.ReadCloser, int64, error) {
		return blobs.open(object, w.of(reported).MaxSize)
	}})
}

// blobs reads objects through one process of git.
type blobs struct {
	mu     sync.Mutex
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout *bufio.Reader
}

func startBlobs(ctx context.Context, dir string) (*blobs, error) {
	cmd := git(ctx, dir, "cat-file", "--batch")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &blobs{cmd: cmd, stdin: stdin, stdout: bufio.NewReader(stdout)}, nil
}

func (b *blobs) close() {
	b.stdin.Close()
	b.cmd.Wait()
}

// open returns the contents of an object, or isTooLarge where they are
// larger than maxSize.
func (b *blobs) open(object string, maxSize int64) (io.ReadCloser, int64, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, err := fmt.Fprintln(b.stdin, object); err != nil {
		return nil, 0, err
	}
	header, err := b.stdout.ReadString('\n')
	if err != nil {
		return nil, 0, err
	}
	fields := strings.Fields(header)
	if len(fields) != 3 {
		return nil, 0, errors.New("git does not have the staged contents")
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return nil, 0, err
	}
	var data bytes.Buffer
	keep := min(size, maxSize+1)
	if _, err := io.CopyN(&data, b.stdout, keep); err != nil {
		return nil, 0, err
	}
	if _, err := io.CopyN(io.Discard, b.stdout, size-keep+1); err != nil { // and the line end behind it
		return nil, 0, err
	}
	if size > maxSize {
		return nil, 0, isTooLarge
	}
	return io.NopCloser(&data), size, nil
}

// gitError words an error of git by what git says.
func gitError(doing string, err error) error {
	if said := gitSays(err); said != "" {
		return fmt.Errorf("%s: %s", doing, said)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// gitSays returns the first line that git wrote to standard error, or "".
func gitSays(err error) string {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return ""
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(exit.Stderr), "fatal: "), "\n")
	return line
}
