package cli

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/golden"
)

// htmlLines reads a page as XML and returns a line for each element of some names: its
// name, its class and its text, in which the coloured parts stand in brackets, with what
// they link to.
func htmlLines(t *testing.T, page string, names ...string) (lines []string) {
	t.Helper()
	at, depth := 0, 0
	for d := xml.NewDecoder(strings.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return lines
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, page)
		}
		last := len(lines) - 1
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			class, link := "", ""
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "class":
					class = a.Value
				case "href":
					link = a.Value
				}
			}
			for _, name := range names {
				if token.Name.Local == name && at == 0 {
					at = depth
					lines = append(lines, name+" "+class+": ")
				}
			}
			if at > 0 && (token.Name.Local == "span" || token.Name.Local == "a") {
				lines[len(lines)-1] += "[" + strings.TrimPrefix(class, "part ") + link + " "
			}
		case xml.EndElement:
			if at > 0 && (token.Name.Local == "span" || token.Name.Local == "a") {
				lines[last] += "]"
			}
			if depth == at {
				at = 0
			}
			depth--
		case xml.CharData:
			if at > 0 {
				lines[last] += string(token)
			}
		}
	}
}

const pictured = "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=11111111-2222-3333-4444-555555555555;AppKey=" + marker + ";Authority=contoso.com"

func TestExplainHTML(t *testing.T) {
	page := run(t, pictured, "explain", "--format", "html", "-")
	golden.Compare(t, "testdata/explain.html", page)
	want := []string{
		"h1 : What a connection string means",
		"pre text: [value#Prefix https://][host#Prefix help.kusto.windows.net][value#Prefix /Samples];[keyword#Keyword Fed]=[value#bare true];[keyword#Keyword AppClientId]=" +
			"[value#bare 11111111-2222-3333-4444-555555555555];[keyword#Keyword AppKey]=[secret#bare ****];[keyword#Keyword Authority]=[value#bare contoso.com]",
		"h2 : Authentication: app-key",
		"li step: [number 1]AAD Federated Security is true", "li step: [number 1.1]User Token is not given",
		"li step: [number 1.2]Application Token is not given", "li chosen: [number 1.3]Application Client Id and Application Key are given",
		"li outcome: the application signs in with its key",
		"h2 : Properties", "h2 : Defaults of the documentation", "h2 : Endpoint", "h2 : What the documentation says of app-key",
		"li : a key in code or in plain text leaks: keep it encrypted or in a vault",
		"li : Streaming is on: dispose the reader when it is read, for it holds the connection open",
		"h2 : Findings",
		"li : [badge warning warning] KCS501 Application Key is written in the textkeep it in a vault or the environment and write a placeholder\n",
		"h2 : Grammar",
	}
	if diff := cmp.Diff(want, htmlLines(t, page, "h1", "h2", "pre", "li")); diff != "" {
		t.Error(diff)
	}
}

func TestClientsHTML(t *testing.T) {
	page := run(t, "Data Source=https://c.kusto.windows.net;Fed=true;AppToken="+marker, "clients", "--client", "go,java", "--format", "html", "-")
	golden.Compare(t, "testdata/clients.html", page)
	got := htmlLines(t, page, "th", "td")
	for _, want := range []string{"th : (documented)", "th : go", "th : java", "td : https://c.kusto.windows.net", "td : ****"} {
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+want+"\n") {
			t.Errorf("no cell %q in %q", want, got)
		}
	}
}

// Whatever a string holds, the page is one, loads nothing, and has no markup of the string's.
func TestHTMLOfHostileStrings(t *testing.T) {
	for _, text := range append(steeringStrings(), "", ";;;", "<script>x()</script>", `https://c"><img src=x onerror=x()>;Fed=</pre><b>;<i>=</table>`, "AppKey=a;</pre>=b") {
		for _, command := range []string{"explain", "clients"} {
			page := run(t, text, command, "--format", "html", "-")
			if lines := htmlLines(t, page, "h1"); len(lines) != 1 {
				t.Errorf("%s of %q: %q", command, text, lines)
			}
			for _, outside := range []string{"<script", "<img", "<b>", "<i>", "src=\"", "href=\"h", "href=\"/", "href=\"j", "style=\"", "url("} {
				if strings.Contains(page, outside) {
					t.Errorf("%s of %q: the page holds %s", command, text, outside)
				}
			}
		}
	}
}
