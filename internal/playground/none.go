//go:build !playground

package playground

import "embed"

var files embed.FS
