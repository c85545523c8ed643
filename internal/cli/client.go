package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/sdk"
)

// clientAnswer is what the batch protocol says of one string with --client.
type clientAnswer struct {
	ID         json.RawMessage `json:"id"`
	OK         *bool           `json:"ok"` // null where nothing tells
	Crash      bool            `json:"crash,omitempty"`
	Error      string          `json:"error,omitempty"` // the class of the failure only
	Seen       object          `json:"seen,omitempty"`
	Auth       string          `json:"auth,omitempty"`
	Out        *string         `json:"out,omitempty"`    // with --unsafe-show-secrets only
	Masked     *string         `json:"masked,omitempty"` // likewise: a client's mask can leak
	Reparse    string          `json:"reparse,omitempty"`
	Unverified []string        `json:"unverified,omitempty"`
}

// newClientAnswer answers for text as client reads it. A value is masked where
// its source overlaps a secret of our own reading, unless reveal is set.
func newClientAnswer(id json.RawMessage, text string, client sdk.Client, reveal bool) clientAnswer {
	read := client.Read(text)
	a := clientAnswer{
		ID: id, Crash: read.Crash, Error: read.ErrorClass, Auth: read.Auth,
		Reparse: read.Reparse, Unverified: read.Unverified,
	}
	if !read.Unknown {
		a.OK = &read.OK
	}
	if out, masked := read.Out.Open(), read.Masked.Open(); reveal && out != "" {
		a.Out, a.Masked = &out, &masked
	}
	tree, _ := grammar.Parse(text)
	view := redact.Of(bind.Bind(tree))
	if reveal {
		view = redact.Revealed(view.Bound)
	}
	if read.OK {
		a.Seen = object{}
	}
	for _, p := range read.Seen {
		a.Seen = append(a.Seen, field{p.Name, heldValue(view, p)})
	}
	return a
}

// clientChoices lists what --client takes.
func clientChoices() []string {
	return slices.Concat(schema.ClientNames(), []string{"all"}, sdk.Releases())
}

// addClient adds --client, which takes a list of clients.
func addClient(cmd *cobra.Command, value *string, usage string) {
	choices := clientChoices()
	cmd.Flags().Var(choice{value: value, values: append(choices, ""), list: true}, "client", usage+": "+strings.Join(sdk.Names(), ", ")+" or all, at a release by @")
	if err := cmd.RegisterFlagCompletionFunc("client", completeList(choices...)); err != nil {
		panic(err) // the flag was just added
	}
}

// clientsNamed returns the clients of a list of names; none for the empty list.
func clientsNamed(list string) ([]sdk.Client, error) {
	if list == "" {
		return nil, nil
	}
	selected, _, _ := sdk.Select(list)
	if selected == nil {
		return nil, fmt.Errorf("no such client; there are %s", strings.Join(clientChoices(), ", "))
	}
	return selected, nil
}
