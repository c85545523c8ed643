package bind_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/schema"
)

// The whole story that a decision tells.
func TestDecisionTells(t *testing.T) {
	type steps []bind.Step
	type ignored []bind.Ignored
	const (
		noFed  = "AAD Federated Security is not given, which counts as false"
		fed    = "AAD Federated Security is true"
		noDSTS = "dSTS Federated Security is not given, which counts as false"
		none   = "so the client does not authenticate"

		noUserToken = "User Token is not given"
		noAppToken  = "Application Token is not given"
		noKey       = "Application Client Id and Application Key are not given"
		noThumb     = "Application Certificate Thumbprint and Application Client Id are not given"
		noIssuer    = "Application Certificate Subject Distinguished Name, Application Certificate Issuer Distinguished Name and Application Client Id are not given"
		noSubject   = "Application Certificate Subject Distinguished Name and Application Client Id are not given"
		noPassword  = "User ID and Password are not given"
	)
	for text, want := range map[string]struct {
		steps   steps
		ignored ignored
	}{
		"": {steps{{"2", noFed, false}, {"", noDSTS, false}, {"2", none, true}}, nil},
		"Fed=1;DstsFed=false;AppToken=t": {
			steps{{"2", "AAD Federated Security is neither true nor false, which counts as false", false}, {"", "dSTS Federated Security is false", false}, {"2", none, true}},
			ignored{{schema.ApplicationToken, "AAD Federated Security is not true"}},
		},
		"DstsFed=true;AppToken=t": {
			steps{{"2", noFed, false}, {"", "dSTS Federated Security is true", true}},
			ignored{{schema.ApplicationToken, "dSTS Federated Security decides"}},
		},
		"Fed=true;UserToken=t;AppToken=t": {
			steps{{"1", fed, false}, {"1.1", "User Token is given", true}},
			ignored{{schema.ApplicationToken, "user-token comes first"}},
		},
		"Fed=true;AppClientId=c;AppKey=k": {
			steps{{"1", fed, false}, {"1.1", noUserToken, false}, {"1.2", noAppToken, false}, {"1.3", "Application Client Id and Application Key are given", true}}, nil,
		},
		"@help": {
			steps{
				{"1", "AAD Federated Security is true, by the shorthand", false},
				{"1.1", noUserToken, false}, {"1.2", noAppToken, false}, {"1.3", noKey, false}, {"1.4", noThumb, false},
				{"", noIssuer, false}, {"", noSubject, false}, {"", noPassword, false},
				{"1.5", "otherwise the current user signs in, prompted if need be", true},
			}, nil,
		},
		"Fed=true;User ID=u;AppKey=k;UserToken=": {
			steps{
				{"1", fed, false},
				{"1.1", noUserToken, false}, {"1.2", noAppToken, false}, {"1.3", "Application Key without Application Client Id", false}, {"1.4", noThumb, false},
				{"", noIssuer, false}, {"", noSubject, false}, {"", "User ID without Password", false},
				{"1.5", "otherwise the current user signs in, prompted if need be, with the User ID as a hint", true},
			},
			ignored{{schema.ApplicationKey, "app-key lacks Application Client Id"}},
		},
		"@help;AppClientId=c;Application Certificate Issuer Distinguished Name=i": {
			steps{
				{"1", "AAD Federated Security is true, by the shorthand", false},
				{"1.1", noUserToken, false}, {"1.2", noAppToken, false}, {"1.3", "Application Client Id without Application Key", false},
				{"1.4", "Application Client Id without Application Certificate Thumbprint", false},
				{"", "Application Certificate Issuer Distinguished Name and Application Client Id without Application Certificate Subject Distinguished Name", false},
				{"", "Application Client Id without Application Certificate Subject Distinguished Name", false}, {"", noPassword, false},
				{"1.5", "otherwise the current user signs in, prompted if need be", true},
			},
			ignored{
				{schema.ApplicationCertificateIssuer, "app-subject-issuer lacks Application Certificate Subject Distinguished Name"},
				{schema.ApplicationClientID, "app-subject-issuer lacks Application Certificate Subject Distinguished Name"},
			},
		},
		"@help;AppKey=k;Password=p": {
			steps{
				{"1", "AAD Federated Security is true, by the shorthand", false},
				{"1.1", noUserToken, false}, {"1.2", noAppToken, false}, {"1.3", "Application Key without Application Client Id", false}, {"1.4", noThumb, false},
				{"", noIssuer, false}, {"", noSubject, false}, {"", "Password without User ID", false},
				{"1.5", "otherwise the current user signs in, prompted if need be", true},
			},
			ignored{{schema.Password, "it selects nothing by itself"}, {schema.ApplicationKey, "app-key lacks Application Client Id"}},
		},
	} {
		d := bound(text).Authenticate()
		if diff := cmp.Diff([]bind.Step(want.steps), d.Steps); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
		if diff := cmp.Diff([]bind.Ignored(want.ignored), d.Ignored); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
	}
}
