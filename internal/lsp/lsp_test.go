package lsp_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const secret = "Zp4x8Q~s3cretV4lue"

// everything is what an editor that can do all offers.
var everything = object{
	"general":      object{"positionEncodings": []string{"utf-16"}},
	"window":       object{"workDoneProgress": true},
	"workspace":    object{"didChangeWatchedFiles": object{"dynamicRegistration": true}, "workspaceEdit": object{"documentChanges": true}},
	"textDocument": object{"hover": object{"contentFormat": []string{"markdown"}}, "completion": object{"completionItem": object{"snippetSupport": true}}},
}

const goText = `package p

var s = "https://help.kusto.windows.net/Samples;Fed=yes"
`

func TestDiagnosticsArePushed(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, everything, nil)
	uri := "file://" + dir + "/a.go"
	c.openText(uri, "go", goText)
	if diff := cmp.Diff([]string{"KCS201 2:52-2:55"}, c.published(uri, 1)); diff != "" {
		t.Error(diff)
	}
	c.notify("textDocument/didChange", object{"textDocument": object{"uri": uri, "version": 2}, "contentChanges": []object{
		{"range": object{"start": object{"line": 2, "character": 52}, "end": object{"line": 2, "character": 55}}, "text": "true"},
	}})
	if got := c.published(uri, 2); got != nil {
		t.Errorf("after the change: %v", got)
	}
	c.notify("textDocument/didClose", object{"textDocument": object{"uri": uri}})
	if code, _ := c.finish(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func TestDiagnosticsArePulled(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, object{"textDocument": object{"diagnostic": object{}}}, nil)
	uri := "file://" + dir + "/a.go"
	c.openText(uri, "go", goText)
	params := object{"textDocument": object{"uri": uri}}
	first := c.call("textDocument/diagnostic", params).(object)
	if diff := cmp.Diff([]string{"KCS201 2:52-2:55"}, codesOf(first["items"])); diff != "" || first["kind"] != "full" {
		t.Error(first["kind"], diff)
	}
	params["previousResultId"] = first["resultId"]
	if again := c.call("textDocument/diagnostic", params).(object); again["kind"] != "unchanged" || again["items"] != nil {
		t.Errorf("again: %v", again)
	}
	if _, sent := c.finish(); strings.Contains(sent, "publishDiagnostics") {
		t.Error("pushed to a client that pulls")
	}
}

// Each encoding counts columns in its own units.
func TestPositionEncodings(t *testing.T) {
	for unit, want := range map[string]string{"utf-8": "KCS201 0:56-0:59", "utf-16": "KCS201 0:54-0:57", "utf-32": "KCS201 0:53-0:56"} {
		dir := t.TempDir()
		c := open(t, dir, object{"general": object{"positionEncodings": []string{"utf-7", unit}}}, nil)
		uri := "file://" + dir + "/a.yaml"
		c.openText(uri, "yaml", "\"\U0001F600 key\": \"https://help.kusto.windows.net/Samples;Fed=yes\"\n")
		if got := c.published(uri, 1); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v, want %s", unit, got, want)
		}
	}
}

func codeActions(c *client, uri string, line int, only ...string) map[string]object {
	context := object{"diagnostics": []object{}}
	if only != nil {
		context["only"] = only
	}
	at := object{"line": line, "character": 0}
	end := object{"line": line, "character": 1000}
	byTitle := map[string]object{}
	for _, a := range c.call("textDocument/codeAction", object{"textDocument": object{"uri": uri}, "range": object{"start": at, "end": end}, "context": context}).([]any) {
		byTitle[a.(object)["title"].(string)] = a.(object)
	}
	return byTitle
}

// editsOf prints the edits of an action as ranges and texts.
func editsOf(action object, uri string) (edits []string) {
	edit := action["edit"].(object)
	var all []any
	if documents, ok := edit["documentChanges"].([]any); ok {
		all = documents[0].(object)["edits"].([]any)
	} else {
		all = edit["changes"].(object)[uri].([]any)
	}
	for _, e := range all {
		edits = append(edits, rangeText(e.(object)["range"])+" "+e.(object)["newText"].(string))
	}
	return edits
}

func TestCodeActions(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, everything, nil)
	const twice = "https://help.kusto.windows.net/Samples;Fed=true;Fed=true"
	const canonical = "Write in canonical form [0:3-0:59 Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True]"
	const unsafe = "https://help.kusto.windows.net/Samples;Fed=yes;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Authority Id=contoso.com;AppKey=" + secret
	for i, row := range []struct {
		name, text string
		line       int
		only       string
		want       []string // titles with edits
	}{
		{"a.yaml", "a: " + twice + "\nb: " + twice + "\n", 0, "", []string{
			"Fix all that is safe to fix in connection strings (2) [0:42-0:51  1:42-1:51 ]",
			"Fix duplicate-keyword [0:42-0:51 ]",
			"Ignore KCS102 (duplicate-keyword) on this line, with a reason [0:0-0:0 # kustoconn:ignore KCS102 -- the reason, to be written\n]",
			canonical,
		}},
		{"a.yaml", "a: " + twice + "\n", 0, "source.fixAll", []string{"Fix all that is safe to fix in connection strings (1) [0:42-0:51 ]"}},
		{"a.yaml", "a: " + twice + "\n", 0, "refactor", []string{canonical}},
		{"a.yaml", "a: " + twice + "\n", 0, "refactor.extract", nil},
		{"a.go", "package p\r\n\tvar s = \"" + unsafe + "\"\r\n", 1, "quickfix", []string{
			"Fix not-a-boolean (unsafe: the string may mean something else) [1:53-1:56 true]",
			"Ignore KCS201 (not-a-boolean) on this line, with a reason [1:0-1:0 \t// kustoconn:ignore KCS201 -- the reason, to be written\r\n]",
			"Ignore KCS501 (secret-in-text) on this line, with a reason [1:0-1:0 \t// kustoconn:ignore KCS501 -- the reason, to be written\r\n]",
		}},
		{"a.xml", "<a>\n <b c=\"" + twice + "\"/>\n</a>\n", 1, "quickfix", []string{
			"Fix duplicate-keyword [1:46-1:55 ]",
			"Ignore KCS102 (duplicate-keyword) on this line, with a reason [1:0-1:0  <!-- kustoconn:ignore KCS102: the reason, to be written -->\n]",
		}},
		{"a.json", "{\"a\": \"" + twice + "\"}\n", 0, "quickfix", []string{"Fix duplicate-keyword [0:46-0:55 ]"}},
		// amid a literal of several lines there is no place for a comment
		{"a.py", "s = \"\"\"\n" + twice + "\n\"\"\"\n", 1, "quickfix", []string{"Fix duplicate-keyword [1:39-1:48 ]"}},
	} {
		uri := fmt.Sprintf("file://%s/%d%s", dir, i, row.name)
		c.openText(uri, "", row.text)
		var only []string
		if row.only != "" {
			only = []string{row.only}
		}
		var got []string
		for title, action := range codeActions(c, uri, row.line, only...) {
			got = append(got, title+" ["+strings.Join(editsOf(action, uri), " ")+"]")
		}
		slices.Sort(got)
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.name, diff)
		}
	}
	if _, sent := c.finish(); strings.Contains(sent, secret) {
		t.Error("the secret is sent")
	}
}

// A comment that ignores a finding is offered where it is one: not amid a command that goes
// on over lines, a tag, a table, or markup in code. It ends as the text's lines do.
func TestIgnoreWhereACommentFits(t *testing.T) {
	const faulty = "https://help.kusto.windows.net/Samples;Fed=yes"
	dir := t.TempDir()
	c := open(t, dir, everything, nil)
	for _, row := range []struct{ name, text, want string }{
		{"a.sh", "run \\\n --conn 'S'\n", ""}, {"a.sh", "run\n --conn 'S'\n", "1:0-1:0  # |\n"},
		{"a.py", "s = \\\n 'S'\n", ""}, {"a.py", "f(a,\n 'S')\n", "1:0-1:0  # |\n"},
		{"a.ps1", "run `\n -Conn 'S'\n", ""}, {"a.bat", "run ^\r\n --conn \"S\"\r\n", ""}, {"a.vb", "Dim s = _\n \"S\"\n", ""}, {"a.c", "#define S \\\n \"S\"\n", ""},
		{"a.yaml", "run: |\n  run \\\n   'S'\n", ""}, {"a.mk", "a:\n\trun \\\n\t 'S'\n", ""},
		{"a.dockerfile", "FROM x\nRUN run \\\n 'S'\n", "2:0-2:0  # |\n"},
		{"web.config", "<configuration>\n<add\n name='x>'\n connectionString='S'/>\n</configuration>\n", ""},
		{"web.config", "<configuration>\n<add name='x>'/>\n<add connectionString='S'/>\n</configuration>\n", "2:0-2:0 <!-- |: -->\n"},
		{"a.html", "<a\n data-conn=\"S\">x</a>\n", ""}, {"a.html", "a < b, 1 <\n<p>S</p>\n", "1:0-1:0 <!-- |: -->\n"},
		{"a.md", "| a |\n|---|\n| `S` |\n", ""}, {"a.md", "# a\n\n`S`\n", "2:0-2:0 <!-- |: -->\n"},
		{"a.jsx", "x = <p>\n S\n</p>\n", ""}, {"a.jsx", "x = <p>\n <b c=\"S\"/>\n</p>\n", ""}, {"a.jsx", "x = <b\n c=\"S\"/>\n", "1:0-1:0  // |\n"},
		{"a.php", "<p>\nS\n</p>\n<?php f();\n", ""}, {"a.js", "f() // S\n", "0:0-0:0 // |\n"}, {"a.js", "/*\n * S\n */\n", "1:0-1:0  // |\n"},
		{"a.yaml", "a: 1\rk: S\r", "1:0-1:0 # |\r"}, {"a.yaml", "a: 1\r\nk: S", "1:0-1:0 # |\r\n"}, {"a.yaml", "k: S", "0:0-0:0 # |\n"},
	} {
		uri := "file://" + dir + "/" + row.name
		before, _, _ := strings.Cut(row.text, "'S'")
		if before == row.text {
			before = row.text[:strings.LastIndexByte(row.text, 'S')]
		}
		text := before + strings.Replace(row.text[len(before):], "S", faulty, 1)
		c.openText(uri, "", text)
		got := ""
		line := strings.Count(strings.ReplaceAll(strings.ReplaceAll(before, "\r\n", "\n"), "\r", "\n"), "\n")
		for title, action := range codeActions(c, uri, line, "quickfix") {
			if strings.HasPrefix(title, "Ignore KCS201") {
				got = strings.Join(editsOf(action, uri), " ")
			}
		}
		got = strings.NewReplacer("kustoconn:ignore KCS201 -- the reason, to be written", "|", "kustoconn:ignore KCS201: the reason, to be written", "|:").Replace(got)
		if got != row.want {
			t.Errorf("%s %q: %q, want %q", row.name, row.text, got, row.want)
		}
	}
}

func TestHover(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, everything, nil)
	for i, row := range []struct{ text, want string }{
		{"k: https://help.kusto.windows.net/Samples;AAD|Fed=true;AppClientId=a;AppKey=" + secret, "AAD Federated Security (boolean)"},
		{"k: https://help.kusto.windows.net/Samples;AADFed=true;AppClientId=a;AppKey=Zp4x|8Q~s3cretV4lue", "Application Key"},
		{"k: https://he|lp.kusto.windows.net/Samples;AADFed=true", "The cluster help, database Samples"},
		{"k: 1 # kustoconn:ignore KCS5|01 -- r", "secret-in-text"},
		{"k: |1", ""},
		// past where the string's end is in doubt, reports show nothing
		{"see https://help.kusto.windows.net/Samples;Fed=true;Trace|AppName=a\"\"b;User ID=s3cretV4lue", "Application Name for Tracing"},
		{"see https://help.kusto.windows.net/Samples;Fed=true;TraceAppName=a\"\"b;Us|er ID=s3cretV4lue", "The cluster help"},
	} {
		text, position := at(row.text)
		uri := fmt.Sprintf("file://%s/%d.%s", dir, i, map[bool]string{true: "txt", false: "yaml"}[strings.HasPrefix(text, "see")])
		c.openText(uri, "", text+"\n")
		result := c.call("textDocument/hover", object{"textDocument": object{"uri": uri}, "position": position})
		got := ""
		if result != nil {
			got = result.(object)["contents"].(object)["value"].(string)
		}
		if !strings.Contains(got, row.want) || (row.want == "") != (got == "") {
			t.Errorf("%s: %q lacks %q", row.text, got, row.want)
		}
	}
	if _, sent := c.finish(); strings.Contains(sent, secret) || strings.Contains(sent, "s3cret") {
		t.Error("the secret is sent")
	}
}

func TestCompletion(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, everything, nil)
	for i, row := range []struct{ name, text, want, insert, lacks string }{
		{"a.yaml", "k: \"https://help.kusto.windows.net/Samples;AAD Federated Security=true;|\"", "Application Key", "0:71-0:71 Application Key=", "AAD Federated Security"},
		{"a.yaml", "k: \"https://help.kusto.windows.net/Samples;Appl|\"", "Application Key", "0:43-0:47 Application Key=", ""},
		{"a.yaml", "k: \"https://help.kusto.windows.net/Samples;Fed=tr|\"", "True", "0:47-0:49 True", "Application Key"},
		{"a.yaml", "k: \"https://help.kusto.windows.net/Samples;|\"", "app-key", "0:43-0:43 AAD Federated Security=True;Application Client Id=${1:<application-client-id>};Application Key=${2:<application-key>};Authority Id=${3:<authority-id>}", ""},
		{"a.xml", "<a k=\"https://help.kusto.windows.net/Samples;|\"/>", "app-key", "0:45-0:45 AAD Federated Security=True;Application Client Id=${1:&lt;application-client-id>};Application Key=${2:&lt;application-key>};Authority Id=${3:&lt;authority-id>}", ""},
		{"a.yaml", "k: \"https://help.kusto.windows.net/Samples;Query Consistency=|\"", "strongconsistency", "0:61-0:61 strongconsistency", ""},
		{"a.yaml", "k: \"https://help.k|;Fed=true\"", "https://help.kusto.windows.net", "0:4-0:18 https://help.kusto.windows.net", ""},
		{"a.yaml", "k: \"https://help.kusto.windows.net;Fed=true;Authority Id=|\"", "tenant id", "0:57-0:57 ${1:<tenant-id>}", ""},
		{"a.yaml", "k: \"https://help.kusto.windows.net;Fed=true;AppKey=|\"", "", "", "True"},
		{"a.go", "package p\nvar s = \"Data Source=https://he|\"", "https://he.kusto.windows.net", "1:21-1:31 https://he.kusto.windows.net", ""},
		{"a.go", "package p\nvar s = \"hello|\"", "", "", "Application Key"},
		{"a.go", "package p\nvar s = f(\"hello|\")", "", "", "https://hello.kusto.windows.net"},
		{"a.yaml", "k: \"https://help.kusto.windows.net|\"", "https://help.kusto.windows.net", "0:4-0:34 https://help.kusto.windows.net", ""},
		// what is secret is not repeated
		{"a.yaml", "k: \"https://Zp4x8Q~s3cretV4lue|@help.kusto.windows.net;Fed=true\"", "https://cluster.kusto.windows.net", "0:4-0:30 https://${1:<cluster>}.kusto.windows.net", ""},
		{"a.yaml", "k: \"https://help.kusto.windows.net;Fed=true;Authority Id=AppKey=Zp4x8Q~s3cretV4lue|\"", "tenant id", "0:57-0:82 ${1:<tenant-id>}", ""},
		{"a.go", "package p\nvar b = k.WithAadAppKey(\"\", \"Zp4x8Q~s3cretV4lue|\", \"\")", "", "", "https://cluster.kusto.windows.net"},
		{"a.go", "package p\nvar s = \"https://example.com/a|\"", "", "", "https://example.kusto.windows.net"},
	} {
		text, position := at(row.text)
		uri := fmt.Sprintf("file://%s/%d%s", dir, i, row.name)
		c.openText(uri, "", text+"\n")
		items := c.call("textDocument/completion", object{"textDocument": object{"uri": uri}, "position": position}).(object)["items"].([]any)
		got := map[string]string{}
		for _, item := range items {
			item := item.(object)
			edit := item["textEdit"].(object)
			got[item["label"].(string)] = rangeText(edit["range"]) + " " + edit["newText"].(string)
		}
		if got[row.want] != row.insert {
			t.Errorf("%s: %q, want %q", row.text, got[row.want], row.insert)
		}
		if _, ok := got[row.lacks]; ok && row.lacks != "" {
			t.Errorf("%s: has %s", row.text, row.lacks)
		}
	}
	if _, sent := c.finish(); strings.Contains(sent, secret) {
		t.Error("the secret is sent")
	}
}

func TestTokensHintsAndLinks(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir, everything, object{"rulePages": "https://example.com/rules/"})
	uri := "file://" + dir + "/a.yaml"
	c.openText(uri, "yaml", "# kustoconn:ignore KCS501 -- r\nk: \"https://help.kusto.windows.net/Samples;Fed=true;AppClientId=a;AppKey="+secret+"\"\n")
	document := object{"uri": uri}
	whole := object{"start": object{"line": 0, "character": 0}, "end": object{"line": 9, "character": 0}}
	want := "[1 4 8 1 0 0 8 22 2 0 0 22 8 1 0 0 9 3 0 0 0 4 4 1 0 0 5 11 0 0 0 12 1 1 0 0 2 6 0 0 0 7 18 1 1]"
	for _, method := range []string{"full", "range"} {
		got := c.call("textDocument/semanticTokens/"+method, object{"textDocument": document, "range": whole}).(object)["data"]
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v", method, got)
		}
	}
	hints := c.call("textDocument/inlayHint", object{"textDocument": document, "range": whole}).([]any)
	if len(hints) != 1 || hints[0].(object)["label"] != "app-key" || fmt.Sprint(hints[0].(object)["position"]) != "map[character:91 line:1]" {
		t.Errorf("hints %v", hints)
	}
	links := c.call("textDocument/documentLink", object{"textDocument": document}).([]any)
	if len(links) != 1 || links[0].(object)["target"] != "https://example.com/rules/KCS501.md" || rangeText(links[0].(object)["range"]) != "0:19-0:25" {
		t.Errorf("links %v", links)
	}
	if _, sent := c.finish(); strings.Contains(sent, secret) {
		t.Error("the secret is sent")
	}
}

// A configuration counts, a change of it is noticed, and one that is broken is told of
// without a word of its contents.
func TestConfiguration(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, ".kustoconn.yaml")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("ignore: [KCS201]\n")
	c := open(t, dir, object{"textDocument": object{"diagnostic": object{}}, "workspace": object{
		"didChangeWatchedFiles": object{"dynamicRegistration": true}, "diagnostics": object{"refreshSupport": true}}}, nil)
	uri := "file://" + dir + "/a.go"
	c.openText(uri, "go", goText)
	pull := func() []string {
		return codesOf(c.call("textDocument/diagnostic", object{"textDocument": object{"uri": uri}}).(object)["items"])
	}
	if got := pull(); got != nil {
		t.Errorf("ignored: %v", got)
	}
	c.wait("registration", func() bool {
		return slices.ContainsFunc(c.heard, func(m object) bool { return m["method"] == "client/registerCapability" })
	})
	write("exclude: ['" + secret + "\n")
	c.notify("workspace/didChangeWatchedFiles", object{"changes": []object{}})
	if got := pull(); len(got) != 1 {
		t.Errorf("broken: %v", got)
	}
	c.wait("message", func() bool {
		return slices.ContainsFunc(c.heard, func(m object) bool { return m["method"] == "window/showMessage" })
	})
	c.wait("refresh", func() bool {
		return slices.ContainsFunc(c.heard, func(m object) bool { return m["method"] == "workspace/diagnostic/refresh" })
	})
	if _, sent := c.finish(); strings.Contains(sent, secret) {
		t.Error("the configuration's text is sent")
	}
}

func TestTheWorkspaceIsCheckedOnRequest(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.yaml":        "k: https://help.kusto.windows.net/Samples;Fed=yes;AppClientId=a;AppKey=" + secret + "\n",
		"sub/b #%.yaml": "k: https://help.kusto.windows.net/Samples;Fed=yes\n", "clean.yaml": "k: v\n",
		".kustoconn.yaml": "exclude: [gone/x.yaml]\noverrides: [{paths: ['over/*'], ignore: [KCS201]}]\n",
		"gone/x.yaml":     "k: https://help.kusto.windows.net/Samples;Fed=yes\n", "over/x.yaml": "k: https://help.kusto.windows.net/Samples;Fed=yes\n",
		"node_modules/c.yaml": "k: https://help.kusto.windows.net/Samples;Fed=yes\n",
	} {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o700)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := open(t, dir, everything, object{"workspaceDiagnostics": true})
	c.openText("file://"+dir+"/a.yaml", "yaml", "k: v\n")
	result := c.call("workspace/executeCommand", object{"command": "kustoconn.checkWorkspace"}).(object)
	if result["files"] != 2.0 {
		t.Errorf("%v", result)
	}
	if got := c.published("file://"+dir+"/sub/b%20%23%25.yaml", 0); !slices.Equal(got, []string{"KCS201 0:46-0:49"}) {
		t.Errorf("%v", got)
	}
	kinds := ""
	c.mu.Lock()
	for _, m := range c.heard {
		if m["method"] == "$/progress" {
			kinds += m["params"].(object)["value"].(object)["kind"].(string) + " "
		}
	}
	c.mu.Unlock()
	if !strings.HasPrefix(kinds, "begin ") || !strings.HasSuffix(kinds, "end ") {
		t.Errorf("progress %q", kinds)
	}
	items := c.call("workspace/diagnostic", object{"previousResultIds": []object{}}).(object)["items"].([]any)
	if len(items) != 1 || items[0].(object)["uri"] != "file://"+dir+"/sub/b%20%23%25.yaml" {
		t.Errorf("%v", items)
	}
	// The state is known: the next pull waits, until it is cancelled.
	waiting := c.begin("workspace/diagnostic", object{"previousResultIds": []object{}})
	c.notify("$/cancelRequest", object{"id": waiting})
	if _, code := c.reply(waiting); code != -32800 {
		t.Errorf("cancelled: %v", code)
	}
	waiting = c.begin("workspace/diagnostic", object{"previousResultIds": []object{{"uri": items[0].(object)["uri"], "value": items[0].(object)["resultId"]}}})
	c.notify("textDocument/didSave", object{"textDocument": object{"uri": "file://" + dir + "/a.yaml"}})
	reply, _ := c.reply(waiting)
	if items := reply.(object)["items"].([]any); len(items) != 1 || items[0].(object)["kind"] != "unchanged" {
		t.Errorf("%v", items)
	}
	if _, sent := c.finish(); strings.Contains(sent, secret) {
		t.Error("the secret is sent")
	}
}

// A document is its file however a client writes the URI of that: what is open is not
// checked as it lies on the disk.
func TestOneFileOfManyURIs(t *testing.T) {
	dir := t.TempDir()
	const text = "k: https://help.kusto.windows.net/Samples;Fed=yes\n"
	for _, name := range []string{"a@b(1).yaml", "closed@.yaml"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := open(t, dir, everything, object{"workspaceDiagnostics": true})
	uri := "file://" + dir + "/a%40b%281%29.yaml"
	c.openText(uri, "yaml", "k: v\n")
	if result := c.call("workspace/executeCommand", object{"command": "kustoconn.checkWorkspace"}).(object); result["files"] != 2.0 {
		t.Error(result)
	}
	c.published("file://"+dir+"/closed@.yaml", 0)
	known := []object{}
	for range 2 {
		items := c.call("workspace/diagnostic", object{"previousResultIds": known}).(object)["items"].([]any)
		if len(items) != 1 || items[0].(object)["uri"] != "file://"+dir+"/closed@.yaml" || items[0].(object)["kind"] != map[int]string{0: "full", 1: "unchanged"}[len(known)] {
			t.Errorf("%v", items)
		}
		known = []object{{"uri": "file://" + dir + "/closed%40.yaml", "value": items[0].(object)["resultId"]}}
		c.notify("textDocument/didSave", object{"textDocument": object{"uri": uri}})
	}
	c.notify("textDocument/didChange", object{"textDocument": object{"uri": "file://" + dir + "/a@b(1).yaml", "version": 2}, "contentChanges": []object{{"text": text}}})
	if got := c.published(uri, 2); !slices.Equal(got, []string{"KCS201 0:46-0:49"}) {
		t.Errorf("%v", got)
	}
	c.mu.Lock()
	for _, m := range c.heard {
		if p, _ := m["params"].(object); m["method"] == "textDocument/publishDiagnostics" && strings.HasSuffix(p["uri"].(string), "a@b%281%29.yaml") {
			t.Errorf("pushed as it lies on the disk: %v", p)
		}
	}
	c.mu.Unlock()
	c.finish()
}

// A folder that comes or goes changes which configuration holds, and what the workspace
// has.
func TestFolders(t *testing.T) {
	outer := t.TempDir()
	inner := filepath.Join(outer, "inner", "deep")
	if err := os.MkdirAll(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(inner, ".kustoconn.yaml"), []byte("ignore: [KCS201]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := open(t, outer, object{}, object{"workspaceDiagnostics": true})
	uri := "file://" + inner + "/a.yaml"
	c.openText(uri, "yaml", "k: https://help.kusto.windows.net/Samples;Fed=yes\n")
	if got := c.published(uri, 1); len(got) != 1 {
		t.Errorf("in the outer folder: %v", got)
	}
	c.call("workspace/diagnostic", object{"previousResultIds": []object{}})
	for _, step := range []struct {
		event string
		want  int
	}{{"added", 0}, {"removed", 1}} {
		waiting := c.begin("workspace/diagnostic", object{"previousResultIds": []object{}})
		c.forget()
		c.notify("workspace/didChangeWorkspaceFolders", object{"event": object{step.event: []object{{"uri": "file://" + inner}}}})
		if got := c.published(uri, 1); len(got) != step.want {
			t.Errorf("%s: %v", step.event, got)
		}
		c.reply(waiting)
	}
	c.finish()
}

// What is no file is read in the language that the editor says.
func TestTextsThatAreNoFiles(t *testing.T) {
	c := open(t, t.TempDir(), object{}, nil)
	for _, row := range []struct{ uri, language, text, want string }{
		{"vscode-notebook-cell:/n/nb.ipynb#W0sZmlsZQ%3D%3D", "python", "s = 'https://help.kusto.windows.net/Samples;' 'Fed=yes'\n", "KCS201 0:51-0:54"},
		{"untitled:Untitled-1", "csharp", "var s = @\"https://help.kusto.windows.net/Samples;\" + \"Fed=yes\";\n", "KCS201 0:58-0:61"},
		{"untitled:a.yaml", "plaintext", "k: 'https://help.kusto.windows.net/Samples;Fed=yes'\n", "KCS201 0:47-0:50"},
		{"untitled:Untitled-2", "nothing known", "https://help.kusto.windows.net/Samples;Fed=yes\n", "KCS201 0:43-0:46"},
	} {
		c.openText(row.uri, row.language, row.text)
		if got := c.published(row.uri, 1); !slices.Equal(got, []string{row.want}) {
			t.Errorf("%s: %v, want %s", row.uri, got, row.want)
		}
	}
	c.finish()
}

// The progress of a scan has a button to cancel it.
func TestAScanIsCancelled(t *testing.T) {
	dir := t.TempDir()
	text := []byte(strings.Repeat("k: https://help.kusto.windows.net/Samples;Fed=yes\n", 500))
	for i := range 200 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.yaml", i)), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := open(t, dir, everything, nil)
	c.notify("window/workDoneProgress/cancel", object{"token": "nothing"})
	for name, token := range map[string]any{"the client's": 7, "the server's": nil} {
		c.forget()
		id := c.begin("workspace/executeCommand", object{"command": "kustoconn.checkWorkspace", "workDoneToken": token})
		var begun object
		c.wait("progress", func() bool {
			for _, m := range c.heard {
				if m["method"] == "$/progress" {
					begun = m["params"].(object)
				}
			}
			return begun != nil
		})
		c.notify("window/workDoneProgress/cancel", object{"token": begun["token"]})
		if _, code := c.reply(id); code != -32800 {
			t.Errorf("%s token: %v", name, code)
		}
		c.wait("end of the progress", func() bool {
			return slices.ContainsFunc(c.heard, func(m object) bool {
				return m["method"] == "$/progress" && m["params"].(object)["value"].(object)["kind"] == "end"
			})
		})
	}
	c.finish()
}
