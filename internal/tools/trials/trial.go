package main

import (
	"math/rand/v2"
	"strings"

	"kustoconn"
	"kustoconn/convert"
)

// trial is one connection: a string, the authentication that is named for it, and the
// values that it has, by canonical names.
type trial struct {
	text, mode string
	values     map[string]string
}

// characters of values: what the literals of a language may treat in a way of its own.
var characters = []rune("abcXYZ019 ;='\"\\$%#@&{}()<>[]`~!?*+-_.,:/|^\t\n\r\u0001\u007f\u0085\u00a0äßλжא数\u200b\u2028\u2029\ufeff😀")

// properties beside the endpoint, each with the modes that take it in one client or
// another; none for all of them.
var properties = []struct {
	name  string
	modes string
	value func(r *rand.Rand) string
}{
	{"Initial Catalog", "", anyText},
	{"Application Name for Tracing", "", anyText},
	{"User Name for Tracing", "", anyText},
	{"Authority Id", "app-key app-certificate user-prompt device-code federated-managed-identity workload-identity", tenant},
	{"Application Client Id", "app-key app-certificate federated-managed-identity workload-identity", guid},
	{"User ID", "user-prompt", anyText},
	{"ManagedServiceIdentity", "user-managed-identity federated-managed-identity", guid},
}

// trials makes count of them; the same seed gives the same ones.
func trials(seed uint64, count int) (all []trial) {
	r := rand.New(rand.NewPCG(seed, 0))
	modes := convert.Modes()
	for len(all) < count {
		t := trial{mode: modes[r.IntN(len(modes))], values: map[string]string{}}
		t.values["Data Source"] = "https://" + word(r) + ".kusto.windows.net" + []string{"", "", ":443", "/"}[r.IntN(4)]
		b := kustoconn.Build().DataSource(t.values["Data Source"])
		for _, p := range properties {
			takes := p.modes == "" || strings.Contains(" "+p.modes+" ", " "+t.mode+" ")
			if !takes || r.IntN(2) == 0 {
				continue
			}
			t.values[p.name] = p.value(r)
			b.Set(p.name, t.values[p.name])
		}
		text, err := b.Reveal()
		if err != nil {
			continue // a value that no string can hold
		}
		t.text = text
		all = append(all, t)
	}
	return all
}

func anyText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(8) {
		b.WriteRune(characters[r.IntN(len(characters))])
	}
	return b.String()
}

func word(r *rand.Rand) string {
	return strings.Repeat(string(rune('a'+r.IntN(26))), 1+r.IntN(5))
}

func tenant(r *rand.Rand) string {
	if r.IntN(2) == 0 {
		return guid(r)
	}
	return word(r) + ".com"
}

func guid(r *rand.Rand) string {
	digits := "0123456789abcdefABCDEF"
	b := []byte("00000000-0000-4000-8000-000000000000")
	for i := range b {
		if b[i] == '0' {
			b[i] = digits[r.IntN(len(digits))]
		}
	}
	return string(b)
}
