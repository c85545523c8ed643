// Command record asks the Go client about connection strings: it reads lines
// of {"id", "group", "s"} from standard input and answers each with what the
// client makes of s, in the format of the recordings. It opens no connection.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"strings"

	"github.com/Azure/azure-kusto-go/azkustodata"
)

// row is a probe, and what is recorded of it.
type row struct {
	ID      string         `json:"id"`
	Group   string         `json:"group"`
	S       string         `json:"s"`
	OK      bool           `json:"ok"`
	Crash   bool           `json:"crash,omitempty"`
	Error   string         `json:"error,omitempty"`
	Seen    map[string]any `json:"seen,omitzero"`
	Out     *string        `json:"out,omitempty"`
	Masked  *string        `json:"masked,omitempty"`
	Reparse string         `json:"reparse,omitempty"`
	Auth    string         `json:"auth,omitempty"`
}

func main() {
	if err := record(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

func record(probes io.Reader, rows io.Writer) error {
	in := json.NewDecoder(probes)
	out := json.NewEncoder(rows)
	out.SetEscapeHTML(false)
	for {
		var r row
		err := in.Decode(&r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading a probe: %w", err)
		}
		if err := r.ask(); err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
		if err := out.Encode(r); err != nil {
			return err
		}
	}
}

// ask fills in what the client answers.
func (r *row) ask() error {
	client, failure := parse(r.S)
	if failure != nil {
		_, r.Crash = failure.(runtime.Error)
		r.Error = describe(failure)
		return nil
	}
	out, err := client.ConnectionString(true)
	if err != nil {
		return err
	}
	masked, err := client.ConnectionString(false)
	if err != nil {
		return err
	}
	r.OK, r.Out, r.Masked = true, &out, &masked
	r.Seen = seen(client)
	r.Auth = auth(client)
	switch again, failure := parse(out); {
	case failure != nil:
		r.Reparse = "rejected"
	case reflect.DeepEqual(client, again):
		r.Reparse = "same"
	default:
		r.Reparse = "differs"
	}
	return nil
}

// parse returns what the client panicked with, which is how it reports any
// error.
func parse(s string) (client *azkustodata.ConnectionStringBuilder, failure any) {
	defer func() { failure = recover() }()
	return azkustodata.NewConnectionStringBuilder(s), nil
}

func describe(failure any) string {
	if s, ok := failure.(string); ok {
		return "panic(string): " + s
	}
	return strings.TrimPrefix(fmt.Sprintf("%T: %v", failure, failure), "*")
}

// seen lists the properties that are set, by the names of the recordings.
func seen(client *azkustodata.ConnectionStringBuilder) map[string]any {
	all := map[string]any{
		"DataSource":                    client.DataSource,
		"InitialCatalog":                client.InitialCatalog,
		"FederatedSecurity":             client.AadFederatedSecurity,
		"AuthorityId":                   client.AuthorityId,
		"UserId":                        client.AadUserID,
		"Password":                      client.Password,
		"UserToken":                     client.UserToken,
		"ApplicationToken":              client.ApplicationToken,
		"ApplicationClientId":           client.ApplicationClientId,
		"ApplicationKey":                client.ApplicationKey,
		"ApplicationCertificateSendX5c": client.SendCertificateChain,
		"ApplicationNameForTracing":     client.ApplicationForTracing,
		"UserNameForTracing":            client.UserForTracing,
	}
	for name, value := range all {
		if value == "" || value == false {
			delete(all, name)
		}
	}
	return all
}

// auth says what the client would choose: its newTokenProvider is unexported,
// so this asks the same questions in the same order, but for those that no
// connection string answers.
func auth(client *azkustodata.ConnectionStringBuilder) string {
	switch {
	case client.AadUserID != "" && client.Password != "":
		return "user-password"
	case client.ApplicationClientId != "" && client.ApplicationKey != "":
		return "app-key"
	case client.UserToken != "":
		return "user-token"
	case client.ApplicationToken != "":
		return "app-token"
	case client.AadFederatedSecurity:
		return "user-prompt"
	}
	return "none"
}
