package cli

import (
	"fmt"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/lint"
	"kustoconn/lint/config"
	"kustoconn/sdk"
	"kustoconn/validate"
)

// judgings says how each file is judged. It is safe for concurrent use.
type judgings struct {
	general *fileJudging
	config  *config.Config
	make    func(numbers []int) *fileJudging

	mu   *sync.Mutex
	made map[string]*fileJudging // by the numbers of the overrides
}

// fileJudging is how some files are judged.
type fileJudging struct {
	level, failOn diag.Severity
	rules         lint.Override
}

// newJudgings merges the flags with the configuration, and each of its
// overrides, whose mistakes so come to light at once.
func (c *fileLinter) newJudgings(cmd *cobra.Command, file *config.Config) (j judgings, err error) {
	j = judgings{config: file, mu: &sync.Mutex{}, made: map[string]*fileJudging{}}
	merge := func(numbers []int) (*fileJudging, error) {
		all := []config.Settings{file.Settings}
		for _, n := range numbers {
			all = append(all, file.Overrides[n].Settings)
		}
		return c.fileJudging(cmd, all)
	}
	for n := range file.Overrides {
		if _, err := merge([]int{n}); err != nil {
			return j, err
		}
	}
	j.make = func(numbers []int) *fileJudging {
		merged, err := merge(numbers)
		if err != nil {
			panic(err) // each was merged alone before, and together they ask for no more
		}
		return merged
	}
	j.general, err = merge(nil)
	return j, err
}

// unconfigured returns the validator that the flags alone come to, to count what
// the configuration switches off; nil where it switches nothing off.
func (c *fileLinter) unconfigured(cmd *cobra.Command) (*validate.Validator, error) {
	all := []config.Settings{c.config.Settings}
	for _, o := range c.config.Overrides {
		all = append(all, o.Settings)
	}
	if !slices.ContainsFunc(all, switchesOff) {
		return nil, nil
	}
	plain, err := c.judging(cmd)
	if err != nil {
		return nil, err
	}
	return lint.NewValidator(plain.Options)
}

func switchesOff(s config.Settings) bool {
	return len(s.Select)+len(s.Ignore)+len(s.Severities)+len(s.TrustedHosts) > 0 || s.Login != "" || s.Placeholders != nil
}

func (c *fileLinter) fileJudging(cmd *cobra.Command, all []config.Settings) (*fileJudging, error) {
	merged, err := c.judging(cmd, all...)
	if err != nil {
		return nil, err
	}
	f := &fileJudging{level: merged.level, failOn: merged.failOn}
	if f.rules.Validator, err = lint.NewValidator(merged.Options); err != nil {
		return nil, err
	}
	if len(merged.clients) > 0 {
		f.rules.Checkers = []func(*bind.Bound) diag.List{func(b *bind.Bound) diag.List { return sdk.Portability(b, merged.clients) }}
	}
	for _, settings := range all {
		if settings.Placeholders != nil {
			f.rules.Placeholders = settings.Placeholders
		}
	}
	f.rules.MaxSize = merged.maxSize
	if f.rules.MaxSize == 0 || cmd.Flags().Changed("max-size") {
		if f.rules.MaxSize, err = config.ParseSize(c.maxSize); err != nil {
			return nil, fmt.Errorf("--max-size: %w", err)
		}
	}
	return f, nil
}

// of returns how the file at path is judged.
func (j *judgings) of(path string) *fileJudging {
	numbers := j.config.For(path)
	if len(numbers) == 0 {
		return j.general
	}
	key := fmt.Sprint(numbers)
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.made[key] == nil {
		j.made[key] = j.make(numbers)
	}
	return j.made[key]
}

// override is of for lint.Options.
func (j *judgings) override(path string) *lint.Override {
	if f := j.of(path); f != j.general {
		return &f.rules
	}
	return nil
}
