// Mutate measures what the tests of a package assert: it changes the code in
// small ways, one at a time, and counts the changes that make no test fail.
//
//	cd internal/tools && go run ./mutate kustoconn/schema kustoconn/endpoint
//
// All mutants of a package are compiled at once (mutant schemata): each site
// is rewritten so that a number, read from the environment, chooses the one
// that is in force. So a package costs one compilation for each test binary,
// and a mutant one run of the test functions that reach it. A mutant is killed
// by a test that fails, a crash, or running out of its share of processor time
// or memory.
//
// Written here because the tools there are (gremlins, go-mutesting, ooze)
// compile once for each mutant, which for this module's thousands is hours.
//
// Survivors that no test can kill stand in equivalent.txt, each with the
// reason.
package main
