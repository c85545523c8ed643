package lsp_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
)

// The server answers what may be asked in each phase, and ends as the protocol says.
func TestProtocolOrder(t *testing.T) {
	c := start(t, "--stdio")
	if _, code := c.reply(c.begin("textDocument/hover", object{})); code != -32002 {
		t.Errorf("before initialize: %v", code)
	}
	c.openText("file:///early.yaml", "yaml", "a") // passed over
	if _, code := c.reply(c.begin("initialize", []int{1})); code != -32602 {
		t.Errorf("initialize of a list: %v", code)
	}
	result := c.call("initialize", object{"capabilities": object{}, "processId": nil}).(object)
	if result["serverInfo"].(object)["name"] != "kustoconn" || result["capabilities"].(object)["positionEncoding"] != "utf-16" {
		t.Errorf("%v", result)
	}
	for method, want := range map[string]float64{"initialize": -32600, "textDocument/rename": -32601, "textDocument/hover": -32602} {
		if _, code := c.reply(c.begin(method, 7)); code != want {
			t.Errorf("%s: %v, want %v", method, code, want)
		}
	}
	if got := c.call("textDocument/hover", object{"textDocument": object{"uri": "file:///early.yaml"}, "position": object{"line": 0, "character": 0}}); got != nil {
		t.Errorf("of a document that is not open: %v", got)
	}
	for _, id := range []any{-5, 0, "a"} {
		c.send(object{"jsonrpc": "2.0", "id": id, "method": "textDocument/rename", "params": object{}})
		c.wait("reply", func() bool {
			return strings.Contains(c.all.String(), fmt.Sprintf(`"id":%s,`, map[any]string{-5: "-5", 0: "0", "a": `"a"`}[id]))
		})
	}
	c.notify("$/unknown", object{})
	c.call("shutdown", nil)
	if _, code := c.reply(c.begin("textDocument/hover", object{})); code != -32600 {
		t.Errorf("after shutdown: %v", code)
	}
	c.notify("exit", nil)
	if code, _ := c.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func TestExitWithoutShutdown(t *testing.T) {
	for name, end := range map[string]func(c *client){
		"exit": func(c *client) { c.notify("exit", nil) },
		"end":  func(c *client) { c.in.Close() },
	} {
		c := open(t, t.TempDir(), everything, nil)
		end(c)
		if code, _ := c.exit(); code == 0 {
			t.Errorf("%s: exit code 0", name)
		}
	}
}

// A body that is no message is answered; after a frame that is none nothing can be read.
// Neither is repeated.
func TestMalformedMessages(t *testing.T) {
	c := open(t, t.TempDir(), everything, nil)
	for _, row := range []struct {
		body string
		code float64
	}{
		{`{"` + secret, -32700}, {`[]`, -32600}, {`"` + secret + `"`, -32600}, {`{}`, -32600}, {`{"id":1,"method":7}`, -32600},
		{strings.Repeat("[", 100_000), -32700}, {"\xff\xfe", -32700},
	} {
		c.mu.Lock()
		delete(c.replies, 0)
		c.mu.Unlock()
		c.raw(fmt.Sprintf("content-length : %d\r\nContent-Type: x\r\n\r\n%s", len(row.body), row.body))
		if _, code := c.reply(0); code != row.code {
			t.Errorf("%.20q: %v, want %v", row.body, code, row.code)
		}
		c.mu.Lock()
		if id, ok := c.replies[0]["id"]; !ok || id != nil {
			t.Errorf("%.20q: the id is %v", row.body, id)
		}
		c.mu.Unlock()
	}
	c.call("textDocument/hover", object{"textDocument": object{"uri": "x"}, "position": object{"line": -1, "character": 1 << 40}})
	for _, method := range []string{"textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave",
		"workspace/didChangeWorkspaceFolders", "$/cancelRequest"} {
		for _, params := range []any{nil, 7, secret, []any{}, object{}, object{"textDocument": 7}, object{"textDocument": object{"uri": 7}}} {
			c.notify(method, params)
			c.reply(c.begin(method, params))
		}
	}
	c.call("textDocument/hover", object{"textDocument": object{"uri": "x"}})
	c.raw("Content-Length: " + secret + "\r\n\r\n")
	code, sent := c.exit()
	if code == 0 || strings.Contains(sent, secret) {
		t.Errorf("exit code %d, or the text is sent", code)
	}
}

func TestURIs(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, object{}, nil)
	for i, uri := range []string{
		"untitled:Untitled-1", "file:", "file://", "file://server/share/a.yaml", "file:///%00", "file:///%zz", "://", "https://example.com/a.yaml",
		"file:///" + strings.Repeat("a/", 50_000), "\x00", "file:relative", "git:/a.yaml?%7B%7D", "file:///dev/zero", "file:///proc/self/environ",
	} {
		c.openText(uri, "yaml", "k: https://help.kusto.windows.net/Samples;Fed=yes\n")
		got := c.published(uri, 1)
		if len(got) != 1 {
			t.Errorf("%d: %v", i, got)
		}
	}
	c.notify("workspace/didChangeWorkspaceFolders", object{"event": object{"added": []object{{"uri": "file:///dev/zero"}, {"uri": "x"}, {"uri": "file:///nowhere"}}}})
	c.reply(c.begin("workspace/executeCommand", object{"command": "kustoconn.checkWorkspace"}))
	if _, code := c.reply(c.begin("workspace/executeCommand", object{"command": "rm -rf"})); code != -32602 {
		t.Errorf("another command: %v", code)
	}
	if code, _ := c.finish(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// What is too long to lint has no diagnostics, and does not hold up what is.
func TestLongTexts(t *testing.T) {
	exhaust.Long(t)
	dir := t.TempDir()
	c := open(t, dir, object{}, nil)
	long := "file://" + dir + "/long.yaml"
	c.openText(long, "yaml", "k: https://help.kusto.windows.net/Samples;Fed=yes\n# "+strings.Repeat("x", 6<<20))
	if got := c.published(long, 1); got != nil {
		t.Errorf("too long: %v", got)
	}
	marked := "file://" + dir + "/marked.yaml"
	c.openText(marked, "yaml", "\ufeffk: https://help.kusto.windows.net/Samples;Fed=yes\n")
	if got := c.published(marked, 1); !slices.Equal(got, []string{"KCS201 0:47-0:50"}) {
		t.Errorf("with a mark: %v", got)
	}
	binary := "file://" + dir + "/binary.yaml"
	c.openText(binary, "yaml", "k\x00: https://help.kusto.windows.net/Samples;Fed=yes\n")
	if got := c.published(binary, 1); got != nil {
		t.Errorf("binary: %v", got)
	}
	line := "file://" + dir + "/line.json"
	c.openText(line, "json", `{"k": [`+strings.Repeat(`"https://help.kusto.windows.net/Samples;Fed=true;Fed=true", `, 5_000)+`1]}`)
	if got := c.published(line, 1); len(got) != 5_000 {
		t.Errorf("one line: %d", len(got))
	}
	many := "file://" + dir + "/many.yaml"
	c.openText(many, "yaml", strings.Repeat("- https://help.kusto.windows.net/Samples;Fed=true;Fed=true\n", 500))
	offered := c.call("textDocument/codeAction", object{"textDocument": object{"uri": many}, "context": object{}, "range": object{
		"start": object{"line": 0, "character": 0}, "end": object{"line": 500, "character": 0},
	}}).([]any)
	if len(offered) != 500+8+1+1 { // fixes, comments, the fix of all, a canonical form
		t.Errorf("%d actions", len(offered))
	}
	for _, uri := range []string{long, line} {
		c.call("textDocument/hover", object{"textDocument": object{"uri": uri}, "position": object{"line": 0, "character": 20}})
	}
	c.finish()
}

// A workspace of somebody else's: links that lead out, programs in its settings, a
// secret in every name. Nothing is run, written or told.
func TestAHostileWorkspace(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	witness := filepath.Join(outside, "witness")
	program := filepath.Join(dir, "git")
	for path, text := range map[string]string{
		filepath.Join(outside, "secret.yaml"):                "k: https://help.kusto.windows.net/Samples;Fed=yes;AppKey=" + secret + "\n",
		filepath.Join(outside, "config.yaml"):                "ignore: [" + secret + "]\n",
		program:                                              "#!/bin/sh\ntouch " + witness + "\n",
		filepath.Join(dir, ".git/config"):                    "[core]\n\tfsmonitor = " + program + "\n\tpager = " + program + "\n",
		filepath.Join(dir, ".git/HEAD"):                      "ref: refs/heads/main\n",
		filepath.Join(dir, "AppKey="+secret+";Fed=yes.yaml"): "k: https://help.kusto.windows.net/Samples;Fed=yes;Fed=no\n",
		filepath.Join(dir, ".vscode/settings.json"):          `{"kustoconn.server.path": "` + program + `"}`,
		filepath.Join(dir, "line\n\x1b[31m\u202e%0a#?.yaml"): "k: https://help.kusto.windows.net/Samples;Fed=yes;Fed=no\n",
		filepath.Join(dir, "long.yaml"):                      "k: https://help.kusto.windows.net/Samples;Fed=yes;AppKey=" + strings.Repeat(secret, 1<<15) + "\n",
	} {
		os.MkdirAll(filepath.Dir(path), 0o700)
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"link.yaml": "secret.yaml", ".kustoconn.yaml": "config.yaml"} {
		if err := os.Symlink(filepath.Join(outside, target), filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	t.Setenv("PATH", dir)
	c := open(t, dir, everything, object{
		"rulePages": "command:" + program, "configuration": object{"baseline": filepath.Join(outside, "secret.yaml"), "ignore": []string{secret}},
	})
	uri := "file://" + dir + "/a.yaml"
	c.openText(uri, "yaml", "k: https://help.kusto.windows.net/Samples;Fed=yes;AppKey="+secret+" ``` [x](command:y)\n")
	c.call("textDocument/hover", object{"textDocument": object{"uri": uri}, "position": object{"line": 0, "character": 45}})
	c.published(uri, 1)
	c.openText("file://"+dir+"/long.yaml", "yaml", "k: https://help.kusto.windows.net/Samples;Fed=yes;AppKey="+strings.Repeat(secret, 1<<15)+"\n")
	for _, uri := range []string{uri, "file://" + dir + "/long.yaml"} {
		for _, command := range []string{"kustoconn.explain", "kustoconn.convert", "kustoconn.redact", program, "workbench.action.terminal.new"} {
			c.execute(command, object{"uri": uri, "position": object{"line": 0, "character": 45}, "to": program, "text": "AppKey=" + secret})
		}
		codeActions(c, uri, 0)
	}
	c.call("workspace/executeCommand", object{"command": "kustoconn.checkWorkspace"})
	_, sent := c.finish()
	if _, err := os.Stat(witness); err == nil {
		t.Error("a program was run")
	}
	for _, leak := range []string{program, "command:", "`" + "``\n["} {
		if strings.Contains(sent, leak) {
			t.Errorf("sent: %s", leak)
		}
	}
	// The name of a file is its URI, and none of the server's own words.
	if n := strings.Count(sent, secret); n != strings.Count(sent, "AppKey="+secret+";Fed=yes.yaml") {
		t.Errorf("a secret is sent %d times", n)
	}
}
