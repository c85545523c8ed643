package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

func main() { os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr)) }

// options are what the command line asks for.
type options struct {
	dir        string         // of the module whose packages are mutated
	tests      []string       // packages whose tests count, instead of the table's
	only       *regexp.Regexp // which sites: matched against "file.go:function"
	workers    int
	equivalent string // file of the mutants that no test can kill
	survivors  string // file of an earlier output, whose survivors alone are run
	sample     int    // one of how many mutants is run
	short      bool   // run the tests with -test.short
	verbose    bool
}

// Main mutates the packages that args name and prints the score of each and
// its survivors. It returns 0 where every package reaches the mark, 1 where one
// does not, 2 on a usage error or where something can't be built.
func Main(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("mutate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: mutate [flags] PACKAGE…")
		flags.PrintDefaults()
	}
	var o options
	flags.StringVar(&o.dir, "dir", "../..", "the module's `directory`")
	tests := flags.String("tests", "", "`packages` whose tests count, separated by commas (default: the table in tests.go)")
	only := flags.String("only", "", "mutate only the sites whose file.go:function matches the `pattern`")
	mark := flags.Float64("mark", 90, "`percent` of mutants to kill")
	flags.IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), "`how many` mutants run at a time")
	flags.StringVar(&o.equivalent, "equivalent", "mutate/equivalent.txt", "`file` of the mutants that no test can kill")
	flags.StringVar(&o.survivors, "survivors", "", "run only the mutants that survive in this `file`, the output of an earlier run")
	flags.IntVar(&o.sample, "sample", 1, "run one of `how many` mutants, for an estimate of the score")
	flags.BoolVar(&o.short, "short", false, "run the tests with -test.short: sooner done, and the score is no higher")
	flags.BoolVar(&o.verbose, "v", false, "print each mutant and what became of it")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return 2
	}
	if err := o.finish(*tests, *only); err != nil {
		fmt.Fprintln(stderr, "mutate:", err)
		return 2
	}
	return o.all(flags.Args(), *mark, stdout, stderr)
}

// sampled returns every n-th mutant.
func sampled(all []*mutant, n int) (some []*mutant) {
	if n <= 1 {
		return all
	}
	for i := 0; i < len(all); i += n {
		some = append(some, all[i])
	}
	return some
}

// finish fills in the options that are made from text.
func (o *options) finish(tests, only string) (err error) {
	if o.only, err = regexp.Compile(only); err != nil {
		return err
	}
	if tests != "" {
		o.tests = strings.Split(tests, ",")
	}
	return nil
}

func (o *options) all(paths []string, mark float64, stdout, stderr io.Writer) int {
	equivalent, err := readEquivalent(o.equivalent)
	if err != nil {
		fmt.Fprintln(stderr, "mutate:", err)
		return 2
	}
	again, err := readSurvivors(o.survivors)
	if err != nil {
		fmt.Fprintln(stderr, "mutate:", err)
		return 2
	}
	code := 0
	for _, path := range paths {
		s, err := o.mutate(path, equivalent, again, stderr)
		if err != nil {
			fmt.Fprintf(stderr, "mutate: %s: %v\n", path, err)
			return 2
		}
		s.print(stdout, o.verbose)
		if s.percent() < mark {
			code = 1
		}
	}
	return code
}

// mutate measures one package, or the mutants of it in again where that is not nil.
func (o *options) mutate(path string, equivalent map[string]string, again map[string]bool, log io.Writer) (*score, error) {
	p, err := load(o.dir, path)
	if err != nil {
		return nil, err
	}
	b, err := build(p, o, log)
	if err != nil {
		return nil, err
	}
	defer b.remove()
	if again != nil {
		b.mutants = slices.DeleteFunc(b.mutants, func(m *mutant) bool { return !again[m.key()] })
	}
	b.mutants = sampled(b.mutants, o.sample)
	fmt.Fprintf(log, "mutate: %s: %d mutants\n", path, len(b.mutants))
	s := &score{path: path, dropped: b.dropped, mutants: b.mutants, equivalent: equivalent, whole: o.only.String() == "" && again == nil && o.sample <= 1}
	s.fates = b.runAll(o.workers, equivalent)
	return s, nil
}
