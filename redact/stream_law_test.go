package redact_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/recognize"
	"kustoconn/redact"
)

// marker is a secret no piece of four bytes of which stands in any text below
// otherwise.
const marker = "Zq9xW7vK2mJ4"

// planted are strings with the marker in them, whole or in halves.
var planted = func() (all []string) {
	const host = "https://c.kusto.windows.net/Db"
	a, b := marker[:6], marker[6:]
	for _, text := range []string{
		host + ";AppKey=M", host + ";AppKey=M;Fed=true;", host + `;AppKey="M"`, host + ";AppKey='M';Database=x", host + `;AppKey="M`,
		host + ";AppKey='M;Fed=true", host + `;AppKey="M"x;Fed=true`, host + `;AppKey=M"`, host + ";AppKye=M", host + ";Aplication Key=M",
		host + ";AppKey=A;B", host + ";AppKey=A;B;Fed=true", host + ";AppKey=A;B=x;Fed=true", host + `;AppKey="A;B";Fed=true`, host + `;AppKey="A""B";Fed=true`,
		host + `;AppKey="A;B;Fed=true`, host + ";AppKey=A=B", host + ";Client Secret=M", host + ";Password=M;User ID=u;Fed=true", host + ";User Token=M;Fed=true",
		host + ";Application Certificate Blob=M", "https://u:M@c.kusto.windows.net/Db;Fed=true", "Data Source=https://u:M@c.kusto.windows.net;Fed=true",
		"Data Source=mycluster;Fed=true;AppKey=M", "Data Soruce=https://c.kusto.windows.net;AppKey=M", "AppKee=M;Data Source=https://c.kusto.windows.net;Fed=true",
		"Application Key=M", "AppClientId=x;AppKey=M", "mycluster;Fed=true;AppKey=M", "$(Cluster);Fed=true;AppKey=M", host + `;"AppKey"=M`,
		host + ";AppKey=\u00e9M", host + ";AppKey=M\x01x", host + ";Fed=true; AppKey = M ; Database=x",
		host + ";AppKey:M", "AppKey M;Fed=true", "AppToken : M${x};Fed=true", host + ";AppKey M", host + "?AppKey=M", host + ",AppKey=M;Fed=true", host + ";[AppKey]=M", host + ";AccountKey=M", host + ";App\tKey=M",
		host + ";AppKey==M=x", host + ";AppKey:M=x", host + ";AppKey=M\x00", host + ";AppKey=M\n", "<" + host + ";AppKey=M>", "(" + host + ";AppKey=M)",
	} {
		all = append(all, strings.NewReplacer("M", marker, "A;", a+";", "A\"", a+"\"", "A=", a+"=", ";B", ";"+b, "\"B", "\""+b, "=B", "="+b).Replace(text))
	}
	return all
}()

// inJSON puts text in a member of a JSON object, times over.
func inJSON(t rapid.TB, text string, times int) string {
	t.Helper()
	for range times {
		object, err := json.Marshal(map[string]any{"msg": text, "level": "info"})
		if err != nil {
			t.Fatal(err)
		}
		text = string(object)
	}
	return text
}

func checkNoPiece(t rapid.TB, text, out string) {
	t.Helper()
	for i := 0; i+4 <= len(marker); i++ {
		if strings.Contains(out, marker[i:i+4]) {
			t.Fatalf("%q becomes %q", text, out)
		}
	}
}

func TestPlantedSecrets(t *testing.T) {
	for i := 0; i < len(planted); i += exhaust.Sample(2) {
		text := planted[i]
		for times := range 4 {
			line := inJSON(t, "INFO connecting to "+text, times)
			checkNoPiece(t, line, copied(t, line))
			line = inJSON(t, text, times)
			checkNoPiece(t, line, copied(t, line))
		}
	}
}

// In any surroundings no piece of a secret is left, what is around stays, and
// the border of a window makes no difference.
func TestPlantedInStreams(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(planted).Draw(t, "text")
		line := inJSON(t, text, rapid.IntRange(0, 3).Draw(t, "times"))
		filler := rapid.SampledFrom([]string{"a line of a log; x=1\n", `{"a":"b","c":[1,2]}` + "\n", `"a","b",`, "0123456789 "}).Draw(t, "filler")
		size := rapid.SampledFrom([]int{0, 64 << 10, 192 << 10, 256 << 10}).Draw(t, "size") + rapid.IntRange(0, 200).Draw(t, "more")
		before := strings.Repeat(filler, size/len(filler)) + "\n"
		if !strings.HasSuffix(filler, "\n") && rapid.Bool().Draw(t, "same line") {
			before = strings.TrimSuffix(before, "\n")
		}
		after := "\n" + strings.Repeat(filler, rapid.SampledFrom([]int{0, 10, 5000}).Draw(t, "fillers behind"))
		out := copied(t, before+line+after)
		checkNoPiece(t, line, out)
		if !strings.HasPrefix(out, before) || !strings.HasSuffix(out, after) {
			t.Fatalf("what is around %q changed", line)
		}
	})
}

// checkLaws holds what is true of every stream.
func checkStream(t rapid.TB, text string) {
	t.Helper()
	out := copied(t, text)
	if !recognize.MayHold(text) && !strings.ContainsAny(text, `\@`) && !namesSecret(text) && out != text {
		t.Fatalf("%q, which holds no string, becomes %q", text, out)
	}
	var slow bytes.Buffer
	if err := redact.Copy(&slow, iotest.OneByteReader(strings.NewReader(text))); err != nil {
		t.Fatal(err)
	}
	if slow.String() != out {
		t.Fatalf("%q: byte by byte %q, at once %q", text, slow.String(), out)
	}
	if again := copied(t, out); again != out {
		t.Fatalf("%q\nbecomes %q\nand then %q", text, out, again)
	}
}

// namesSecret reports whether text holds the last word of a secret's keyword.
func namesSecret(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc([]string{"key", "token", "password", "pwd", "blob"}, func(word string) bool { return strings.Contains(text, word) })
}

var words = []string{
	"https://", "help.kusto.windows.net", "localhost", "mycluster", "/Db", "u:pw@", "Data Source", "Database", "Fed", "AAD Federated Security",
	"AppKey", "Application Key", "Aplication Key", "User Token", "Authority Id", "Whatever", "Encrypt", "True", "secret", "****", "é", "\xff", "\x00",
	"=", "=", "=", ";", ";", ";", " ", "\n", "\"", "\"", "'", "\\", "\\\"", `\u003d`, `\n`, `\\`, "(", ")", "<x>", "${x}", "{", "}", ".", ",", ":",
}

func TestStreamLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkStream(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 20).Draw(t, "words"), ""))
	})
}

func FuzzCopy(f *testing.F) {
	for i := 0; i < len(planted); i += exhaust.Sample(3) {
		text := planted[i]
		f.Add(text)
		f.Add(inJSON(f, text, 1))
		f.Add(inJSON(f, text, 2))
	}
	rows := maskedRows(f)
	for i := 0; i < len(rows); i += exhaust.Sample(29) {
		if namesSecret(rows[i]) {
			f.Add(rows[i])
		}
	}
	f.Add(`$0000;AppKeY=\"\""`) // a look at a line's own mask is one at the same line
	f.Fuzz(func(t *testing.T, text string) { checkStream(t, text) })
}
