package conform

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"kustoconn"
	"kustoconn/fuzz"
	"kustoconn/fuzz/internal/reference"
)

// The tests run this test binary as the other parser, with this argument and one
// that says how it misbehaves.
const fakeArgument = "fake"

func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == fakeArgument {
		fake(os.Args[2])
		return
	}
	os.Exit(m.Run())
}

// fake answers requests as this module does, but for what mode gets wrong.
func fake(mode string) {
	if mode == "never answers" {
		time.Sleep(time.Minute)
	}
	in := bufio.NewReader(os.Stdin)
	var held []string // answers to requests that came together
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		var r request
		if err := json.Unmarshal(line, &r); err != nil {
			panic(err)
		}
		held = append(held, fakeAnswer(mode, r, n))
		if mode == "out of order" && in.Buffered() > 0 && bytes.HasSuffix(peek(in), []byte("\n")) {
			continue
		}
		slices.Reverse(held)
		fmt.Print(strings.Join(held, ""))
		held = held[:0]
	}
}

// peek returns what has come and is not read yet.
func peek(in *bufio.Reader) []byte {
	waiting, _ := in.Peek(in.Buffered())
	return waiting
}

func fakeAnswer(mode string, r request, n int) string {
	a := reference.Answer(r.Text)
	hard := strings.Contains(r.Text, "'") // the strings that it does not get right
	switch {
	case mode == "minimal":
		return answerLine(map[string]any{"id": r.ID, "syntax": a.Syntax, "pairs": a.Pairs, "prefix": a.Prefix})
	case mode == "no syntax" || mode == "garbage at last" && n > 100:
		return answerLine(map[string]any{"id": r.ID, "pairs": a.Pairs})
	case mode == "no properties":
		return answerLine(map[string]any{"id": r.ID, "ok": a.Syntax})
	case mode == "refuses quotes" && hard:
		return answerLine(map[string]any{"id": r.ID, "ok": false, "reason": "no quotes"})
	case mode == "overall, accepts all":
		return answerLine(map[string]any{"id": r.ID, "ok": true, "properties": a.Properties})
	case mode == "overall", mode == "refuses quotes":
		return answerLine(map[string]any{"id": r.ID, "ok": a.Syntax, "properties": a.Properties, "auth": a.Auth})
	case mode == "overall, strict":
		return answerLine(map[string]any{"id": r.ID, "ok": kustoconn.Validate(r.Text) == nil, "properties": a.Properties})
	case mode == "defaults":
		if a.Properties["Initial Catalog"] == nil {
			a.Properties["Initial Catalog"] = "NetDefaultDB"
		}
		return answerLine(defaultsAnswer{idAnswer{r.ID, a}, map[string]any{"Initial Catalog": "NetDefaultDB"}})
	case mode == "wrong catalog":
		spoilCatalog(a.Properties)
	case mode == "garbage":
		return "Traceback (most recent call last):\n"
	case mode == "huge":
		return strings.Repeat("a", 2*maxLine) + "\n"
	case mode == "error":
		return answerLine(map[string]any{"error": "no"})
	case mode == "wrong id":
		r.ID += 1000
	case !hard:
	case mode == "no quotes":
		for i := range a.Pairs {
			a.Pairs[i].Value = strings.ReplaceAll(a.Pairs[i].Value, "'", "")
		}
	case mode == "accepts all":
		a.Syntax = true
	case mode == "wrong auth":
		a.Auth = "nobody"
	case mode == "dies":
		fmt.Fprintln(os.Stderr, "panic: a quote")
		os.Exit(2)
	case mode == "hangs":
		time.Sleep(time.Minute)
	case mode == "twice":
		return answerLine(idAnswer{r.ID, a}) + answerLine(idAnswer{r.ID, a})
	case mode == "half a line":
		fmt.Print(`{"id":`)
		os.Exit(0)
	}
	return answerLine(idAnswer{r.ID, a})
}

type idAnswer struct {
	ID int `json:"id"`
	fuzz.Answer
}

type defaultsAnswer struct {
	idAnswer
	Defaults map[string]any `json:"defaults"`
}

// spoilCatalog drops a database of one letter, alters a longer one, and makes
// one up where there is none.
func spoilCatalog(properties map[string]any) {
	switch database, ok := properties["Initial Catalog"].(string); {
	case !ok:
		properties["Initial Catalog"] = "master"
	case len(database) == 1:
		delete(properties, "Initial Catalog")
	default:
		properties["Initial Catalog"] = database + "!"
	}
}

func answerLine(v any) string {
	line, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(line) + "\n"
}
