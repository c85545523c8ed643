// Package java reads a connection string as the Java client does:
// com.microsoft.azure.kusto:kusto-data 7.0.6 (ConnectionStringBuilder and
// TokenProviderFactory), on OpenJDK 17.
//
// Deliberate gaps:
//   - The JVM's default locale is not Turkish, Azeri or Lithuanian. In Turkish
//     no keyword that holds a capital I is known.
//   - Auth ends where the token provider is made. What fails later (a tenant
//     that azure-identity refuses, a bare cluster name, an untrusted endpoint)
//     is no part of the answer, nor is it that a Data Source which starts
//     with http://localhost is used without authentication.
//   - Strings that no UTF-8 text can hold (lone surrogates) are not modelled.
//     A byte that is no UTF-8 counts as U+FFFD and stays in the value as it is.
package java

import (
	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

// Client returns the Java client's reading.
func Client() dialect.Client {
	return dialect.Client{
		ID:       schema.Java,
		Name:     schema.Java.String(),
		Title:    "Java (kusto-data)",
		Version:  "7.0.6",
		Releases: []string{"7.0.6", "7.0.5"},
		Source:   "recordings of com.microsoft.azure.kusto:kusto-data",
		Gaps: []string{
			"a JVM whose default locale is Turkish, Azeri or Lithuanian",
			"failures after the token provider is made: refused tenants, bare cluster names, untrusted endpoints",
			"a Data Source that starts with http://localhost is used without authentication",
			"strings with lone surrogates, which UTF-8 cannot hold",
		},
		Trust: trustCheck,
		Read:  dialect.WithReparse(read),
	}
}

// read follows the constructor ConnectionStringBuilder(String) and then asks
// for everything that the recordings hold.
func read(text string) dialect.Answer {
	b := parse(text)
	a := b.Answer
	if !a.OK {
		return a
	}
	a.Seen = b.held.Seen()
	a.Auth, a.Echoes = chooseAuth(b.held)
	written := writable(b.held)
	a.Out, a.Masked = sealed.NewText(keywords.Write(written, false)), sealed.NewText(keywords.Write(written, true))
	return a
}

// writable leaves out what toString(boolean) passes over: values of nothing
// but white space.
func writable(held dialect.Held) dialect.Held {
	written := dialect.Held{}
	for _, p := range held {
		if !isBlank(p.Value.Open()) {
			written.Put(p)
		}
	}
	return written
}
