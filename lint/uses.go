package lint

import (
	"slices"
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

const (
	// maxMeasure is how far on its line a name is measured, in bytes.
	maxMeasure = 48
	// maxBeside is how far from a string a number is its length, in bytes.
	maxBeside = 128
)

// uses is what a file does with the texts in it.
type uses struct {
	sealed   string          // why the file has to stay as it is; empty where it has not
	measured map[string]bool // names, in lower case, of whose texts it takes the length or a part by its place
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
	c.uses = &uses{sealed: sealed(f.Path, text), measured: map[string]bool{}, apart: map[string]bool{}, sought: map[string]int{}}
	c.uses.fills = strings.Contains(text, `"=;`) || strings.Contains(text, "'=;") || strings.Contains(text, "=(?=")
	for word := range words(text) {
		name := strings.ToLower(word.Slice(text))
		if f.isLookedInto(word) {
			c.uses.measured[name] = true
		}
		if !isMeasure(name) {
			continue
		}
		near := f.around(word, maxMeasure)
		at := min(word.Start, maxMeasure)
		start := strings.LastIndexByte(near[:at], '\n') + 1
		end, _ := source.AnyLineEnd(near, at)
		for name := range words(near[start:end]) {
			c.uses.measured[strings.ToLower(name.Slice(near[start:end]))] = true
		}
	}
	for _, a := range slices.Backward(f.aliases()) {
		if c.uses.measured[a.name] {
			c.uses.measured[a.of] = true
		}
	}
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
	// measures are words of functions and commands that count what a text has, or take a part of it by its place.
	measures = " awk count cut delims drop explode ifs left len md5 mid partition read sha1 sha256 size sizeof sscanf strlen strtok sub take trunc unpack word words "
	// keepers are methods that give a text as it is, or ask how it starts.
	keepers = " as_str asstring clone copy into isempty startswith starts_with strip to_owned to_string tostring trim "
	// comparands are names and keys of what is compared with something.
	comparands = " const enum equals equalto expect expected find golden match matches old pattern regex regexes regexp search search_string snapshot want "
)

// isAmong reports whether a word in lower case is in a list.
func isAmong(list, word string) bool { return word != "" && strings.Contains(list, " "+word+" ") }

// isMeasure reports whether a word in lower case is one of measures, or made with the stem of one.
func isMeasure(word string) bool {
	for _, stem := range [...]string{"crc32", "digest", "fields", "hash", "index", "length", "slice", "split", "substr", "tokeniz"} {
		if strings.Contains(word, stem) {
			return true
		}
	}
	return isAmong(measures, word)
}

// isLookedInto reports whether the program does something with the text that a name holds: it
// compares it, calls a method of it, expands a part of it or gives it to a filter: CS == x,
// CS.find(…), CS[60:], ${CS:60}, %CS:~60%, <<< $CS.
func (f *File) isLookedInto(name source.Span) bool {
	const longest = 24 // what is looked at behind the name, in bytes
	text := f.Text()
	before, rest := text[max(0, name.Start-longest):name.Start], text[name.End:min(len(text), name.End+longest)]
	if expanded := strings.HasSuffix(before, "${"); strings.HasSuffix(before, "{#") || expanded && rest != "" && strings.IndexByte("/%#^,", rest[0]) >= 0 {
		return true
	}
	outer := strings.TrimRight(before, " \"'${(")
	if strings.HasSuffix(outer, "<<<") && strings.Contains(before[len(outer):], "$") {
		return true
	}
	for _, operator := range [...]string{"==", "!=", " in", " range"} {
		if strings.HasSuffix(outer, operator) {
			return true
		}
	}
	if rest != "" {
		rest = strings.TrimPrefix(strings.TrimLeft(rest[:1], "\"'")+rest[1:], "]")
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
		inner, _, closed := strings.Cut(rest, "]")
		return closed && (strings.Contains(inner, ":") || strings.Contains(inner, ".."))
	}
	rest = strings.TrimLeft(rest, "})\"' ")
	if strings.HasPrefix(rest, "| ") || strings.HasPrefix(rest, "=~") {
		return true // a filter, a match
	}
	if !strings.HasPrefix(rest, "==") && !strings.HasPrefix(rest, "!=") {
		return false
	}
	operand := strings.TrimLeft(rest, "!= ")
	for _, nothing := range [...]string{`""`, "''", "nil", "null", "None", "undefined"} {
		if strings.HasPrefix(operand, nothing) {
			return false
		}
	}
	return true
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
	switch {
	case used.sealed != "":
		return used.sealed
	case isAmong(comparands, name), f.isCompared(p, own), used.apart[p.Text]:
		return "the text may be compared with another one"
	case used.measured[name], holdsNumber(f.around(own, maxBeside), span.Len()):
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
