package placeholder

import "strings"

// syntax is a way to write placeholders.
type syntax struct {
	first byte // what each of them starts with
	// length returns the length in bytes of the placeholder that text, which
	// starts with first, starts with, or 0.
	length func(text string) int
	// bounded ones do not stand amid a word.
	bounded bool
	// template ones are filled in by a program, and may stand for anything.
	template bool
	// words reports whether in a secret's place such a one counts for what stands
	// between its marks, of which there are marks bytes at each end: people choose
	// passwords that look like it. It is nil where nobody does.
	words    func(text string) bool
	marks    int
	examples []string
}

// syntaxes is the one table of what a placeholder inside a text looks like. Of
// those with the same first byte the earlier comes first.
var syntaxes = []syntax{
	{first: '<', length: doubleAngleBrackets, template: true, examples: []string{"<<x>>"}},
	{first: '<', length: angleBrackets, template: true, words: isNoKey, marks: 1, examples: []string{"<x>", "<some words>", "<>", "<%= x %>", "<#= x #>"}},
	{first: '*', length: between("***", "***"), words: isHarmless, marks: 3, examples: []string{"***x***"}},
	{first: '*', length: mask, examples: []string{"***", "****"}},
	{first: '*', length: between("**", "**"), words: isHarmless, marks: 2, examples: []string{"**x**"}},
	{first: '*', length: asterisks, words: isHarmless, marks: 1, examples: []string{"*x*"}},
	{first: '[', length: call, template: true, examples: []string{"[parameters('x')]"}},
	{first: '[', length: squareBrackets, words: isHarmless, marks: 1, examples: []string{"[x]", "[some words]"}},
	{first: '$', length: dollar, template: true, examples: []string{
		"$x", "$env:x", "$script:x", "${x}", "${x:-y}", "$(x)", "$($a.b)", "$[variables.x]", "$$X", "$${x}", "${{ x }}",
	}},
	{first: '%', length: percent, template: true, examples: []string{"%s", "%d", "%v", "%ld", "%+v", "%-10s", "%.3f", "%1$s", "%[1]s", "%(x)s", "%<x>s", "%{x}", "%x%", "%1%"}},
	{first: '{', length: braces, template: true, words: isNoKey, marks: 1, examples: []string{"{x}", "{}", "{0}", "{x:fmt}", "{{ x }}", "{% if x %}"}},
	{first: '#', length: numberBraces, template: true, examples: []string{"#{x}", "#{x}#"}},
	{first: '#', length: between("#", "#"), bounded: true, words: isHarmless, marks: 1, examples: []string{"#x#"}},
	{first: '_', length: between("_**", "**_"), words: isHarmless, marks: 3, examples: []string{"_**x**_"}},
	{first: '_', length: underscores("__"), bounded: true, words: isHarmless, marks: 2, examples: []string{"__X__", "__some_name__"}},
	{first: '_', length: underscores("_"), bounded: true, words: isHarmless, marks: 1, examples: []string{"_x_", "_some_name_"}},
	{first: '!', length: between("!", "!"), bounded: true, words: isHarmless, marks: 1, examples: []string{"!X!"}},
	{first: '@', length: between("@@", "@@"), bounded: true, words: isHarmless, marks: 2, examples: []string{"@@X@@"}},
	{first: '@', length: at, template: true, examples: []string{"@Microsoft.KeyVault(x)", "@(x)", "@{f(x)}", "@{$x}"}},
	{first: '@', length: ats, bounded: true, words: isVariable, marks: 1, examples: []string{"@X_Y@", "@key@"}},
	{first: '@', length: model, template: true, bounded: true, examples: []string{"@Model.X", "@Model.X.Y"}},
	{first: '~', length: tilde, template: true, bounded: true, examples: []string{"~s", "~p", "~ts", "~a"}},
	{first: '\\', length: backslash, template: true, examples: []string{`\(x)`}},
	{first: 'E', length: encrypted, bounded: true, template: true, examples: []string{"ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]", "ENC(x)"}},
	{first: 'Y', length: capitals, bounded: true, words: isHarmless, examples: []string{"YOUR_KEY"}},
	{first: 'M', length: capitals, bounded: true, words: isHarmless, examples: []string{"MY_KEY"}},
	{first: 'R', length: capitals, bounded: true, words: isHarmless, examples: []string{"REPLACE_ME"}},
	{first: 'C', length: capitals, bounded: true, words: isHarmless, examples: []string{"CHANGE_ME"}},
}

// byFirst holds the syntaxes of each first byte, starts whether there are any, and
// marks the bytes of which each placeholder inside a text holds one: those that are
// letters start one with an underscore or a bracket in it, and stand in many texts.
var byFirst, starts, marks = func() (table [256][]syntax, starts, marks [256]bool) {
	for _, s := range syntaxes {
		table[s.first] = append(table[s.first], s)
		starts[s.first] = true
		marks[s.first] = s.first < 'A' || s.first > 'Z'
	}
	marks['('] = true
	return table, starts, marks
}()

func doubleAngleBrackets(text string) int {
	if !strings.HasPrefix(text, "<<") {
		return 0
	}
	n := angleBrackets(text[1:])
	if n <= len("<>") || !strings.HasPrefix(text[1+n:], ">") {
		return 0
	}
	return n + 2
}

// angleBrackets recognises <some words>, the blank <>, and the tags of
// templates, <%= x %>, <#= x #> and <?= x ?>.
func angleBrackets(text string) int {
	if strings.HasPrefix(text, "<>") {
		return len("<>")
	}
	return enclosed(text, 1, '>', func(s string) bool {
		return !strings.ContainsAny(s, "<;\"'=") || strings.IndexByte("%#?", s[0]) >= 0
	})
}

// mask recognises three asterisks and more.
func mask(text string) int {
	if n := len(text) - len(strings.TrimLeft(text, "*")); n >= 3 {
		return n
	}
	return 0
}

func asterisks(text string) int {
	if strings.HasPrefix(text, "**") {
		return 0
	}
	return enclosed(text, 1, '*', isWords)
}

// call recognises an ARM expression, [parameters('x')].
func call(text string) int { return enclosed(text, 1, ']', isCall) }

func squareBrackets(text string) int { return enclosed(text, 1, ']', isWords) }

func numberBraces(text string) int {
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

// between returns the length function of a name between two marks.
func between(open, end string) func(string) int {
	return func(text string) int {
		if !strings.HasPrefix(text, open) {
			return 0
		}
		window := text[len(open):min(len(text), len(open)+maxLen)]
		n := strings.Index(window, end)
		if n <= 0 || !isSpacedName(window[:n]) {
			return 0
		}
		return len(open) + n + len(end)
	}
}

// underscores returns the length function of a name between two such marks, which
// may hold underscores itself.
func underscores(mark string) func(string) int {
	simple := between(mark, mark)
	return func(text string) int {
		n := nameLength(text)
		if n <= 2*len(mark) || !strings.HasPrefix(text, mark) || !strings.HasSuffix(text[:n], mark) || !isSpacedName(text[len(mark):n-len(mark)]) {
			return simple(text)
		}
		return n
	}
}

// encrypted recognises a value that sops, ENC[…], or Jasypt, ENC(…), has encrypted:
// it shows nothing of what it stands for.
func encrypted(text string) int {
	const most = 16 << 10 // bytes of a value
	for _, marks := range [...]string{"ENC[]", "ENC()"} {
		open, end := marks[:len("ENC[")], marks[len("ENC["):]
		if !strings.HasPrefix(text, open) {
			continue
		}
		inside := text[len(open):min(len(text), most)]
		if n := strings.IndexAny(inside, end+" \r\n;\"'"); n > 0 && inside[n] == end[0] {
			return len(open) + n + 1
		}
	}
	return 0
}

// at recognises a reference to a key vault, @Microsoft.KeyVault(…), an expression of
// Razor, @(x), and one of Azure Data Factory, Logic Apps or Perl, @{f(x)}.
func at(text string) int {
	const vault = "@Microsoft.KeyVault("
	switch {
	case strings.HasPrefix(text, "@("):
		return bracketed(text, 1, '(', ')')
	case strings.HasPrefix(text, "@{"):
		// @{name} alone is the shorthand @ with another placeholder as its cluster.
		if n := bracketed(text, 1, '{', '}'); n > 0 && strings.ContainsAny(text[:n], "($") {
			return n
		}
	case len(text) > len(vault) && strings.EqualFold(text[:len(vault)], vault):
		return strings.IndexByte(text, ')') + 1
	}
	return 0
}

// model recognises what a Razor page fills in: @Model.X, @ViewBag.X and the
// like.
func model(text string) int {
	for _, of := range []string{"@Model.", "@ViewBag.", "@ViewData.", "@Configuration.", "@Html."} {
		rest, ok := strings.CutPrefix(text, of)
		if n := nameLength(rest); ok && n > 0 {
			n += len(of)
			for n+1 < len(text) && text[n] == '.' && nameLength(text[n+1:]) > 0 {
				n += 1 + nameLength(text[n+1:])
			}
			return n
		}
	}
	return 0
}

// ats recognises what configure, CMake and Maven fill in, @X@.
func ats(text string) int {
	if n := between("@", "@")(text); !strings.Contains(text[:n], " ") {
		return n
	}
	return 0
}

// tilde recognises the verbs of the formats of Erlang and Lisp.
func tilde(text string) int {
	n := len("~")
	if strings.HasPrefix(text[n:], "t") {
		n++
	}
	if n == len(text) || strings.IndexByte("spwaASD", text[n]) < 0 {
		return 0
	}
	// A tilde is a letter of many secrets: the verb is a whole value or part of a URI.
	if n++; n < len(text) && strings.IndexByte(";/.\"' ", text[n]) < 0 {
		return 0
	}
	return n
}

// backslash recognises the interpolation of Swift and jq, \(x).
func backslash(text string) int {
	if !strings.HasPrefix(text, `\(`) {
		return 0
	}
	return bracketed(text, 1, '(', ')')
}
