package convert

import (
	"fmt"
	"strings"

	"kustoconn/normalize"
	"kustoconn/schema"
)

// Target is something that a connection converts to.
type Target struct {
	Name  string // what --to takes
	Title string // for people
	// Reads is set where From takes the target's text: where that can hold a
	// full connection.
	Reads bool

	write func(*Connection) (string, error)
	read  func(text string) (*normalize.Builder, error)
}

// targets are in the order in which reports list them.
var targets = []Target{
	code(csharp), code(python), code(typescript), code(java), code(golang), code(rust),
	settingsOf(grafana), settingsOf(telegraf), settingsOf(fluentbit), settingsOf(otel), settingsOf(kafka),
	settingsOf(logstash), settingsOf(spark), settingsOf(log4j2), settingsOf(sqlalchemy), settingsOf(kqlmagic),
}

func code(l *language) Target { return Target{Name: l.name, Title: l.title, write: l.write} }

func settingsOf(t *tool) Target {
	target := Target{Name: t.name, Title: t.title, write: t.write}
	if t.parse != nil {
		target.Reads, target.read = true, t.read
	}
	return target
}

// Targets returns every target. The slice is the caller's own.
func Targets() []Target { return append([]Target(nil), targets...) }

// Names returns the names that To takes.
func Names() (names []string) {
	for _, t := range targets {
		names = append(names, t.Name)
	}
	return names
}

// To writes c for the target of the name, in any case. The text ends with a
// line end and holds no secret. The error is a *ModeError or a *ValueError
// where the target cannot hold c.
func To(target string, c *Connection) (string, error) {
	t, err := find(target)
	if err != nil {
		return "", err
	}
	return t.write(c)
}

func find(name string) (Target, error) {
	for _, t := range targets {
		if strings.EqualFold(t.Name, name) {
			return t, nil
		}
	}
	if near, ok := schema.SuggestFrom(name, Names()); ok {
		return Target{}, fmt.Errorf("no target %q; did you mean %q?", name, near)
	}
	return Target{}, fmt.Errorf("no target %q; there are %s", name, strings.Join(Names(), ", "))
}
