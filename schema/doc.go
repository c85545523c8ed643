// Package schema is the table of Kusto connection-string properties and
// authentication modes: data, and the look-ups over it.
//
// Adding a property takes its [ID] constant and one literal in properties.go.
// Look-up, suggestions, canonical order and the printed tables follow from
// those. What does not:
//   - recordedNames in sdk/names.go, if a client takes it, and the client's
//     own keywords.go;
//   - SelectedBy and the like in mode.go, if it takes part in authentication;
//   - package convert, if generated code or a tool's settings can hold it:
//     what its tables lack it calls impossible;
//   - shared in internal/recognize/keyword.go, if other products know the keyword:
//     what is not there counts as Kusto's alone.
//
// The package imports only the standard library; endpoint, bind, normalize
// and validate read it. All of it is read-only after package initialisation
// and safe for concurrent use. The look-ups by keyword do not allocate.
//
// Where a fact comes from is kept with it as a [Source]: the property tables
// of the product documentation ("Kusto connection strings"), the keyword file
// that the Go, Python and Java clients share, or one client's own table.
package schema
