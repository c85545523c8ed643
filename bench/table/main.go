// Command table prints how fast kustoconn is, as a table of docs/performance.md: each row
// beside its peer, which is measured in turn with it. bench/table.sh runs it.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	t := table{}
	flag.IntVar(&t.turns, "turns", 5, "how many times each of two is measured, in turn")
	flag.IntVar(&t.logSize, "log", 20<<20, "how many bytes a log has")
	flag.IntVar(&t.most, "most", 10<<20, "how many bytes the longest text has whose growth is measured")
	flag.StringVar(&t.tree, "tree", "", "the files to lint (default: Go's own source)")
	flag.Parse()
	if err := t.run(); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(2)
	}
}

// table measures and prints rows. Times are those of processors, user and system: others
// on the machine disturb them less than the clock's.
type table struct {
	turns, logSize, most int
	tree                 string
	work                 string // a directory for what is built and made
}

func (t *table) run() (err error) {
	if t.work, err = os.MkdirTemp("", "table"); err != nil {
		return err
	}
	defer os.RemoveAll(t.work)
	if err := t.build(); err != nil {
		return err
	}
	fmt.Println("| | kustoconn | peer | ratio |\n|---|--:|--:|--:|")
	for _, rows := range []func() error{t.parsing, t.start, t.batch, t.linting, t.redacting, t.growth} {
		if err := rows(); err != nil {
			return err
		}
	}
	return nil
}

// build builds the command, an empty program, the maker of logs and the benchmarks.
func (t *table) build() error {
	empty := filepath.Join(t.work, "empty.go")
	if err := os.WriteFile(empty, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"-C", "..", "build", "-trimpath", "-ldflags=-s -w", "-o", t.path("kustoconn"), "./cmd/kustoconn"},
		{"build", "-trimpath", "-ldflags=-s -w", "-o", t.path("empty"), empty},
		{"build", "-o", t.path("logs"), "./logs"},
		{"test", "-c", "-o", t.path("bench.test"), "."},
	} {
		cmd := exec.Command("go", args...)
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0") // as releases are built: nothing is linked at the start
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("go %s: %w\n%s", args[0], err, out)
		}
	}
	return nil
}

func (t *table) path(name string) string { return filepath.Join(t.work, name) }

// command is a program with its arguments, what it reads, and what is set for it.
type command struct {
	args  []string
	input string // a file; none where empty
	env   []string
}

func (t *table) kustoconn(input string, args ...string) command {
	return command{append([]string{t.path("kustoconn")}, args...), input, nil}
}

// oneProcessor is c on one processor.
func (c command) oneProcessor() command {
	c.env = append(slices.Clone(c.env), "GOMAXPROCS=1")
	return c
}

// time runs c and returns the time of processors that it took. An exit code is no error:
// linters have findings.
func (c command) time() (time.Duration, error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Env = append(os.Environ(), c.env...)
	if c.input != "" {
		in, err := os.Open(c.input)
		if err != nil {
			return 0, err
		}
		defer in.Close()
		cmd.Stdin = in
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	_ = cmd.Wait()
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

// pair is the medians of what two took in turn, and of their ratios.
type pair struct {
	own, peer time.Duration
	ratio     float64
}

func (t *table) inTurn(own, peer command) (p pair, err error) {
	var owns, peers []time.Duration
	var ratios []float64
	for range t.turns {
		a, err := own.time()
		if err != nil {
			return p, err
		}
		b, err := peer.time()
		if err != nil {
			return p, err
		}
		owns, peers, ratios = append(owns, a), append(peers, b), append(ratios, float64(a)/float64(max(b, 1)))
	}
	return pair{median(owns), median(peers), median(ratios)}, nil
}

func median[T time.Duration | float64](list []T) T {
	slices.Sort(list)
	return list[len(list)/2]
}

func row(name string, p pair) {
	fmt.Printf("| %s | %s | %s | %.2f |\n", name, rounded(p.own), rounded(p.peer), p.ratio)
}

func rounded(d time.Duration) time.Duration {
	for _, unit := range []time.Duration{time.Second, time.Millisecond, time.Microsecond} {
		if d >= 10*unit {
			return d.Round(unit / 10)
		}
	}
	return d
}

// start is a command that checks one string beside a program that does nothing, and the
// sizes of the two.
func (t *table) start() error {
	const text = "https://help.kusto.windows.net/Samples;Fed=true"
	many := *t
	many.turns = 10 * t.turns
	p, err := many.inTurn(t.kustoconn("", "check", text), command{args: []string{t.path("empty")}})
	if err != nil {
		return err
	}
	row("`check` of a string; an empty Go program", p)
	own, err := os.Stat(t.path("kustoconn"))
	if err != nil {
		return err
	}
	peer, err := os.Stat(t.path("empty"))
	if err != nil {
		return err
	}
	fmt.Printf("| the command, stripped; an empty Go program | %.1f MB | %.1f MB | %.1f |\n",
		float64(own.Size())/1e6, float64(peer.Size())/1e6, float64(own.Size())/float64(peer.Size()))
	return nil
}

// batch is answers of the batch protocol beside as many parses of the Go client.
func (t *table) batch() error {
	const lines = 100_000
	var text bytes.Buffer
	for i := range lines {
		fmt.Fprintf(&text, `{"id":%d,"s":"Data Source=https://mycluster.westeurope.kusto.windows.net;Database=NetDefaultDB;Fed=True;`+
			`AppClientId=8e1ea6a0-7b1c-4c5f-9a53-%012x;AppKey=an~invented~key;Authority Id=contoso.com"}`+"\n", i, i)
	}
	input := t.path("strings")
	if err := os.WriteFile(input, text.Bytes(), 0o600); err != nil {
		return err
	}
	p, err := t.inTurn(t.kustoconn(input, "check", "--jsonl").oneProcessor(), t.benchmark("BenchmarkParse/go-client/documented", lines))
	if err != nil {
		return err
	}
	row(fmt.Sprintf("`check --jsonl`, %d strings (%.0f a second of a processor); the Go client's parse", lines, lines/p.own.Seconds()), p)
	return nil
}

// benchmark is a benchmark that does something n times.
func (t *table) benchmark(name string, n int) command {
	pattern := "^" + strings.ReplaceAll(name, "/", "$/^") + "$"
	return command{args: []string{t.path("bench.test"), "-test.run", "^$", "-test.bench", pattern, "-test.benchtime", fmt.Sprint(n, "x"), "-test.cpu", "1"}}
}

// parsing is parsing and judging beside the Go client's parse.
func (t *table) parsing() error {
	const n = 200_000
	for _, text := range []string{"documented", "short"} {
		for _, own := range []string{"BenchmarkParse", "BenchmarkValidate"} {
			p, err := t.inTurn(t.benchmark(own+"/kustoconn/"+text, n), t.benchmark("BenchmarkParse/go-client/"+text, n))
			if err != nil {
				return err
			}
			p.own, p.peer = p.own/n, p.peer/n
			row(fmt.Sprintf("`%s`, %q; the Go client's parse", strings.TrimPrefix(own, "Benchmark"), text), p)
		}
	}
	return nil
}

// words are those that ripgrep looks for in a tree of files.
const words = "kusto|appclientid|appkey|usrtoken|federated"

// linting is the linter beside ripgrep, which looks for five words.
func (t *table) linting() error {
	if t.tree == "" {
		root, err := exec.Command("go", "env", "GOROOT").Output()
		if err != nil {
			return err
		}
		t.tree = filepath.Join(strings.TrimSpace(string(root)), "src")
	}
	if _, err := exec.LookPath("rg"); err != nil {
		fmt.Println("| `lint`; `rg -i -c` | | not installed | |")
		return nil
	}
	p, err := t.inTurn(t.kustoconn("", "lint", "--exit-zero", t.tree), command{args: []string{"rg", "-i", "-c", words, t.tree}})
	if err != nil {
		return err
	}
	row("`lint` of a tree; `rg -i -c` with five words", p)
	return nil
}

// redacting is redact on one processor beside an expression of sed, for each kind of log
// and share of lines with a connection string.
func (t *table) redacting() error {
	log := t.path("log")
	sed := command{[]string{"sed", "-E", `s/(AppKey=)[^;]*/\1****/`}, log, []string{"LC_ALL=C"}}
	for _, kind := range []string{"access", "json", "pairs", "stack", "hostile"} {
		for _, share := range []string{"0", "2", "50"} {
			size := t.logSize
			if kind == "hostile" {
				size /= 10
			}
			text, err := exec.Command(t.path("logs"), kind, share, fmt.Sprint(size)).Output()
			if err != nil {
				return err
			}
			if err := os.WriteFile(log, text, 0o600); err != nil {
				return err
			}
			p, err := t.inTurn(t.kustoconn(log, "redact").oneProcessor(), sed)
			if err != nil {
				return err
			}
			row(fmt.Sprintf("`redact`, %s, %s lines of a thousand with a string (%.0f MB/s); `sed`", kind, share, float64(len(text))/1e6/p.own.Seconds()), p)
		}
	}
	return nil
}
