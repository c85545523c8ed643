package webpage_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"kustoconn/internal/webpage"
)

// outline reads a page as XML and returns its elements, one inside the other, and all of
// its text but the style's.
func outline(t *testing.T, page string) (elements []string, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, text
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, page)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			elements = append(elements, strings.Join(open, "/"))
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] != "style" {
				text += string(token)
			}
		}
	}
}

const hostile = `</style><script>alert("1")</script>&amp;'`

func TestPage(t *testing.T) {
	p := webpage.New("Title "+hostile, "b { color: red }\n")
	p.Open("section", "title", hostile)
	p.Element("p", hostile, "class", hostile)
	p.Table("a "+hostile, []string{"h"}, [][]string{{"one", "≠ two"}})
	p.Checkbox("id", hostile)
	page := p.String()
	elements, text := outline(t, page)
	want := "html html/head html/head/meta html/head/meta html/head/meta html/head/meta html/head/title html/head/style html/body html/body/main " +
		"html/body/main/h1 html/body/main/section html/body/main/section/p html/body/main/section/div html/body/main/section/div/table " +
		"html/body/main/section/div/table/thead html/body/main/section/div/table/thead/tr html/body/main/section/div/table/thead/tr/th " +
		"html/body/main/section/div/table/tbody html/body/main/section/div/table/tbody/tr html/body/main/section/div/table/tbody/tr/th " +
		"html/body/main/section/div/table/tbody/tr/td html/body/main/section/label html/body/main/section/label/input"
	if got := strings.Join(elements, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if n := strings.Count(text, hostile); n != 4 {
		t.Errorf("the text stands %d times in %q", n, text)
	}
	if !strings.Contains(page, `<td class="differs">`) {
		t.Error("what differs is not marked")
	}
}

// A browser applies the style, whose hash the policy has, and loads nothing.
func TestPolicy(t *testing.T) {
	page := webpage.New("t", "b { color: red }\n").String()
	_, rest, _ := strings.Cut(page, "<style>")
	css, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(css))
	policy := "default-src &#39;none&#39;; style-src &#39;sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"
	if !strings.Contains(strings.ReplaceAll(page, "&#43;", "+"), policy) || !strings.HasSuffix(css, "b { color: red }\n") {
		t.Errorf("the page has no %s\n%s", policy, page[:600])
	}
	for _, outside := range []string{"<script", "src=", "href=", "url(", "@import", "style=", "http:", "https:"} {
		if strings.Contains(page, outside) {
			t.Errorf("the page holds %s", outside)
		}
	}
}

func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"write `<a>` & `b`, not c": "<p>write <code>&lt;a&gt;</code> &amp; <code>b</code>, not c</p>\n",
		"none":                     "<p>none</p>\n",
	} {
		p := webpage.New("t", "")
		p.Prose("p", text)
		if page := p.String(); !strings.Contains(page, want) {
			t.Errorf("%q is\n%s", text, page)
		}
	}
}
