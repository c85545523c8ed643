package laws

// Law is one law about texts. Check fails t where the law is broken for the
// text, which may be any bytes.
type Law struct {
	Name  string
	Check func(t Reporter, text string)
}

// All returns the laws that hold for every text, in the order of the package's
// documentation. Those that a generated case is needed for are run by the tests
// of this package. The slice is the caller's own.
func All() []Law {
	return []Law{
		{"Lossless", checkLossless},
		{"Declared", checkDeclared},
		{"Canonical", checkCanonical},
		{"Diagnostics", checkDiagnostics},
		{"Fixes", checkFixes},
		{"Keyword", checkKeyword},
		{"Endpoint", checkEndpoint},
		{"NoClientWorse", checkNoClientWorse},
		{"Filter", checkFilter},
		{"Batch", func(t Reporter, text string) { checkBatch(t, []byte(text)) }},
	}
}
