package cli

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/report"
)

// textsAtATime are reported by one run of a command.
const textsAtATime = 25

// A planter makes texts with the marker in a secret's place, and command lines that
// report them.
type planter struct {
	*rand.Rand
	names []string // of holders
}

func (p *planter) pick(of ...string) string { return of[p.IntN(len(of))] }

// secret is the marker amid signs that mean something to a reader of strings, files or
// shells, but never what a placeholder is made of.
func (p *planter) secret() string {
	around := func() (signs string) {
		for range p.IntN(3) {
			signs += p.pick(strings.Split(";=\"' a,@:/&\\|+-~^.é\t", "")...)
		}
		return signs
	}
	s := around() + marker + around()
	if p.IntN(4) == 0 {
		s += marker
	}
	if p.IntN(2) == 0 {
		q := p.pick(`"`, "'")
		s = q + strings.ReplaceAll(s, q, q+q) + q
	}
	return s
}

// text is a connection string that holds it.
func (p *planter) text() string {
	host := p.pick("https://c.kusto.windows.net", "https://help.kusto.windows.net/Samples", "Data Source=https://c.kusto.windows.net/Db", "Server=mycluster.westeurope.kusto.windows.net", "@help/Samples", "Addr=https://x.kusto.fabric.microsoft.com")
	pair := func() string {
		return p.pick("Fed=true", "Fed=yes", "Database=x", "Initial Catalog=Db", "Authority Id=contoso.com", "AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", "Whatever=x", "User ID=bob", "Dtabase=x")
	}
	keyword := p.pick("AppKey", "Application Key", "ApplicationKey", "UserToken", "User Token", "usrtoken", "AppToken", "Application Token", "Password", "Pwd", "Application Certificate Blob", "APPKEY", "app key", "Application Certificate PrivateKey", "application_key", "AppKye", "Aplication Key", "Client Secret")
	joint := p.pick("=", "=", "=", "=", " = ", "==", ":", " ", "->")
	parts := []string{host, pair(), keyword + joint + p.secret()}
	switch p.IntN(3) {
	case 0:
		parts = append(parts, pair(), pair())
	case 1:
		parts[0], parts[2] = parts[2], parts[0]
		if strings.HasPrefix(parts[2], "http") {
			parts[2] = "Data Source=" + parts[2]
		}
	}
	return strings.Join(parts, p.pick(";", ";", ";", ";", " ; ", ",", " ", "\n"))
}

// codeBehind holds the marks that end the literal in a file of holders, behind which
// names are code, which is shown.
var codeBehind = map[string]string{"a.vb": `"`, "a.bicep": "'", "a.php": "'", "a.ps1": `"`}

// content is that of a file of the name that holds the first of texts, and the others
// where its format takes more than one.
func content(name string, texts []string) (content string, held int) {
	for i, text := range texts {
		if i > 0 && strings.ContainsAny(content, "<{") && !strings.HasSuffix(name, ".md") {
			break
		}
		if mark := codeBehind[name]; mark != "" {
			text = strings.ReplaceAll(text, mark, "^")
		}
		held++
		single := strings.ReplaceAll(text, "'", "''")
		xml := strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(text)
		content += fmt.Sprintf(holders[name]+"%.0[1]s%.0[2]s%.0[3]s%.0[4]s", text, strconv.Quote(text), single, xml)
	}
	return content, held
}

// command returns a command that reports texts: its arguments and standard input, in
// which as many of texts stand as held says.
func (p *planter) command() func(texts []string) (args []string, stdin string, held int) {
	var args []string
	switch p.IntN(8) {
	case 0:
		args = []string{"check", "--level", "information", "--format", p.pick(report.FormatNames()...), "--"}
		return func(texts []string) ([]string, string, int) { return slices.Concat(args, texts), "", len(texts) }
	case 1:
		args = []string{p.pick("explain", "clients", "endpoint"), "--format", p.pick("text", "json", "html"), "-"}
		return func(texts []string) ([]string, string, int) { return args, texts[0], 1 }
	case 2:
		args = []string{p.pick("fmt", "convert", "diff"), p.pick("--check", "--to=python", "--to=grafana", "--format=json", "--diff", "-"), "-", p.pick("Fed=true", "--")}
		return func(texts []string) ([]string, string, int) { return args, texts[0], 1 }
	case 3:
		args = []string{"check", "--jsonl", "--client", p.pick("dotnet", "go", "python", "node", "java", "rust", "r")}
		return func(texts []string) ([]string, string, int) { return args, requests(texts), len(texts) }
	case 4:
		args = []string{"check", "--jsonl"}
		return func(texts []string) ([]string, string, int) { return args, requests(texts), len(texts) }
	}
	name := p.pick(p.names...)
	args = []string{"lint", "--stdin-filename", name, "--color", p.pick("never", "always"), "--format", p.pick(report.FormatNames()...), "--level", "information"}
	args = append(args, p.pick("--list", "--statistics", "--diff", "--client=all", "--exit-zero", "--quiet"))
	return func(texts []string) ([]string, string, int) {
		file, held := content(name, texts)
		return args, file, held
	}
}

// requests is a request for each of texts.
func requests(texts []string) (lines string) {
	for _, text := range texts {
		lines += `{"id":1,"s":` + quoteJSON(text) + "}\n"
	}
	return lines
}

func quoteJSON(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r < ' ' || r == '"' || r == '\\' {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String() + `"`
}

// No report of any command shows a piece of a secret, whatever string holds it, in
// whatever file. A campaign tries a million.
func TestPlantedSecretsInReports(t *testing.T) {
	exhaust.Long(t)
	var names []string
	for name := range holders {
		names = append(names, name)
	}
	slices.Sort(names)
	n := exhaust.Length(t, 1000, 250_000)
	for part := range 4 {
		t.Run(strconv.Itoa(part), func(t *testing.T) {
			t.Parallel()
			p := planter{rand.New(rand.NewPCG(uint64(part), uint64(n))), names}
			shown, reports, tried := 0, 0, 0
			for ; tried < n; reports++ {
				texts := make([]string, textsAtATime)
				for i := range texts {
					texts[i] = p.text()
				}
				command := p.command()
				args, stdin, held := command(texts)
				tried += held
				out := run(t, stdin, args...)
				piece := findPiece(out)
				if piece == "" {
					continue
				}
				for _, text := range texts { // alone
					if args, stdin, _ := command([]string{text}); findPiece(run(t, stdin, args...)) != "" {
						texts = []string{text}
					}
				}
				if shown++; shown < 10 {
					at := strings.Index(out, piece)
					t.Errorf("kustoconn %q prints %q: %q of %q", args[:min(len(args), 6)], piece, out[max(0, at-200):min(len(out), at+100)], texts)
				}
			}
			if shown > 0 {
				t.Errorf("%d of %d reports of %d strings show one", shown, reports, tried)
			}
		})
	}
}
