package lint

import (
	"strings"
	"testing"

	"kustoconn/convert"
	"kustoconn/source"
)

// TestSecretsInGeneratedCode holds the rule to the code that convert writes: what it
// looks up is no secret, and a literal in the place of the look-up is one.
func TestSecretsInGeneratedCode(t *testing.T) {
	const base = "https://c.kusto.windows.net;Fed=true;"
	for _, target := range []struct{ name, file, before, after string }{
		{"csharp", "a.cs", `Environment.GetEnvironmentVariable("`, `")`},
		{"go", "a.go", `os.Getenv("`, `")`},
		{"java", "A.java", `System.getenv("`, `")`},
		{"python", "a.py", `os.environ["`, `"]`},
		{"rust", "a.rs", `std::env::var("`, `is not set")`},
		{"typescript", "a.ts", `environment("`, `")`},
	} {
		for _, text := range []string{
			base + "AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=x;Authority Id=contoso.com",
			base + "UserToken=x",
			base + "AppToken=x",
		} {
			c, err := convert.FromString(text)
			if err != nil {
				t.Fatal(err)
			}
			code, err := convert.To(target.name, c)
			if err != nil {
				t.Fatal(err)
			}
			if at := secretsAt(t, target.file, code); len(at) > 0 {
				t.Errorf("%s: a look-up is reported at %s\n%s", target.name, at, code)
			}
			start := strings.LastIndex(code, target.before)
			end := start + strings.Index(code[start:], target.after) + len(target.after)
			want := source.Span{Start: start + 1, End: start + 1 + len("inv3nted")}
			code = code[:start] + `"inv3nted"` + code[end:]
			if at := secretsAt(t, target.file, code); len(at) != 1 || at[0] != want {
				t.Errorf("%s: reported at %s, want %s\n%s", target.name, at, want, code)
			}
		}
	}
}
