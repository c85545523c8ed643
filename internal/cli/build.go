package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/internal/ioerror"
	"kustoconn/internal/quote"
	"kustoconn/normalize"
	"kustoconn/schema"
)

func (a *app) buildCommand() *cobra.Command {
	var reveal bool
	cmd := &cobra.Command{
		Use:   "build KEY=VALUE…",
		Short: "Write a connection string from its parts, correctly quoted",
		Long: `Write a connection string from its parts, correctly quoted. A value that should
not be seen on the command line comes from elsewhere:

  KEY=env:NAME    the environment variable NAME
  KEY=file:PATH   the contents of a file, less a line end at its end
  KEY=-           standard input, likewise
  KEY=text:TEXT   TEXT itself, even where it starts with one of these words`,
		Example: `  kustoconn build 'Data Source=https://help.kusto.windows.net' Database=Samples Fed=true \
    AppClientId=… AppKey=env:KUSTO_KEY 'Authority Id=contoso.com'`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("no parts given: write KEY=VALUE")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			b := normalize.Build()
			for i, arg := range args {
				key, value, ok := cutPart(arg)
				if !ok {
					return fmt.Errorf("argument %d is not KEY=VALUE", i+1)
				}
				value, err := a.partValue(value)
				if err != nil {
					return fmt.Errorf("argument %d: %w", i+1, err)
				}
				b.Set(key, value)
			}
			text, err := b.Reveal()
			if err != nil {
				return err
			}
			if err := booleansOnly(text); err != nil {
				return err
			}
			start := schema.Get(schema.DataSource).Name + "="
			if !strings.HasPrefix(text, start) || strings.HasPrefix(text, start+`""`) {
				return errors.New("no Data Source given: a connection string names a cluster")
			}
			shown := b.String()
			if reveal {
				shown = text
			}
			fmt.Fprintln(a.stdout, shown)
			a.warnMasked(shown != text)
			return nil
		},
	}
	addRevealFlag(cmd, &reveal)
	return cmd
}

// booleansOnly refuses a boolean property with another value, which is a whole
// connection string given as one part more often than not.
func booleansOnly(text string) error {
	conn, _ := kustoconn.Parse(text)
	found, err := conn.Diagnostics(kustoconn.WithRules("not-a-boolean"))
	if err != nil {
		return err
	}
	for _, d := range found {
		return fmt.Errorf("%s; give each KEY=VALUE as an argument of its own", d.Message)
	}
	return nil
}

// cutPart cuts KEY=VALUE at the sign that ends the keyword: "==" in it stands
// for one '=', as in a connection string, unless what is before the first '='
// is a known keyword.
func cutPart(arg string) (key, value string, ok bool) {
	if key, value, ok = strings.Cut(arg, "="); ok {
		if _, known := schema.Lookup(key); known {
			return strings.TrimSpace(key), value, true
		}
	}
	for i := 0; i < len(arg); i++ {
		if arg[i] != '=' {
			continue
		}
		if i+1 < len(arg) && arg[i+1] == '=' {
			i++
			continue
		}
		return strings.TrimSpace(quote.UndoubleKeyword(arg[:i])), arg[i+1:], true
	}
	return "", "", false
}

// partValue fetches a value from where it says it is.
func (a *app) partValue(value string) (string, error) {
	if value == "-" {
		return a.readAll()
	}
	source, rest, ok := strings.Cut(value, ":")
	if !ok {
		return value, nil
	}
	switch source {
	case "env":
		text, set := os.LookupEnv(rest)
		if !set {
			return "", unsetVariable()
		}
		return text, nil
	case "file":
		text, err := os.ReadFile(rest)
		if err != nil {
			return "", ioerror.New(ioerror.Reading, "the file", err)
		}
		return trimLineEnd(string(text)), nil
	case "text":
		return rest, nil
	}
	return value, nil
}
