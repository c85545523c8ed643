package conform

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever a foreign parser answers, no piece of a secret in it is shown: it may come from
// its environment, and nothing says so.
func TestAnswersShowNoPlantedSecret(t *testing.T) {
	const secret = "Zq7Yw9Kx"
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SampledFrom([]string{
			"failed", "panic:", "on", "AppKey=", "AppKey ", "the secret is", "token", "https://", "u:", "@", "c.kusto.windows.net", ";", "=", " ", " ", "\"", "'", "\\", ",", ":", "/", "{", "}", "(", "[", "\n", "é", "&", "%", "+",
			`{"id":1,"ok":`, `"properties":`, "true", "7",
		})
		words := strings.Join(rapid.SliceOfN(pieces, 0, 6).Draw(t, "before"), "") + secret + strings.Join(rapid.SliceOfN(pieces, 0, 6).Draw(t, "behind"), "")
		quoted, err := json.Marshal(words)
		if err != nil {
			t.Fatal(err)
		}
		asked := "https://c.kusto.windows.net;Fed=true"
		m := masker{asked: &asked}
		line := &tail{masker: m, text: []byte(words)}
		shown := []string{m.shown([]byte(words)), line.last()}
		for _, answer := range []string{words, string(quoted), `{"id":1,"error":` + string(quoted) + `}`, `{"x":` + string(quoted) + `}`, `{"id":1,"x":` + string(quoted) + `}`, `{"id":1,"syntax":true,"x":` + string(quoted) + `}`, `{"id":1,"ok":true,"x":` + string(quoted) + `}`, `{"id":1,"syntax":` + string(quoted) + `}`, `{"id":1,"ok":false,"reason":` + string(quoted) + `}`} {
			_, a, err := m.readReply([]byte(answer))
			if err != nil {
				shown = append(shown, err.Error())
			} else {
				shown = append(shown, a.reason)
			}
		}
		for _, text := range shown {
			for i := 0; i+3 <= len(secret); i++ {
				if strings.Contains(text, secret[i:i+3]) {
					t.Fatalf("%q is shown as %s", words, text)
				}
			}
		}
	})
}

// What a parser says in words stays, and so does what is of the string that it was asked.
func TestShown(t *testing.T) {
	asked := "https://c4.kusto.windows.net;Fed=true;Foo9=x"
	m := masker{asked: &asked}
	for words, want := range map[string]string{
		"panic: a quote": `"panic: a quote"`,
		"ValueError: no keyword 'Foo9' at 12, in c4":    `"ValueError: no keyword 'Foo9' at 12, in c4"`,
		"KeyError('Bar9')":                              `"KeyError('****')"`,
		"at com.example.Parser.parse(Parser.java:1234)": `"at com.example.Parser.parse(Parser.java:1234)"`,
		"id 1234567":                    `"id ****"`,
		"id 123456":                     `"id 123456"`,
		"opens a=b;c=d1;e=f then g":     `"opens a=b;c=**** then g"`,
		"p@ss!word":                     `"****"`,
		strings.Repeat("a", 40) + " b":  `"` + strings.Repeat("a", 40) + ` b"`,
		strings.Repeat("a", 41) + " b":  `"**** b"`,
		`{"id":1,"a":"b\"c1"}`:          `"{\"id\":1,\"a\":\"b\\\"****\"}"`,
		"a" + strings.Repeat("é ", 100): `"a` + strings.Repeat("é ", 66) + `"…`,
		"":                              `""`,
	} {
		if got := m.shown([]byte(words)); got != want {
			t.Errorf("%q is shown as %s, want %s", words, got, want)
		}
	}
}
