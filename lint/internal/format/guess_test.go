package format

import "testing"

func TestGuess(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"The cluster is down. Ask: the people who run it.\nThanks", ""},
		{"https://help.kusto.windows.net/Samples;Fed=true", ""},

		{`{"Kusto": "Data Source=https://c.kusto.windows.net;Fed=true"}`, "pasted.json"},
		{"[\n  {\"Kusto\": \"x\"}\n]\n", "pasted.json"},
		{"kusto:\n  connection: \"Data Source=https://c.kusto.windows.net;Fed=true\"\n  retries: 3\n", "pasted.yaml"},
		{"---\nhosts: all\n", "pasted.yaml"},
		{"- name: a\n  value: 'b;c=d'\n- name: c\n  value: >-\n    Data Source=x\n", "pasted.yaml"},
		{"<configuration>\n  <add key=\"Kusto\"/>\n</configuration>", "pasted.xml"},
		{"<?xml version=\"1.0\"?>\n<a/>", "pasted.xml"},
		{"<nope attribute=\"Data Source=x\">\n</nope>\n", "pasted.xml"},
		{"<!doctype html>\n<p>x</p>", "pasted.html"},
		{"# where\nKUSTO=https://c.kusto.windows.net;Fed=true\nexport RETRIES=3\n", "pasted.env"},
		{"KUSTO=\"Data Source=https://c.kusto.windows.net\"\n", "pasted.env"},
		{"[[outputs.azure_data_explorer]]\n  endpoint_url = \"x\"\n", "pasted.toml"},
		{"[kusto]\nurl = \"https://c.kusto.windows.net\"\nfed = true\n", "pasted.toml"},
		{"; which\n[kusto]\nurl = https://c.kusto.windows.net\n", "pasted.ini"},
		{"kusto.url=https://c.kusto.windows.net\nkusto.key=x\n", "pasted.ini"},
		{"FROM alpine:3\nENV KUSTO=x\nRUN true\n", "containerfile"},
		{"resource \"azurerm_app_service\" \"a\" {\n  name = \"x\"\n}\n", "pasted.hcl"},

		{"using Kusto.Data;\n\nvar builder = new KustoConnectionStringBuilder(\"Data Source=x\");\n", "pasted.cs"},
		{"var builder = new KustoConnectionStringBuilder(\"Data Source=x\");\n", "pasted.cs"},
		{"import os\nfrom azure.kusto.data import KustoClient\n\nclient = KustoClient(os.environ[\"K\"])\n", "pasted.py"},
		{"cluster = \"https://c.kusto.windows.net\"\nkcsb = builder.with_aad(cluster)\n", "pasted.py"},
		{"package main\n\nfunc main() {\n\tkcsb := azkustodata.NewConnectionStringBuilder(\"x\")\n}\n", "pasted.go"},
		{"kcsb := azkustodata.NewConnectionStringBuilder(\"x\")\n", "pasted.go"},
		{"import com.microsoft.azure.kusto.data.Client;\n\npublic class A {\n  String s = \"x\";\n}\n", "pasted.java"},
		{"import { Client } from 'azure-kusto-data';\nconst c = new Client('x');\n", "pasted.ts"},
		{"const { Client } = require('azure-kusto-data');\n", "pasted.ts"},
		{"use azure_kusto_data::prelude::*;\n\nfn main() {\n    let s = \"x\";\n}\n", "pasted.rs"},
		{"#!/bin/sh\nx\n", "pasted.bash"},
		{"set -eu\nkey=$(cat key)\ncurl -s \"$url\"\n", "pasted.bash"},
		{"$key = Get-Secret x\nNew-Object Kusto.Data.KustoConnectionStringBuilder 'x'\n", "pasted.ps1"},
		{"StormEvents\n| where State == 'x'\n| take 5\n", "pasted.kql"},
		{"# Title\n\nText with [a link](x).\n\n```sh\nexport A=b\n```\n", "pasted.markdown"},
	} {
		if got := Guess(tt.text); got != tt.want {
			t.Errorf("%q is %s, want %s", tt.text, got, tt.want)
		}
	}
}

// Each shape is of a format that the table has.
func TestShapesAreOfFormats(t *testing.T) {
	for _, s := range shapes {
		f := find(s.format)
		if f == nil || f.name != s.format || len(s.starts) == 0 && s.fits == nil {
			t.Errorf("no format is called %s, or nothing shows it", s.format)
		}
		if got, _ := of(f.fileName(), ""); got != s.format {
			t.Errorf("a file called %s is %s, want %s", f.fileName(), got, s.format)
		}
	}
}
