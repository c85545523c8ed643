package baseline

// A page has no files, and so no baseline: it would be larger for what computes one.

func newKey() []byte { return make([]byte, keySize) }

func sum([]byte, string) []byte { return nil }
