package validate

import (
	"encoding/json"
	"regexp"
	"strings"
	"sync"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// What is no connection string of Kusto's at all gets one finding that says
// what it is, in place of many about its parts.

// otherText is what a whole text was recognised as.
type otherText struct {
	code          diag.Code
	span          source.Span
	message, help string
	edit          string // what to write in place of span; empty where nothing is
}

// reportOther reports the whole text as something else, and whether it is. It
// is not asked about a usual string.
func (p *pass) reportOther(v *Validator) bool {
	for _, recognise := range []func(*pass) *otherText{asJSON, asQuery, asExplorerArgument, asWebPage, asJDBC, asStorage, asProduct, asWords} {
		o := recognise(p)
		if o == nil {
			continue
		}
		d := rule.New(o.code, o.span, o.message)
		d.Help = o.help
		if o.edit != "" && !p.masked().Hides(o.span) {
			d.Edits = []diag.Edit{{Span: o.span, NewText: o.edit}}
		}
		found := v.Configure(diag.List{d})
		if len(found) > 0 {
			p.found = found
			return true
		}
	}
	return false
}

// mayBeOther reports whether the text has anything that reportOther looks at.
func (p *pass) mayBeOther() bool {
	return p.HasUnknown() || p.doubtsEndpoint() || p.Endpoint.Form == endpoint.Placeholder
}

// wholeText is the span of the text without white space around it.
func (p *pass) wholeText() source.Span {
	text := p.Tree.Text()
	start := len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	return source.Span{Start: start, End: max(start, len(strings.TrimRight(text, " \t\r\n")))}
}

func asJSON(p *pass) *otherText {
	span := p.wholeText()
	text := span.Slice(p.Tree.Text())
	if text == "" || text[0] != '{' && text[0] != '[' || strings.IndexByte(text, '"') < 0 || !json.Valid([]byte(text)) {
		return nil
	}
	return &otherText{code: rule.BadURI, span: span, message: "JSON, and no connection string", help: "write keyword=value pairs with semicolons between them, or take the string out of the JSON"}
}

// kqlCluster matches what a query says in place of a Data Source.
var kqlCluster = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^cluster\(\s*(?:'([^'"]*)'|"([^'"]*)")\s*\)(?:\s*\.\s*database\(\s*(?:'([^'"]*)'|"([^'"]*)")\s*\))?`)
})

// asQuery recognises KQL. What is written behind it as in a connection string is
// judged as one where it gives a secret or has a fault.
func asQuery(p *pass) *otherText {
	prefix := p.Tree.Prefix()
	if prefix == nil || p.givesSecret() || p.Tree.HasSyntaxErrors() || !strings.HasPrefix(prefix.ValueSpan().Slice(p.Tree.Text()), "cluster(") {
		return nil
	}
	span := prefix.ValueSpan()
	text := span.Slice(p.Tree.Text())
	at := kqlCluster().FindStringSubmatchIndex(text)
	if at == nil {
		return nil
	}
	o := &otherText{code: rule.BadURI, span: span, message: "KQL, and no connection string", help: "write the URI of the cluster, and the database as its path"}
	if at[1] == len(text) {
		group := func(a, b int) string {
			if at[2*a] >= 0 {
				return text[at[2*a]:at[2*a+1]]
			}
			if at[2*b] >= 0 {
				return text[at[2*b]:at[2*b+1]]
			}
			return ""
		}
		o.edit = clusterURI(group(1, 2), group(3, 4))
	}
	return o
}

// clusterURI returns the URI of a cluster, named by its name, host or URI, and a
// database; empty where there is none.
func clusterURI(cluster, database string) string {
	e := endpoint.Analyze(cluster)
	if e.Host() == "" || e.HasDatabase || len(e.Faults) > 0 || strings.ContainsAny(database, "/?#%;\"'") {
		return ""
	}
	uri := strings.TrimSuffix(e.DataSource(), "/")
	if e.Form == endpoint.BareName {
		uri = "https://" + uri + e.Completion()
	}
	if database != "" {
		uri += "/" + database
	}
	return uri
}

// webPages are the hosts of pages that people copy links from.
var webPages = map[string]string{
	"dataexplorer.azure.com":   "Azure Data Explorer's web page",
	"dataexplorer.azure.us":    "Azure Data Explorer's web page",
	"dataexplorer.azure.cn":    "Azure Data Explorer's web page",
	"portal.azure.com":         "the Azure portal",
	"portal.azure.us":          "the Azure portal",
	"portal.azure.cn":          "the Azure portal",
	"ms.portal.azure.com":      "the Azure portal",
	"app.fabric.microsoft.com": "the Fabric portal",
	"app.powerbi.com":          "Power BI",
}

func asWebPage(p *pass) *otherText {
	e := &p.Endpoint
	page, ok := webPages[e.Host()]
	if !ok || p.judge().Trusted || p.givesSecret() || p.Tree.HasSyntaxErrors() {
		return nil
	}
	o := &otherText{
		code: rule.BadURI, span: p.valueSpan(schema.DataSource), message: "a link to " + page + ", and no cluster",
		help: "write the URI of the cluster, which the page shows, such as https://mycluster.kusto.windows.net",
	}
	parts := strings.Split(strings.Trim(e.PathSpan.Slice(e.Text()), "/"), "/")
	if len(parts) < 2 || !strings.EqualFold(parts[0], "clusters") || p.Tree.Prefix() == nil {
		return o
	}
	database := ""
	if len(parts) >= 4 && strings.EqualFold(parts[2], "databases") {
		database = parts[3]
	}
	o.edit = clusterURI(parts[1], database)
	return o
}

// asExplorerArgument recognises the argument of Kusto.Explorer, in which "&"
// ends the connection string.
func asExplorerArgument(p *pass) *otherText {
	if p.Tree.Prefix() != nil || p.givesSecret() || p.Tree.HasSyntaxErrors() {
		return nil
	}
	first := &p.Tree.Segments[0]
	if first.Kind != ast.Pair || !strings.EqualFold(first.Keyword(), "uri") {
		return nil
	}
	if e := endpoint.Analyze(first.Value()); e.Form != endpoint.URI || e.Host() == "" {
		return nil
	}
	return &otherText{
		code: rule.BadURI, span: p.wholeText(), message: "an argument of Kusto.Explorer, with the connection string behind uri=",
		help: "leave out uri=, and what follows the first &",
	}
}

func asJDBC(p *pass) *otherText {
	const scheme = "jdbc:"
	prefix := p.Tree.Prefix()
	if prefix == nil {
		return nil
	}
	span := prefix.ValueSpan()
	text := span.Slice(p.Tree.Text())
	if len(text) < len(scheme) || !strings.EqualFold(text[:len(scheme)], scheme) {
		return nil
	}
	product, rest, found := strings.Cut(text[len(scheme):], "://")
	if !found {
		return nil
	}
	if !strings.EqualFold(product, "kusto") {
		return &otherText{code: rule.ForeignKeyword, span: span, message: "a JDBC URL of another product", help: "write the URI of the cluster"}
	}
	span.End -= len(rest) + len("://")
	return &otherText{code: rule.UnsupportedScheme, span: span, message: "a JDBC URL, which no client of Kusto takes", help: "write https", edit: "https"}
}

// storageHosts are the domains of storage accounts.
var storageHosts = []string{
	".blob.core.windows.net", ".dfs.core.windows.net", ".file.core.windows.net", ".queue.core.windows.net", ".table.core.windows.net",
	".blob.core.usgovcloudapi.net", ".dfs.core.usgovcloudapi.net", ".blob.core.chinacloudapi.cn", ".dfs.core.chinacloudapi.cn",
	".blob.storage.azure.net", ".blob.fabric.microsoft.com", ".dfs.fabric.microsoft.com",
}

var storageSchemes = []string{"abfss", "abfs", "wasbs", "wasb", "adl", "s3"}

func asStorage(p *pass) *otherText {
	e := &p.Endpoint
	if e.Form != endpoint.URI || p.judge().Trusted || p.saysKusto() {
		return nil
	}
	for _, scheme := range storageSchemes {
		if strings.EqualFold(e.Scheme(), scheme) {
			return p.storage()
		}
	}
	for _, domain := range storageHosts {
		if strings.HasSuffix(e.Host(), domain) {
			return p.storage()
		}
	}
	return nil
}

func (p *pass) storage() *otherText {
	return &otherText{
		code: rule.ForeignKeyword, span: p.valueSpan(schema.DataSource), message: "a connection string of storage, which Kusto reads data from",
		help: "name the cluster with Data Source",
	}
}

// sharedProperties are the properties whose keywords other products have, too.
var sharedProperties = schema.SetOf(schema.DataSource, schema.InitialCatalog, schema.UserID, schema.Password)

// saysKusto reports whether a pair gives a property that only Kusto has.
func (p *pass) saysKusto() bool { return p.Specified&^sharedProperties != 0 }

// asProduct recognises the connection strings of other products by their
// keywords: one of SQL Server's where the Data Source is one of its servers, or
// nothing but theirs.
func asProduct(p *pass) *otherText {
	if !p.HasUnknown() || p.saysKusto() {
		return nil
	}
	var first *ast.Segment
	var product vocabulary.Foreign
	n := 0
	for _, u := range p.unknown() {
		if u.kind != foreignKeywordKind {
			continue
		}
		s := &p.Tree.Segments[u.segment]
		if n++; n == 1 {
			first = s
			product, _ = vocabulary.LookupForeign(s.Keyword())
		}
	}
	alone := n > 1 && !p.Present.Has(schema.DataSource)
	if n == 0 || !alone && !p.isSQLServer() {
		return nil
	}
	name := product.Product
	if !alone {
		name = "SQL Server"
	}
	return &otherText{
		code: rule.ForeignKeyword, span: first.KeywordSpan(), message: "a connection string of " + name + ", and not of Kusto",
		help: "name a Kusto cluster with Data Source, such as https://mycluster.kusto.windows.net",
	}
}

// sqlHosts are the domains of SQL Server's services.
var sqlHosts = []string{
	".database.windows.net", ".database.usgovcloudapi.net", ".database.chinacloudapi.cn", ".sql.azuresynapse.net",
	".datawarehouse.fabric.microsoft.com", ".datawarehouse.pbidedicated.windows.net",
}

// isSQLServer reports whether the Data Source is one of SQL Server's: a protocol
// before it, a port behind a comma, an instance behind a backslash, this machine
// by a dot, or a host of its services.
func (p *pass) isSQLServer() bool {
	value, _ := p.Value(schema.DataSource)
	if value == "" || strings.Contains(value, "://") {
		return false
	}
	lower := strings.ToLower(value)
	for _, start := range []string{"tcp:", "np:", "lpc:", "admin:", "(local"} {
		if strings.HasPrefix(lower, start) {
			return true
		}
	}
	host, _, _ := strings.Cut(lower, ",")
	for _, domain := range sqlHosts {
		if strings.HasSuffix(host, domain) {
			return true
		}
	}
	return lower == "." || host != lower || strings.ContainsRune(lower, '\\')
}

// asWords recognises prose: words with blanks between them, and no pair.
func asWords(p *pass) *otherText {
	prefix := p.Tree.Prefix()
	if prefix == nil || len(p.Tree.Segments) > 1 {
		return nil
	}
	span := prefix.ValueSpan()
	text := span.Slice(p.Tree.Text())
	if strings.IndexByte(text, ' ') < 0 || strings.ContainsAny(text, "=:/@\\.") || placeholder.In(text) {
		return nil
	}
	return &otherText{
		code: rule.BadURI, span: span, message: "words, and neither a URI nor the name of a cluster",
		help: "write a connection string, such as https://mycluster.kusto.windows.net/MyDatabase;Fed=true",
	}
}
