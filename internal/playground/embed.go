//go:build playground

package playground

import "embed"

//go:embed all:dist
var files embed.FS
