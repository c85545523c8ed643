package main

import (
	"iter"
	"math/rand/v2"
	"strings"
)

// randomProbes yields count strings: an endpoint or not, and up to six pairs,
// some of them damaged.
func randomProbes(r *rand.Rand, count int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for range count {
			if !yield(randomProbe(r)) {
				return
			}
		}
	}
}

func randomProbe(r *rand.Rand) string {
	separator := pick(r, []string{";", ";", "; ", " ;", ";;", "; ;", ";\n"})
	var parts []string
	switch r.IntN(6) {
	case 0:
	case 1:
		parts = append(parts, pick(r, endpoints))
	case 2:
		parts = append(parts, pick(r, shorthands))
	default:
		parts = append(parts, pick(r, dataSources)+"="+pick(r, endpoints))
	}
	for range r.IntN(6) {
		parts = append(parts, randomPair(r))
	}
	text := strings.Join(parts, separator)
	if r.IntN(4) == 0 {
		text += separator
	}
	if r.IntN(8) == 0 {
		text = damage(r, text)
	}
	return text
}

func randomPair(r *rand.Rand) string {
	k := keywords[r.IntN(len(keywords))]
	name := k.spelling
	switch r.IntN(6) {
	case 0:
		name = randomCase(name, r)
	case 1:
		name = pick(r, respell(name, r))
	}
	var value string
	switch r.IntN(5) {
	case 0:
		value = pick(r, values)
	case 1:
		value = randomText(r)
	case 2:
		value = pick(r, booleans)
	default:
		value = k.value
	}
	return name + pick(r, []string{"=", "=", "=", " = ", "==", " =", "= "}) + value
}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(9) {
		b.WriteString(pick(r, fragments))
	}
	return b.String()
}

// damage puts a fragment into text, between two code points, or takes one
// code point out of it.
func damage(r *rand.Rand, text string) string {
	letters := []rune(text)
	if len(letters) == 0 {
		return text
	}
	at := r.IntN(len(letters))
	if r.IntN(2) == 0 {
		return string(letters[:at]) + pick(r, fragments) + string(letters[at:])
	}
	return string(letters[:at]) + string(letters[at+1:])
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }
