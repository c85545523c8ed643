package convert_test

import (
	"strings"
	"testing"

	"kustoconn/convert"
)

// FuzzFrom feeds any text to every reader of settings: none panics, and no
// error quotes the text.
func FuzzFrom(f *testing.F) {
	f.Add("azureDataExplorer://cluster='c';database='d';code")
	f.Add("kustokql+https://c/d?azure_ad_client_id=a&msi=False")
	f.Add("output { kusto {\n app_key => \"k\"\n}}")
	f.Add("<KustoStrategy appKey=\"k\"/>")
	f.Add("aad.auth.appkey=\\u0041\nkusto.tables.topics.mapping=[]")
	f.Fuzz(func(t *testing.T, text string) {
		const secret = "S3CR3T"
		for _, target := range convert.Targets() {
			if !target.Reads {
				continue
			}
			for _, marked := range []string{text, strings.ReplaceAll(text, "k", secret)} {
				if _, err := convert.From(target.Name, marked); err != nil && strings.Contains(err.Error(), secret) {
					t.Errorf("%s: %v", target.Name, err)
				}
			}
		}
	})
}

// FuzzTo converts any text to every target: none panics, and no secret of a
// known keyword shows.
func FuzzTo(f *testing.F) {
	f.Add("https://c.kusto.windows.net/d;Fed=true", "app-key")
	f.Add("<cluster>;Database=x", "az-cli")
	f.Fuzz(func(t *testing.T, text, mode string) {
		c, err := convert.FromEndpoint("Application Key=S3CR3T;"+text, mode)
		if err != nil {
			return
		}
		for _, target := range convert.Targets() {
			if out, err := convert.To(target.Name, c); err == nil && strings.Contains(out, "S3CR3T") && !strings.Contains(text, "S3CR3T") {
				t.Errorf("%s: %s", target.Name, out)
			}
		}
	})
}
