// Package schema is the table of Kusto connection-string properties and
// authentication modes: data, and the look-ups over it.
//
// How to add a property is told in ARCHITECTURE.md: it takes its [ID] constant and
// one literal in properties.go. Look-up, suggestions (package
// internal/vocabulary), canonical order and the printed tables follow from those.
//
// The package imports only the standard library; endpoint, bind, normalize
// and validate read it. All of it is read-only after package initialisation
// and safe for concurrent use. The look-ups by keyword do not allocate.
//
// Where a fact comes from is kept with it as a [Source]: the property tables
// of the product documentation ("Kusto connection strings"), the keyword file
// that the Go, Python and Java clients share, or one client's own table.
package schema
