package lint

import (
	"strconv"
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// A text that is a connection string may be read by more than a client: what compares it, counts its
// bytes, takes a part of it by its place or looks for something in it. A fix that keeps what the string
// means to clients changes it for those. What is seen of them in the file keeps a fix from being safe.

// maxBeside is how far from a string a number is its length, in bytes.
const maxBeside = 128

// uses is what a file does with the texts in it.
type uses struct {
	sealed   string // why the file has to stay as it is; empty where it has not
	measured *measured
	apart    map[string]bool // texts of pieces that are closed in one place and open in another
	sought   map[string]int  // how often a keyword is looked for
	fills    bool            // it looks for an equals sign that has no value behind it

	own    source.Span    // the string that was asked about last
	read   string         // what readBesides says of it
	within map[string]int // sought, of its own text
}

// used returns what the file does with its texts, which is found in one pass over the text and
// one over the pieces.
func (f *File) used() *uses {
	c := f.opened()
	if c.uses != nil {
		return c.uses
	}
	text := f.Text()
	c.uses = &uses{sealed: sealed(f.Path, text), measured: f.measure(), apart: map[string]bool{}, sought: map[string]int{}}
	c.uses.fills = strings.Contains(text, `"=;`) || strings.Contains(text, "'=;") || strings.Contains(text, "=(?=")
	first := map[string]*piece.Piece{}
	for i := range f.pieces() {
		p := &f.pieces()[i].Piece
		if p.Kind != piece.Literal && p.Kind != piece.Value {
			continue
		}
		if q := first[p.Text]; q == nil {
			first[p.Text] = p
		} else if q.Front != p.Front || q.Back != p.Back {
			c.uses.apart[p.Text] = true
		}
	}
	return c.uses
}

const (
	// keepers are methods that give a text as it is, or ask how it starts.
	keepers = " as_str asstring clone copy into isempty startswith starts_with strip to_owned to_string tostring trim "
	// comparands are names and keys of what is compared with something.
	comparands = " const enum equals equalto expect expected find golden match matches old pattern regex regexes regexp search search_string snapshot want "
)

// isLookedInto reports whether the program does something with the text that a name holds: it
// compares it, calls a method of it, expands a part of it or gives it to a filter: CS == x,
// CS.find(…), CS[60:], ${CS:60}, %CS:~60%, <<< $CS.
func (f *File) isLookedInto(name source.Span) bool {
	const longest = 24 // what is looked at on either side of the name, in bytes
	text := f.Text()
	before, rest := text[max(0, name.Start-longest):name.Start], text[name.End:min(len(text), name.End+longest)]
	if expanded := strings.HasSuffix(before, "${"); strings.HasSuffix(before, "{#") || expanded && rest != "" && strings.IndexByte("/%#^,", rest[0]) >= 0 {
		return true
	}
	outer := strings.TrimRight(before, " \"'${(")
	variable := strings.Contains(before[len(outer):], "$") || strings.HasPrefix(rest, ".") // or a file: > cs.txt
	if strings.HasSuffix(outer, "<<<") && variable || endsInComparison(outer, variable) {
		return true
	}
	bare := rest
	if rest != "" {
		rest = strings.TrimLeft(rest[:1], "\"'") + rest[1:]
	}
	if len(rest) < len(bare) {
		rest = strings.TrimPrefix(rest, "]")
	}
	if len(rest) < 2 {
		return false
	}
	switch rest[0] {
	case ':':
		return ascii.IsDigit(rest[1]) || strings.IndexByte("~<>^", rest[1]) >= 0
	case '.':
		method := rest[1:literal.WordEnd(rest, 1)]
		return strings.HasPrefix(rest[1+len(method):], "(") && !isAmong(keepers, strings.ToLower(method))
	case '[':
		inner, _, closed := strings.Cut(rest[1:], "]")
		return closed && isPlace(inner)
	}
	behind := strings.TrimLeft(rest, "})\"'")
	rest = strings.TrimLeft(behind, " ")
	if strings.HasPrefix(rest, "| ") {
		return f.isPiped(name)
	}
	if strings.HasPrefix(rest, "+ ") && len(rest) > 2 && ascii.IsDigit(rest[2]) {
		return true // a pointer
	}
	operator := ""
	if len(behind) > len(rest) {
		operator = spacedComparison(rest, variable, variable && !strings.Contains(before, "["), bare[0] == '"')
	}
	for _, one := range [...]string{"==", "!=", "=~", "~="} {
		if strings.HasPrefix(rest, one) {
			operator = one
		}
	}
	if operator == "" || strings.HasSuffix(outer, "typeof") {
		return false
	}
	operand := strings.TrimLeft(rest[len(operator):], "= ")
	for _, nothing := range [...]string{`""`, "''", "nil", "null", "$null", "None", "undefined"} {
		if strings.HasPrefix(operand, nothing) {
			return false
		}
	}
	return true
}

// isPlace reports whether an index is that of a byte or a stretch of a text, which is seldom one of a list:
// 60:, 60, -20, i, i+1.
func isPlace(index string) bool {
	if index == "" || strings.ContainsAny(index, "\"'") {
		return false
	}
	return strings.ContainsAny(index, ":+-") || strings.Contains(index, "..") || len(index) == 1 && ascii.IsLetter(index[0]) ||
		len(index) > 1 && strings.Trim(index, "0123456789") == ""
}

// endsInComparison reports whether text, which ends before a name, ends with what compares it, or takes
// it apart; variable says that a $ follows, behind which < and > direct a command.
func endsInComparison(text string, variable bool) bool {
	for _, operator := range [...]string{"==", "!=", "=~", "~=", " <", " >", " <=", " >="} {
		if strings.HasSuffix(text, operator) && (!variable || operator[0] != ' ') {
			return true
		}
	}
	word := endingWord(text)
	return isAmong(" case in match range switch ", word) || variable && isAmong(wordOperators, word)
}

// wordOperators compare texts in Perl and PowerShell.
const wordOperators = " cmp eq ge gt le like lt match ne "

// spacedComparison returns the operator that text starts with, which follows a name and a blank;
// "" where it compares nothing.
func spacedComparison(text string, variable, directs, quoted bool) string {
	operator, _, ok := strings.Cut(text, " ")
	switch {
	case !ok:
		return ""
	case strings.Trim(operator, "<>=") == "" && len(operator) <= 2 && operator[0] != '=' && operator != "<<" && operator != ">>":
		if directs {
			return ""
		}
	case operator == `\<`, operator == `\>`, operator == "=" && quoted && variable:
	case variable && isAmong(wordOperators, strings.TrimPrefix(operator, "-")):
	default:
		return ""
	}
	return operator
}

// isPiped reports whether a filter is given what a name holds: by itself, or by a command that writes it.
func (f *File) isPiped(name source.Span) bool {
	const longest = 64 // of a command, in bytes
	before := lastLine(f.Text()[max(0, name.Start-longest):name.Start])
	command := strings.TrimRight(before[:strings.LastIndexAny(before, " \t")+1], " \t")
	command = command[strings.LastIndexAny(command, ";|&({`=")+1:]
	if strings.TrimSpace(command) == "" {
		return true
	}
	for _, writer := range [...]string{"echo", "print", "puts", "Write-"} {
		if strings.Contains(command, writer) {
			return true
		}
	}
	return false
}

// isMadeOfPart reports whether a text is made of the string at span of the file and one more argument, which
// may be its length: std::string cs("…", 40).
func (f *File) isMadeOfPart(own source.Span) bool {
	const near = 48 // bytes
	text := f.Text()
	behind := strings.TrimLeft(text[own.End:min(len(text), own.End+near)], `"`)
	argument, closed := behind[:max(0, strings.IndexAny(behind, ")}"))], strings.ContainsAny(behind, ")}")
	argument, more := strings.CutPrefix(argument, ", ")
	return closed && more && endingWord(argument) == argument && strings.Contains(lastLine(text[max(0, own.Start-near):own.Start]), "string")
}

// makesText reports whether a function, by its name in lower case, may return the text that it is given.
func makesText(name string) bool {
	return strings.Contains(name, "str") || strings.Contains(name, "text") || strings.Contains(name, "byte")
}

// sealed says why a file has to stay as it is, byte for byte.
func sealed(path, text string) string {
	const tested = "a test compares the file with what it gets"
	for _, name := range [...]string{".snap", ".golden", ".txtar", ".approved.", ".verified."} {
		if strings.Contains(path, name) {
			return tested
		}
	}
	if strings.HasSuffix(path, ".py") && strings.Contains(text, ">>> ") || strings.Contains(text, "iex> ") {
		return tested
	}
	if strings.HasSuffix(path, ".patch") || strings.HasSuffix(path, ".diff") || strings.Contains(text, "\n@@ -") || strings.Contains(text, "```diff") {
		return "a difference holds lines of another file"
	}
	for _, sign := range [...]string{"BEGIN PGP SIG", "SIG # Begin", "2000/09/xmldsig#", "mac: ENC[", `mac": "ENC[`, "mac=ENC[", "DKIM-Signature:"} {
		if strings.Contains(text, sign) {
			return "the file is signed"
		}
	}
	return ""
}

// demote marks the fix of the string at span of p as unsafe where the file shows that something
// besides clients reads the text: what looks for what the fix takes away, counts on its length or
// on the places of its pairs, or compares it.
func (f *File) demote(p *filePiece, span source.Span, d *diag.Diagnostic, b bound) {
	if _, safe := d.Fixable(); !safe {
		return
	}
	own, used := p.Map.Span(span), f.used()
	if used.own != own {
		used.own, used.read, used.within = own, f.readBesides(p, span, own), map[string]int{}
	}
	if used.read != "" {
		makeUnsafe(d, used.read)
	} else if f.isSought(p, own, d, b) {
		makeUnsafe(d, "the program may look for what it takes away")
	}
}

// readBesides says what else than a client reads the string at span of p, which is own in the file,
// as it is written; it returns "" where nothing is seen to.
func (f *File) readBesides(p *filePiece, span, own source.Span) string {
	used, name := f.used(), strings.ToLower(wordOfName(f.nameOf(p, span)))
	given := f.argumentOf(own)
	if p.Kind == piece.Literal && p.Key == "" && given.name != "" && !makesText(given.name) {
		name = "" // of a list, or of what a call returns
	}
	switch {
	case used.sealed != "":
		return used.sealed
	case isAmong(comparands, name), f.isCompared(p, own), used.apart[p.Text]:
		return "the text may be compared with another one"
	case used.measured.names[name], isMeasure(given.name), used.measured.isCutBy(given.name, given.place), f.isMadeOfPart(own), holdsNumber(f.around(own, maxBeside), span.Len()):
		return "the length of the text and the places in it may count"
	}
	return ""
}

// around returns the text at span and so many bytes before and behind it.
func (f *File) around(span source.Span, n int) string {
	text := f.Text()
	return text[max(0, span.Start-n):min(len(text), span.End+n)]
}

// holdsNumber reports whether a number that is n, or n and the byte that ends a text, stands in text.
func holdsNumber(text string, n int) bool {
	return holdsWord(text, strconv.Itoa(n)) || holdsWord(text, strconv.Itoa(n+1))
}

// isCompared reports whether the string at span of the file is an operand of a comparison, a key,
// or what an example of Go has to print.
func (f *File) isCompared(p *filePiece, own source.Span) bool {
	const near = 128 // bytes
	text := f.Text()
	full := text[max(0, own.Start-near):own.Start]
	before, behind := strings.TrimRight(full, "\"'` @$(["), text[own.End:min(len(text), own.End+near)]
	rest := strings.TrimLeft(behind, "\"'` ")
	for _, operator := range [...]string{"==", "!=", "<>", "=~", "/c:", " in"} {
		if strings.HasSuffix(before, operator) {
			return true
		}
	}
	key := !f.isProse(p) && len(rest) < len(behind) && behind[0] != ' ' && strings.HasPrefix(rest, ":")
	return key || strings.HasPrefix(rest, ".equals(") || strings.HasPrefix(rest, "==") || strings.HasPrefix(rest, "!=") ||
		p.Kind == piece.Comment && strings.Contains(full, "utput:") ||
		f.opened().format == "sql" && strings.Contains(strings.ToLower(full), "where ")
}
