package java

import (
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// chooseAuth follows TokenProviderFactory.createTokenProvider as far as a
// text can lead it. Whichever provider it is, making it parses the Data
// Source; echoes is what of the text the exception of that repeats.
func chooseAuth(held dialect.Held) (auth string, echoes []source.Span) {
	has := func(name string) bool { return !isBlank(held[name].Value.Open()) }
	switch {
	case has("ApplicationClientId") && has("ApplicationKey"):
		auth = "app-key"
	case has("ApplicationClientId"): // no token provider exists
		return "error: IllegalArgumentException", nil
	case has("UserToken"):
		auth = "access-token"
	case held["UseUserPromptAuth"].Bool, held["FederatedSecurity"].Bool:
		auth = "user-prompt"
	default:
		return "none", nil
	}
	dataSource, ok := held["DataSource"]
	if !ok {
		return "error: NullPointerException", nil
	}
	if ex := checkURI(dataSource.Value.Open()); ex != "" {
		return "error: " + string(ex), []source.Span{dataSource.Source}
	}
	return auth, nil
}
