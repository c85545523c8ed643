package recognize_test

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/internal/recognize"
)

// program is source code without a string in it.
var program = strings.Repeat(`// Fetch returns the record of a user, or nil where there is none.
func (c *Client) Fetch(ctx context.Context, user string) (*Record, error) {
	key := c.prefix + user
	if record, ok := c.cache[key]; ok && record.Age() <= c.maxAge {
		return record, nil
	}
	response, err := c.http.Get(ctx, "https://api.contoso.example/v1/users?id="+url.QueryEscape(user))
	if err != nil {
		return nil, fmt.Errorf("fetching %s: %w", user, err)
	}
	defer response.Body.Close()
	return decode(response.Body)
}
`, 100)

func BenchmarkMayHold(b *testing.B) {
	b.SetBytes(int64(len(program)))
	for b.Loop() {
		if recognize.MayHold(program) {
			b.Fatal("the program holds no string")
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := program + "https://help.kusto.windows.net;Fed=true\n" + program
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		recognize.Find(text, recognize.Context{})
	}
}

// The time for a byte stays the same as texts grow that are made to be slow.
func BenchmarkGrowth(b *testing.B) {
	for _, unit := range []string{
		"Fed=", "Fed=\"", "Fed='a", "Fed=a ", "Fed=a;", "Server=a;", "Server=\"a\";", "https://x;", "kusto;x=", "{", "{a}=", "}", ";", ")", "a b ",
		"https://a.kusto.windows.net;Aplication Kee=\"x", "https://a.kusto.windows.net;aadx=1;", "x applicatio =1", "<a b>;Fed=x y;",
		"Server=\"Server='Database=", "AppKey=a;b", "AppKey=a b;", "a=b;", "kusto://", "Server=(", "https://a.kusto.windows.net,", "https://a.kusto.windows.net?AppKey:a b ", "://a.kusto.b;AppKey ", "(Server=a)",
	} {
		for _, n := range []int{16 << 10, 128 << 10} {
			text := strings.Repeat(unit, n/len(unit))
			b.Run(fmt.Sprintf("%q/%d", unit, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					recognize.Find(text, recognize.Context{})
					recognize.Find(text, recognize.Context{Whole: true})
				}
			})
		}
	}
}
