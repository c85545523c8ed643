package document

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// ReadConsole reads what a terminal shows: what stands behind a prompt is read by
// the reader of the shell that prompts so, everything else was printed. Without a
// prompt all of it is commands, but for JSON that one of them printed. Linear in text.
func ReadConsole(text string, inner piece.Dispatcher) piece.File {
	r := consoleReader{writer: writer{text: text, inner: inner}}
	r.findPrompts()
	for pos := 0; pos < len(text); {
		pos = r.entry(pos)
	}
	return r.out
}

// IsConsole reports whether a script starts with a prompt, so that it is what a
// terminal shows.
func IsConsole(script string) bool {
	return strings.HasPrefix(strings.TrimLeft(script, " \t\r\n"), "$ ")
}

type consoleReader struct {
	writer
	prompts bool // there are some
	angles  bool // one that is an angle bracket alone starts a command, and does not go on with one
	// openCommand and openJSON say that one was found that nothing ends: others
	// are not looked for, each to the end of the text.
	openCommand, openJSON bool
}

// A prompt is what stands before a command.
type prompt struct {
	length int
	shell  string // that reads the command
	angle  bool   // it is an angle bracket alone
}

// promptOf returns the prompt that a line starts with.
func promptOf(line string) (prompt, bool) {
	body := strings.TrimLeft(line, " \t")
	indent := len(line) - len(body)
	for _, p := range [...]struct{ mark, shell string }{{"$", "shell"}, {"%", "shell"}, {">>>", "python"}, {">", "shell"}} {
		if rest, ok := strings.CutPrefix(body, p.mark); ok && (rest == "" || rest[0] == ' ') {
			return prompt{indent + len(p.mark), p.shell, p.mark == ">"}, true
		}
	}
	// One that names a person, a machine or a directory.
	const longest = 120
	n := strings.IndexAny(body[:min(len(body), longest)], "$#>%")
	if n <= 0 || n+1 < len(body) && body[n+1] != ' ' {
		return prompt{}, false
	}
	switch name := body[:n]; {
	case body[n] != '>':
		named := strings.IndexByte(name, '@') > 0 && strings.IndexByte(name, ':') > 0 || strings.HasPrefix(name, "~") || strings.HasPrefix(name, "(") && strings.HasSuffix(name, ") ")
		return prompt{indent + n + 1, "shell", false}, named && !strings.ContainsAny(name, `="'`)
	case name == "PS", strings.HasPrefix(name, "PS ") && strings.ContainsAny(name, `\/~:`):
		return prompt{indent + n + 1, "powershell", false}, true
	case len(name) > 2 && name[1:3] == `:\`:
		return prompt{indent + n + 1, "batch", false}, true
	}
	return prompt{}, false
}

// findPrompts takes note of whether there are prompts, and what an angle bracket is.
func (r *consoleReader) findPrompts() {
	for pos := 0; pos < len(r.text); {
		end, next := source.AnyLineEnd(r.text, pos)
		if p, ok := promptOf(r.text[pos:end]); ok {
			r.prompts, r.angles = true, p.angle
			if !p.angle {
				return
			}
		}
		pos = next
	}
}

// promptAt returns the prompt that starts the command of a line.
func (r *consoleReader) promptAt(line string) (prompt, bool) {
	p, ok := promptOf(line)
	if strings.HasPrefix(line, "#") { // a comment, or the prompt of an administrator
		return prompt{0, "shell", false}, true
	}
	return p, ok && (!p.angle || r.angles)
}

// entry reads a command, or what was printed, from the start of a line, and returns
// where it ends.
func (r *consoleReader) entry(pos int) int {
	end, next := source.AnyLineEnd(r.text, pos)
	if r.prompts {
		if p, ok := r.promptAt(r.text[pos:end]); ok {
			return r.command(pos, p)
		}
	}
	if end := r.json(pos); end > 0 {
		r.nested("json", piece.Verbatim(piece.Plain, r.text, source.Span{Start: pos, End: end}))
		return end
	}
	if r.prompts {
		r.lines(source.Span{Start: pos, End: end})
		return next
	}
	for next < len(r.text) && r.json(next) == 0 {
		_, next = source.AnyLineEnd(r.text, next)
	}
	r.nested("shell", piece.Verbatim(piece.Plain, r.text, source.Span{Start: pos, End: next}))
	return next
}

// command reads the command behind a prompt, with the lines that it goes on in.
func (r *consoleReader) command(pos int, p prompt) int {
	stop := r.commandEnd(pos, p)
	var b piece.Builder
	from := pos + p.length
	for {
		end, next := source.AnyLineEnd(r.text, pos)
		b.Copy(r.text, source.Span{Start: from, End: end})
		if next >= stop {
			break
		}
		lineEnd, _ := source.AnyLineEnd(r.text, next)
		from = next + furtherPrompt(r.text[next:lineEnd], p.shell)
		appendLineEnd(&b, r.text, source.Span{Start: end, End: next}, from)
		pos = next
	}
	if b.Len() > 0 {
		r.nested(p.shell, b.Piece(piece.Plain))
	}
	return stop
}

// commandEnd returns where the lines of the command that starts on the line of pos
// end.
func (r *consoleReader) commandEnd(pos int, p prompt) int {
	end, first := source.AnyLineEnd(r.text, pos)
	state := commandState{shell: p.shell}
	open := state.feed(r.text[pos+p.length : end])
	rest := first
	for rest < len(r.text) {
		end, next := source.AnyLineEnd(r.text, rest)
		mark := furtherPrompt(r.text[rest:end], p.shell)
		if mark == 0 && (!open || r.openCommand) {
			return rest
		}
		open = state.feed(r.text[rest+mark : end])
		rest = next
	}
	if open && rest > first {
		r.openCommand = true // what is open is an apostrophe
		return first
	}
	return rest
}

// furtherPrompt returns the length of the prompt with which a shell asks for the
// rest of a command.
func furtherPrompt(line, shell string) int {
	marks := []string{"> "}
	switch shell {
	case "python":
		marks = []string{"... "}
	case "powershell":
		marks = []string{">> "}
	}
	for _, mark := range marks {
		if strings.HasPrefix(line, mark) {
			return len(mark)
		}
	}
	return 0
}

// commandState is what of a command is still open at the end of its last line.
type commandState struct {
	shell string
	quote byte   // that is not closed
	here  string // the delimiter of a here-document
}

// feed reads a further line, and reports whether the command goes on behind it.
func (s *commandState) feed(line string) bool {
	if s.here != "" {
		if strings.TrimLeft(line, "\t") == s.here {
			s.here = ""
		}
		return s.here != ""
	}
	lead := map[string]byte{"powershell": '`', "batch": '^'}[s.shell]
	if lead == 0 {
		lead = '\\'
	}
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == lead && s.quote != '\'':
			if i++; i == len(line) {
				return true
			}
		case c == s.quote:
			s.quote = 0
		case s.quote == 0 && (c == '"' || c == '\'' && s.shell != "batch"):
			s.quote = c
		case s.quote == 0 && s.shell == "shell" && strings.HasPrefix(line[i:], "<<") && !strings.HasPrefix(line[i:], "<<<"):
			delimiter := strings.Trim(line[i+len("<<"):], " -'\"\\")
			s.here = delimiter[:literal.WordEnd(delimiter, 0)]
		}
	}
	return s.quote != 0 || s.here != ""
}

// json returns where the JSON ends that starts at the start of a line, 0 where none
// does.
func (r *consoleReader) json(pos int) int {
	end, _ := source.AnyLineEnd(r.text, pos)
	line := strings.TrimSpace(r.text[pos:end])
	if r.openJSON || line == "" || line[0] != '{' && line[0] != '[' {
		return 0
	}
	if inner := strings.TrimLeft(line[1:], " "); inner != "" && (strings.IndexByte(`"{}[]`, inner[0]) < 0 || line[0] == '[' && line[1] == ' ') {
		return 0 // commands in brackets, a test
	}
	depth := 0
	for i := pos; i < len(r.text); i++ {
		switch r.text[i] {
		case '"':
			for i++; i < len(r.text) && r.text[i] != '"' && r.text[i] != '\n'; i++ {
				if r.text[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				_, next := source.AnyLineEnd(r.text, i)
				return next
			}
		}
	}
	r.openJSON = true
	return 0
}
