package cli

import (
	"cmp"
	"encoding/json"

	"kustoconn/endpoint"
	"kustoconn/sdk"
)

// clientTrust is what one client's own check of trusted hosts says of an
// endpoint.
type clientTrust struct {
	ID      json.RawMessage `json:"id,omitempty"`
	Client  string          `json:"client,omitempty"`
	Trusted *bool           `json:"trusted"` // null where nothing tells
	Checked string          `json:"checked"` // always, never, or with which authentications
}

func newClientTrust(c sdk.Client, uri, login string, added []endpoint.MatchRule) clientTrust {
	t := clientTrust{Checked: sdk.TrustChecked(c)}
	if trusted, known := sdk.Trusts(c, uri, login, added); known {
		t.Trusted = &trusted
	}
	return t
}

// answerClient answers one line of the batch protocol by one client's check. A
// login that is given counts as it is written, an empty one too.
func (c *endpointCommand) answerClient(request map[string]json.RawMessage, client sdk.Client) (any, error) {
	uri, login, err := uriAndLogin(request)
	if err != nil {
		return nil, err
	}
	if _, given := request["login"]; !given {
		e := endpoint.Analyze(uri)
		login = cmp.Or(c.trust.login, sdk.LoginOf(&e))
	}
	t := newClientTrust(client, uri, login, c.trust.rules())
	t.ID = requestID(request)
	return t, nil
}

// trustOf asks each client about e, at the login of the flags or else that of
// the cloud of e.
func (c *endpointCommand) trustOf(clients []sdk.Client, e *endpoint.Endpoint) (all []clientTrust) {
	for _, client := range clients {
		t := newClientTrust(client, e.Text(), cmp.Or(c.trust.login, sdk.LoginOf(e)), c.trust.rules())
		t.Client = client.Name
		all = append(all, t)
	}
	return all
}

// trustRows tells what the clients say, a row each.
func trustRows(all []clientTrust) (rows [][]string) {
	for _, t := range all {
		verdict := "not recorded"
		switch {
		case t.Checked == "never":
			verdict = "not checked"
		case t.Trusted != nil && *t.Trusted:
			verdict = "trusted"
		case t.Trusted != nil:
			verdict = "not trusted"
		}
		when := "checked " + t.Checked
		if t.Checked != "always" && t.Checked != "never" {
			when = "checked with " + t.Checked
		}
		rows = append(rows, []string{t.Client, verdict, when})
	}
	return rows
}
