package laws

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/sdk"
)

// checkNoClientWorse holds that no client of sdk reads a text worse after its safe
// fixes, each alone and all together: what it accepted it still accepts, what it
// read as the documentation does it still reads so, and its errors repeat no
// other secret. A client that no one could run must see the same.
func checkNoClientWorse(t Reporter, text string) {
	t.Helper()
	found := read(text).found
	for i := range found {
		if _, safe := found[i].Fixable(); safe {
			noClientWorse(t, text, found[i].Edits, found[i].Code)
		}
	}
	if edits, n := found.Fixes(false); n > 1 {
		noClientWorse(t, text, edits, 0)
	}
	for _, c := range sdk.Clients() { // what helps one must not harm another that nobody named
		for _, d := range sdk.Portability(boundOf(text), []sdk.Client{c}) {
			if _, safe := d.Fixable(); safe {
				noClientWorse(t, text, d.Edits, d.Code)
			}
		}
	}
}

func noClientWorse(t Reporter, text string, edits []diag.Edit, code diag.Code) {
	t.Helper()
	mended, err := diag.Apply(text, edits)
	if err != nil {
		t.Fatalf("%q: the fix of %v: %v", text, code, err)
	}
	for _, c := range sdk.Clients() {
		before, after := sdk.Read(boundOf(text), c), sdk.Read(boundOf(mended), c)
		if how := sdk.Worse(&before, &after); how != "" {
			t.Fatalf("%q: the safe fix of %v gives %q: %s %s", text, code, mended, c.Name, how)
		}
	}
}

func boundOf(text string) *bind.Bound {
	tree, _ := grammar.Parse(text)
	return bind.Bind(tree)
}
