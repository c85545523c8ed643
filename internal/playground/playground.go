// Package playground is the page on which strings are tried out: the command, as
// WebAssembly, in a browser. What playground/build writes to dist here is all of it. A
// binary that is built with the tag playground holds it.
//
// It stands outside the flow: only the command imports it.
package playground

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

// Files returns the files of the page that this binary holds, and whether it holds any.
func Files() (page fs.FS, ok bool) {
	page, err := fs.Sub(files, "dist")
	if err != nil {
		return nil, false
	}
	_, err = fs.Stat(page, "index.html.gz")
	return page, err == nil
}

// policy is the Content-Security-Policy of the page, which asks for nothing from
// elsewhere. Editors write styles, and WebAssembly is compiled.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
	"connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

// Handler serves the files of the page, compressed where there is a file with ".br" behind
// its name and the browser takes that. What is there with ".gz" behind its name alone is
// uncompressed. A request of another site's page is refused, which a
// name that leads to this machine might else let through.
func Handler(page fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, _ := strings.Cut(r.Host, ":")
		if host != "localhost" && host != "127.0.0.1" && r.Host != "[::1]" && !strings.HasPrefix(r.Host, "[::1]:") {
			http.Error(w, "this page is for this machine alone", http.StatusForbidden)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "nothing is sent here", http.StatusMethodNotAllowed)
			return
		}
		serve(w, r, page)
	})
}

func serve(w http.ResponseWriter, r *http.Request, page fs.FS) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	header := w.Header()
	header.Set("Content-Security-Policy", policy+"; frame-ancestors 'none'")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cache-Control", "no-cache")
	header.Set("Vary", "Accept-Encoding")
	read := name
	if strings.Contains(r.Header.Get("Accept-Encoding"), "br") {
		if _, err := fs.Stat(page, name+".br"); err == nil {
			read = name + ".br"
			header.Set("Content-Encoding", "br")
		}
	}
	text, err := readFile(page, read)
	if err != nil {
		header.Del("Content-Encoding")
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	}
	header.Set("Content-Type", mediaType(name))
	header.Set("Content-Length", fmt.Sprint(len(text)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(text) // the browser may have gone
	}
}

// readFile returns the contents of a file, or of the one with ".gz" behind its name.
func readFile(page fs.FS, name string) ([]byte, error) {
	text, err := fs.ReadFile(page, name)
	if !errors.Is(err, fs.ErrNotExist) {
		return text, err
	}
	packed, err := page.Open(name + ".gz")
	if err != nil {
		return nil, err
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// mediaType returns the type of a file by its name, whatever the system has for it.
func mediaType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	default:
		if known := mime.TypeByExtension(ext); known != "" {
			return known
		}
	}
	return "application/octet-stream"
}
