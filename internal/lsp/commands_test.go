package lsp_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// execute runs a command with one argument; refused is the error's text.
func (c *client) execute(command string, argument object) (result any, refused string) {
	id := c.begin("workspace/executeCommand", object{"command": command, "arguments": []object{argument}})
	if result, code := c.reply(id); code == 0 {
		return result, ""
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	message, _ := c.replies[id]["error"].(object)["message"].(string)
	return nil, message
}

func TestCommands(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, everything, nil)
	uri := "file://" + dir + "/a.yaml"
	c.openText(uri, "yaml", "none: 1\nk: https://help.kusto.windows.net/Samples;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Authority Id=contoso.com;Fed=true;AppKey="+secret+"\n"+
		"bad: https://help.kusto.windows.net/Samples;Fed=maybe\n")
	place := func(line, character int) object {
		return object{"uri": uri, "position": object{"line": line, "character": character}}
	}
	with := func(o object, to string) object {
		o["to"] = to
		return o
	}
	for _, tt := range []struct {
		command  string
		argument object
		want     string // part of the answer's text
		refused  string
	}{
		{"kustoconn.explain", place(1, 20), "Application Key", ""},
		{"kustoconn.explain", place(0, 1), "", "there is no connection string at the cursor"},
		{"kustoconn.explain", object{"uri": "file:///nowhere.yaml"}, "", "there is no connection string at the cursor"},
		{"kustoconn.convert", with(place(1, 20), "python"), "KUSTO_APPLICATION_KEY", ""},
		{"kustoconn.convert", with(place(2, 20), "python"), "", "the string has errors: fix them first"},
		{"kustoconn.redact", object{"text": "log: https://c.kusto.windows.net;AppKey=" + secret}, "log: https://c.kusto.windows.net;AppKey=****", ""},
		{"kustoconn.format", place(1, 20), "", "the parameters are not those of the method"},
	} {
		result, refused := c.execute(tt.command, tt.argument)
		answer, _ := result.(object)
		text, _ := answer["text"].(string)
		if refused != tt.refused || !strings.Contains(text, tt.want) || tt.want == "" && text != "" {
			t.Errorf("%s: %q, %q", tt.command, text, refused)
		}
	}
	if _, refused := c.execute("kustoconn.convert", with(place(1, 20), secret)); refused == "" {
		t.Error("converted to nothing that is known")
	}
	targets, _ := c.execute("kustoconn.targets", object{})
	if first := targets.([]any)[0].(object); first["name"] != "csharp" || first["title"] == "" {
		t.Errorf("%v", first)
	}
	if _, sent := c.finish(); strings.Contains(sent, secret) {
		t.Error("the secret is sent")
	}
}

// TestCanonicalForm holds where a string can be written in canonical form: where none is
// there already, it has no fault in syntax, and nothing secret has to be sent.
func TestCanonicalForm(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, everything, nil)
	for text, want := range map[string]string{
		`var s = "Fed=yes; Server=https://help.kusto.windows.net/Samples"`:                 `0:20-0:74 Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=yes`,
		`var s = "Data Source=https://help.kusto.windows.net;AAD Federated Security=True"`: "",
		`var s = "https://help.kusto.windows.net/Samples;AppKey=` + secret + `"`:           "",
		`var s = "https://help.kusto.windows.net/Samples;Fed"`:                             "",
		`var s = "https://help.kusto.windows.net/Samples;Fed=\x74rue"`:                     `0:20-0:70 Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True`,
		"var s = 1": "",
	} {
		uri := "file://" + dir + "/a.go"
		c.openText(uri, "go", "package p; "+text)
		got := ""
		for _, action := range codeActions(c, uri, 0, "refactor.rewrite") {
			got = strings.Join(editsOf(action, uri), " ")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if _, sent := c.finish(); strings.Contains(sent, secret) {
		t.Error("the secret is sent")
	}
}

// TestSettings holds that the editor's settings judge where no file does, and a file
// before them.
func TestSettings(t *testing.T) {
	dir := t.TempDir()
	const text = "k: https://help.kusto.windows.net/Samples;Fed=yes\n"
	c := open(t, dir, everything, object{"configuration": object{"ignore": []string{"KCS201"}, "baseline": "/dev/zero"}})
	uri := "file://" + dir + "/a.yaml"
	c.openText(uri, "yaml", text)
	if got := c.published(uri, 1); got != nil {
		t.Errorf("ignored: %v", got)
	}
	c.forget()
	c.notify("workspace/didChangeConfiguration", object{"settings": object{"kustoconn": object{}}})
	if got := c.published(uri, 1); len(got) != 1 {
		t.Errorf("no longer ignored: %v", got)
	}
	if err := os.WriteFile(filepath.Join(dir, ".kustoconn.yaml"), []byte("level: warning\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.forget()
	c.notify("workspace/didChangeConfiguration", object{"settings": object{"kustoconn": object{"ignore": []string{"KCS201"}}}})
	if got := c.published(uri, 1); len(got) != 1 {
		t.Errorf("the file counts: %v", got)
	}
	c.finish()
}
