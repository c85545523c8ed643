package pathname_test

import (
	"testing"

	"kustoconn/internal/pathname"
)

func TestShown(t *testing.T) {
	for path, want := range map[string]string{
		"nosuch": "nosuch", "": "", "/etc/app settings.json": "/etc/app settings.json", `C:\app\x.yaml`: `C:\app\x.yaml`,
		"../größe/東京": "../größe/東京", "a@b/c": "a@b/c",
		"AppKey=x": "argument 2", "dir/a;b": "argument 2",
		"a\x1b[31m\nb":                         `a\x1b[31m\nb`,
		"https://u:hidden@c.kusto.windows.net": "https://****@c.kusto.windows.net",
	} {
		if got := pathname.Shown(path, "argument 2"); got != want {
			t.Errorf("Shown(%q) = %q, want %q", path, got, want)
		}
	}
}
