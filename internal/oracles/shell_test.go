package oracles

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"mvdan.cc/sh/v3/expand"
	"mvdan.cc/sh/v3/syntax"
	"pgregory.net/rapid"

	"kustoconn/source"
)

// shellPlaces returns the words, here-documents and comments of a script; ok is
// false where the oracle cannot parse it.
func shellPlaces(text string) (places []place, ok bool) {
	file, err := syntax.NewParser(syntax.KeepComments(true), syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil {
		return nil, false
	}
	add := func(n syntax.Node, value string, code bool) {
		p := place{span: source.Span{Start: int(n.Pos().Offset()), End: int(n.End().Offset())}, text: value, code: code}
		if name, rest, ok := strings.Cut(value, "="); ok && !strings.ContainsAny(name, " ;:/") {
			p.assigned = rest
		}
		places = append(places, p)
	}
	documents := map[*syntax.Word]bool{}
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.ArithmExp, *syntax.ArithmCmd, *syntax.LetClause:
			return false // no words, though parsed as such
		case *syntax.ParamExp:
			// A default is a word; a subscript or a pattern is a hole to lint.
			if n.Index != nil || n.Exp == nil || n.Exp.Word == nil {
				return false
			}
			return n.Exp.Op == syntax.DefaultUnset || n.Exp.Op == syntax.DefaultUnsetOrNull
		case *syntax.ArrayElem:
			if n.Index != nil {
				return false
			}
		case *syntax.Assign:
			if n.Index != nil {
				return false
			}
		case *syntax.Comment:
			add(n, n.Text, true)
		case *syntax.Redirect:
			if n.Hdoc != nil {
				documents[n.Hdoc] = true
				add(n.Hdoc, text[n.Hdoc.Pos().Offset():n.Hdoc.End().Offset()], true)
			}
		case *syntax.Word:
			if documents[n] {
				return true // for its commands
			}
			value, whole := unquoted(text, n.Parts, false)
			add(n, value, !whole)
		}
		return true
	})
	return places, true
}

// tooGreat is an octal escape over 255: bash takes its low eight bits, as lint
// does, and the oracle 255.
var tooGreat = regexp.MustCompile(`\\[4-7][0-7]{2}`)

// unquoted removes the quotes of a word's parts; what is expanded stays as it is
// written, and whole is false then.
func unquoted(text string, parts []syntax.WordPart, inDouble bool) (value string, whole bool) {
	var b strings.Builder
	whole = true
	for _, part := range parts {
		switch part := part.(type) {
		case *syntax.Lit:
			b.WriteString(unescaped(part.Value, inDouble))
		case *syntax.SglQuoted:
			value := part.Value
			if part.Dollar {
				var err error
				value, err = expand.Literal(&expand.Config{}, &syntax.Word{Parts: []syntax.WordPart{part}})
				if err != nil || tooGreat.MatchString(part.Value) {
					value, whole = part.Value, false
				}
			}
			b.WriteString(value)
		case *syntax.DblQuoted:
			value, all := unquoted(text, part.Parts, true)
			b.WriteString(value)
			whole = whole && all
		default:
			b.WriteString(strings.ReplaceAll(text[part.Pos().Offset():part.End().Offset()], "\\\n", ""))
			whole = false
		}
	}
	return b.String(), whole
}

// unescaped removes backslashes as POSIX, 2.2.1 and 2.2.3, says.
func unescaped(text string, inDouble bool) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && (!inDouble || strings.IndexByte("$`\"\\\n", text[i+1]) >= 0) {
			i++
			if text[i] == '\n' {
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// shellWord writes a text as one word, in pieces that are quoted in different
// ways.
func shellWord(t *rapid.T, text string) string {
	var b strings.Builder
	for rest := text; rest != ""; {
		n := rapid.IntRange(1, len(rest)).Draw(t, "piece")
		if rapid.Bool().Draw(t, "whole") {
			n = len(rest)
		}
		for n < len(rest) && rest[n]&0xC0 == 0x80 {
			n++
		}
		piece := rest[:n]
		rest = rest[n:]
		switch rapid.IntRange(0, 3).Draw(t, "quotes") {
		case 0:
			b.WriteString("'" + strings.ReplaceAll(piece, "'", `'\''`) + "'")
		case 1:
			b.WriteString(`"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`, "$", `\$`, "`", "\\`").Replace(piece) + `"`)
		case 2:
			b.WriteString("$'" + strings.NewReplacer(`'`, `\'`, `\`, `\\`, "=", `\x3d`, ";", `\073`).Replace(piece) + "'")
		default:
			for _, r := range piece {
				if strings.ContainsRune(" \t;&|<>()$`\\\"'*?[]#~%!{}", r) {
					b.WriteByte('\\')
				}
				b.WriteRune(r)
				if rapid.IntRange(0, 60).Draw(t, "break") == 0 {
					b.WriteString("\\\n")
				}
			}
		}
	}
	return b.String()
}

var shellLines = []string{
	"export A=%s\n", "tool %s\n", "tool -a b %s && echo done\n", "if true; then tool %s; fi\n", "x=$(tool %s)\n",
	"for i in 1 %s 2; do echo; done\n", "a=(1 %s)\n", "case %s in *) ;; esac\n", "[[ $a == %s ]] && b\n",
	"f() { tool %s | cat; }\n", "# it's a comment\ntool %s # and another's\n", "cat <<'E' | tool %s\nit's\nE\n",
	"echo \"$(tool %s)\"\n", "tool a\\\n  %s \\\n  b\n", "A=%s tool\n", "echo ${a:-b} $((1<<2)) %s\n", "tool <<<%s\n", "echo `date` %s\n",
	"echo 'a\nb' %s\n", "cat <<-E\n\tit's $x\n\tE\ntool %s\n", "echo \"a ${b//\\\"/x} c\" %s\n", "local a=%s b\n", "a=${b:-%s}\n", "tool a ${b-%s} c\n", "tool {a,b} %s >/dev/null 2>&1\n",
}

func TestShell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var planted []string
		var script strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "lines") {
			value := rapid.SampledFrom(texts()).Draw(t, "text")
			planted = append(planted, value)
			fmt.Fprintf(&script, rapid.SampledFrom(shellLines).Draw(t, "line"), shellWord(t, value))
		}
		text, clean := noisy(t, script.String(), "\n", " ", "\\", "'", "\"", "#", " #", "$", "$'", "`", "$(", ")", "(", ";", "&&", "|", "<<E\n", "E\n", "{", "}", "${a", "=", "[[ ", "é")
		places, ok := shellPlaces(text)
		if !ok {
			t.Skipf("the oracle cannot parse %q", text)
		}
		if why := disagreement("a.sh", text, planted, places, clean); why != "" {
			t.Fatalf("%q\n%s", text, why)
		}
	})
}

// TestShellFiles plants a connection string in words of real scripts.
func TestShellFiles(t *testing.T) {
	const value = "https://c.kusto.windows.net/Db;Fed=true"
	n, failures := 0, 0
	for path, text := range files(t, 200, ".sh", ".bash") {
		places, ok := shellPlaces(text)
		if !ok {
			continue
		}
		step := max(1, len(places)/25)
		for i := 0; i < len(places); i += step {
			p := places[i]
			if p.code || p.span.Start == p.span.End {
				continue
			}
			changed := text[:p.span.Start] + "'" + value + "'" + text[p.span.End:]
			again, ok := shellPlaces(changed)
			if !ok {
				continue
			}
			n++
			if why := disagreement("a.sh", changed, []string{value}, again, true); why != "" && failures < 20 {
				failures++
				t.Errorf("%s: at %d: %.120q: %s", path, p.span.Start, changed[p.span.Start:], why)
			}
		}
	}
	t.Logf("%d words", n)
	if n < 100 {
		t.Errorf("only %d words", n)
	}
}
