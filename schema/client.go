package schema

import (
	"iter"
	"strings"
)

// Client is a Kusto client library that reads connection strings. The zero
// Client is invalid.
type Client uint8

// The clients, in the order tables show them.
const (
	_ Client = iota
	DotNet
	Go
	Python
	Node
	Java
	Rust
	R

	numClients
)

// clientNames holds what --client takes and what people read.
var clientNames = [numClients]struct{ name, title string }{
	DotNet: {"dotnet", ".NET"},
	Go:     {"go", "Go"},
	Python: {"python", "Python"},
	Node:   {"node", "Node"},
	Java:   {"java", "Java"},
	Rust:   {"rust", "Rust"},
	R:      {"r", "R"},
}

// Clients yields every client in table order.
func Clients() iter.Seq[Client] { return allClients.All() }

// String returns the name that --client takes: dotnet, go, python, node,
// java, rust or r; "unknown" for what is no client.
func (c Client) String() string {
	if c == 0 || c >= numClients {
		return "unknown"
	}
	return clientNames[c].name
}

// Title returns the name for people, such as ".NET"; "unknown" for what is no
// client.
func (c Client) Title() string {
	if c == 0 || c >= numClients {
		return "unknown"
	}
	return clientNames[c].title
}

// otherNames are names that a client has by the language that people write for
// it, where that is another.
var otherNames = map[string]Client{"csharp": DotNet, "typescript": Node}

// FindClient returns the client of a name, in any case: what String returns, or
// csharp for dotnet and typescript for node. ok is false where there is none.
func FindClient(name string) (c Client, ok bool) {
	name = strings.ToLower(name)
	for c := range Clients() {
		if c.String() == name {
			return c, true
		}
	}
	c, ok = otherNames[name]
	return c, ok
}

// ClientNames returns every name that FindClient takes: the clients' own in
// table order, then the others.
func ClientNames() (names []string) {
	for c := range Clients() {
		names = append(names, c.String())
	}
	return append(names, "csharp", "typescript")
}

// ClientSet is a set of clients. The zero ClientSet is empty.
type ClientSet uint16

const allClients ClientSet = 1<<numClients - 1<<1

// clients returns the set of its arguments.
func clients(members ...Client) ClientSet {
	var s ClientSet
	for _, c := range members {
		s |= 1 << c
	}
	return s
}

// Has reports whether c is in s.
func (s ClientSet) Has(c Client) bool { return s>>c&1 != 0 }

// Without returns s with c removed.
func (s ClientSet) Without(c Client) ClientSet { return s &^ (1 << c) }

// All yields the members in table order.
func (s ClientSet) All() iter.Seq[Client] {
	return func(yield func(Client) bool) {
		for c := DotNet; c < numClients; c++ {
			if s.Has(c) && !yield(c) {
				return
			}
		}
	}
}
