package leaks

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/caarlos0/env/v11"
	"github.com/goccy/go-yaml"
	"github.com/kelseyhightower/envconfig"
	"github.com/spf13/pflag"

	"kustoconn"
)

// settings are what a program keeps its connection in.
type settings struct {
	Kusto   kustoconn.ConnectionString  `env:"KUSTO" yaml:"kusto" json:"kusto"`
	Pointer *kustoconn.ConnectionString `env:"POINTER" yaml:"pointer" json:"pointer"`
	Retries int                         `env:"RETRIES" yaml:"retries" json:"retries"`
}

// holders are what takes a text into a ConnectionString; each returns what it
// then holds, and all that was printed on the way.
var holders = map[string]func(t *testing.T, text string) (held *kustoconn.ConnectionString, shown string){
	"flag": func(t *testing.T, text string) (*kustoconn.ConnectionString, string) {
		var out bytes.Buffer
		var c kustoconn.ConnectionString
		flags := flag.NewFlagSet("program", flag.ContinueOnError)
		flags.SetOutput(&out)
		flags.Var(&c, "kusto", "the `connection`")
		flags.TextVar(new(kustoconn.ConnectionString), "text", parsed(text), "with a default")
		retries := flags.Int("retries", 1, "")
		err := flags.Parse([]string{"-kusto", text, "-text=" + text, "-retries=x"})
		if err == nil || flags.NArg() > 0 {
			t.Fatalf("%v, %d retries", err, *retries)
		}
		flags.PrintDefaults()
		flags.VisitAll(func(f *flag.Flag) { fmt.Fprintln(&out, f.Value, f.DefValue) })
		return &c, out.String() + err.Error()
	},
	"pflag": func(t *testing.T, text string) (*kustoconn.ConnectionString, string) {
		var c kustoconn.ConnectionString
		flags := pflag.NewFlagSet("program", pflag.ContinueOnError)
		var out bytes.Buffer
		flags.SetOutput(&out)
		flags.Var(&c, "kusto", "the connection")
		flags.Var(parsed(text), "default", "with a default")
		flags.Int("retries", 1, "")
		err := flags.Parse([]string{"--kusto", text, "--default=" + text, "--retries=x"})
		if err == nil || flags.Lookup("kusto").Value.Type() != "connection-string" {
			t.Fatal(err)
		}
		flags.VisitAll(func(f *pflag.Flag) { fmt.Fprintln(&out, f.Value, f.DefValue) })
		return &c, out.String() + flags.FlagUsages() + err.Error()
	},
	"caarlos0/env": func(t *testing.T, text string) (*kustoconn.ConnectionString, string) {
		var s settings
		err := env.ParseWithOptions(&s, env.Options{Environment: map[string]string{"KUSTO": text, "POINTER": text, "RETRIES": "x"}})
		if err == nil || s.Pointer == nil || s.Pointer.Reveal() != text {
			t.Fatalf("%v, %v", err, s.Pointer)
		}
		return &s.Kusto, fmt.Sprintf("%v %+v %#v", err, s, s)
	},
	"envconfig": func(t *testing.T, text string) (*kustoconn.ConnectionString, string) {
		var s struct{ Kusto, Other kustoconn.ConnectionString }
		t.Setenv("P_KUSTO", text)
		t.Setenv("P_OTHER", text)
		if err := envconfig.Process("p", &s); err != nil {
			t.Fatal(leaked(err.Error()))
		}
		var usage bytes.Buffer
		_ = envconfig.Usagef("p", &s, &usage, envconfig.DefaultTableFormat)
		return &s.Kusto, fmt.Sprintf("%+v %s", s, usage.String())
	},
	"goccy/go-yaml": func(t *testing.T, text string) (*kustoconn.ConnectionString, string) {
		var s settings
		quoted, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		if err := yaml.Unmarshal(fmt.Appendf(nil, "kusto: %s\npointer: %s\n", quoted, quoted), &s); err != nil {
			t.Fatal(leaked(err.Error()))
		}
		out, err := yaml.Marshal(s)
		return &s.Kusto, fmt.Sprintf("%s %v %+v", out, err, s)
	},
	"encoding/json": func(t *testing.T, text string) (*kustoconn.ConnectionString, string) {
		var s settings
		in, err := json.Marshal(map[string]any{"kusto": text, "pointer": text, "retries": "x"})
		if err != nil {
			t.Fatal(err)
		}
		err = json.Unmarshal(in, &s)
		if err == nil {
			t.Fatal("a word was read as a number")
		}
		out, marshalled := json.Marshal(s)
		return &s.Kusto, fmt.Sprintf("%v %s %v %+v", err, out, marshalled, s)
	},
}

// A bad string as a flag, a variable of the environment or a field of a
// configuration file is taken without an error, and nothing that the library
// prints, of another setting's error too, shows a part of it; Err tells of it
// afterwards.
func TestHoldersTakeAnyText(t *testing.T) {
	for name, hold := range holders {
		t.Run(name, func(t *testing.T) {
			for i, text := range texts {
				if (name == "envconfig" || name == "goccy/go-yaml") && strings.ContainsRune(text, 0) {
					continue // neither the environment nor YAML holds a NUL
				}
				held, shown := hold(t, text)
				if part := leaked(shown); part != "" {
					t.Errorf("text %d: %q is shown", i, part)
				}
				if held.Reveal() != text {
					t.Errorf("text %d is not held as it was given", i)
				}
				if (held.Err() != nil) != (i > 1) {
					t.Errorf("text %d: %v", i, held.Err())
				}
			}
		})
	}
}
