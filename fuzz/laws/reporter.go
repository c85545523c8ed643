package laws

// Reporter is told where a law is broken. *testing.T, *testing.B and *rapid.T
// are Reporters; Fatalf does not return.
type Reporter interface {
	Helper()
	Fatalf(format string, args ...any)
}
