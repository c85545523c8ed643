package redact

import (
	"cmp"
	"slices"
	"strings"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/container"
	"kustoconn/internal/piece"
	"kustoconn/internal/recognize"
	"kustoconn/placeholder"
	"kustoconn/source"
)

const (
	// maxDepth bounds the containers inside containers that are read.
	maxDepth = 4
	// readings bounds the bytes that are read for each byte of a line, by all
	// containers together.
	readings = 32
)

// region is a part of a text that holds secrets.
type region struct {
	span    source.Span
	secrets []source.Span // in order; inside span
	literal bool          // it stands in a literal
	pair    bool          // it is the value of a secret's keyword
	open    string        // the quotation mark that nothing closes around its last secret
	closed  bool          // a quotation mark closes its value
}

// looker looks for secrets in a text, through the containers that it may be written
// in.
type looker struct {
	placeholders *placeholder.Set
	budget       int       // bytes that may still be read
	nothings     *nothings // nil where they are not worth their memory
	*memory                // nil until something is looked at
}

// newLooker returns a looker for many texts.
func newLooker(placeholders *placeholder.Set) looker {
	return looker{placeholders: placeholders, nothings: newNothings()}
}

// memory is what one text after the other is read into (BenchmarkCopyHits).
type memory struct {
	strings recognize.Finder
	pieces  container.Reader
	tree    ast.ConnectionString
	bound   bind.Bound
}

// look returns the parts of text that hold secrets, in order and not overlapping. Where
// mayHide says no of the text there are none.
func (l *looker) look(text string, depth int) []region {
	return throughColours(text, func(text string) []region { return l.lookUncoloured(text, depth, l.find(text), false) })
}

// throughColours returns the regions of a text that are found in what it is without colours.
func throughColours(text string, find func(text string) []region) []region {
	if p, ok := container.WithoutColours(text); ok {
		return merge(mappedAll(find(p.Text), p.Map))
	}
	return find(text)
}

// find returns the connection strings of a text.
func (l *looker) find(text string) []recognize.Found {
	return l.finder().Find(text, recognize.Context{})
}

func (l *looker) finder() *recognize.Finder { return &l.remembered().strings }

func (l *looker) reader() *container.Reader { return &l.remembered().pieces }

func (l *looker) remembered() *memory {
	if l.memory == nil {
		l.memory = new(memory)
	}
	return l.memory
}

// lookUncoloured is look for a text that holds no colours, and these strings. isValue says
// that it is all of a literal.
func (l *looker) lookUncoloured(text string, depth int, held []recognize.Found, isValue bool) []region {
	found, delimited := l.inContainers(text, depth)
	if endsInSecret := func(d literal) bool { return d.toEnd }; slices.ContainsFunc(delimited, endsInSecret) && hasOddQuotes(text) {
		delimited = slices.DeleteFunc(delimited, endsInSecret)
	}
	return merge(append(found, unread(l.asIs(text, held, isValue, readAlone(delimited, text)), delimited, text)...))
}

// asIs returns the secrets of a text that stands for itself and holds these strings, and whose
// alone are what readAlone says.
func (l *looker) asIs(text string, held []recognize.Found, isValue bool, alone []source.Span) (found []region) {
	var spans []source.Span
	for _, f := range held {
		found = append(found, l.newRegion(text, f.Span))
		spans = append(spans, f.Span)
	}
	found = append(found, l.malformed(text, spans)...)
	return append(found, l.besides(text, isValue, alone)...)
}

// besides returns the secrets of a text that need no connection string around them.
func (l *looker) besides(text string, isValue bool, alone []source.Span) []region {
	found := findPairs(text, l.placeholders, isValue, alone)
	found = append(found, findUserinfo(text, l.placeholders)...)
	found = append(found, findArguments(text, l.placeholders)...)
	if namesKusto(text) {
		found = append(found, findAuthorization(text, l.placeholders)...)
	}
	return found
}

// newRegion returns the connection string at span of text.
func (l *looker) newRegion(text string, span source.Span) region {
	grammar.ParseInto(&l.tree, span.Slice(text))
	l.bound = bind.Bound{Placeholders: l.placeholders}
	bind.BindInto(&l.bound, &l.tree)
	r := region{span: span, secrets: Secrets(&l.bound)}
	for i := range r.secrets {
		r.secrets[i] = r.secrets[i].Shift(span.Start)
	}
	return r
}

// inContainers returns the secrets of what containers write in text, and the
// delimited pieces that hold some.
func (l *looker) inContainers(text string, depth int) (found []region, delimited []literal) {
	if depth == maxDepth || !container.MayRead(text) {
		return nil, nil
	}
	var out struct { // one variable for the body of the loop, which is called
		found     []region
		delimited []literal
		doubt     doubt
	}
	out.doubt.text = text
	for row, p := range l.reader().Read(text) {
		if l.budget -= len(p.Text); l.budget < 0 {
			break
		}
		if !mayHide(p.Text) {
			continue
		}
		read, open, toEnd := strings.Contains(p.Text, Mask), false, false // a mask is what was read before
		regions := l.throughPiece(p, row.Delimited && !row.Words, depth)
		inDoubt := (read || regions != nil) && row.Delimited && !row.Words && out.doubt.of(&p, regions)
		if inDoubt && p.Kind != piece.Plain {
			regions = merge(append(regions, l.asItStands(text, p.Span(), depth)...))
		}
		for _, r := range regions {
			r.literal = r.literal || row.Delimited
			read = read || r.pair || len(r.secrets) > 0
			open = open || r.open != ""
			toEnd = !row.Words && endsInQuotedSecret(r, text, p.Span().End)
			out.found = append(out.found, r)
		}
		if row.Delimited && read && (!inDoubt || p.Kind != piece.Plain) {
			span := p.Span()
			if row.Words {
				if goesOnBehindWord(text, span.End) {
					continue
				}
				span.End += len(firstWord(text[span.End:]))
			}
			out.delimited = append(out.delimited, literal{span, row.Words, open, toEnd})
		}
	}
	return out.found, out.delimited
}

// goesOnBehindWord reports whether what stands behind a word of a shell, which ends at offset, is the
// secret's, with the sign or blank that would end the word: it is no word of a language, or the next pair
// of the string follows.
func goesOnBehindWord(text string, offset int) bool {
	const longest = 256
	behind, _, _ := strings.Cut(strings.TrimLeft(firstWord(text[offset:]), "|&;<>()"), ";")
	text = text[:min(len(text), offset+longest)]
	v := value{text: text, at: offset, limit: endOfLine(text, offset)}
	return isDubious(behind) || v.nextPair() >= 0
}

// throughPiece returns the secrets of piece p of text, at their places in that.
func (l *looker) throughPiece(p piece.Piece, isValue bool, depth int) []region {
	return mappedAll(l.inPiece(p, isValue, depth), p.Map)
}

// inPiece returns the secrets of a piece. All of a value may be a connection string.
func (l *looker) inPiece(p piece.Piece, isValue bool, depth int) []region {
	slot := l.nothings.slot(p.Text)
	if slot.holds(p.Text, isValue, depth) && slot.cost <= l.budget {
		l.budget -= slot.cost
		return nil
	}
	before := l.budget
	found := l.lookInPiece(p, isValue, depth)
	if lines := l.lookByLines(p.Text, depth+1); lines != nil {
		found = merge(append(found, lines...))
	}
	if found == nil && slot != nil && l.budget >= 0 {
		slot.set(p.Text, isValue, depth, before-l.budget)
	}
	return found
}

// lookInPiece is inPiece for a piece that is not remembered.
func (l *looker) lookInPiece(p piece.Piece, isValue bool, depth int) []region {
	if !isValue {
		return l.look(p.Text, depth+1)
	}
	found := l.finder().Find(p.Text, recognize.Context{Whole: true})
	if len(found) == 1 && found[0].Span.Slice(p.Text) == strings.TrimSpace(p.Text) {
		return merge(append(l.besides(p.Text, true, nil), l.newRegion(p.Text, found[0].Span)))
	}
	if container.MayColour(p.Text) {
		return l.look(p.Text, depth+1)
	}
	return l.lookUncoloured(p.Text, depth+1, found, true) // those of running text, as it is no string
}

// literal is a delimited piece of a text that holds secrets.
type literal struct {
	span  source.Span
	words bool // blanks end it
	open  bool // a value begins in it with a quotation mark that it does not close
	// toEnd says that it ends in a secret.
	toEnd bool
}

// endsInQuotedSecret reports whether the last secret of r, a region of text, or an empty value ends at
// offset or at the semicolons before it, and a double quotation mark stands there.
func endsInQuotedSecret(r region, text string, offset int) bool {
	if offset == len(text) || text[offset] != '"' {
		return false
	}
	k := len(r.secrets) - 1
	end := len(strings.TrimRight(text[:offset], ";"))
	return k >= 0 && r.secrets[k].End == end || end < offset && end > 0 && text[end-1] == '='
}

// hasOddQuotes reports whether one of the quotation marks of text that no backslash or
// backtick escapes has no other, so that nobody knows which one closes what; or whether one that
// should open a literal stands between a word, longer than the prefix of a literal, and a semicolon, as
// one within a secret may.
func hasOddQuotes(text string) bool {
	const longestPrefix = 3
	odd := false
	for at := 0; at < len(text); at++ {
		switch text[at] {
		case '"':
			if odd = !odd; odd && at > longestPrefix && strings.HasPrefix(text[at+1:], ";") && isName(text[at-longestPrefix-1:at]) {
				return true
			}
		case '\\':
			at++ // what it escapes
		case '`':
			if at+1 < len(text) && text[at+1] == '"' {
				at++
			}
		}
	}
	return odd
}

// readAlone returns the delimited pieces of text that nothing goes on behind, in order: what
// begins in one of them is read in it alone, as isRead says.
func readAlone(delimited []literal, text string) (alone []source.Span) {
	for _, d := range delimited {
		if !d.open && !d.words && !inDoubt(text[d.span.End:]) {
			alone = append(alone, d.span)
		}
	}
	return Union(alone)
}

// unread returns the regions of text as it stands that were not read better in one of the delimited
// pieces. Both are gone through in order: there may be many.
func unread(regions []region, delimited []literal, text string) (kept []region) {
	slices.SortStableFunc(regions, func(a, b region) int { return cmp.Compare(a.span.Start, b.span.Start) })
	slices.SortStableFunc(delimited, func(a, b literal) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var around []literal // those that the region may start in
	for _, r := range regions {
		for len(delimited) > 0 && delimited[0].span.Start <= r.span.Start {
			around = append(around, delimited[0])
			delimited = delimited[1:]
		}
		around = slices.DeleteFunc(around, func(d literal) bool { return d.span.End <= r.span.Start })
		if !isRead(r, around, text) {
			kept = append(kept, r)
		}
	}
	return kept
}

// isRead reports whether region r of text as it stands was read better as part of a
// delimited piece. Where it goes on behind the piece, and that ends in doubt, it was
// not.
func isRead(r region, delimited []literal, text string) bool {
	for _, d := range delimited {
		switch {
		case !d.span.Contains(r.span.Start):
		case r.span.End <= d.span.End:
			return true
		case (d.open || d.words) && r.closed, inDoubt(text[d.span.End:]):
		default:
			return true
		}
	}
	return false
}

// inDoubt reports whether behind, which starts with the mark that ends a piece, goes on
// otherwise than any container does.
func inDoubt(behind string) bool {
	if len(behind) < 2 || strings.IndexByte("\"'`", behind[0]) < 0 {
		return false
	}
	if behind[1] == ';' {
		return len(behind) > 2 && strings.IndexByte(" \t\r\n", behind[2]) < 0
	}
	if behind[1] == '<' {
		return !strings.HasPrefix(behind[1:], "</")
	}
	if strings.IndexByte(")]}", behind[1]) >= 0 { // and a word goes on in the secret
		return len(behind) > 2 && isWordByte(behind, 2)
	}
	return strings.IndexByte(" \t\r\n,:>\\", behind[1]) < 0 || opensAtPair(behind)
}

// opensAtPair reports whether behind, which starts with a quotation mark, holds such a mark once
// more before the semicolon that the next pair of a string follows, though nothing joins what is
// between them to the string: both are signs of a value then.
func opensAtPair(behind string) bool {
	const longest, most = 128, 2 // most is how much stands behind the second one
	behind = behind[:min(len(behind), longest)]
	between, rest, found := strings.Cut(behind[1:], behind[:1])
	if !found || joinsLiterals(between) || startsOperand(between) {
		return false
	}
	end := strings.IndexByte(rest[:min(len(rest), most+1)], ';')
	return end >= 0 && isKeyword(rest[end+1:])
}

// shift returns r so many bytes further.
func (r region) shift(n int) region {
	r.span = r.span.Shift(n)
	r.secrets = slices.Clone(r.secrets)
	for i := range r.secrets {
		r.secrets[i] = r.secrets[i].Shift(n)
	}
	return r
}

// mappedAll returns regions of a piece's text, which it takes over, as those of the text that the piece was read from.
func mappedAll(regions []region, m piece.Map) []region {
	for i, r := range regions {
		regions[i] = mapped(r, m)
	}
	return regions
}

// mapped returns a region of a piece's text as one of the text that the piece
// was read from.
func mapped(r region, m piece.Map) region {
	out := r
	out.span, out.secrets = m.Span(r.span), nil
	for _, secret := range r.secrets {
		out.secrets = append(out.secrets, m.Span(secret))
	}
	return out
}

// merge puts regions in order and makes one of those that overlap.
func merge(regions []region) []region {
	slices.SortStableFunc(regions, func(a, b region) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var merged []region
	for _, r := range regions {
		if k := len(merged) - 1; k >= 0 && merged[k].span.End > r.span.Start {
			last := &merged[k]
			last.span.End = max(last.span.End, r.span.End)
			last.secrets = append(last.secrets, r.secrets...)
			last.literal = last.literal || r.literal
			last.open, last.pair = cmp.Or(last.open, r.open), last.pair || r.pair
			continue
		}
		merged = append(merged, r)
	}
	for i := range merged {
		merged[i].secrets = Union(merged[i].secrets)
	}
	return merged
}
