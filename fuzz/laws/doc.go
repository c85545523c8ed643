// Package laws holds what is true of this module for every text, valid or not.
// Each law is a function of an input that fails its Reporter where it is
// broken, and is run in three ways: with inputs that rapid draws (go test),
// as the body of a native fuzz target (go test -fuzz) and under libFuzzer
// (.clusterfuzzlite).
//
// The laws are the promises of the module:
//
//	Lossless      the tree prints the text back
//	Declared      the parser reads the tree that the declared grammar reads
//	Canonical     canonical text means the same and is canonical itself
//	Diagnostics   spans lie in the text, on character boundaries
//	Fixes         fixes apply and leave fewer diagnostics, safe ones the meaning
//	NoLeak        no output holds four bytes of a planted secret
//	Keyword       look-up does not depend on case and blanks
//	Endpoint      what has no host is not trusted
//	Builder       what the builder writes reads back
//	Filter        the redaction filter leaves nothing to mask
//	Extracted     strings in files are found at their places
//	Batch         each line of the batch protocol gets one line
//	Answers       the parser answers what a generated case expects
package laws
