// Package conform compares another parser of connection strings with this
// module: a program that speaks the batch protocol. It is asked for the answers
// to the conformance suite and then, for as long as the budget lasts, to
// generated strings, and the smallest string of each kind of disagreement is
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
//
// A client that does not show its pairs answers "ok" for "syntax", and what it
// has made of the string:
//
//	{"id": 1, "ok": true, "properties": {"AAD Federated Security": true}, "defaults": {"Initial Catalog": "NetDefaultDB"}}
//	{"id": 2, "ok": false, "reason": "unknown keyword"}
//
// Its defaults are no disagreement. It may refuse what breaks a rule beyond the
// syntax if it refuses that rule's own example too. The reason, which must not
// depend on the string, tells kinds of refusals apart.
//
// Secrets must not be masked in the answers; those of the suite and of the
// generators are invented, and reported as they are. What the program says
// besides is masked.
//
// The program may hang, die or answer nonsense: it is then started anew and
// asked for the strings in question one by one, and a string that it does not
// survive counts as a disagreement.
package conform
