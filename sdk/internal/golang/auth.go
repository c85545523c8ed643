package golang

import "kustoconn/sdk/internal/dialect"

// chooseAuth follows newTokenProvider (kcsb.go) past the methods that no
// connection string reaches. A credential counts without AAD Federated
// Security.
func chooseAuth(h dialect.Held) string {
	switch {
	case h.Has("UserId", "Password"):
		return "user-password"
	case h.Has("ApplicationClientId", "ApplicationKey"):
		return "app-key"
	case h.Has("UserToken"):
		return "user-token"
	case h.Has("ApplicationToken"):
		return "app-token"
	case h["FederatedSecurity"].Bool:
		return "user-prompt"
	}
	return "none"
}
