package lsp

import (
	"fmt"
	"strings"

	"kustoconn/bind"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/lint"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/source"
)

// The protocol's numbers of what a completion is.
const (
	itemValue    = 12
	itemProperty = 10
	itemSnippet  = 15
)

// completer makes the completions at one place of one string.
type completer struct {
	*document
	found    *lint.String
	bound    *bind.Bound
	span     source.Span // what is written over, in the string
	snippets bool
	items    []completionItem
}

// complete returns what can stand at the cursor in a string: keywords that it does not
// have yet, authentications as snippets, and values that a property is known to take.
func (s *server) complete(d *document, p *documentParams) any {
	c := completer{document: d, snippets: s.client.TextDocument.Completion.Item.SnippetSupport, items: []completionItem{}}
	if at, ok := c.locate(d.lines.offset(p.Position)); ok {
		c.choose(at)
	}
	return completionList{Items: c.items}
}

// written returns what stands at the span already, to be repeated in a completion; "" where
// any of it is secret.
func (c *completer) written() string {
	if redact.Of(c.bound).Hides(c.span) {
		return ""
	}
	return c.span.Slice(c.bound.Tree.Text())
}

// probe makes a connection string of a text that is about to become one.
const probe = ";AAD Federated Security=True"

// locate finds the string at a byte of the file and returns its byte of it. A text that
// is no string yet is one where a pair would make it one, and it speaks of Kusto.
func (c *completer) locate(offset int) (at int, ok bool) {
	if c.found = c.findings().stringAt(offset); c.found != nil {
		if at, ok = c.found.Offset(offset); ok {
			c.bind(c.found.Unescaped())
		}
		return at, ok
	}
	text := c.text()
	probed := c.lint(text[:offset] + probe + text[offset:])
	if c.found = probed.stringAt(offset); c.found == nil {
		return 0, false
	}
	at, ok = c.found.Offset(offset)
	rest, isWritten := strings.CutPrefix(c.found.Unescaped()[at:], probe)
	if !ok || !isWritten {
		return 0, false
	}
	c.bind(c.found.Unescaped()[:at] + rest)
	return at, c.bound.Endpoint.Form == endpoint.URI && c.bound.Endpoint.Cloud() != "" || c.hasKeyword()
}

// hasKeyword reports whether a pair of the string has a known keyword.
func (c *completer) hasKeyword() bool {
	for i := range c.bound.Tree.Pairs() {
		if c.bound.ID(i) != schema.None {
			return true
		}
	}
	return false
}

func (c *completer) bind(text string) {
	tree, _ := grammar.Parse(text)
	c.bound = bind.Bind(tree)
}

// choose adds what can stand at a byte of the string.
func (c *completer) choose(at int) {
	tree := c.bound.Tree
	i := tree.SegmentAt(at)
	if i < 0 {
		return
	}
	segment := &tree.Segments[i]
	c.span = source.Span{Start: segment.Span().Start, End: at}.TrimSpace(tree.Text())
	equals := segment.Equals()
	switch {
	case segment.MeantAsPrefix():
		c.hosts()
	case equals >= 0 && equals < at && segment.Quote != 0:
		// a value in quotes is written by hand
	case equals >= 0 && equals < at:
		c.span = source.Span{Start: equals + 1, End: at}.TrimSpace(tree.Text())
		id, _ := schema.Lookup(segment.Keyword())
		c.values(schema.Get(id))
	default:
		c.keywords(equals >= 0)
		if equals < 0 {
			c.authentications()
		}
	}
}

// part is a part of what a completion writes: text as it stands, or a place to fill in.
type part struct {
	text  string
	toSet bool
}

// add adds a completion of the parts, written as the file's format writes them.
func (c *completer) add(item completionItem, parts ...part) {
	edit, ok := c.found.Write(c.span, "")
	at := c.lines.span(edit.Span)
	if !ok || at.Start.Line != at.End.Line {
		return
	}
	item.InsertFormat, item.SortText = 1, fmt.Sprintf("%04d", len(c.items))
	places := 0
	var text strings.Builder
	for _, p := range parts {
		written, ok := c.found.Write(c.span, p.text)
		if !ok {
			return
		}
		switch {
		case !c.snippets:
			text.WriteString(written.NewText)
			continue
		case p.toSet:
			places++
			fmt.Fprintf(&text, "${%d:%s}", places, snippetText(written.NewText))
		default:
			text.WriteString(snippetText(written.NewText))
		}
	}
	item.Edit = textEdit{at, text.String()}
	if c.snippets {
		item.InsertFormat = 2
	}
	c.items = append(c.items, item)
}

// snippetText escapes what means something in a snippet.
func snippetText(text string) string {
	return strings.NewReplacer(`\`, `\\`, "$", `\$`, "}", `\}`).Replace(text)
}

// keywords adds the properties that the string does not have. hasSign says that the sign
// behind the keyword is there already.
func (c *completer) keywords(hasSign bool) {
	sign := "="
	if hasSign {
		sign = ""
	}
	for _, p := range schema.Properties() {
		if !p.Settable() || c.bound.Present.Has(p.ID) {
			continue
		}
		c.add(completionItem{Label: p.Name, Kind: itemProperty, Detail: string(p.Type), Documentation: p.Doc}, part{text: p.Name + sign})
	}
}

// authentications adds for each mode that a string can select what the string lacks for
// it. No secret is made up: the places to fill in hold placeholders.
func (c *completer) authentications() {
	if !c.snippets {
		return
	}
	for _, m := range schema.Modes() {
		if !m.InString() {
			continue
		}
		var parts []part
		need := func(id schema.ID, value part) {
			if p := schema.Get(id); p != nil && p.Settable() && !c.bound.Present.Has(id) {
				name := p.Name + "="
				if len(parts) > 0 {
					name = ";" + name
				}
				parts = append(parts, part{text: name}, value)
			}
		}
		if m.Federated {
			need(schema.FederatedSecurity, part{text: "True"})
		}
		for _, id := range m.Mandatory {
			if id != schema.DataSource && id != schema.FederatedSecurity {
				need(id, part{placeholderOf(schema.Get(id)), true})
			}
		}
		if len(parts) > 0 {
			c.add(completionItem{Label: string(m.ID), Kind: itemSnippet, Detail: "authentication", Documentation: m.Doc}, parts...)
		}
	}
}

// placeholderOf is what stands for a value yet to be written.
func placeholderOf(p *schema.Property) string {
	return "<" + strings.ReplaceAll(strings.ToLower(p.Name), " ", "-") + ">"
}
