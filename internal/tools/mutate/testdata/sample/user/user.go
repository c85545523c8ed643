// Package user tests what package sample leaves to it.
package user

import "sample"

// First is that of package sample.
func First(s string) (rune, bool) { return sample.First(s) }
