package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/convert"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/schema"
	"kustoconn/validate"
)

func (a *app) explainCommand() *cobra.Command {
	var (
		env    []string
		trust  trustFlags
		from   configFlags
		format string
		auth   string
	)
	cmd := &cobra.Command{
		Use:   "explain STRING",
		Short: "Say what a connection string means",
		Long: `Say what a connection string means: each property with its value and where that
comes from, the endpoint and whether it is trusted, and the authentication the
string selects, step by step, with what the documentation says of it; --auth names
another one, such as one that only code selects. Secrets are masked. All findings
are told, and the configuration of the working directory counts (see lint).`,
		RunE: func(cmd *cobra.Command, args []string) error {
			in, err := a.oneInput(args, env)
			if err != nil {
				return err
			}
			file, err := from.load()
			if err != nil {
				return err
			}
			flags := judgeFlags{trust: trust}
			j, err := flags.judging(cmd, file.Settings)
			if err != nil {
				return err
			}
			j.Placeholders = file.Placeholders
			v, err := validate.New(j.Options)
			if err != nil {
				return err
			}
			bound, syntax := bindText(in.text, file.Placeholders)
			e := explanation{View: redact.Of(bound), out: a.stdout, named: auth}
			e.verdict = j.Policy.Judge(&e.Endpoint, j.Login)
			found := v.Check(e.Bound, syntax)
			switch format {
			case "json":
				err = a.writeJSON(e.document(found), "  ")
			case "html":
				_, err = a.stdout.WriteString(e.page(found))
			default:
				e.write()
				a.writeFindings(found)
			}
			if err != nil {
				return err
			}
			if found.HasErrors() {
				return errFindings
			}
			return nil
		},
	}
	addInputFlags(cmd, &env)
	trust.add(cmd)
	from.add(cmd)
	addChoice(cmd, &auth, "auth", "", "say what the documentation says of this authentication", signIns()...)
	addFormat(cmd, &format, "text", "json", "html")
	return cmd
}

// signIns are the names that --auth takes, here and in convert.
func signIns() []string { return append([]string{"managed-identity"}, convert.Modes()...) }

// explanation prints what one string means, section by section.
type explanation struct {
	redact.View
	verdict endpoint.Verdict
	out     io.Writer
	named   string      // by --auth
	numbers map[int]int // of the pairs by segment, from 1; made by pairName
	// section writes rows of cells under a title; nil for lines of text.
	section func(title string, rows [][]string)
}

// write prints all of it for people.
func (e *explanation) write() {
	e.summary()
	e.properties()
	e.others()
	e.endpoint()
	e.authentication()
}

// table prints rows of cells in aligned columns.
func (e *explanation) table(title string, rows [][]string) {
	if e.section != nil {
		e.section(title, rows)
		return
	}
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(e.out, "\n%s\n", title)
	writeRows(e.out, rows)
}

// summary is one sentence for a reader in a hurry.
func (e *explanation) summary() { fmt.Fprintln(e.out, e.sentence()) }

func (e *explanation) sentence() string {
	where := "no data source is given"
	switch {
	case e.Endpoint.Form != 0 && e.Endpoint.Cluster() != "":
		where = fmt.Sprintf("the cluster %s", report.Visible(shownPart(e.Endpoint.Text(), e.Endpoint.Cluster())))
	case e.Endpoint.Host() != "":
		where = fmt.Sprintf("the host %s", report.Visible(shownPart(e.Endpoint.Text(), e.Endpoint.Host())))
	case e.Present.Has(schema.DataSource):
		where = "a data source that yields no host"
	}
	if e.Present.Has(schema.InitialCatalog) {
		where += ", database " + report.Visible(e.PropertyValue(schema.InitialCatalog))
	}
	return fmt.Sprintf("%s; %s.", capital(where), signIn[e.AuthMode()])
}

// signIn says for each authentication what the client does.
var signIn = map[schema.ModeID]string{
	schema.NoAuth:           "the client does not authenticate",
	schema.UserPrompt:       "the client prompts the user to sign in, because federated security is on and no credential is complete",
	schema.UserTokenAuth:    "the client sends the given user token",
	schema.AppTokenAuth:     "the client sends the given application token",
	schema.AppKey:           "the application signs in with its key",
	schema.AppThumbprint:    "the application signs in with the certificate of the given thumbprint",
	schema.AppSubjectIssuer: "the application signs in with the certificate of the given subject and issuer",
	schema.AppSubject:       "the application signs in with the certificate of the given subject",
	schema.PasswordAuth:     "the user signs in with the given password",
	schema.DSTS:             "the client authenticates with dSTS",
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (e *explanation) properties() {
	var given, defaults [][]string
	for _, p := range schema.Properties() {
		property := e.Property(p.ID)
		switch property.Origin {
		case bind.None:
		case bind.Default:
			defaults = append(defaults, []string{p.Name, report.Visible(property.Value()), p.DefaultNote})
		default:
			given = append(given, []string{p.Name, report.Visible(e.displayed(p)), e.origin(&property)})
		}
	}
	e.table("Properties", given)
	e.table("Defaults of the documentation", defaults)
}

// displayed is the property's value as people write it.
func (e *explanation) displayed(p *schema.Property) string {
	if value, ok := e.Bool(p.ID); ok && p.Type == schema.TypeBool {
		return fmt.Sprint(value)
	}
	value := e.PropertyValue(p.ID)
	if value == "" {
		return `"" (empty)`
	}
	return value
}

// origin says where a property's value comes from and what it overrode.
func (e *explanation) origin(p *bind.Property) string {
	var from string
	switch p.Origin {
	case bind.Prefix:
		from = "the prefix"
	case bind.Shorthand:
		from = "the shorthand in front"
	case bind.Path:
		from = "the path of the Data Source"
	case bind.Pair:
		from = e.pairName(p.Segment)
	}
	if len(p.Overridden) == 0 {
		return from
	}
	over, more := e.overridden(p)
	if more > 0 {
		over = append(over, fmt.Sprintf("and %d more", more))
	}
	return from + ", overriding " + strings.Join(over, ", ")
}

// maxListed is how many of very many things explain names: what a property
// overrides, unknown keywords.
const maxListed = 100

// overridden names the pairs that a property overrides, and counts the others.
func (e *explanation) overridden(p *bind.Property) (names []string, more int) {
	for _, i := range p.Overridden[:min(len(p.Overridden), maxListed)] {
		names = append(names, e.pairName(i))
	}
	return names, len(p.Overridden) - len(names)
}

// pairName names a segment for people: its number and its keyword.
func (e *explanation) pairName(segment int) string {
	if e.Tree.Segments[segment].MeantAsPrefix() {
		return "the prefix"
	}
	if e.numbers == nil {
		e.numbers = map[int]int{}
		for i := range e.Tree.Pairs() {
			e.numbers[i] = len(e.numbers) + 1
		}
	}
	return fmt.Sprintf("pair %d (%s)", e.numbers[segment], report.Visible(e.Keyword(segment)))
}

// others lists what is no property.
func (e *explanation) others() {
	var rows [][]string
	more := 0
	for i := range e.Unknown() {
		if len(rows) == maxListed {
			more++
			continue
		}
		rows = append(rows, []string{report.Visible(e.Keyword(i)), report.Visible(e.SegmentValue(i)), "unknown"})
	}
	if more > 0 {
		rows = append(rows, []string{fmt.Sprintf("and %d more", more)})
	}
	e.table("Unknown keywords", rows)
}

func (e *explanation) endpoint() {
	if e.Endpoint.Form == 0 {
		return
	}
	e.table("Endpoint", endpointRows(&e.Endpoint, e.verdict))
}

func (e *explanation) authentication() {
	d := e.Authenticate()
	var steps [][]string
	for _, s := range d.Steps {
		mark := " "
		if s.Chosen {
			mark = "→"
		}
		steps = append(steps, []string{mark + " " + s.Number, s.Reason})
	}
	e.table("Authentication: "+string(d.Auth), steps)
	e.missingAndIgnored()
}

// missingAndIgnored lists what the authentication lacks and what it does not use, and what
// the documentation says of it.
func (e *explanation) missingAndIgnored() {
	d := e.Authenticate()
	var missing, ignored [][]string
	for _, i := range d.Ignored {
		ignored = append(ignored, []string{schema.Get(i.ID).Name, i.Reason})
	}
	for id := range d.Missing.All() {
		missing = append(missing, []string{schema.Get(id).Name, schema.Get(id).Doc})
	}
	e.table("Mandatory and missing", missing)
	e.table("Ignored credentials", ignored)
	mode := cmp.Or(e.named, string(d.Auth))
	var notes [][]string
	for _, note := range e.notes(mode) {
		notes = append(notes, []string{note})
	}
	e.table("What the documentation says of "+mode, notes)
}

// notes are what the documentation says of the mode, and of reading results.
func (e *explanation) notes(mode string) []string {
	notes := convert.Notes(mode)
	if streaming, ok := e.Bool(schema.Streaming); streaming || !ok {
		notes = append(notes, "Streaming is on: dispose the reader when it is read, for it holds the connection open")
	}
	return notes
}

// writeFindings prints what the rules say, one line each, and counts what is too
// much of one of them.
func (a *app) writeFindings(found diag.List) {
	if len(found) > 0 {
		fmt.Fprintln(a.stdout, "\nFindings")
	}
	shown, left := report.SelectOf(found, diag.Information)
	for _, d := range shown {
		fmt.Fprintf(a.stdout, "  %s %s: %s\n", d.Code, d.Severity, report.Visible(d.Message))
	}
	if text := left.String(); text != "" {
		fmt.Fprintf(a.stdout, "  %s\n", text)
	}
}
