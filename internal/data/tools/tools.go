// Package tools holds the settings in which other tools (Grafana, Telegraf,
// Kafka Connect, Spark and the like) keep a Kusto connection: each tool is
// declared once, as data.
//
//	t := tools.Get("fluent-bit")
//	for _, s := range t.Settings { … }
//
// It stands after package schema, of whose properties it speaks. Package lint
// reads the settings and checks the connection string that they amount to;
// package convert writes them. How to add a tool is told in ARCHITECTURE.md.
//
// Sources: the documentation and the code of each tool, see Tool.Source.
package tools

import (
	"strings"

	"kustoconn/schema"
)

// Tool is a program that keeps a connection in settings, a key for each part.
// Tools are shared and must not be modified.
type Tool struct {
	Name    string // one word for commands, such as "kafka-connect"
	Title   string // for people, as it stands in a sentence: "the Kafka Connect sink"
	Source  string // documentation or code that the row rests on
	Version string // of Source: what the row was held against

	// Signs tell that keys in a file are the tool's; one of them has to be
	// there. A tool without any keeps its connection in a text of its own
	// syntax, whose parts the keys name.
	Signs []Sign
	// Schemes are what such a text starts with before "://", as FoldKey gives it. The
	// tool's first two settings are the endpoint and the database then.
	Schemes []string
	// Settings are those of every authentication, in the order in which they
	// are written.
	Settings []Setting
	// Authentications are those that the tool has, application key first. Where
	// a key holds different properties, the first says what it usually holds.
	Authentications []Authentication
}

// Sign is what shows that keys belong to a tool: the name of what holds them,
// or a key beside them. Case does not matter.
type Sign struct {
	Within string // the last names of the path of what holds the keys, joined by dots
	Beside string // a key, by its path from what holds the keys
	Value  string // what the value of Beside contains; empty for anything
}

// Setting is a key and what it holds.
type Setting struct {
	// Key is the path from what holds the settings, joined by dots.
	Key string
	// Also are other keys for the same: of older versions, or the constants
	// that name it in code.
	Also []string
	// Env is the variable of the tool's environment that newer versions read
	// in place of the key; empty for none.
	Env string

	Property schema.ID // what it holds; None where Fixed says that
	Fixed    string    // the value that selects the authentication
	Optional bool      // the tool does without it
	Ingest   bool      // the endpoint it holds is the one for ingestion, not for queries
	Partial  bool      // the property is only a part of its value
}

// Keys returns every key of the setting, Key first.
func (s Setting) Keys() []string { return append([]string{s.Key}, s.Also...) }

// Authentication is a way to sign in that a tool has, with the settings that
// it needs beside those of the tool.
type Authentication struct {
	Mode     schema.ModeID
	Settings []Setting
}

// The ways to sign in that tools have and .NET's builder has not.
const (
	WorkloadIdentity schema.ModeID = "workload-identity" // of a pod in Kubernetes
	currentUser      schema.ModeID = "current-user"      // whoever uses the tool
)

// FoldKey returns a name as Kqlmagic compares schemes and keys: in lower case, without
// hyphens, underscores and blanks.
func FoldKey(name string) string { return foldKey.Replace(strings.ToLower(name)) }

var foldKey = strings.NewReplacer("_", "", "-", "", " ", "")

// All returns every tool, in the order in which reports list them. The slice
// is the caller's own.
func All() []*Tool {
	all := make([]*Tool, len(table))
	for i := range table {
		all[i] = &table[i]
	}
	return all
}

// Get returns the tool of the name, nil where there is none.
func Get(name string) *Tool {
	for i := range table {
		if table[i].Name == name {
			return &table[i]
		}
	}
	return nil
}

// Authentication returns the tool's settings for a mode; ok is false where the
// tool has no such authentication.
func (t *Tool) Authentication(mode schema.ModeID) (a Authentication, ok bool) {
	for _, a := range t.Authentications {
		if a.Mode == mode {
			return a, true
		}
	}
	return Authentication{}, false
}

// StringSettings returns the settings that amount to a connection string:
// those that hold a property, and it whole, of authentications that a string
// can select. Each key is there once, with what it usually holds.
func (t *Tool) StringSettings() []Setting {
	var all []Setting
	seen := map[string]bool{}
	add := func(settings []Setting) {
		for _, s := range settings {
			if s.Property != schema.None && !s.Partial && !seen[s.Key] {
				seen[s.Key] = true
				all = append(all, s)
			}
		}
	}
	add(t.Settings)
	for _, a := range t.Authentications {
		if mode := schema.GetMode(a.Mode); mode != nil && mode.InString() {
			add(a.Settings)
		}
	}
	return all
}
