package redact

import (
	"strconv"
	"strings"

	"kustoconn/placeholder"
	"kustoconn/source"
)

// format is a literal with verbs, which a program fills with the arguments behind it.
type format struct {
	text  string // all around it
	start int    // of what stands between its marks
	end   int
	mark  string
	limit int // how far its arguments go
}

// longestFormat bounds a format, and the arguments behind it.
const longestFormat = 1 << 10

// filledValue returns the literals that a program fills in for the verbs in the value of a
// secret's keyword, which starts at offset in a format: "AppKey=%s", "…". They are none of
// the text between: a region holds an argument alone.
func filledValue(text string, name secretName, offset, limit int, placeholders *placeholder.Set) (found []region) {
	if strings.IndexByte("%{~\"'`\\", text[offset]) < 0 {
		return nil
	}
	limit = min(limit, offset+longestFormat)
	at := offset + len(text[offset:limit]) - len(strings.TrimLeft(text[offset:limit], "\"'`\\"))
	if verbAt(text[:limit], at) == (verb{}) {
		return nil
	}
	f, ok := formatAround(text, name.span.Start, at, limit)
	if !ok {
		return nil
	}
	add := func(start, end int) {
		if start < end && !placeholders.StandsForSecret(text[start:end]) {
			span := source.Span{Start: start, End: end}
			found = append(found, region{span: span, secrets: []source.Span{span}})
		}
	}
	for at < f.end {
		v := verbAt(text[:f.end+len(f.mark)], at)
		if v.size == 0 {
			break
		}
		if next, shell := f.arguments(); v.isNext() && !shell && f.goesOnFormat() {
			for ; next >= 0; next = f.nextArgument(next) {
				add(f.literalAt(next))
			}
			break
		}
		add(f.argument(v, at))
		at += v.size
	}
	return found
}

// isNext reports whether the verb is for the argument behind that of the one before it.
func (v verb) isNext() bool { return v.name == "" && v.number == 0 }

// goesOnFormat reports whether the literal may go on with another one before it, so that nobody
// knows how many verbs there are before its own.
func (f *format) goesOnFormat() bool {
	open := f.start - len(f.mark)
	before := strings.TrimRight(f.text[:open], " \t")
	if before == "" || before[len(before)-1] == '\n' {
		return len(before) < open // set in
	}
	return strings.IndexByte("\"'`+.&", before[len(before)-1]) >= 0
}

// formatAround returns the literal in which both a keyword and a verb behind it stand, if
// there is one.
func formatAround(text string, keyword, verb, limit int) (f format, ok bool) {
	floor := max(0, keyword-longestFormat)
	before := text[floor:keyword]
	before = before[strings.LastIndexAny(before, "\r\n")+1:]
	for _, quote := range []string{`"`, "'", "`"} {
		n := strings.Count(before, quote)
		if n%2 == 0 {
			continue
		}
		open := strings.LastIndex(before, quote)
		slashes := open - len(strings.TrimRight(before[:open], `\`))
		f.mark = before[open-slashes : open+1]
		f.start = keyword - len(before) + open + 1
		f.end, ok = closingQuote(text, f.start, limit, f.mark)
		if ok && verb < f.end {
			f.text, f.limit = text, min(len(text), f.end+longestFormat)
			return f, true
		}
	}
	return f, false
}

// verb is what a format holds for an argument.
type verb struct {
	size   int
	lead   byte
	name   string // of the argument, if it has one
	number int    // of the argument, from 1; 0 if it is the next one
}

// verbAt returns the verb that text has at offset, the zero verb for none: %s, %-10s, %1$s,
// %[1]s, %(name)s, %{name}, {}, {0}, {name:>10}, ~s.
func verbAt(text string, offset int) (v verb) {
	if offset+1 >= len(text) {
		return verb{}
	}
	v.lead = text[offset]
	switch rest := text[offset+1:]; v.lead {
	case '{':
		if n := strings.IndexByte(rest, '}'); n >= 0 && n < longestSegment && rest[0] != '{' {
			name := rest[:n]
			if sign := strings.IndexAny(name, ":!,.[ "); sign >= 0 {
				name = name[:sign]
			}
			v.setName(name, 0)
			v.size = n + len("{}")
			return v
		}
	case '~':
		if strings.IndexByte("spwaASD", rest[0]) >= 0 {
			v.size = len("~s")
			return v
		}
	case '%':
		return percentVerb(v, rest)
	}
	return verb{}
}

// percentVerb returns the verb v, of which rest stands behind its percent sign.
func percentVerb(v verb, rest string) verb {
	at := 0
	if open := strings.IndexByte("([{<", rest[0]); open >= 0 {
		n := strings.IndexByte(rest, ")]}>"[open])
		if n < 0 || n > longestSegment || !isName(rest[1:n]) {
			return verb{}
		}
		v.setName(rest[1:n], 1)
		if at = n + 1; open == 2 { // %{name} has no letter behind it
			v.size = at + len("%")
			return v
		}
	}
	digits := at + len(rest[at:]) - len(strings.TrimLeft(rest[at:], "0123456789"))
	if digits > at && strings.HasPrefix(rest[digits:], "$") {
		v.setName(rest[at:digits], 1)
		at = digits + 1
	}
	at += len(rest[at:]) - len(strings.TrimLeft(rest[at:], "+-# .*0123456789lhz"))
	switch {
	case at == 0 && strings.IndexByte("\"' ,;:.)", rest[0]) >= 0: // of PostgreSQL's RAISE
		return verb{lead: '"', size: len("%")}
	case at == len(rest) || strings.IndexByte("sdvqrxXTtciuaA@pfgewQ", rest[at]) < 0:
		return verb{}
	}
	v.size = at + len("%s")
	return v
}

// setName notes which argument a verb is for: its name, or its number, from first on.
func (v *verb) setName(name string, first int) {
	if name == "" {
		return
	}
	number, err := strconv.Atoi(name)
	if err != nil || number < first || number > mostArguments {
		v.name = name
		return
	}
	v.number = number - first + 1
}

// mostArguments bounds the number of an argument.
const mostArguments = 99

// argument returns the literal that fills verb v, which stands at offset of the format.
func (f *format) argument(v verb, offset int) (start, end int) {
	at, shell := f.arguments()
	if at < 0 {
		return 0, 0
	}
	if v.name != "" {
		if start, end = f.named(at, v.name); start > 0 || v.lead != '{' {
			return start, end
		}
	}
	n := v.number - 1 // a name in braces may be that of a message's template, filled in by order
	if n < 0 {
		n = f.verbsBefore(v.lead, offset)
	}
	if shell {
		return f.word(at, n)
	}
	start, end, _ = f.nth(at, n)
	return start, end
}

// nth returns the literal that is the nth argument from offset on, and where to go on.
func (f *format) nth(offset, n int) (start, end, next int) {
	for at := offset; ; n-- {
		if n == 0 {
			start, end = f.literalAt(at)
			return start, end, max(at, end)
		}
		if at = f.nextArgument(at); at < 0 {
			return 0, 0, len(f.text)
		}
	}
}

// verbsBefore returns how many verbs of that kind stand in the format before offset.
func (f *format) verbsBefore(lead byte, offset int) (n int) {
	for at := f.start; at < offset; {
		v := verbAt(f.text[:f.end+len(f.mark)], at)
		switch {
		case f.text[at] == lead && f.text[at+1] == lead:
			at += 2
		case v.size > 0 && v.lead == lead && v.number == 0:
			n++
			at += v.size
		default:
			at += max(1, v.size)
		}
	}
	return n
}

// arguments returns where the arguments of the format start, or -1. shell says that they
// are words of a shell.
func (f *format) arguments() (at int, shell bool) {
	at = f.behindOperands()
	for range 2 {
		if next := skipBlanks(f.text[:f.limit], at); next < f.limit && f.text[next] == ')' {
			at = next + 1
		}
	}
	blank := at < f.limit && isBlankByte(f.text[at])
	at = skipBlanks(f.text[:f.limit], at)
	rest := f.text[at:f.limit]
	for _, joint := range []string{",", "%", ".formatted(", ".format(", ".Format(", ".format_map(", ".replace(", "-f "} {
		if hasWord(rest, joint) {
			at = skipBlanks(f.text[:f.limit], at+len(joint))
			if start, mark, ok := openingQuote(f.text[:f.limit], at); ok { // of the member that holds them
				if behind, ok := behindMember(f.text[:f.limit], start, mark); ok {
					at = behind
				}
			}
			list := f.text[at:f.limit] // in brackets or not
			return at + len(list) - len(strings.TrimLeft(list, " \t([{")), false
		}
	}
	switch word := lastWord(strings.TrimRight(f.text[max(0, f.start-longestSegment):f.start-len(f.mark)], " \t")); {
	case !blank:
		return -1, false
	case word == "printf":
		return at, true
	case word == "t" || word == "nil" || word == "true": // of Lisp's format
		return at, false
	}
	return -1, false
}

// behindOperands returns the offset behind the literals that an operator joins to the format.
func (f *format) behindOperands() int {
	const most = 16
	at := f.end + len(f.mark)
	for range most {
		next := skipBlanks(f.text[:f.limit], at)
		size := operatorLength(f.text[next:f.limit])
		start, mark, ok := openingQuote(f.text[:f.limit], skipBlanks(f.text[:f.limit], next+size))
		if !ok || size == 0 {
			break
		}
		end, closed := closingQuote(f.text, start, f.limit, mark)
		if !closed {
			break
		}
		at = end + len(mark)
	}
	return at
}

// literalAt returns the literal that an argument at offset is.
func (f *format) literalAt(offset int) (start, end int) {
	start, mark, ok := openingQuote(f.text[:f.limit], skipBlanks(f.text[:f.limit], offset))
	if !ok {
		return 0, 0
	}
	end, _ = closingQuote(f.text, start, lineEndNear(f.text[:f.limit], start), mark)
	return start, end
}

// lineEndNear returns the end of the line that goes on at offset, or of what is looked at of it.
func lineEndNear(text string, offset int) int {
	return endOfLine(text[:min(len(text), offset+longestFormat)], offset)
}

// nextArgument returns where the argument behind the one at offset starts, or -1.
func (f *format) nextArgument(offset int) int {
	depth := 0
	for at := offset; at < f.limit; at++ {
		switch c := f.text[at]; {
		case c == ',' && depth == 0:
			return at + 1
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		case strings.IndexByte("\"'`", c) >= 0:
			_, at = f.literalAt(at)
		case c == ';' || c == '\n' || c == '\r':
			return -1
		}
		if depth < 0 {
			break
		}
	}
	return -1
}

// named returns the literal that is given for an argument by its name, from offset on.
func (f *format) named(offset int, name string) (start, end int) {
	for at := offset; ; {
		n := strings.Index(f.text[at:f.limit], name)
		if n < 0 {
			return 0, 0
		}
		at += n + len(name)
		if isWordByte(f.text, at) || isWordByte(f.text, at-len(name)-1) {
			continue
		}
		sign := at + len(f.text[at:f.limit]) - len(strings.TrimLeft(f.text[at:f.limit], "\"'`\\}) \t"))
		if sign == f.limit {
			return 0, 0
		}
		if behind := behindSign(f.text[:f.limit], sign); behind > sign {
			return f.literalAt(behind)
		}
		if f.text[sign] == ',' { // of a method that replaces the verb
			return f.literalAt(sign + 1)
		}
	}
}

// word returns the nth word of a shell from offset on.
func (f *format) word(offset, n int) (start, end int) {
	for at := offset; ; n-- {
		at = skipBlanks(f.text[:f.limit], at)
		if at >= f.limit || strings.IndexByte("|;&<>)$\r\n", f.text[at]) >= 0 && n == 0 {
			return 0, 0
		}
		next := at
		if start, end = f.literalAt(at); start == 0 {
			start, end = at, at+strings.IndexAny(f.text[at:f.limit]+"\n", " \t;|&)<>\"'`\r\n")
			next = end
		} else {
			next = end + 1
		}
		if n == 0 {
			return start, end
		}
		if next <= at {
			return 0, 0
		}
		at = next
	}
}

// openFormat returns the end of a line from the format on whose arguments the next line may
// hold: one with a verb in the place of a secret. It is empty where there is none.
func openFormat(line string) string {
	line = strings.TrimRight(line, " \t\r\n")
	if line == "" || len(line) > longestFormat || strings.IndexByte("\"'`,(%\\+.&", line[len(line)-1]) < 0 {
		return ""
	}
	for at := 0; ; {
		name, ok := nextName(line, at)
		if !ok {
			return ""
		}
		at = name.span.End
		j, ok := joinedTo(line, name)
		if !ok || verbAt(line, j.value) == (verb{}) {
			continue
		}
		if f, ok := formatAround(line, name.span.Start, j.value, len(line)); ok {
			return line[max(0, f.start-len(f.mark)-1):] + " "
		}
	}
}
