// Package exhaust walks all small texts: a law that holds for every text of a
// few characters over those that the language treats apart is as good as
// proved, for what a parser does with a character depends on the few before
// it. Only tests import it.
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
