// Package sdk knows what each real client makes of a connection string: its
// clients read the text by their own rules, as they were recorded or are
// documented to, and not our tree.
//
// Read holds one client's answer against what package bind makes of the text,
// Portability makes diagnostics of what differs (rules 601 to 606), with fixes
// that were tried on the clients, and Keywords asks each client for every
// keyword. It imports packages validate and normalize and everything above them.
//
// How to add a client, and a keyword that a client has learnt, is told in
// ARCHITECTURE.md.
package sdk

import (
	"slices"
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/sdk/internal/dotnet"
	"kustoconn/sdk/internal/golang"
	"kustoconn/sdk/internal/java"
	"kustoconn/sdk/internal/node"
	"kustoconn/sdk/internal/python"
	"kustoconn/sdk/internal/rlang"
	"kustoconn/sdk/internal/rust"
)

// The vocabulary of the clients.
//go:generate go run -C ../internal/tools ./gen/clients ../../docs/clients.md

type (
	// Client is one real client: what it is and how it reads.
	Client = dialect.Client
	// Answer is what a client makes of one text.
	Answer = dialect.Answer
	// Property is one property as a client holds it.
	Property = dialect.Property
)

// clients are in the order in which reports list them.
var clients = []dialect.Client{
	dotnet.Client(), golang.Client(), python.Client(), node.Client(), java.Client(), rust.Client(), rlang.Client(),
}

// Clients returns every client, in the order in which reports list them. The
// slice is the caller's own.
func Clients() []dialect.Client { return append([]dialect.Client(nil), clients...) }

// Names returns the names that Find takes.
func Names() []string {
	var names []string
	for _, c := range clients {
		names = append(names, c.Name)
	}
	return names
}

// Releases returns NAME@RELEASE for each release of a client that was recorded.
// Select takes these beside Names.
func Releases() (names []string) {
	for _, c := range clients {
		for _, release := range c.Releases {
			names = append(names, c.Name+"@"+release)
		}
	}
	return names
}

// find returns the client with the name, in any case, and whether there is
// one. csharp and typescript are names of dotnet's and node's, too. A release
// behind "@" has to be one that was recorded; one reading holds for all of them.
func find(name string) (dialect.Client, bool) {
	name, release, released := strings.Cut(name, "@")
	id, ok := schema.FindClient(name)
	if !ok {
		return dialect.Client{}, false
	}
	c := clients[slices.IndexFunc(clients, func(c dialect.Client) bool { return c.ID == id })]
	if released {
		if !slices.Contains(c.Releases, strings.TrimPrefix(release, "v")) {
			return dialect.Client{}, false
		}
		release = strings.TrimPrefix(release, "v")
		c.Version = strings.Replace(c.Version, c.Releases[0], release, 1)
		if check, other := c.Older[release]; other {
			c.Trust = check
		}
	}
	return c, true
}

// Select returns the clients of a comma-separated list of names, or of
// NAME@RELEASE for one that was recorded; "all" is every one. unknown is the first name that is no client's, with the closest
// one that is, where any is close. A name given twice counts once.
func Select(list string) (selected []dialect.Client, unknown, near string) {
	if strings.EqualFold(strings.TrimSpace(list), "all") {
		return Clients(), "", ""
	}
	for name := range strings.SplitSeq(list, ",") {
		c, ok := find(strings.TrimSpace(name))
		if !ok {
			near, _ = vocabulary.SuggestFrom(name, append(Names(), Releases()...))
			return nil, name, near
		}
		if !slices.ContainsFunc(selected, func(s dialect.Client) bool { return s.ID == c.ID }) {
			selected = append(selected, c)
		}
	}
	return selected, "", ""
}
