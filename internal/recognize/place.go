package recognize

import (
	"slices"
	"strings"

	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/source"
)

// place is what a Data Source or a prefix says of where it leads.
type place struct {
	endpoint bool // it can be an endpoint
	uri      bool // it starts with a scheme of the web
	kusto    bool // the host is Kusto's
	foreign  bool // only another product takes it
}

// or returns what p and q say together.
func (p place) or(q place) place {
	return place{p.endpoint || q.endpoint, p.uri || q.uri, p.kusto || q.kusto, p.foreign || q.foreign}
}

// locate judges the text of a Data Source or a prefix, white space trimmed.
func locate(text string) place {
	scheme, rest, hasScheme := strings.Cut(text, "://")
	if !hasScheme {
		rest = text
	}
	if found := placeholder.Find(text); hasScheme && found != nil && found[0].Start == 0 && found[0].End > len(scheme) {
		return place{endpoint: true, kusto: defaultsToKusto(text)} // the scheme is inside
	}
	p := place{uri: hasScheme && isWebScheme(scheme), foreign: isForeignPlace(strings.ToLower(text))}
	if hasScheme {
		host := authority(rest)
		p.kusto = isScheme(scheme) && (namesKusto(host, 2) || isServiceHost(host))
		p.endpoint = p.uri || p.kusto && isScheme(scheme)
		if !p.endpoint && !isScheme(scheme) {
			p.foreign = true
		}
		return p
	}
	p.kusto = namesKusto(authority(text), 3)
	p.endpoint = isPlainPlace(text)
	return p
}

// defaultsToKusto reports whether a placeholder in text has an endpoint of Kusto for
// its default.
func defaultsToKusto(text string) bool {
	return slices.ContainsFunc(placeholder.Defaults(text), func(in source.Span) bool { return locate(in.Slice(text)).kusto })
}

func isWebScheme(s string) bool {
	return strings.EqualFold(s, "https") || strings.EqualFold(s, "http") || placeholder.In(s) && isPlainPlace(s)
}

// isScheme reports whether s can be a scheme that was meant to lead to Kusto.
// What names a driver or a product (jdbc:x, kusto, azureDataExplorer) cannot.
func isScheme(s string) bool {
	if isWebScheme(s) {
		return true
	}
	lowered := strings.ToLower(s)
	return lowered != "" && !strings.ContainsAny(s, ": \t\"'=") && !strings.Contains(lowered, "kusto") && lowered != "azuredataexplorer"
}

// authority returns what stands before the path in text, which starts behind
// "://" or with a host.
func authority(text string) string {
	const maxAuthority = 400 // bytes: a host and placeholders in it
	text = text[:min(len(text), maxAuthority)]
	if i := strings.IndexAny(text, "/;?#\"'\n\r"); i >= 0 {
		text = text[:i]
	}
	if i := strings.LastIndexByte(text, '@'); i >= 0 {
		text = text[i+1:]
	}
	return strings.ToLower(strings.TrimSpace(text))
}

// namesKusto reports whether one of the labels of a host in lower case is
// that of Kusto's domains, with labels after it so that there are at least
// so many in all, or whether the host imitates one.
func namesKusto(host string, labels int) bool {
	at := strings.Index(host, "kusto")
	if at < 0 {
		return false
	}
	if strings.Count(host, ".") >= labels-1 && hasKustoLabel(host) {
		return true
	}
	if labels > 2 && strings.Count(host, ".") < labels-1 {
		return false
	}
	e := endpoint.Analyze("https://" + host)
	_, like := e.Lookalike()
	return like
}

// hasKustoLabel reports whether a label of host is that of Kusto's domains and another
// stands behind it.
func hasKustoLabel(host string) bool {
	const marks = ".<>{}[]()*$" // dots, and those of placeholders
	for {
		n := strings.IndexAny(host, marks)
		if n < 0 {
			return false
		}
		label := host[:n]
		host = host[n+1:]
		if label == "kusto" || label == "kustomfa" || label == "kustodev" {
			return strings.Trim(host, marks) != ""
		}
	}
}

// isServiceHost reports whether a host in lower case, perhaps with
// placeholders before its domain, is one that serves Kusto's protocol by the
// endpoint package's list.
func isServiceHost(host string) bool {
	if i := strings.LastIndexAny(host, "}>])*"); i >= 0 {
		host = "x" + host[i+1:]
	}
	if !strings.ContainsRune(host, '.') {
		return false
	}
	e := endpoint.Analyze("https://" + host)
	return e.Service() != ""
}

// isPlainPlace reports whether text without a scheme can be an endpoint: a
// bare name, perhaps with a port and a path, or placeholders and such text
// between them.
func isPlainPlace(text string) bool {
	if text == "" || len(text) > 4<<10 {
		return false
	}
	if text[0] == '@' {
		e := endpoint.AnalyzePrefix(text)
		if e.Form == endpoint.Shorthand {
			return true
		}
	}
	placeholders := placeholder.Find(text)
	at, allowed := 0, ".-:[]/"
	for _, in := range append(placeholders, source.At(len(text))) {
		for i := at; i < in.Start; i++ {
			if c := text[i]; !isWordByte(c) && strings.IndexByte(allowed, c) < 0 {
				return false
			} else if c == '/' {
				allowed = "-._~%+:/" // in a path
			}
		}
		at = in.End
	}
	return len(placeholders) > 0 || isWordByte(text[0]) || text[0] == '['
}

// foreignParts are what the endpoints of other products hold, in lower case. Each holds
// one of foreignMarks, with more behind it.
var foreignParts = []string{
	".database.windows.net", ".database.azure.com", ".database.usgovcloudapi.net", ".database.chinacloudapi.cn",
	".sql.azuresynapse.", ".datawarehouse.fabric.microsoft.com", ".asazure.windows.net", "asazure://", "powerbi.com", "powerbi://",
	".blob.core.", ".queue.core.", ".table.core.", ".file.core.", ".dfs.core.", ".servicebus.",
	".documents.azure.com", ".azurehdinsight.net", ".openai.azure.com", "msmdpump.dll", "(description=",
}

// foreignMarks are the signs of foreignParts that are looked for.
const foreignMarks = ".:("

// foreignPart is one of foreignParts, up to its first mark and from there on.
type foreignPart struct{ before, from string }

// foreignBehind holds foreignParts by the byte behind their first mark.
var foreignBehind = func() (parts [256][]foreignPart) {
	for _, part := range foreignParts {
		n := strings.IndexAny(part, foreignMarks)
		next := &parts[part[n+1]]
		*next = append(*next, foreignPart{part[:n], part[n:]})
	}
	return parts
}()

// isForeignPlace reports whether only another product takes the text, in lower
// case, for an endpoint.
func isForeignPlace(text string) bool {
	for at := 0; ; at++ {
		n := strings.IndexAny(text[at:], foreignMarks)
		if n < 0 || at+n+1 == len(text) {
			break
		}
		at += n
		for _, part := range foreignBehind[text[at+1]] {
			if strings.HasPrefix(text[at:], part.from) && strings.HasSuffix(text[:at], part.before) {
				return true
			}
		}
	}
	for _, protocol := range []string{"tcp:", "np:", "lpc:", "admin:", "(local", "(localdb", ".\\"} {
		if strings.HasPrefix(text, protocol) {
			return true
		}
	}
	return strings.HasSuffix(text, "/xmla") || strings.Contains(text, "jdbc:")
}
