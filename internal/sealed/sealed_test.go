package sealed_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"kustoconn/internal/sealed"
)

type text string

func (t text) Masked() string { return "masked " + string(t[:1]) }

type box = sealed.Box[text]

// holder embeds a box as the types of the façade do.
type holder struct{ box }

const secret = "secret text"

// Every way to print a holder gives the masked text or an address, never what
// the box holds.
func TestBoxPrintsMasked(t *testing.T) {
	h := holder{sealed.New(text(secret))}
	var log, stream bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "h", h)
	if err := gob.NewEncoder(&stream).Encode(&h); err != nil {
		t.Fatal(err)
	}
	inJSON, err := json.Marshal(map[string]any{"h": h, "p": &h})
	if err != nil {
		t.Fatal(err)
	}
	inXML, err := xml.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	for name, out := range map[string]string{
		"%v": fmt.Sprintf("%v", h), "%+v": fmt.Sprintf("%+v", &h), "%#v": fmt.Sprintf("%#v", h), "%x": fmt.Sprintf("%x", h),
		"slog": log.String(), "gob": stream.String(), "json": string(inJSON), "xml": string(inXML),
	} {
		if !strings.Contains(out, "masked s") || strings.Contains(out, secret) {
			t.Errorf("%s prints %q", name, out)
		}
	}
	inside := struct{ h holder }{h}
	for _, verb := range []string{"%s", "%v", "%+v", "%#v", "%d", "%p", "%w"} {
		if out := fmt.Sprintf(verb, inside) + fmt.Sprintf(verb, struct{ h *holder }{&h}); strings.Contains(out, secret) {
			t.Errorf("in a field, %s prints %q", verb, out)
		}
	}
}

func TestZeroBox(t *testing.T) {
	var h holder
	if _, ok := sealed.Open(h.box); ok || h.String() != "" || fmt.Sprint(h) != "" {
		t.Errorf("the zero box shows %q", h)
	}
}

// A Text gives back what it was made of, and fmt finds none of it.
func TestText(t *testing.T) {
	for _, text := range []string{"", "a", secret, strings.Repeat(secret, 100)} {
		sealedText := sealed.NewText(text)
		if got := sealedText.Open(); got != text {
			t.Errorf("%q is held as %q", text, got)
		}
		if !sealedText.Equal(sealed.NewText(strings.Clone(text))) || sealedText.Equal(sealed.NewText(text+"x")) {
			t.Errorf("%q is not equal to itself, or to another", text)
		}
		holder := struct {
			v sealed.Text
			p *sealed.Text
		}{sealedText, &sealedText}
		for _, verb := range []string{"%s", "%v", "%+v", "%#v", "%q", "%d", "%p", "%w", "%x", "% x"} {
			if out := fmt.Sprintf(verb, holder) + fmt.Sprintf(verb, sealedText); text != "" && len(text) > 1 && strings.Contains(out, secret) {
				t.Errorf("%s prints %q", verb, out)
			}
		}
	}
	if got := (sealed.Text{}).Open(); got != "" {
		t.Errorf("the zero Text holds %q", got)
	}
}
