package redact_test

import (
	"io"
	"strings"
	"testing"

	"kustoconn/redact"
)

func BenchmarkCopyHits(b *testing.B) {
	for name, line := range map[string]string{
		"plain":  "2024-05-01T12:00:00Z INFO opening https://help.kusto.windows.net/Db;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=abcd~efgh;Authority Id=contoso.com for bob in 12 ms\n",
		"JSON":   `{"ts":"2024-05-01T12:00:00Z","level":"info","msg":"opening https://help.kusto.windows.net/Db;Fed=true;AppKey=\"abcd\\efgh\";Authority Id=contoso.com","user":"bob"}` + "\n",
		"access": `10.0.0.1 - - [01/May/2024:12:00:00 +0000] "GET /q?c=https%3A%2F%2Fhelp.kusto.windows.net%3BAppKey%3Dabcd%3BFed%3Dtrue&x=1 HTTP/1.1" 200 1234 "-" "curl/8.0"` + "\n",
		"pairs":  `level=info user=bob key=12 token=x status=200 path=/v1/items password_hash=1 took=35ms` + "\n",
	} {
		text := strings.Repeat(line, 1<<20/len(line))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if err := redact.Copy(io.Discard, strings.NewReader(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
