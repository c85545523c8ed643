package railroad_test

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kustoconn/grammar/formal"
	"kustoconn/internal/railroad"
)

// svgs returns the diagrams of the page.
func svgs(t *testing.T) []string {
	t.Helper()
	found := regexp.MustCompile(`(?s)<svg .*?</svg>`).FindAllString(railroad.HTML(), -1)
	productions := strings.Count(formal.EBNF(), " .\n")
	if len(found) == 0 || len(found) != productions {
		t.Fatalf("%d diagrams of %d productions", len(found), productions)
	}
	return found
}

func TestRailroadIsSelfContained(t *testing.T) {
	page := railroad.HTML()
	for _, outside := range []string{"<script", "<img", "src=", "url(", "@import", `href="http`} {
		if strings.Contains(page, outside) {
			t.Errorf("the page holds %s", outside)
		}
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("id %s is there twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			t.Errorf("link to %s, which is not there", m[1])
		}
	}
}

type rectangle struct{ x, y, width, height int }

// Diagrams are XML; boxes lie inside them and apart from each other.
func TestRailroadBoxes(t *testing.T) {
	for _, svg := range svgs(t) {
		var all []rectangle // the first is the diagram's own
		for d := xml.NewDecoder(strings.NewReader(svg)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%v in %s", err, svg)
			}
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != "svg" && start.Name.Local != "rect" {
				continue
			}
			r := rectangle{}
			for _, a := range start.Attr {
				if p := map[string]*int{"x": &r.x, "y": &r.y, "width": &r.width, "height": &r.height}[a.Name.Local]; p != nil {
					*p, err = strconv.Atoi(a.Value)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			all = append(all, r)
		}
		page, boxes := all[0], all[1:]
		if len(boxes) == 0 {
			t.Errorf("no box in %s", svg)
		}
		for i, b := range boxes {
			if b.x < 0 || b.y < 0 || b.x+b.width > page.width || b.y+b.height > page.height {
				t.Errorf("box %+v outside %+v", b, page)
			}
			for _, track := range levelTracks(t, svg) {
				if b.y < track.y && track.y < b.y+b.height && track.x < b.x+b.width && b.x < track.x+track.width {
					t.Errorf("track %+v runs through box %+v", track, b)
				}
			}
			for _, c := range boxes[:i] {
				if b.x < c.x+c.width && c.x < b.x+b.width && b.y < c.y+c.height && c.y < b.y+b.height {
					t.Errorf("boxes %+v and %+v overlap", b, c)
				}
			}
		}
	}
}

// levelTracks returns the straight tracks of a diagram.
func levelTracks(t *testing.T, svg string) []rectangle {
	t.Helper()
	var tracks []rectangle
	for _, m := range regexp.MustCompile(`d="M(\d+) (\d+)H(\d+)"`).FindAllStringSubmatch(svg, -1) {
		var at [3]int
		for i := range at {
			n, err := strconv.Atoi(m[i+1])
			if err != nil {
				t.Fatal(err)
			}
			at[i] = n
		}
		tracks = append(tracks, rectangle{x: at[0], y: at[1], width: at[2] - at[0]})
	}
	return tracks
}
