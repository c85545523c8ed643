//go:build !unix

package git

const nonblocking = 0
