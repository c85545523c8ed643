package laws

import (
	"bytes"
	"encoding/json"
	"io"

	"kustoconn/internal/cli"
)

// checkBatch holds that the batch protocol answers each line of input, whatever its
// bytes, with one line that is a JSON object, and exits with 0, or with 2 where
// some line was no request.
func checkBatch(t Reporter, input []byte) {
	t.Helper()
	lines := bytes.SplitAfter(input, []byte("\n"))
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	var out bytes.Buffer
	code := cli.Main([]string{"check", "--jsonl"}, bytes.NewReader(input), &out, io.Discard)
	answers := bytes.SplitAfter(out.Bytes(), []byte("\n"))
	if last := len(answers) - 1; len(answers[last]) > 0 {
		t.Fatalf("%q: the last answer is not a whole line: %q", input, answers[last])
	}
	answers = answers[:len(answers)-1]
	if len(answers) != len(lines) {
		t.Fatalf("%q: %d answers to %d lines", input, len(answers), len(lines))
	}
	failed := false
	for i, line := range answers {
		var answer struct {
			ID    json.RawMessage
			Error *string
			OK    *bool
		}
		if err := json.Unmarshal(line, &answer); err != nil {
			t.Fatalf("%q is answered with %q: %v", lines[i], line, err)
		}
		if (answer.Error == nil) == (answer.OK == nil) {
			t.Fatalf("%q is answered with %q", lines[i], line)
		}
		failed = failed || answer.Error != nil
	}
	if want := map[bool]int{false: 0, true: 2}[failed]; code != want {
		t.Fatalf("%q: exit code %d, want %d", input, code, want)
	}
}
