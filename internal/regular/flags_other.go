//go:build !unix

package regular

const nonblocking, noFollow = 0, 0

func isLink(error) bool { return false }
