package node

import "testing"

// TestDecodePunycode has samples of RFC 3492, section 7.1, in lower case.
func TestDecodePunycode(t *testing.T) {
	for encoded, want := range map[string]string{
		"egbpdaj6bu4bxfgehfvwxn":                        "ليهمابتكلموشعربي؟",
		"ihqwcrb4cv8a8dqg056pqjye":                      "他们为什么不说中文",
		"proprostnemluvesky-uyb24dma41a":                "pročprostěnemluvíčesky",
		"4dbcagdahymbxekheh6e0a7fei0b":                  "למההםפשוטלאמדבריםעברית",
		"porqunopuedensimplementehablarenespaol-fmd56a": "porquénopuedensimplementehablarenespañol",
		"de-jg4avhby1noc0d":                             "パフィーdeルンバ",
		"-> $1.00 <--":                                  "-> $1.00 <-",
		"bcher-kva":                                     "bücher",
		"":                                              "",
		"abc-":                                          "abc",
	} {
		if got, ok := decodePunycode(encoded); !ok || string(got) != want {
			t.Errorf("%s: %q, %v", encoded, string(got), ok)
		}
	}
	for _, encoded := range []string{"9", "bcher-kva9", "bcher-kvA", "a-é", "99999999", "zzzzzzzzzzzzzzzzzzzzzzzz9", "99999b"} {
		if got, ok := decodePunycode(encoded); ok {
			t.Errorf("%s: %q", encoded, string(got))
		}
	}
}

func TestValidLabels(t *testing.T) {
	for host, want := range map[string]bool{
		"xn--bcher-kva.kusto.windows.net": true,
		"a.xn--9.kusto.windows.net":       false,
		"xn--.kusto.windows.net":          false,
		"xn--abc-.kusto.windows.net":      true,
		"xn--yfb.kusto.windows.net":       false, // a mark in front
		"axn--9.kusto.windows.net":        true,
	} {
		if got := validLabels(host); got != want {
			t.Errorf("%s: %v", host, got)
		}
	}
}
