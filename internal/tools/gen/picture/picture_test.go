package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPicture compares docs/lint.svg with what the commands print now.
func TestPicture(t *testing.T) {
	got, err := os.ReadFile("../../../../docs/lint.svg")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(draw(screen()), string(got)); diff != "" {
		t.Errorf("docs/lint.svg is stale: run go generate ./internal/cli\n%s", diff)
	}
}

// The picture is XML, shows the findings, and no secret.
func TestPictureShowsFindings(t *testing.T) {
	picture := draw(screen())
	var shown strings.Builder
	for d := xml.NewDecoder(strings.NewReader(picture)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			shown.Write(text)
		}
	}
	for _, want := range []string{"error KCS501", "warning KCS102", "UserToken=****\n", "= help: "} {
		if !strings.Contains(shown.String(), want) {
			t.Errorf("it does not show %q", want)
		}
	}
	for _, hidden := range []string{"eyJ", "\x1b"} {
		if strings.Contains(picture, hidden) {
			t.Errorf("it holds %q", hidden)
		}
	}
}

func TestSpans(t *testing.T) {
	svg, width := spans("\x1b[1;31merror\x1b[0m: a<b \x1b[7mm\x1b[0m")
	if want := `<tspan class="b r">error</tspan>: a&lt;b m`; svg != want || width != len("error: a<b m") {
		t.Errorf("%s, %d wide", svg, width)
	}
}
