package redact

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/internal/fold"
	"kustoconn/internal/methods"
	"kustoconn/internal/recognize"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// What the prefilter passes over holds no string that package recognize finds, no
// keyword of a secret with its value, and no URI with a password, wherever it stands.
func TestPrefilter(t *testing.T) {
	var words []string
	for _, p := range schema.Properties() {
		words = append(words, p.Keywords()...)
	}
	words = append(words, "=", "=", " = ", ";", " ", "\n", "x", "ab", "abc", "https://", "kustos://", "u:p@", "c.kusto.windows.net", "ade.loganalytics.io", "x.playfab.com",
		"adx.monitor.azure.com", "a.arg.core.windows.net", "b.securitycenter.windows.com", "NetDefaultDB", "Aplication", "Federatd", "aad", "ClientSecretCredential(",
		"with_access_token(", "base64,", "&#65;", `\u0041`, `\x41`, "%20", "_", "é", "\u00a0", "1", "{x}", "true", "'", `"`, " must be", "setenv ", "--", " value ")
	for _, call := range methods.SecretCalls() {
		words = append(words, call.Name+"('a', 'b', 'c')")
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat("x", rapid.IntRange(0, 3).Draw(t, "shift")) + strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 8).Draw(t, "words"), "")
		if rapid.Bool().Draw(t, "upper") {
			text = strings.ToUpper(text)
		}
		found := len(recognize.Find(text, recognize.Context{})) > 0
		for _, r := range append(findPairs(text, nil, false, nil), append(findUserinfo(text, nil), findArguments(text, nil)...)...) {
			found = found || len(r.secrets) > 0
		}
		if found && !mayHide(text) {
			t.Fatalf("%q is passed over", text)
		}
	})
}

// What stands near one of several places is what stands near any of them.
func TestPlacesSideBySide(t *testing.T) {
	for _, text := range []string{"%25%25%25%25%25%253d%25%25", "x app key kusto y", "https://u:p@c &#65; x", "%25%25%2525253D", "tracing federated", "%25%25%25%25%25%25"} {
		for first := range len(text) - 7 {
			for last := first; last < first+7; last += 2 {
				want := none
				for at := first; at <= last; at += 2 {
					want = max(want, mayStartNear(text, at))
				}
				if got := mayStartNearAny(text, first, last); got != want {
					t.Errorf("%q from %d to %d: %d, want %d", text, first, last, got, want)
				}
			}
		}
	}
}

// A key or token that is taken for nobody's is none that mayStart says something of.
func FuzzIsNobodys(f *testing.F) {
	for _, before := range []string{"", "x", "app", "APP ", "application_", "private-", "mon", "user12", "usr.", "access ", "with_", "refresh", "app%2B", "app%20%20", "2b", "app\x1b[1m", "app\x1b[m ", "app\x1bAm", "team", "app12345678", "app123456789", "to", "key"} {
		for _, word := range []string{"key", "KEY=", "token", "Token(", "keytoken", "tokey", "ken", "oke"} {
			f.Add(before + word + "  ")
			f.Add("z" + before + word + "  ")
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		for at := 0; at+4 <= len(text); at++ {
			if !isNobodys(text, at) {
				continue
			}
			for start := max(0, at-2); start < at+2; start++ { // of the word that the trigram is a part of
				word := "token"
				if start >= at {
					word = "key"
				}
				if found := mayStart(text, start); found != none && hasWord(text[start:], word) {
					t.Fatalf("%q at %d: %d at %d", text, at, found, start)
				}
			}
		}
	})
}

// A password amid a sentence has no value, whatever stands around the sentence, and leaves
// nothing open for the next line.
func FuzzSentence(f *testing.F) {
	for _, around := range [][2]string{{"", ""}, {"invalid ", " bob"}, {"ENV ", ""}, {"setenv ", ": x"}, {"x: ", " = abcd12"}, {"--x ", ""}, {"<", " value=\"abcd\">"}, {"user-", ""}, {"EN%56 ", ""}, {"\x1b[0m ", ""}} {
		f.Add(around[0], "must", "be", around[1])
		f.Add(around[0], "or", "value", around[1])
		f.Add(around[0], "changed", "to", around[1]+" \"Zq7Yw9Kx\"")
	}
	f.Fuzz(func(t *testing.T, before, one, two, behind string) {
		text := before + "password " + one + " " + two + behind
		at := len(before)
		if !isAmidSentence(text, at, len("password")) || strings.ContainsAny(before, "\n") {
			return
		}
		for _, r := range findPairs(text, nil, false, nil) {
			if r.span.Start == at {
				t.Fatalf("%q holds %v", text, r.secrets)
			}
		}
		var s stream
		s.note("password "+one+" "+two+behind, nil)
		if _, named := nextName(behind, 0); !named && (s.named || s.member > 0 || s.block != block{}) {
			t.Fatalf("%q leaves %+v open", text, s.unfinished)
		}
	})
}

// A place of which mayStart says something starts as clueStarts has it.
func FuzzClueStarts(f *testing.F) {
	for _, text := range []string{
		"AppKey", "KUSTO", "usr_token", "tracing", "PASSWORD", "pwd", "certificate blob", "base64", "b64", "Credential(", "with_aad_x(", "aad", "applicat", "appclient",
		"with_application(", "app_certificate(", "federat", "X5C", "NetDefaultDB", "://u:p@c", "https://{x}", "&#61;", "&#x3d;", `\x3d`, `\u003d`, `\U0000003d`, "|x41",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for at := range len(text) {
			starts := at+1 < len(text) && clueStarts[text[at]]>>(text[at+1]&0x1f)&1 != 0
			if found := mayStart(text, at); found != none && !starts {
				t.Fatalf("%q at %d: %d", text, at, found)
			}
		}
	})
}

// plainUserinfo finds what findUserinfo does, and looks ahead for the end of each word.
func plainUserinfo(text string) (found []source.Span) {
	for at := 0; ; {
		n := strings.Index(text[at:], "://")
		if n < 0 {
			return found
		}
		at += n + len("://")
		limit := indexFrom(text[:min(len(text), at+longestUserinfo)], at, " \t\r\n\"'<>`")
		in, ok := userinfo(text[at:limit])
		if !ok {
			continue
		}
		for _, r := range findUserinfo("://"+text[at:min(len(text), at+in.End+256)], nil) {
			if r.span.Start == len("://") {
				found = append(found, in.Shift(at))
			}
		}
		at += in.End
	}
}

func FuzzUserinfo(f *testing.F) {
	f.Add("https://u:p@c https://x/ https://a:b/https://c:d@e 'https://f:g'h@i")
	f.Add(strings.Repeat("https://a:b/", 400) + "@x https://u:p@c.kusto.windows.net https://token@c.kusto.windows.net")
	f.Fuzz(func(t *testing.T, text string) {
		var got []source.Span
		for _, r := range findUserinfo(text, nil) {
			got = append(got, r.span)
		}
		if want := plainUserinfo(text); !slices.Equal(got, want) {
			t.Fatalf("%q: %v, want %v", text, got, want)
		}
	})
}

// endsKeyword looks for all of a keyword's end only where the last letters are those of
// one: each keyword that only Kusto has is found, however it is spelt.
func TestEndsKeyword(t *testing.T) {
	for _, keyword := range vocabulary.KustoOnlyKeywords() {
		folded := fold.Keyword(keyword)
		if mayStartNear(folded, len(folded)-3) == certain {
			continue // found as a word
		}
		for _, text := range []string{keyword, strings.ToUpper(keyword), keyword + "  ", folded, spacedOut(folded)} {
			if len(folded) >= 3 && len(folded) != 4 && !endsKeyword("x;"+text) {
				t.Errorf("%q ends in no keyword", text)
			}
		}
	}
	for _, text := range []string{"user", "status", "key", "level", "x", "", "a=b"} {
		if endsKeyword(text) {
			t.Errorf("%q ends in a keyword", text)
		}
	}
}

// What a place may be a part of: the offset is that of the mark §, at which nothing stands.
func TestMayStart(t *testing.T) {
	for row, want := range map[string]clue{
		"app§key": certain, "App §Key": certain, "application_§KEY": certain, "private-§key": certain, "app12§key": certain, "app%20%20§key": certain, "app1234567§key": certain, "app12345678§key": certain, "app123456789§key": none,
		"§key": none, "mon§key": none, "api-§key": none, "app§ke": none, "app x§key": none, "\x1b[1mapp\x1b[0m§key": certain, "appm§key": none, "§kusto": certain, "§KUSTO": certain, "§kust": none,
		"app§token": certain, "application §token": certain, "user.§token": certain, "usr§Token": certain, "access_§token": certain, "§token": none, "xuser§tokens": certain, "with§token(": certain, "with§tokenProvider(": certain, "with§token": none, "wit§token(": none,
		"§tracing": faint, "§TRACING": faint, "§tracin": none, "§password": certain, "§PWD": certain, "§passwor": none,
		"invalid §password for bob": none, "§password must be set": none, "x: §Password must be": none, "§password must be1": certain, "§password Must be": certain, "§password a word": certain, "§password must": certain, "§password must b": certain,
		"setenv §password must be": certain, "ENV §password must be": certain, "-§password must be": certain, " §password must be": certain, "a  §password must be": certain, "§pwd must be set": certain, "§passwords must be set": certain,
		"certificate§blob": certain, "certificate §Blob": certain, "§blob": none, "§base64": certain, "§b64": certain, "§basic ": certain, "§basics": none,
		"credent§ial(": certain, "spec§ial(": none, "credent§ials": none,
		"with§aad(": certain, "with_§aadUser(": certain, "§aad": faint, "§aad(": faint, "with§application(": certain, "with§application": faint, "§applicat": faint, "§applica": none, "§appclient": faint, "§appclien": none,
		"app§certificate(": certain, "§certificate(": none, "app§certificate": none, "§federat": faint, "§federa": none, "§x5c": faint, "§x5": none, "§netdefaultdb": faint,
		"§&#1": certain, "§&#9": certain, "§&#x": certain, "§&#X": certain, "§&#": none, "§&#:": none, "§&a1": none,
		`§\x21`: certain, `§\x7f`: certain, `§\x1b`: none, `§\x80`: none, `§\x2`: none, `§\u0041`: certain, `§\U0000`: certain, `§\u0141`: none, `§\u1041`: none, `§\a041`: none, `§|x21`: none,
		"§%3d": faint, "§%3D": faint, "§%253D": faint, "§%2525253D": faint, "§%252525253D": none, "§%3B": none, "§%": none,
		"§://u@h": certain, "§://h/@": certain, "§://h": none, "§://h @": none, "§://h\n@": none, "§://h\t@": none, "§://h\r@": none, "§://h\"@": none, "§://h'@": none, "§://h<@": none, "§://h>@": none, "§:/u@h": none,
		"§://{x}": faint, "§://a}": faint, "§://a*": faint, "§://a[": faint, "§://a]": faint, "§://a(": faint, "§://a)": faint, "§://a%": faint,
		"§://ade.x": faint, "§://adx.x": faint, "§://ad.x": none, "§://adex.x": none, "§://ade": none, "§://a.arg.x": faint, "§://a.ARG.x": faint, "§://x.playfab.com": faint, "§://b.securitycenter": faint, "§://b.api.securitycenter": faint, "§://b.api.x": none, "§://b/x.arg": none,
		"§://" + strings.Repeat("x", 511) + "@": certain, "§://" + strings.Repeat("x", 512) + "@": none,
		"with§aad" + strings.Repeat("x", 45) + "(": certain, "with§aad" + strings.Repeat("x", 46) + "(": faint, "user%2B§token": certain, "2b§token": none,
	} {
		offset := strings.Index(row, "§")
		text := strings.Replace(row, "§", "", 1)
		if got := mayStart(text, offset); got != want {
			t.Errorf("%s: %d, want %d", row, got, want)
		}
		if got := mayStartNear(text, offset); got < want {
			t.Errorf("near %s: %d, want %d", row, got, want)
		}
	}
}

// An equals sign behind a keyword that only Kusto has is seen as URLs write it, and behind
// a backslash.
func TestEncodedKeywordsAreSeen(t *testing.T) {
	for _, keyword := range vocabulary.KustoOnlyKeywords() {
		text := "x;" + keyword + "=a;b=c"
		for _, written := range []string{url.QueryEscape(text), url.QueryEscape(url.QueryEscape(text)), url.PathEscape(strings.ReplaceAll(text, "=", "%3D")), strings.ReplaceAll(text, "=", `\=`)} {
			for shift := range 5 {
				if before := strings.Repeat("z", shift) + "?c="; !mayHide(before + written) {
					t.Errorf("%s%s is passed over", before, written)
				}
			}
		}
	}
	for _, text := range []string{"a%3Db%3Dc", "user%3Dbob", "GET /?x=%253D&y=%3D", `a\=b`, "%3D"} {
		if mayHide(text) {
			t.Errorf("%s is not passed over", text)
		}
	}
}

// Lines that are passed over, and the first place of those that are not.
func TestPrefilterFinds(t *testing.T) {
	for text, want := range map[string]int{
		"a line of a log, with a key and a token; x=1": -1, "status=200 user=bob took=35": -1, "": -1, "x": -1, "abc": -1, "abcd": -1,
		"https://example.com/x?y=z": -1, "Fed=": 3, "x Fed =": 6, "AppKey=": 0, "to c.kusto": 0, "0123456789 password": 0, "x=\ny": 1, "x=\r\n": 1,
	} {
		p := prefilter{text: text}
		at := p.next(0)
		switch {
		case want < 0 && at != len(text), want >= 0 && at == len(text), want > 0 && at != want:
			t.Errorf("%q: %d, want %d", text, at, want)
		}
		if last := p.next(len(text)); last != len(text) {
			t.Errorf("%q: %d behind its end", text, last)
		}
	}
}

func spacedOut(text string) string { return strings.Join(strings.Split(text, ""), " ") }
