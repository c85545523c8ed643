//go:build playground

package playground

import "embed"

// The page would be five times as large if its files were as they are.
//
//go:embed dist/*.gz
var files embed.FS
