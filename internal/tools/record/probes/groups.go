package main

import (
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
)

const base = "Data Source=https://mycluster.kusto.windows.net"

// group is one kind of probe.
type group struct {
	name  string
	texts iter.Seq[string]
}

// groups returns every group. Each draws from its own source of randomness,
// so that a change to one leaves the others as they are.
func groups(seed uint64, count int) []group {
	source := func(stream uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, stream)) }
	return []group{
		{"keyword", keywordProbes(source(1))},
		{"boolean", product([]string{base + ";"}, booleanKeywords, []string{"="}, booleans)},
		{"value", valueProbes},
		{"separator", slices.Values(separators)},
		{"endpoint", endpointProbes},
		{"shorthand", product([]string{"", "Data Source="}, shorthands, []string{"", ";", ";Fed=false", ";Initial Catalog=Other"})},
		{"duplicate", duplicateProbes},
		{"auth", authProbes},
		{"documented", slices.Values(documented)},
		{"consistency", product([]string{base + ";Query Consistency="}, consistencies)},
		{"random", randomProbes(source(2), count)},
	}
}

// product yields one string for each way of taking a part from each list.
func product(lists ...[]string) iter.Seq[string] {
	return func(yield func(string) bool) { each("", lists, yield) }
}

func each(prefix string, lists [][]string, yield func(string) bool) bool {
	if len(lists) == 0 {
		return yield(prefix)
	}
	for _, part := range lists[0] {
		if !each(prefix+part, lists[1:], yield) {
			return false
		}
	}
	return true
}

// keywordProbes spells every keyword in ways that clients tell apart or not.
func keywordProbes(r *rand.Rand) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, k := range keywords {
			for _, spelling := range respell(k.spelling, r) {
				text := base + ";" + spelling + "=" + k.value
				if k.value == "" {
					text = spelling + base[strings.IndexByte(base, '='):]
				}
				if !yield(text) {
					return
				}
			}
		}
	}
}

func respell(keyword string, r *rand.Rand) []string {
	spellings := []string{
		keyword,
		strings.ToLower(keyword),
		strings.ToUpper(keyword),
		strings.ReplaceAll(keyword, " ", ""),
		strings.ReplaceAll(keyword, " ", "_"),
		strings.ReplaceAll(keyword, " ", "  "),
		strings.ReplaceAll(keyword, " ", "\t"),
		" " + keyword + " ",
		"\u00a0" + keyword,
		randomCase(keyword, r),
		// Both are lower-cased to ASCII by some clients.
		strings.NewReplacer("k", "\u212a", "K", "\u212a").Replace(keyword),
		strings.NewReplacer("i", "\u0130", "I", "\u0130").Replace(keyword),
	}
	inside := 1 + r.IntN(len(keyword)-1)
	spellings = append(spellings,
		keyword[:inside]+" "+keyword[inside:],
		keyword[:inside]+keyword[inside+1:])
	slices.Sort(spellings)
	return slices.Compact(spellings)
}

func randomCase(s string, r *rand.Rand) string {
	letters := []byte(s)
	for i := range letters {
		if r.IntN(2) == 0 {
			letters[i] = strings.ToUpper(s)[i]
		}
	}
	return string(letters)
}

// valueProbes gives every value to keywords of different kinds, alone, before
// another pair, and with spaces around it.
func valueProbes(yield func(string) bool) {
	for _, keyword := range valueKeywords {
		for _, value := range values {
			head := base + ";"
			if keyword == "Data Source" || keyword == "server" {
				head = ""
			}
			for _, text := range []string{
				head + keyword + "=" + value,
				head + keyword + "=" + value + ";Fed=True",
				head + keyword + " = " + value + " ; Fed = True ;",
			} {
				if !yield(text) {
					return
				}
			}
		}
	}
}

// endpointProbes places every endpoint before the pairs and in one.
func endpointProbes(yield func(string) bool) {
	layouts := []string{
		"%", "%;", "%;Fed=true", "%; Fed=true; Accept=true", "%;Initial Catalog=Other", "Fed=true;%",
		"Data Source=%", "Data Source=%;Fed=true", "Initial Catalog=Other;Data Source=%", "server=%",
	}
	for _, endpoint := range endpoints {
		for _, layout := range layouts {
			if !yield(strings.Replace(layout, "%", endpoint, 1)) {
				return
			}
		}
	}
}

// duplicateProbes sets one property twice, under two names or one, with and
// without a value.
func duplicateProbes(yield func(string) bool) {
	for _, d := range duplicates {
		head := base + ";"
		if d[0] == "Data Source" {
			head = ""
		}
		for _, names := range [][2]string{{d[0], d[0]}, {d[0], d[1]}, {d[1], d[0]}} {
			for _, set := range [][2]string{{d[2], d[3]}, {d[2], ""}, {"", d[3]}} {
				if !yield(head + names[0] + "=" + set[0] + ";" + names[1] + "=" + set[1]) {
					return
				}
			}
		}
	}
}

// authProbes takes every set of up to three credentials.
func authProbes(yield func(string) bool) {
	for _, federated := range []string{"", ";Fed=True", ";Fed=False"} {
		for set := range 1 << len(credentials) {
			text := base + federated
			chosen := 0
			for i, credential := range credentials {
				if set&(1<<i) != 0 {
					text += ";" + credential
					chosen++
				}
			}
			if chosen <= 3 && !yield(text) {
				return
			}
		}
	}
}
