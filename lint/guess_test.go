package lint

import "testing"

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
