package data

import (
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
)

// ReadHCL reads HCL as plain text here: its lexer, with all that it brings along, would
// make a page in a browser a sixth larger.
func ReadHCL(text string) piece.File {
	return plain.Instead(text, 0, "HCL is read as plain text here")
}
