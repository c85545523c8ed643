//go:build !wasm

package baseline

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
)

// newKey returns a random key.
func newKey() []byte {
	key := make([]byte, keySize)
	rand.Read(key) // never fails, says its documentation
	return key
}

// sum returns the keyed hash of a text.
func sum(key []byte, text string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return mac.Sum(nil)
}
