//go:build !linux && !darwin

package atomicfile

import "os"

func keepAttributes(f, old *os.File) error { return nil }
