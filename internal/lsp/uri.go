package lsp

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"kustoconn/lint"
)

// pathOf returns the file that a URI names; "" for one of another scheme, on another
// machine, or that is none.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || !strings.EqualFold(u.Scheme, "file") || u.Opaque != "" || u.Host != "" && u.Host != "localhost" || strings.ContainsRune(u.Path, 0) {
		return ""
	}
	path := u.Path
	if runtime.GOOS == "windows" && len(path) > 2 && path[0] == '/' && path[2] == ':' {
		path = path[1:]
	}
	if path = filepath.FromSlash(path); !filepath.IsAbs(path) {
		return ""
	}
	return filepath.Clean(path)
}

// uriOf returns the URI of the file at an absolute path.
func uriOf(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// keyOf returns what tells the texts of URIs apart: the file, whichever bytes of its path
// a client escapes, or else the URI.
func keyOf(uri string) string {
	if path := pathOf(uri); path != "" {
		return path
	}
	return uri
}

// nameOf returns the name by which a text is read: its file's path, or for what is no
// file, such as a cell of a notebook, the last part of its URI where that says a format,
// or else what the editor calls its language.
func nameOf(uri, language string) string {
	if path := pathOf(uri); path != "" {
		return path
	}
	name := uri[strings.LastIndexAny(uri, "/\\:")+1:]
	if unescaped, err := url.PathUnescape(name); err == nil {
		name = unescaped
	}
	return lint.NameFor(name, language)
}
