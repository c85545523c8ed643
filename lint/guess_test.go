package lint

import "testing"

func TestNameFor(t *testing.T) {
	for _, tt := range []struct{ name, language, want string }{
		{"a.yaml", "go", "a.yaml"}, {"Untitled-1", "go", "pasted.go"}, {"nb.ipynb#W0", "Python", "pasted.py"}, {"x", "shellscript", "pasted.bash"},
		{"x", "dockerfile", "containerfile"}, {"x", "typescriptreact", "pasted.ts"}, {"x", "plaintext", "x"}, {"x", "", "x"}, {"x", "nothing known", "x"},
	} {
		if got := NameFor(tt.name, tt.language); got != tt.want {
			t.Errorf("%s in %s is %q, want %q", tt.name, tt.language, got, tt.want)
		}
	}
}

func TestGuessName(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"https://help.kusto.windows.net/Samples;Fedd=true", ""},
		{" Data Source=https://help.kusto.windows.net;Fed=true\n", ""},
		{"Data Source=https://help.kusto.windows.net;\nFed=true;\nDatabase=x\n", ""},
		{"something", ""},
		{"KUSTO=Data Source=https://help.kusto.windows.net;Fed=true", "pasted.env"},
		{"kusto: Data Source=https://help.kusto.windows.net;Fed=true", "pasted.yaml"},
		{"var k = \"Data Source=https://help.kusto.windows.net;Fed=true\";", "pasted.cs"},
		{"two lines\nof text", "pasted.txt"},
	} {
		if got := GuessName(tt.text); got != tt.want {
			t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
		}
	}
}
