package redact_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/slogtest"

	"kustoconn/redact"
)

type logged struct {
	URL    string
	Nested *logged
}

type valuer struct{}

func (valuer) LogValue() slog.Value { return slog.StringValue(secretLine) }

type panics struct{}

func (panics) MarshalJSON() ([]byte, error) { panic("Zq7Yw9Kx") }

// formatted is an error that says less in fmt than by itself.
type formatted struct{}

func (formatted) Error() string              { return secretLine }
func (formatted) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "failed") }

func TestHandler(t *testing.T) {
	secret := errors.New("no answer: " + secretLine)
	for _, tc := range []struct {
		name  string
		log   func(l *slog.Logger)
		masks bool
	}{
		{"message", func(l *slog.Logger) { l.Info(secretLine) }, true},
		{"string", func(l *slog.Logger) { l.Info("m", "url", secretLine) }, true},
		{"name of a secret", func(l *slog.Logger) { l.Info("m", "appKey", "Zq7Yw9Kx Zq7") }, true},
		{"name in a group", func(l *slog.Logger) { l.Info("m", slog.Group("g", slog.Group("h", "AppKey", "Zq7Yw9Kx"))) }, true},
		{"with", func(l *slog.Logger) { l.With("appKey", "Zq7Yw9Kx").WithGroup("g").Info("m", "a", 1) }, true},
		{"error", func(l *slog.Logger) { l.Error("m", "err", secret) }, true},
		{"error that formats itself", func(l *slog.Logger) { l.Error("m", "err", formatted{}) }, true},
		{"field that is not exported", func(l *slog.Logger) { l.Info("m", "v", struct{ url string }{secretLine}) }, true},
		{"no JSON", func(l *slog.Logger) { l.Info("m", "v", map[string]any{"f": func() {}, "url": secretLine}) }, true},
		{"bytes", func(l *slog.Logger) { l.Info("m", "body", []byte(secretLine)) }, true},
		{"struct", func(l *slog.Logger) { l.Info("m", "v", logged{URL: secretLine}) }, true},
		{"pointer in a struct", func(l *slog.Logger) { l.Info("m", "v", logged{Nested: &logged{URL: secretLine}}) }, true},
		{"map", func(l *slog.Logger) { l.Info("m", "v", map[string]any{"appKey": "Zq7Yw9Kx"}) }, true},
		{"raw JSON", func(l *slog.Logger) { l.Info("m", "v", json.RawMessage(`{"appKey":"Zq7Yw9Kx"}`)) }, true},
		{"log valuer", func(l *slog.Logger) { l.Info("m", "v", valuer{}) }, true},
		{"panic", func(l *slog.Logger) { l.Info("m", "v", panics{}) }, true},
		{"nothing", func(l *slog.Logger) {
			l.Info("a \"quoted\" <b>", "n", 1, "e", errors.New("x"), "v", logged{URL: "https://help.kusto.windows.net/Samples"}, "s", "a;b=c")
		}, false},
	} {
		for _, format := range []func(*bytes.Buffer) slog.Handler{
			func(b *bytes.Buffer) slog.Handler {
				return slog.NewJSONHandler(b, &slog.HandlerOptions{ReplaceAttr: timeless})
			},
			func(b *bytes.Buffer) slog.Handler {
				return slog.NewTextHandler(b, &slog.HandlerOptions{ReplaceAttr: timeless})
			},
		} {
			var got, plain bytes.Buffer
			tc.log(slog.New(redact.NewHandler(format(&got))))
			tc.log(slog.New(format(&plain)))
			if masked := strings.Contains(got.String(), "****"); masked != tc.masks || strings.Contains(got.String(), "Zq7") {
				t.Errorf("%s: %s", tc.name, &got)
			}
			if !tc.masks && got.String() != plain.String() {
				t.Errorf("%s: %s, want %s", tc.name, &got, &plain)
			}
		}
	}
}

func timeless(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

// TestHandlerKeepsTheRules runs the standard library's rules for handlers.
func TestHandlerKeepsTheRules(t *testing.T) {
	var out bytes.Buffer
	err := slogtest.TestHandler(redact.NewHandler(slog.NewJSONHandler(&out, nil)), func() (all []map[string]any) {
		for line := range strings.Lines(out.String()) {
			var record map[string]any
			if err := json.Unmarshal([]byte(line), &record); err != nil {
				t.Fatal(err)
			}
			all = append(all, record)
		}
		return all
	})
	if err != nil {
		t.Error(err)
	}
}

func TestField(t *testing.T) {
	for _, tc := range []struct{ name, value, want string }{
		{"url", "https://c.kusto.windows.net;AppKey=Zq7Yw9Kx;Fed=true", "https://c.kusto.windows.net;AppKey=****;Fed=true"},
		{"appKey", "Zq7Yw9Kx and \"more\"", "****"},
		{"appKey", "", ""},
		{"x", "a \"b\" <c>\n\u2028 \xff", "a \"b\" <c>\n\u2028 \xff"},
		{"a\"b", "see https://c.kusto.windows.net;AppKey=Zq7Yw9Kx", "see https://c.kusto.windows.net;AppKey=****"},
	} {
		if got := redact.Field(tc.name, tc.value); got != tc.want {
			t.Errorf("%s of %q: %q, want %q", tc.name, tc.value, got, tc.want)
		}
	}
}
