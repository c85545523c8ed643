package convert

import (
	"fmt"
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/normalize"
	"kustoconn/schema"
)

// Target is something that a connection converts to.
type Target struct {
	Name  string // what To takes
	Title string // for people, as it stands in a sentence
	// Reads is set where From takes the target's text: where that can hold a
	// full connection.
	Reads bool

	client   schema.Client // of builder code; zero for settings
	write    func(*Connection) (string, error)
	read     func(text string) (*normalize.Builder, error)
	settings func(text string) (*normalize.Builder, schema.ModeID, error)
}

// targets are in the order in which reports list them.
var targets = []Target{
	code(csharp), code(python), code(typescript), code(java), code(golang), code(rust),
	settings(grafana), settings(telegraf), settings(fluentbit), settings(otel), settings(kafka),
	settings(logstash), settings(spark), settings(log4j2), settings(sqlalchemy), settings(kqlmagic),
}

func code(l *language) Target {
	return Target{Name: l.name, Title: l.title, client: l.client, write: l.write}
}

func settings(f *format) Target {
	target := Target{Name: f.Name, Title: f.Title, write: f.write}
	if f.parse != nil {
		target.Reads, target.read, target.settings = true, f.read, f.build
	}
	return target
}

// Targets returns every target, in the order in which reports list them. The
// slice is the caller's own.
func Targets() []Target { return append([]Target(nil), targets...) }

// To writes c for the target of the name, in any case; that of a client is a
// name of its code, too (dotnet, node). The text ends with a
// line end and holds no secret. The error says what to use instead where the
// target cannot hold c, and never holds a value of c.
func To(target string, c *Connection) (string, error) {
	t, err := find(target)
	if err != nil {
		return "", err
	}
	return t.write(c)
}

func find(name string) (Target, error) {
	names := make([]string, len(targets))
	client, _ := schema.FindClient(name)
	for i, t := range targets {
		if strings.EqualFold(t.Name, name) || t.client != 0 && t.client == client {
			return t, nil
		}
		names[i] = t.Name
	}
	if near, ok := vocabulary.SuggestFrom(name, names); ok {
		return Target{}, fmt.Errorf("no such target; did you mean %q?", near)
	}
	return Target{}, fmt.Errorf("no such target; there are %s", strings.Join(names, ", "))
}
