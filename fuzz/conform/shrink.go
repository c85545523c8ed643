package conform

import (
	"context"
	"errors"
	"strings"
	"time"
)

// shrinkTime bounds how long a string is made smaller: one that makes the
// other parser hang costs a timeout a try.
const shrinkTime = 20 * time.Second

// smallest makes text as small as it gets with the parsers still disagreeing
// in the way of kind, as they do in the outcome o, or as small as it has got when
// the time is up. The error is errBroken.
func smallest(ctx context.Context, p *parser, strict strictness, text, kind string, o outcome) (Disagreement, error) {
	limited, cancel := context.WithTimeout(ctx, shrinkTime)
	defer cancel()
	d, _ := strict.judge(text, expected(text), o).disagreement(generatedName, "", text)
	err := shrink(text, func(text string) (bool, error) {
		got, err := p.answers(limited, []string{text}, 1)
		if err != nil {
			return false, err
		}
		v := strict.judge(text, expected(text), got[0])
		if !v.has(kind) {
			return false, nil
		}
		d, _ = v.disagreement(generatedName, "", text)
		return true, nil
	})
	if errors.Is(err, errBroken) {
		return d, err
	}
	return d, nil
}

// shrink calls fails with ever smaller texts, beginning with text itself,
// until no smaller one fails or fails returns an error. It takes out runs of
// segments, then of characters, and replaces characters by plainer ones.
func shrink(text string, fails func(string) (bool, error)) error {
	failed, err := fails(text)
	if err != nil || !failed {
		return err
	}
	for {
		before := text
		for _, separator := range []string{";", ""} {
			text, err = takeOut(text, separator, fails)
			if err != nil {
				return err
			}
		}
		if text, err = makePlain(text, fails); err != nil || text == before {
			return err
		}
	}
}

// takeOut takes runs of parts out of text, halving their length from all.
func takeOut(text, separator string, fails func(string) (bool, error)) (string, error) {
	parts := strings.Split(text, separator)
	for length := len(parts); length > 0; length /= 2 {
		for at := 0; at+length <= len(parts); {
			left := append(append([]string{}, parts[:at]...), parts[at+length:]...)
			failed, err := fails(strings.Join(left, separator))
			if err != nil {
				return text, err
			}
			if failed {
				parts = left
				continue
			}
			at += length
		}
	}
	return strings.Join(parts, separator), nil
}

// makePlain replaces characters by an 'a' where the text fails still.
func makePlain(text string, fails func(string) (bool, error)) (string, error) {
	const marks = "a=;'\"@:/ "
	characters := strings.Split(text, "")
	for i, c := range characters {
		if strings.Contains(marks, c) {
			continue
		}
		characters[i] = "a"
		failed, err := fails(strings.Join(characters, ""))
		if err != nil {
			return text, err
		}
		if !failed {
			characters[i] = c
		}
	}
	return strings.Join(characters, ""), nil
}
