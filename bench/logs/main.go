// Command logs writes a log of made-up lines, for measuring what reads logs:
//
//	logs KIND SHARE BYTES
//
// KIND is access, json, pairs, stack, mixed (all four in turn), docker (json, as container
// engines write it) or hostile; SHARE says
// how many lines of a thousand hold a connection string; BYTES is about how long the
// log is. The same arguments give the same log.
package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "logs:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("three arguments are expected: KIND SHARE BYTES")
	}
	lines, ok := kinds[args[0]]
	share, err1 := strconv.Atoi(args[1])
	size, err2 := strconv.Atoi(args[2])
	if !ok || err1 != nil || err2 != nil {
		return fmt.Errorf("no such kind, or no number")
	}
	g := generator{rand.New(rand.NewPCG(1, 2)), share}
	out := bufio.NewWriter(os.Stdout)
	for written, i := 0, 0; written < size; i++ {
		n, err := out.WriteString(lines[i%len(lines)](&g, i))
		if err != nil {
			return err
		}
		written += n
	}
	return out.Flush()
}

var kinds = map[string][]func(*generator, int) string{
	"access":  {accessLine},
	"json":    {jsonLine},
	"pairs":   {pairsLine},
	"stack":   {stackTrace},
	"mixed":   {accessLine, jsonLine, pairsLine, stackTrace},
	"docker":  {dockerLine},
	"hostile": {hostileLine},
}

type generator struct {
	*rand.Rand
	share int // lines of a thousand with a connection string
}

func (g *generator) one(of ...string) string { return of[g.IntN(len(of))] }

// secret returns a connection string in so many lines of a thousand.
func (g *generator) secret(before, after string) string {
	if g.IntN(1000) >= g.share {
		return ""
	}
	return before + fmt.Sprintf("Data Source=https://c%d.westeurope.kusto.windows.net;Database=Samples;Fed=True;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-%012x;AppKey=%s%d;Authority Id=contoso.com",
		g.IntN(100), g.IntN(1<<40), "Zq7~", g.IntN(1<<40)) + after
}

func (g *generator) path() string {
	return g.one("/v1/items", "/api/users", "/q", "/static/app.js", "/health", "/login") + g.one("", fmt.Sprintf("?page=%d&user=u%d&key=%d", g.IntN(50), g.IntN(9999), g.IntN(1<<30)))
}

func accessLine(g *generator, i int) string {
	return fmt.Sprintf("10.%d.%d.%d - - [01/May/2024:12:%02d:%02d +0000] \"GET %s HTTP/1.1\" %s %d \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\"%s\n",
		g.IntN(256), g.IntN(256), g.IntN(256), i/60%60, i%60, g.path(), g.one("200", "200", "304", "404"), g.IntN(90000), g.secret(" ", ""))
}

func jsonLine(g *generator, i int) string {
	return fmt.Sprintf(`{"ts":"2024-05-01T12:%02d:%02d.%03dZ","level":"%s","logger":"app.store","msg":"%s%s","user":"u%d","took_ms":%d}`+"\n",
		i/60%60, i%60, g.IntN(1000), g.one("info", "info", "warn", "error"),
		g.one("query took long", "user logged in; status=200;", "cache miss key=items:7", "token refreshed"), g.secret(" with ", ""), g.IntN(9999), g.IntN(5000))
}

func dockerLine(g *generator, i int) string {
	return fmt.Sprintf(`{"log":%q,"stream":"stdout","time":"2024-05-01T12:%02d:%02d.123456789Z"}`+"\n", jsonLine(g, i), i/60%60, i%60)
}

func pairsLine(g *generator, i int) string {
	return fmt.Sprintf("time=2024-05-01T12:%02d:%02dZ level=%s user=u%d key=%d status=200; path=%s took=%dms%s\n",
		i/60%60, i%60, g.one("info", "warn"), g.IntN(9999), g.IntN(1<<30), g.path(), g.IntN(5000), g.secret(` cs="`, `"`))
}

func stackTrace(g *generator, _ int) string {
	text := "Exception in thread \"main\" java.lang.IllegalStateException: " + g.one("token expired", "no such key: items", "Password must be set") + g.secret(": ", "") + "\n"
	for range 3 + g.IntN(8) {
		text += fmt.Sprintf("\tat com.contoso.%s.%s.%s(%[2]s.java:%[4]d)\n",
			g.one("store", "auth", "web"), g.one("TokenCache", "KeyStore", "UserService", "HttpServer"), g.one("get", "refreshToken", "handle", "<init>"), g.IntN(900))
	}
	return text
}

// hostileLine looks like something to hide each two hundred bytes.
func hostileLine(g *generator, i int) string {
	return fmt.Sprintf(`{"m":"user=%d;AppKey: none; https://help.kusto.windows.net/Db, %s \"Password\" \\\"key=%d\\\" %%3BAppKey%%3D"}`+"\n", i, g.path(), g.IntN(1<<30))
}
