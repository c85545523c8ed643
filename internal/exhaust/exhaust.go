// Package exhaust walks all small texts: a law that holds for every text of a
// few characters over those that the language treats apart is as good as
// proved, for what a parser does with a character depends on the few before
// it. Only tests import it; those that walk so are called TestSmall…, so that
// one command makes a campaign of them:
//
//	KUSTOCONN_CAMPAIGN=1 go test -run '^TestSmall' ./...
//
// Over Representatives there are 22,621 texts of up to four characters,
// 3,257,437 of up to six, which is what a campaign walks (a minute and a half
// of one processor for all laws of texts together), and 39,089,245 of up to
// seven. Of seven, the laws of package grammar and the comparison with the
// reader of ADO.NET have been walked, in two minutes, and all laws of texts, both
// parsers among them, in a quarter of an hour.
package exhaust

import (
	"iter"
	"os"
	"strconv"
	"testing"
)

// Campaign is the environment variable that makes the walks longer: 1 for the
// length that each walk's campaign has, a greater number for that length in
// every walk.
const Campaign = "KUSTOCONN_CAMPAIGN"

// Texts yields every text of at most most letters, shorter ones first, the
// empty one included. A letter is an element of alphabet, of any length.
// Where the letters are not empty and none starts with another one, no text
// comes twice.
func Texts(alphabet []string, most int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for length := 0; length <= most; length++ {
			if !extend(nil, alphabet, length, yield) {
				return
			}
		}
	}
}

// extend yields every text of start and so many letters more, and reports
// whether all of them were wanted.
func extend(start []byte, alphabet []string, letters int, yield func(string) bool) bool {
	if letters == 0 {
		return yield(string(start))
	}
	for _, letter := range alphabet {
		if !extend(append(start, letter...), alphabet, letters-1, yield) {
			return false
		}
	}
	return true
}

// Representatives returns a character of each kind that the language of
// connection strings treats apart: its separators, quotation marks, blank,
// white space that is a control character, NUL, letters in ASCII and beyond,
// and what a prefix starts with. A tab stands for the other control characters
// too: those in a bare value alone are not like it.
func Representatives() []string {
	return []string{";", "=", `"`, "'", " ", "\t", "\x00", "a", "é", "@", ":", "/"}
}

// Count returns how many texts Texts yields for so many letters of alphabet.
func Count(letters, most int) int {
	count, power := 1, 1
	for range most {
		power *= letters
		count += power
	}
	return count
}

// Length returns how long the texts of a walk are: quick letters in an
// ordinary run, one less with -short, and campaign letters, or as many as the
// variable says, in a campaign. A variable that is no number above zero fails
// the test, so that no campaign is a quick run by a slip.
func Length(t testing.TB, quick, campaign int) int {
	t.Helper()
	value := os.Getenv(Campaign)
	if value == "" {
		if testing.Short() {
			return quick - 1
		}
		return quick
	}
	length, err := strconv.Atoi(value)
	if err != nil || length < 1 {
		t.Fatalf("%s is to be 1 or a length in letters", Campaign)
	}
	if length == 1 {
		return campaign
	}
	return length
}

// Size returns how many bytes a long text has, of the walks through long texts of
// hostile shapes: short with -short, quick in an ordinary run, campaign in a
// campaign of any length. Such tests are called TestLong….
func Size(short, quick, campaign int) int {
	switch {
	case os.Getenv(Campaign) != "":
		return campaign
	case testing.Short():
		return short
	}
	return quick
}

// Sample returns how many of the rows of a long table go by for one that is tried:
// none, but with -short, where it is one of step.
func Sample(step int) int {
	if testing.Short() {
		return step
	}
	return 1
}

// Long passes over a test that takes a good part of a second with -short: the
// ordinary run has it.
func Long(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
}
