package python

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// url is a URL taken apart as urllib.parse.urlparse of CPython 3.11.7 does.
// (Parameters cannot occur: no value holds a semicolon.) The spans are in
// the text as given and may hold characters that splitting removes.
type url struct {
	text                          string
	scheme                        string // in lower case
	netloc, path, query, fragment source.Span
}

// urlError is a ValueError that splitting raises, which the client lets
// through.
type urlError struct {
	class      string
	at, echoed source.Span
}

// splitURL is urlsplit. It costs one pass over text.
func splitURL(text string) (url, *urlError) {
	u := url{text: text}
	rest := dialect.TrimLeft(text, source.Span{End: len(text)}, isControlOrSpace)
	if before, after, found := dialect.Cut(text, rest, ':'); found && isScheme(u.clean(before)) {
		u.scheme = strings.ToLower(u.clean(before))
		rest = after
	}
	if start, ok := u.authority(rest); ok {
		u.netloc = source.Span{Start: start, End: rest.End}
		if i := strings.IndexAny(text[start:rest.End], "/?#"); i >= 0 {
			u.netloc.End = start + i
		}
		rest.Start = u.netloc.End
	}
	if err := checkBrackets(u); err != nil {
		return u, err
	}
	rest, u.fragment, _ = dialect.Cut(text, rest, '#')
	u.path, u.query, _ = dialect.Cut(text, rest, '?')
	return u, checkCompatibility(u)
}

// authority returns where the text after a leading // starts.
func (u url) authority(rest source.Span) (start int, ok bool) {
	slashes := 0
	for i := rest.Start; i < rest.End; i++ {
		switch c := u.text[i]; {
		case c == '/':
			slashes++
		case !isRemoved(rune(c)):
			return 0, false
		}
		if slashes == 2 {
			return i + 1, true
		}
	}
	return 0, false
}

// clean returns the text of s without the characters that splitting removes.
func (u url) clean(s source.Span) string { return removed.Replace(s.Slice(u.text)) }

// database returns the path's only segment and where it is; "" where there
// is no host, no path, or a deeper one.
func (u url) database() (name string, at source.Span) {
	name = strings.TrimLeft(u.clean(u.path), "/")
	if u.clean(u.netloc) == "" || strings.Contains(name, "/") {
		return "", source.Span{}
	}
	return name, dialect.Trim(u.text, u.path, func(r rune) bool { return isSlash(r) || isRemoved(r) })
}

// withoutPath is geturl on a URL with a host after its path has been emptied.
// An empty query or fragment loses its mark.
func (u url) withoutPath() string {
	s := "//" + u.clean(u.netloc)
	if u.scheme != "" {
		s = u.scheme + ":" + s
	}
	if query := u.clean(u.query); query != "" {
		s += "?" + query
	}
	if fragment := u.clean(u.fragment); fragment != "" {
		s += "#" + fragment
	}
	return s
}

// unsplit lists the characters of u's text that splitting drops.
func (u url) unsplit() []source.Span {
	var dropped []source.Span
	leading := true
	for i, r := range u.text {
		leading = leading && isControlOrSpace(r)
		if leading || isRemoved(r) {
			dropped = append(dropped, source.Span{Start: i, End: i + 1})
		}
	}
	return dropped
}

// isScheme reports whether s may stand before the colon of a URL.
func isScheme(s string) bool {
	if s == "" || !ascii.IsLetter(s[0]) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !ascii.IsLetter(c) && !ascii.IsDigit(c) && c != '+' && c != '-' && c != '.' {
			return false
		}
	}
	return true
}

// removed and isRemoved are _UNSAFE_URL_BYTES_TO_REMOVE.
var removed = strings.NewReplacer("\t", "", "\r", "", "\n", "")

func isRemoved(r rune) bool { return r == '\t' || r == '\r' || r == '\n' }

func isControlOrSpace(r rune) bool { return r <= ' ' }
