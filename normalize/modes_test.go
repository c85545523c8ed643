package normalize_test

import (
	"testing"

	"kustoconn/normalize"
)

// What each method of the builder writes.
func TestBuilderWrites(t *testing.T) {
	const auth = "Initial Catalog=NetDefaultDB;AAD Federated Security=True"
	build := normalize.Build
	for want, b := range map[string]*normalize.Builder{
		auth:                               build().WithAadUserPromptAuthentication("", ""),
		auth + ";Authority Id=t;User ID=u": build().WithAadUserPromptAuthentication("t", "u"),
		auth + ";User Token=t":             build().WithAadUserTokenAuthentication("t"),
		auth + ";Application Token=t":      build().WithAadApplicationTokenAuthentication("t"),
		auth + ";Authority Id=t;Application Client Id=c;Application Key=k": build().WithAadApplicationKeyAuthentication("c", "k", "t"),
		auth + ";Authority Id=t;Application Certificate Thumbprint=p;Application Client Id=c": build().
			WithAadApplicationThumbprintAuthentication("c", "p", "t"),
		auth + ";Authority Id=t;Application Certificate Subject Distinguished Name=s;Application Client Id=c": build().
			WithAadApplicationSubjectNameAuthentication("c", "s", "t"),
		auth + ";Authority Id=t;Application Certificate Subject Distinguished Name=s;Application Certificate Issuer Distinguished Name=i;Application Client Id=c": build().
			WithAadApplicationSubjectAndIssuerAuthentication("c", "s", "i", "t"),
		"Data Source=https://c;" + auth + ";User Token=t": build().DataSource("https://c").WithAadUserTokenAuthentication("t"),

		"AAD Federated Security=True":     build().FederatedSecurity(true),
		"AAD Federated Security=False":    build().FederatedSecurity(false),
		"Accept=True":                     build().Set("Accept", "True"),
		"Accept=False":                    build().Set("Accept", "false"),
		"Authority Id=t":                  build().AuthorityID("t"),
		"User ID=u":                       build().Set("User ID", "u"),
		"User Token=t":                    build().Set("User Token", "t"),
		"Application Client Id=c":         build().Set("Application Client Id", "c"),
		"Application Key=k":               build().Set("Application Key", "k"),
		"Application Token=t":             build().Set("Application Token", "t"),
		"Application Name for Tracing=n":  build().Set("Application Name for Tracing", "n"),
		"":                                build(),
		"User ID=u;Application Key=a;x=y": build().Set("x", "y").Set("Application Key", "a").Set("User ID", "v").Set("User ID", "u"),
	} {
		if got, err := b.Reveal(); err != nil || got != want {
			t.Errorf("got  %s, %v\nwant %s", got, err, want)
		}
	}
}

func TestBuilderPrints(t *testing.T) {
	var none normalize.Builder
	if got := none.String(); got != "" {
		t.Errorf("the zero builder prints %q", got)
	}
	if got, err := normalize.Build().Set("User ID", "u").Set("Application Key", "k").MarshalText(); err != nil || string(got) != "User ID=u;Application Key=****" {
		t.Errorf("marshalled as %s, %v", got, err)
	}
}
