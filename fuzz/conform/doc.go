// Package conform compares another parser of connection strings with this
// module: a program that speaks the batch protocol. It is asked for the answers
// to the conformance suite and then, for as long as the budget lasts, to
// generated strings, and the smallest string that the two disagree on is
// reported.
//
// The protocol: a line of JSON on standard input for each string,
//
//	{"id": 1, "s": "https://help.kusto.windows.net;Fed=true"}
//
// and a line on standard output for each, flushed, in any order:
//
//	{"id": 1, "syntax": true, "prefix": "https://help.kusto.windows.net", "pairs": [["Fed","true"]]}
//
// The other fields of fuzz.Answer are compared where they are answered.
// Secrets must not be masked in the answers; those of the suite are invented.
//
// The program may hang, die or answer nonsense: it is then started anew and
// asked for the strings in question one by one, and a string that it does not
// survive counts as a disagreement.
package conform
