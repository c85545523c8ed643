package format

import (
	"testing"

	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
)

func TestReaderFor(t *testing.T) {
	for _, c := range []struct{ path, head, format string }{
		{"a/appsettings.json", "", "json"},
		{`C:\x\local.settings.JSON`, "", "json"},
		{".github/workflows/ci.yml", "", "yaml"},
		{"nlog.config", "<?xml version='1.0'?>", "xml"},
		{"nlog.config", "  <nlog>", "xml"},
		{"telegraf.conf", "# x\n[[outputs.azure_data_explorer]]\n", "toml"},
		{"some.conf", "a = b", "ini"},
		{"main.tf", "", "hcl"},
		{".env", "", "dotenv"},
		{".env.local", "", "dotenv"},
		{"prod.env", "", "dotenv"},
		{"log4j2.properties", "", "properties"},
		{"README.md", "", "markdown"},
		{"a.ipynb", "", "notebook"},
		{"notes.txt", "", "plain"},
		{"unknown", "", "plain"},
		{"unknown", "{\n", "json"},
		{"lines.jsonl", "", "jsonlines"},
		{"setup.cfg", "x", "plain"},
	} {
		format, read := ReaderFor(c.path, c.head)
		if format != c.format || read == nil {
			t.Errorf("%s starting with %q is %s (reader: %t), want %s", c.path, c.head, format, read != nil, c.format)
		}
	}
}

func TestFormatOfName(t *testing.T) {
	for name, want := range map[string]string{
		"program.cs": "csharp", "dockerfile": "dockerfile", "dockerfile.dev": "dockerfile", "a.ps1": "powershell", "b.bicep": "bicep",
		"c.kql": "kql", "d.rs": "rust", "x": "",
	} {
		if got := ofName(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestFormatOfShebang(t *testing.T) {
	for head, want := range map[string]string{
		"#!/bin/sh\n": "shell", "#!/usr/bin/env -S python3.12 -u\n": "python", "#!/usr/bin/env pwsh\n": "powershell", "#!/usr/bin/awk -f": "plain",
	} {
		if got := ofHead(head); got != want {
			t.Errorf("%q is %s, want %s", head, got, want)
		}
	}
}

func TestNestingIsBounded(t *testing.T) {
	text := "x"
	for fence := "```"; len(fence) < 10; fence += "`" {
		text = fence + "md\n" + text + "\n" + fence + "\n"
	}
	f := Reader("markdown")(text)
	piecetest.CheckMaps(t, text, f)
	if last := f.Pieces[len(f.Pieces)-1]; last.Kind != piece.Plain {
		t.Errorf("the innermost piece is of kind %d", last.Kind)
	}
	if len(f.Pieces) < 3 {
		t.Errorf("%d pieces: what is nested too deeply is plain, fences and all", len(f.Pieces))
	}
}
