package cli

import (
	"kustoconn/internal/methods"
	"kustoconn/schema"
	"kustoconn/sdk"
)

// clientsJSON is a string as each client reads it.
type clientsJSON struct {
	Documentation documentedJSON `json:"documentation"`
	Clients       []readingJSON  `json:"clients"`
	Diagnostics   []diagnostic   `json:"diagnostics"`
}

type documentedJSON struct {
	Auth       string     `json:"auth"`
	Properties properties `json:"properties"`
}

type readingJSON struct {
	Client      string        `json:"client"`
	Version     string        `json:"version"`
	Verdict     string        `json:"verdict"`
	Error       string        `json:"error,omitempty"` // the class only
	Auth        string        `json:"auth,omitempty"`
	Seen        object        `json:"seen,omitempty"`
	Differences []findingJSON `json:"differences"`
	Unverified  []string      `json:"unverified,omitempty"`
}

type findingJSON struct {
	Code     string `json:"code"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Property string `json:"property,omitempty"`
	How      string `json:"how"`
}

// document is the table as JSON.
func (t clientTable) document() clientsJSON {
	doc := clientsJSON{
		Documentation: documentedJSON{string(t.view.AuthMode()), propertiesOf(t.view)},
		Diagnostics:   diagnostics(sdk.Portability(t.view.Bound, t.clients)),
	}
	for _, r := range t.readings {
		a := &r.Answer
		out := readingJSON{
			Client: r.Client.Name, Version: r.Client.Version, Verdict: clientVerdict(a),
			Error: a.ErrorClass, Auth: a.Auth, Differences: []findingJSON{}, Unverified: a.Unverified,
		}
		if a.OK {
			for _, p := range a.Seen {
				out.Seen = append(out.Seen, field{p.Name, heldValue(t.view, p)})
			}
		}
		for _, f := range r.Findings {
			finding := findingJSON{Code: f.Rule.String(), Start: f.Span.Start, End: f.Span.End, How: f.How}
			if f.Property != schema.None {
				finding.Property = f.Property.String()
			}
			out.Differences = append(out.Differences, finding)
		}
		doc.Clients = append(doc.Clients, out)
	}
	return doc
}

// matrixJSON is what each client supports.
type matrixJSON struct {
	Clients  []clientJSON  `json:"clients"`
	Keywords []keywordJSON `json:"keywords"`
	Methods  []methodJSON  `json:"methods"`
}

type clientJSON struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Version string   `json:"version"`
	Source  string   `json:"source"`
	Gaps    []string `json:"gaps"`
	Trust   struct {
		Checked string   `json:"checked"`
		Add     string   `json:"add,omitempty"`
		Notes   []string `json:"notes"`
	} `json:"trust"`
}

type keywordJSON struct {
	Property string `json:"property"`
	Keyword  string `json:"keyword"`
	Support  object `json:"support"` // by client
}

type methodJSON struct {
	Method   string     `json:"method"`
	InString bool       `json:"inString"`
	Calls    []callJSON `json:"calls"`
}

type callJSON struct {
	Client     string `json:"client"`
	Name       string `json:"name,omitempty"`
	Documented bool   `json:"documented"`
	Misprint   string `json:"misprint,omitempty"` // what the documentation prints instead
	Note       string `json:"note,omitempty"`
}

func matrixDocument() (doc matrixJSON) {
	for _, c := range sdk.Clients() {
		out := clientJSON{Name: c.Name, Title: c.Title, Version: c.Version, Source: c.Source, Gaps: list(c.Gaps)}
		out.Trust.Checked, out.Trust.Add, out.Trust.Notes = sdk.TrustChecked(c), c.Trust.Add, list(c.Trust.Notes)
		doc.Clients = append(doc.Clients, out)
	}
	for _, row := range sdk.Keywords() {
		out := keywordJSON{Property: row.Property.Name, Keyword: row.Keyword}
		for i, s := range row.Support {
			out.Support = append(out.Support, field{doc.Clients[i].Name, s.String()})
		}
		doc.Keywords = append(doc.Keywords, out)
	}
	for _, m := range methods.All() {
		out := methodJSON{Method: m.Name, InString: m.InString}
		for _, c := range m.Calls {
			out.Calls = append(out.Calls, callJSON{c.Client.String(), c.Name, c.Documented, c.Misprint, c.Note})
		}
		doc.Methods = append(doc.Methods, out)
	}
	return doc
}
