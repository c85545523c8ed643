package node

import "kustoconn/sdk/internal/dialect"

// chooseAuth says what AadHelper takes (security.js). AAD Federated Security
// is never asked.
func chooseAuth(h dialect.Held) string {
	switch {
	case !h.Has("DataSource"):
		return "error: Error"
	case h.Has("UserId", "Password"):
		return "user-password"
	case h.Has("ApplicationClientId", "ApplicationKey"):
		return "app-key"
	case h.Has("ApplicationClientId", "ApplicationCertificatePrivateKey"):
		return "app-cert"
	}
	return "none"
}
