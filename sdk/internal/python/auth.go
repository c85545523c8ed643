package python

import "kustoconn/sdk/internal/dialect"

// chooseAuth says what constructing a KustoClient comes to (client_base.py,
// security.py): without AAD Federated Security no credential is looked at.
func chooseAuth(h dialect.Held) string {
	dataSource, addressed := h["DataSource"]
	federated := h["FederatedSecurity"].Bool
	if federated && addressed && !validPort(dataSource.Value.Open()) {
		return "error: ValueError"
	}
	switch {
	case !addressed: // None has no endswith
		return "error: AttributeError"
	case !federated:
		return "none"
	case h.Has("UserId", "Password"):
		return "user-password"
	case h.Has("ApplicationClientId", "ApplicationKey"):
		return "app-key"
	case h.Has("ApplicationClientId", "ApplicationCertificateBlob", "ApplicationCertificateThumbprint"):
		return "app-cert"
	case h.Has("UserToken"):
		return "user-token"
	case h.Has("ApplicationToken"):
		return "app-token"
	}
	return "user-prompt"
}
