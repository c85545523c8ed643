package redact

import "strings"

// block is a value of lines of its own, behind the line with its keyword: a block of YAML, a
// text in three quotation marks, a here-document. Nothing else stands on these lines, so that
// they need not look like a secret. The zero value is none.
type block struct {
	lines  int    // that it may still have
	indent int    // it ends where a line is set in no deeper
	end    string // or at a line that starts with this, where it isn't empty
}

// mostBlockLines bounds a block that nothing ends.
const mostBlockLines = 64

// blockBehind returns the block whose start ends a line, behind a keyword that ends at offset.
func blockBehind(line string, at int) block {
	const longest = 64
	if len(line)-at > longest {
		return block{}
	}
	b := block{lines: mostBlockLines}
	behind := strings.TrimLeft(line[at:], "\"'] \t")
	value := strings.TrimLeft(behind, ":=- \t")
	joined := behind != "" && strings.IndexByte(":=", behind[0]) >= 0
	if value == `\` && (joined || strings.HasPrefix(lastWord(line[:at]), "-")) {
		return block{lines: 1, indent: -1}
	}
	if !joined {
		return block{}
	}
	scalar := value
	if strings.HasPrefix(value, "!") { // its tag
		scalar = value[strings.LastIndexByte(value, ' ')+1:]
	}
	if behind[0] == ':' && isBlockScalar(scalar) {
		return b
	}
	if strings.HasSuffix(value, `"""`) || strings.HasSuffix(value, "'''") {
		if b.end = value[len(value)-3:]; len(value) <= len(`rb"""`) {
			return b
		}
		return block{}
	}
	if b.end = hereDocumentEnd(value); b.end != "" {
		return b
	}
	return block{}
}

// hereDocumentEnd returns the word that ends the here-document which a value begins, <<EOF or
// $(cat <<'EOF'; empty for none.
func hereDocumentEnd(value string) string {
	n := strings.LastIndex(value, "<<")
	if n < 0 {
		return ""
	}
	if command := strings.TrimLeft(value[:n], "\"$(`<"); command != "" && command != "cat " {
		return ""
	}
	end := strings.Trim(value[n:], "<-~'\"\\ ")
	if strings.Trim(end, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != "" {
		return ""
	}
	return end
}

// isBlockScalar reports whether a value is the sign that a block of YAML follows.
func isBlockScalar(value string) bool {
	return value != "" && (value[0] == '|' || value[0] == '>') && strings.Trim(value[1:], "+-123456789") == "" && len(value) <= len("|2-")
}

// isName reports whether text is letters, digits and what stands between the parts of a
// name.
func isName(text string) bool {
	for i := range len(text) {
		if !isWordByte(text, i) && strings.IndexByte(".-", text[i]) < 0 {
			return false
		}
	}
	return true
}

// holds reports whether a line is one of the block.
func (b block) holds(line string) bool {
	text := strings.TrimSpace(line)
	switch {
	case b.lines == 0:
		return false
	case b.end != "":
		return !strings.HasPrefix(text, b.end)
	}
	return text == "" || indentOf(line) > b.indent
}

// indentOf returns how far a line is set in.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
