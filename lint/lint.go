// Package lint finds the connection strings in files and checks them where
// they stand.
//
// A file goes one way: walk (which files), extract (pieces of unescaped text),
// recognize (which of them are connection strings) and settings (which settings
// amount to one), then the engine of the module, and back: what it finds is
// mapped to the bytes of the file, suppressed by comments, and compared with
// a baseline. Printing is the caller's.
//
// No network is used, and no program is started. Nothing is written unless
// Options.Fix asks for it.
package lint

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/lint/baseline"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/validate"
)

// defaultMaxSize is the size in bytes above which files are passed over.
const defaultMaxSize = 5 << 20

// FixMode says which fixes are made. The zero FixMode is none.
type FixMode int

// The modes.
const (
	NoFixes   FixMode = iota
	SafeFixes         // those after which a string means the same
	AllFixes          // unsafe ones too
)

// Options says what is read and how it is judged. The zero Options reads the
// working directory and judges by the rules' own severities.
type Options struct {
	// Dir is what Paths are relative to; empty for the working directory.
	Dir string
	// Paths are files and directories; none stand for Dir.
	Paths []string
	// Staged reads what git is about to commit below Paths, in place of files.
	Staged bool
	// History, where it is set, reads the commits of a range in place of files: "A..B",
	// "B" for all that it has, "" for all that HEAD has, "*" for all references.
	// Each finding is reported where it came first: see File.Commit. Fix must not be
	// set, and the findings have no edits.
	History *string
	// Since, where it is not empty, names a commit: findings that the same file had
	// there already are not reported. With "..." behind it, it is the newest commit in
	// common with HEAD.
	Since string
	// Stdin, where it is set, is read in place of any files, as the file that
	// StdinName names.
	Stdin     io.Reader
	StdinName string

	// Reads reports whether to read the file at a path, which is relative to
	// Dir where that is possible; nil for all. named says that Paths, or
	// StdinName, name the file itself and not a directory.
	Reads func(path string, named bool) bool
	// MaxSize is the size in bytes above which files are passed over; zero for
	// 5 MiB.
	MaxSize int64
	// Jobs is how many files are read at once; zero for one a processor.
	Jobs int

	// Validator judges; nil for one of the rules' own severities. Make it by
	// NewValidator.
	Validator *validate.Validator
	// Checkers are further judges of a string, such as that of the clients a team
	// uses. They return diagnostics with spans in the string's text, which get the
	// severities that the validator is configured for. They are called by several
	// goroutines at once, and may not keep the string: its memory is used again.
	Checkers []func(b *bind.Bound) diag.List
	// Unconfigured judges as if no configuration were there, to count what one
	// switches off; nil to count nothing. It doubles what judging costs.
	Unconfigured *validate.Validator
	// Override returns what holds for the file at a path in place of
	// Validator, Checkers and MaxSize; nil for those. It is called by several
	// goroutines at once.
	Override func(path string) *Override
	// Placeholders are own patterns of placeholders; nil for none.
	Placeholders *placeholder.Set
	// Baseline holds the findings that are not reported; nil for none. Its
	// paths are made by BaselinePath; nil for the paths as they are reported.
	Baseline     *baseline.Baseline
	BaselinePath func(path string) string

	// Fix says which fixes are made. With DryRun the fixed texts are in the
	// result and no file is written.
	Fix    FixMode
	DryRun bool

	// DeferFixes leaves to File.CheckFixes to see that a file's reader finds the same
	// strings after each fix; until then no fix may be shown. It is for who shows
	// findings at once, and fixes when they are asked for; it does not go with Fix.
	DeferFixes bool

	// Each, where it is set, is given each file with strings or findings once it is
	// linted, by several goroutines at once. The Result then has no such files, nor the
	// numbers that are counted in them: a file holds its text, and those of a large
	// repository are too much to keep for who needs little of each.
	Each func(*File)

	// Progress, where it is set, is called after each file with how many are
	// done, by several goroutines at once.
	Progress func(done, total int)
}

// Override is how some files are judged. It replaces all of what Options says
// of the same.
type Override struct {
	Validator *validate.Validator // not nil
	Checkers  []func(b *bind.Bound) diag.List
	MaxSize   int64 // zero for defaultMaxSize
	// Placeholders are own patterns of placeholders; nil for none.
	Placeholders *placeholder.Set
}

// NewValidator returns validate.New with the one severity that is other in
// files than on a command line: a secret in a file is an error.
func NewValidator(options validate.Options) (*validate.Validator, error) {
	severities := map[diag.Code]diag.Severity{rule.SecretInText: diag.Error}
	for code, severity := range options.Severities {
		severities[code] = severity
	}
	options.Severities = severities
	return validate.New(options)
}

// Run lints what the options name. The error is about the options: a path that
// is not there, a repository whose index cannot be read. A file that cannot be read
// is a finding (unreadable-file), one that the options name is in
// Result.Unread, and the others are read all the same.
func Run(ctx context.Context, options Options) (Result, error) {
	l, err := newLinter(options)
	if err != nil {
		return Result{}, err
	}
	if !hasFiles && (l.Stdin == nil || l.History != nil || l.Since != "") {
		return Result{}, errNoFiles
	}
	if hasFiles && l.History != nil {
		return l.runHistory(ctx)
	}
	if hasFiles && l.Since != "" {
		stop, err := l.openSince()
		if err != nil {
			return Result{}, err
		}
		defer stop()
	}
	inputs, passedOver, err := l.inputs(ctx)
	if err != nil {
		return Result{}, err
	}
	defer inputs.close()
	outcomes := l.lintAll(ctx, inputs.list)
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	result := Result{PassedOver: passedOver, Notes: inputs.notes}
	for i := range outcomes {
		result.add(inputs.list[i], &outcomes[i])
	}
	if l.since != nil {
		result.Notes = append(result.Notes, l.since.notes()...)
	}
	slices.SortFunc(result.Files, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	return result, nil
}

// lintAll lints inputs, several at once; fewer where ctx ends.
func (l *linter) lintAll(ctx context.Context, list []input) []outcome {
	outcomes := make([]outcome, len(list))
	var done atomic.Int64
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(l.Jobs, len(outcomes)) {
		workers.Add(1)
		go func() {
			defer workers.Done()
			var r fileReader
			for i := range next {
				outcomes[i] = l.lintInput(&r, list[i])
				if file := outcomes[i].file; file != nil && l.Each != nil {
					l.Each(file)
					outcomes[i].file = nil
				}
				if l.Progress != nil {
					l.Progress(int(done.Add(1)), len(outcomes))
				}
			}
		}()
	}
	for i := range outcomes {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	return outcomes
}

// Text lints one text as the file of that name. It reads and writes no file;
// Paths, Stdin, Staged, History, Since and DryRun are ignored.
func Text(name, text string, options Options) (*File, error) {
	l, err := newLinter(options)
	if err != nil {
		return nil, err
	}
	return l.of(name).lintText(name, text), nil
}

// linter is Options with the defaults filled in.
type linter struct {
	Options
	dir   string    // Dir, absolute
	swept *sync.Map // the directories without stale temporary files
	since *since    // nil where Since is not set
}

func newLinter(options Options) (*linter, error) {
	dir, err := filepath.Abs(options.Dir)
	if err != nil {
		return nil, fmt.Errorf("finding the working directory: %w", err)
	}
	l := &linter{options, dir, new(sync.Map), nil}
	l.MaxSize = cmp.Or(l.MaxSize, defaultMaxSize)
	if l.Jobs <= 0 {
		l.Jobs = runtime.GOMAXPROCS(0)
	}
	if l.Validator == nil {
		v, err := NewValidator(validate.Options{})
		if err != nil {
			return nil, err
		}
		l.Validator = v
	}
	if l.BaselinePath == nil {
		l.BaselinePath = func(path string) string { return path }
	}
	return l, nil
}

// of returns the linter for the file at a path.
func (l *linter) of(path string) *linter {
	if l.Override == nil {
		return l
	}
	other := l.Override(path)
	if other == nil {
		return l
	}
	changed := *l
	changed.Validator, changed.Checkers, changed.MaxSize = other.Validator, other.Checkers, cmp.Or(other.MaxSize, defaultMaxSize)
	changed.Placeholders = other.Placeholders
	return &changed
}

// isSecretRule reports whether the rule is about secrets: those rules alone
// judge fragments.
func isSecretRule(code diag.Code) bool {
	return code == rule.SecretInText || code == rule.ExpiredToken || code == rule.MaskedSecret
}
