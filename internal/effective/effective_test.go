package effective_test

import (
	"testing"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/effective"
)

func TestEqual(t *testing.T) {
	bound := func(text string) *bind.Bound {
		tree, _ := grammar.Parse(text)
		return bind.Bind(tree)
	}
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"", "", true},
		{"", ";;", true},
		{"https://c;Fed=true", "Federated=TRUE;Data Source=https://c", true},
		{"@help/Samples", "https://help.kusto.windows.net;Database=Samples;Fed=True", true},
		{"Fed=true", "Fed=false", false},
		{"Fed=true", "Fed=yes", false},
		{"Fed=maybe", "Fed=maybe", true},
		{"AppKey=a", "AppKey=b", false},
		{"AppKey=a", "AppKey='a'", true},
		{"AppKey=b;AppKey=a", "AppKey=a", true},
		{"AppKey=a;AppKey=", "", true},
		{`AppKey=""`, "", false},
		{"Database=a", "Database=A", false},
		{"X=1;x=2", "X = 2", true},
		{"X=1;Y=2", "Y=2;X=1", true},
		{"X=1", "X=2", false},
		{"X=1", "Y=1", false},
		{"X=1", "", false},
		{"X=1;X=", "", true},
		{"X=1;Y=1", "X=1", false},
		{"Fed=true;broken", "Fed=true", true},
	} {
		if got, back := effective.Equal(bound(tt.a), bound(tt.b)), effective.Equal(bound(tt.b), bound(tt.a)); got != tt.want || back != tt.want {
			t.Errorf("Equal(%q, %q) = %v, and the other way %v; want %v", tt.a, tt.b, got, back, tt.want)
		}
	}
}
