package redact

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
)

// NewHandler returns a handler of log/slog that masks messages and attributes, as Text
// and Field do, before it gives them to another one. A value that is no text is judged
// by how it prints and by its JSON; where one of them would be masked, the masked text
// stands in its place. Names of attributes and groups stay.
//
// A handler that writes to a stream can be given a Writer instead, which also sees what
// stands beside one another in a line.
func NewHandler(next slog.Handler) slog.Handler { return handler{next} }

type handler struct{ next slog.Handler }

func (h handler) Enabled(ctx context.Context, level slog.Level) bool {
	return h.next.Enabled(ctx, level)
}

func (h handler) Handle(ctx context.Context, r slog.Record) error {
	masked := slog.NewRecord(r.Time, r.Level, Text(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		masked.AddAttrs(maskAttr(a))
		return true
	})
	return h.next.Handle(ctx, masked)
}

func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.next.WithAttrs(maskAttrs(attrs))}
}

func (h handler) WithGroup(name string) slog.Handler { return handler{h.next.WithGroup(name)} }

func maskAttrs(attrs []slog.Attr) []slog.Attr {
	masked := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		masked[i] = maskAttr(a)
	}
	return masked
}

func maskAttr(a slog.Attr) slog.Attr {
	a.Value = a.Value.Resolve()
	switch a.Value.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(Field(a.Key, a.Value.String()))
	case slog.KindGroup:
		a.Value = slog.GroupValue(maskAttrs(a.Value.Group())...)
	case slog.KindAny:
		a.Value = maskAny(a.Key, a.Value)
	}
	return a
}

// maskAny returns the masked text of a value that no kind of slog is for, where it
// prints a secret; else the value.
func maskAny(key string, v slog.Value) (masked slog.Value) {
	defer func() {
		if recover() != nil { // a method of the value's
			masked = slog.StringValue(Mask)
		}
	}()
	texts := []string{fmt.Sprintf("%+v", v.Any())}
	switch v := v.Any().(type) {
	case []byte:
		texts = []string{string(v)}
	case error:
		texts = append(texts, v.Error()) // which handlers for JSON print
	}
	data, _ := json.Marshal(v.Any())
	for _, text := range append(texts, string(data)) {
		if m := Field(key, text); m != text {
			return slog.StringValue(m)
		}
	}
	return v
}
