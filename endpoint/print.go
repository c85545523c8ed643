package endpoint

import "strings"

// String returns the host, or a mask where a secret may be in it: where that
// holds signs which no real host has ("c.kusto.windows.net,AppKey=…" is one by
// RFC 3986). It is empty where there is no host. Nothing else of the text is in
// what fmt, slog and the encodings of the standard library find.
func (e Endpoint) String() string {
	if host := e.host.Open(); !strings.ContainsAny(host, "=,;&!*+'") {
		return host
	}
	return "****"
}
