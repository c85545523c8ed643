package git

import (
	"path/filepath"
	"strings"

	"kustoconn/internal/regular"
)

const (
	maxConfig   = 4 << 20
	maxIncludes = 10 // files deep, as git has it
)

// settings are the values of a configuration that count here, by section and
// key in lower case ("core.ignorecase"). Sections with a name are left out.
type settings map[string]string

// read takes in a file of git's configuration, if it is there. Other files that
// it includes are read where follow is set, as in the user's own: a repository's
// names none that count.
//
// Source: git-config(1), "Syntax".
func (s settings) read(name string, follow bool, depth int) {
	data, err := regular.ReadFile(name, maxConfig)
	if err != nil || depth > maxIncludes {
		return
	}
	p := configParser{text: strings.TrimPrefix(string(data), "\ufeff")}
	for p.next() {
		if p.section == "include" && p.key == "path" && follow {
			included := expandHome(p.value)
			if !filepath.IsAbs(included) {
				included = filepath.Join(filepath.Dir(name), included)
			}
			s.read(included, true, depth+1)
			continue
		}
		s[p.section+"."+p.key] = p.value
	}
}

// isTrue reports whether a value is true as git has it.
func (s settings) isTrue(name string) bool {
	switch strings.ToLower(s[name]) {
	case "true", "yes", "on", "1":
		return true
	}
	return false
}

// configParser goes through the values of a configuration. What is none is
// passed over.
type configParser struct {
	text                string
	at                  int
	section, key, value string
}

func (p *configParser) next() bool {
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			p.at++
		case c == '#' || c == ';':
			p.skipLine()
		case c == '[':
			p.readSection()
		default:
			p.readValue()
			if p.key != "" && p.section != "" {
				return true
			}
		}
	}
	return false
}

func (p *configParser) skipLine() {
	n := strings.IndexByte(p.text[p.at:], '\n')
	if n < 0 {
		n = len(p.text) - p.at
	}
	p.at += n
}

func (p *configParser) readSection() {
	line, _, _ := strings.Cut(p.text[p.at:], "\n")
	end := strings.IndexByte(line, ']')
	if end < 0 {
		p.section = ""
		p.skipLine()
		return
	}
	p.section = strings.ToLower(strings.TrimSpace(line[1:end]))
	if strings.ContainsAny(p.section, "\" \t") {
		p.section = "" // one with a name
	}
	p.at += end + 1
}

func (p *configParser) readValue() {
	line, _, _ := strings.Cut(p.text[p.at:], "\n")
	end := strings.IndexAny(line, "=#;")
	if end < 0 || line[end] != '=' {
		if end < 0 {
			end = len(line)
		}
		p.key, p.value = strings.ToLower(strings.TrimSpace(line[:end])), "true"
		p.skipLine()
		return
	}
	p.key = strings.ToLower(strings.TrimSpace(line[:end]))
	p.at += end + 1
	p.value = p.unquoted()
}

// unquoted reads a value up to the end of its line: quotation marks may be
// anywhere in it, a backslash escapes, and continues it at the line's end.
func (p *configParser) unquoted() string {
	var b strings.Builder
	quoted, kept := false, 0 // how much of the value no trimming touches
	for ; p.at < len(p.text); p.at++ {
		switch c := p.text[p.at]; {
		case c == '\n':
			return strings.TrimLeft(b.String()[:max(kept, len(strings.TrimRight(b.String(), " \t\r")))], " \t")
		case c == '"':
			quoted = !quoted
			kept = b.Len()
		case c == '\\' && p.at+1 < len(p.text):
			p.at++
			switch c := p.text[p.at]; c {
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			case '\n': // goes on
			default:
				b.WriteByte(c)
			}
		case !quoted && (c == '#' || c == ';'):
			p.skipLine()
			p.at--
		default:
			b.WriteByte(c)
			if quoted {
				kept = b.Len()
			}
		}
	}
	return strings.TrimLeft(b.String()[:max(kept, len(strings.TrimRight(b.String(), " \t\r")))], " \t")
}
