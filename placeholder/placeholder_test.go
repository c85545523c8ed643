package placeholder

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		text  string
		found []string
		whole bool
	}{
		{"<QueryEndpointUri>", []string{"<QueryEndpointUri>"}, true},
		{"https://<clusterName>.<region>.kusto.windows.net", []string{"<clusterName>", "<region>"}, false},
		{"*ClusterName*", []string{"*ClusterName*"}, true},
		{"[your cluster]", []string{"[your cluster]"}, true},
		{"[parameters('key')]", []string{"[parameters('key')]"}, true},
		{"[::1]", nil, false},
		{"$KUSTO_KEY", []string{"$KUSTO_KEY"}, true},
		{"$env:KEY", []string{"$env:KEY"}, true},
		{"$appKey", []string{"$appKey"}, true},
		{"$ecretPassw0rd", nil, false},
		{"${KEY:-none}", []string{"${KEY:-none}"}, true},
		{"${{ secrets.KEY }}", []string{"${{ secrets.KEY }}"}, true},
		{"$(AppKey)", []string{"$(AppKey)"}, true},
		{"{kustoUri}", []string{"{kustoUri}"}, true},
		{"{0}", []string{"{0}"}, true},
		{"{{ .Values.key }}", []string{"{{ .Values.key }}"}, true},
		{"%s", []string{"%s"}, true},
		{"%1$s", []string{"%1$s"}, true},
		{"%(key)s", []string{"%(key)s"}, true},
		{"%KEY%", []string{"%KEY%"}, true},
		{"My%20Db", nil, false},
		{"Caf%C3%A9", nil, false},
		{"%d0%b0", nil, false},
		{"#{Key}#", []string{"#{Key}#"}, true},
		{"@Microsoft.KeyVault(SecretUri=https://v/secrets/k)", []string{"@Microsoft.KeyVault(SecretUri=https://v/secrets/k)"}, true},
		{"****", []string{"****"}, true},
		{"xxxx", []string{"xxxx"}, true},
		{"xxxxxxxx-xxxx-xxxx", []string{"xxxxxxxx-xxxx-xxxx"}, true},
		{"YOUR_KEY", []string{"YOUR_KEY"}, true},
		{"...", []string{"..."}, true},
		{"abc{x}def", []string{"{x}"}, false},
		{"{a}-{b}", []string{"{a}", "{b}"}, true},
		{"{}", nil, false},
		{"a{;}", nil, false},
		{"contoso.com", nil, false},
		{"{" + strings.Repeat("a", 300) + "}", nil, false},
	} {
		var found []string
		for _, s := range Find(tt.text) {
			found = append(found, s.Slice(tt.text))
		}
		if d := cmp.Diff(tt.found, found); d != "" {
			t.Errorf("Find(%q) (-want +got)\n%s", tt.text, d)
		}
		if got := Whole(tt.text); got != tt.whole {
			t.Errorf("Whole(%q) = %v, want %v", tt.text, got, tt.whole)
		}
	}
}

// Spans come in order, are not empty and lie in the text, whatever that is.
func TestFindSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[<>*\[\]$%{}#@()a-z0-9 ;']{0,60}`)).Draw(t, "text")
		at := 0
		for _, s := range Find(text) {
			if s.Start < at || s.Empty() || s.End > len(text) {
				t.Fatalf("span %v after %d in %q", s, at, text)
			}
			at = s.End
		}
	})
}
