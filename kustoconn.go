// Package kustoconn reads, checks and writes Kusto (Azure Data Explorer)
// connection strings.
//
//	conn, err := kustoconn.Parse(text)  // what it means; err lists what is wrong
//	err := kustoconn.Validate(text)     // the verdict alone, without an allocation
//
// A string goes one way through the packages below: grammar makes a tree of
// the text, bind gives it meaning by the schema, redact says what of it is
// secret, validate judges it by rules, normalize writes it. This package is the
// façade over them. It needs the standard library only, opens no connection,
// and keeps no global state.
//
// No error, diagnostic or printed value holds a secret; Reveal gives one where
// it is asked for.
package kustoconn

// Version is the version of this module.
const Version = "0.2.0"
