package playground

import (
	"bytes"
	"compress/gzip"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

var page = fstest.MapFS{
	"index.html": {Data: []byte("<p>page</p>")}, "a.wasm": {Data: []byte("wasm")}, "a.wasm.br": {Data: []byte("small")}, "main.js": {Data: []byte("js")},
	"style.css": {Data: []byte("css")}, "icon.svg": {Data: []byte("svg")}, "odd": {Data: []byte("?")}, "packed.svg.gz": {Data: packed("<svg/>")}, "broken.svg.gz": {Data: []byte("no gzip")},
}

func packed(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(text)) // a buffer takes all
	_ = w.Close()
	return b.Bytes()
}

func TestHandler(t *testing.T) {
	for _, tt := range []struct{ method, host, path, accept, want string }{
		{"GET", "localhost:80", "/", "", "200 text/html; charset=utf-8  11 <p>page</p>"},
		{"GET", "127.0.0.1:80", "/index.html", "", "200 text/html; charset=utf-8  11 <p>page</p>"},
		{"GET", "[::1]:80", "/main.js", "gzip, br", "200 text/javascript; charset=utf-8  2 js"},
		{"GET", "[::1]", "/style.css?x=y", "", "200 text/css; charset=utf-8  3 css"},
		{"GET", "localhost", "/icon.svg", "", "200 image/svg+xml  3 svg"},
		{"GET", "localhost", "/odd", "", "200 application/octet-stream  1 ?"},
		{"GET", "localhost", "/a.wasm", "gzip, br", "200 application/wasm br 5 small"},
		{"GET", "localhost", "/a.wasm", "gzip", "200 application/wasm  4 wasm"},
		{"GET", "localhost", "/packed.svg", "gzip, br", "200 image/svg+xml  6 <svg/>"},
		{"GET", "localhost", "/broken.svg", "", "404 text/plain; charset=utf-8   there is no such file\n"},
		{"HEAD", "localhost", "/a.wasm", "", "200 application/wasm  4 "},
		{"GET", "localhost", "/none", "br", "404 text/plain; charset=utf-8   there is no such file\n"},
		{"GET", "localhost", "/../playground.go", "", "404 text/plain; charset=utf-8   there is no such file\n"},
		{"POST", "localhost", "/", "", "405 text/plain; charset=utf-8   nothing is sent here\n"},
		{"GET", "example.com", "/", "", "403 text/plain; charset=utf-8   this page is for this machine alone\n"},
		{"GET", "localhost.example.com:80", "/", "", "403 text/plain; charset=utf-8   this page is for this machine alone\n"},
		{"GET", "[::1].example.com", "/", "", "403 text/plain; charset=utf-8   this page is for this machine alone\n"},
	} {
		r := httptest.NewRequest(tt.method, "http://localhost"+tt.path, nil)
		r.Host = tt.host
		r.Header.Set("Accept-Encoding", tt.accept)
		w := httptest.NewRecorder()
		Handler(page).ServeHTTP(w, r)
		header := w.Header()
		got := strings.Join([]string{w.Result().Status[:3], header.Get("Content-Type"), header.Get("Content-Encoding"), header.Get("Content-Length"), w.Body.String()}, " ")
		if got != tt.want {
			t.Errorf("%s %s of %s\ngot  %q\nwant %q", tt.method, tt.path, tt.host, got, tt.want)
		}
		if served := w.Code == 200 || w.Code == 404; served != strings.HasPrefix(header.Get("Content-Security-Policy"), policy) {
			t.Errorf("%s: the policy is %q", tt.path, header.Get("Content-Security-Policy"))
		}
	}
}

// The page asks for nothing from elsewhere, and its own policy is the server's.
func TestPolicy(t *testing.T) {
	for _, part := range strings.Split(policy, "; ") {
		for _, source := range strings.Fields(part)[1:] {
			if !strings.HasPrefix(source, "'") && source != "data:" {
				t.Errorf("%s lets %s in", part, source)
			}
		}
	}
	text, err := os.ReadFile("../../playground/src/index.html")
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, m := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(string(text), -1) {
		named = append(named, m[1])
	}
	if diff := cmp.Diff([]string{"icon.svg", "style.css", "main.js"}, named); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(string(text), `http-equiv="Content-Security-Policy" content="POLICY"`) {
		t.Error("the page has no place for the policy")
	}
}

func TestPlainBinaryHoldsNoPage(t *testing.T) {
	if _, ok := Files(); ok {
		t.Error("a page is there without the tag")
	}
}
