package placeholder

import "strings"

// syntax is a way to write placeholders.
type syntax struct {
	first byte // what each of them starts with
	// length returns the length in bytes of the placeholder that text, which
	// starts with first, starts with, or 0.
	length   func(text string) int
	examples []string
}

// syntaxes is the one table of what a placeholder inside a text looks like.
var syntaxes = []syntax{
	{'<', angleBrackets, []string{"<x>", "<some words>", "<%= x %>"}},
	{'*', asterisks, []string{"*x*", "***", "****"}},
	{'[', squareBrackets, []string{"[x]", "[some words]", "[parameters('x')]"}},
	{'$', dollar, []string{"$x", "$env:x", "${x}", "${x:-y}", "$(x)", "${{ x }}"}},
	{'%', percent, []string{"%s", "%1$s", "%(x)s", "%x%"}},
	{'{', braces, []string{"{x}", "{0}", "{x:fmt}", "{{ x }}"}},
	{'#', numberSign, []string{"#{x}", "#{x}#"}},
	{'@', keyVault, []string{"@Microsoft.KeyVault(x)"}},
}

// byFirst holds the length function of each first byte, or nil.
var byFirst = func() (table [256]func(string) int) {
	for _, s := range syntaxes {
		table[s.first] = s.length
	}
	return table
}()

// length returns the length of the placeholder that text starts with, or 0.
func length(text string) int {
	if of := byFirst[text[0]]; of != nil {
		return of(text)
	}
	return 0
}

// isWholeValue reports whether text is a placeholder, but would be none as a
// part of a value: "...", "xxxx-xxxx", "YOUR_KEY".
func isWholeValue(text string) bool {
	switch {
	case text == "..." || text == "…":
		return true
	case strings.Trim(text, "xX-") == "" && strings.Contains(strings.ToLower(text), "xxx"):
		return true
	case len(text) > len("your_") && strings.EqualFold(text[:len("your")], "your") && strings.IndexByte("_- ", text[len("your")]) >= 0:
		return isWords(text)
	}
	return false
}

func angleBrackets(text string) int {
	return enclosed(text, 1, '>', func(s string) bool {
		return !strings.ContainsAny(s, "<;\"'=") || strings.HasPrefix(s, "%")
	})
}

// asterisks recognises a mask (three and more) and *name*.
func asterisks(text string) int {
	switch n := len(text) - len(strings.TrimLeft(text, "*")); n {
	case 1:
		return enclosed(text, 1, '*', isWords)
	case 2:
		return 0
	default:
		return n
	}
}

// squareBrackets recognises [some words] and an ARM expression,
// [parameters('x')].
func squareBrackets(text string) int {
	return enclosed(text, 1, ']', func(s string) bool { return isWords(s) || isCall(s) })
}

func numberSign(text string) int {
	if len(text) < 2 || text[1] != '{' {
		return 0
	}
	n := braces(text[1:])
	if n == 0 {
		return 0
	}
	n++
	if n < len(text) && text[n] == '#' {
		n++
	}
	return n
}

func keyVault(text string) int {
	const start = "@Microsoft.KeyVault("
	if len(text) <= len(start) || !strings.EqualFold(text[:len(start)], start) {
		return 0
	}
	return strings.IndexByte(text, ')') + 1
}
