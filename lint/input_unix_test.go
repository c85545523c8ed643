//go:build unix

package lint

import (
	"context"
	"path/filepath"
	"syscall"
	"testing"
)

// Opening a pipe that nobody writes to would wait for ever.
func TestAPipeIsPassedOver(t *testing.T) {
	dir := tree(t, map[string]string{"b.yaml": oneString})
	if err := syscall.Mkfifo(filepath.Join(dir, "a.yaml"), 0o600); err != nil {
		t.Skip(err)
	}
	check(t, Options{Dir: dir}, []string{"b.yaml"}, 1, 1)
	if result, err := Run(context.Background(), Options{Dir: dir}); err != nil || len(result.Notes) != 1 {
		t.Errorf("notes %q, %v", result.Notes, err)
	}
	check(t, Options{Dir: dir, Paths: []string{"a.yaml"}}, nil, 0, 1)
}
