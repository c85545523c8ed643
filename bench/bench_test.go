// Package bench measures kustoconn beside its peers in one run: the parser of
// the Go client of Kusto, and that of the SQL Server driver, which reads the
// same ADO.NET language.
package bench

import (
	"bytes"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/Azure/azure-kusto-go/azkustodata"
	"github.com/microsoft/go-mssqldb/msdsn"

	"kustoconn"
	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/grammar/formal"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/validate"
)

// text is a realistic string. Peers holds the form of it that each peer
// accepts, empty where it accepts none.
type text struct {
	name, text    string
	goClient, sql string
}

const (
	uri    = "https://mycluster.westeurope.kusto.windows.net"
	client = "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"
)

var texts = []text{
	{
		"short", uri + "/Samples;Fed=true",
		uri + "/Samples;Fed=true", "Server=" + uri + ";Database=Samples",
	},
	{
		"documented", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;AppClientId=" + client + ";AppKey=an~invented~key;Authority Id=contoso.com",
		"Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;AppClientId=" + client + ";AppKey=an~invented~key;Authority Id=contoso.com",
		"Server=" + uri + ";Database=NetDefaultDB;Encrypt=True;User ID=" + client + ";Password=an~invented~key;App Name=contoso.com",
	},
	{
		"quoted", `Data Source="` + uri + `";Initial Catalog="My; Db";Fed=True;AppClientId=` + client + `;AppKey="an ""invented""; key";Authority Id='contoso.com';Application Name for Tracing="a; b"`,
		"", "",
	},
	{
		"all properties", allProperties(), "", "",
	},
}

func allProperties() string {
	var pairs []string
	for _, p := range schema.Properties() {
		switch {
		case p.ID == schema.DataSource:
			pairs = append(pairs, p.Name+"="+uri)
		case p.Type == schema.TypeBool:
			pairs = append(pairs, p.Name+"=True")
		case p.Settable():
			pairs = append(pairs, p.Name+"=an invented value")
		}
	}
	return strings.Join(pairs, ";")
}

// tree keeps the result of a benchmark, as a caller does: it escapes.
var tree *ast.ConnectionString

func BenchmarkParse(b *testing.B) {
	for _, t := range texts {
		b.Run("kustoconn/"+t.name, func(b *testing.B) { run(b, t.text, func() { tree, _ = grammar.Parse(t.text) }) })
		b.Run("kustoconn-formal/"+t.name, func(b *testing.B) {
			run(b, t.text, func() {
				if _, err := formal.Parse(t.text); err != nil {
					b.Fatal(err)
				}
			})
		})
		if t.goClient != "" {
			b.Run("go-client/"+t.name, func(b *testing.B) {
				run(b, t.goClient, func() { azkustodata.NewConnectionStringBuilder(t.goClient) })
			})
		}
		if t.sql != "" {
			b.Run("msdsn/"+t.name, func(b *testing.B) {
				run(b, t.sql, func() {
					if _, err := msdsn.Parse(t.sql); err != nil {
						b.Fatal(err)
					}
				})
			})
		}
	}
}

func BenchmarkBind(b *testing.B) {
	for _, t := range texts {
		tree, _ := grammar.Parse(t.text)
		b.Run("kustoconn/"+t.name, func(b *testing.B) { run(b, t.text, func() { bind.Bind(tree) }) })
	}
}

// BenchmarkValidate is the whole way: parse, bind and judge.
func BenchmarkValidate(b *testing.B) {
	for _, t := range texts {
		b.Run("kustoconn/"+t.name, func(b *testing.B) { run(b, t.text, func() { _ = kustoconn.Validate(t.text) }) })
	}
}

// faulty are strings as an editor and a batch meet them.
var faulty = []struct{ name, text string }{
	{"misspelt keyword", "Data Source=" + uri + ";Fed=True;AppClientId=" + client + ";AppKye=an~invented~key;Authority Id=contoso.com"},
	{"missing property", "Data Source=" + uri + ";Fed=True;AppClientId=" + client + ";Authority Id=contoso.com"},
	{"bad URI", "Data Source=https://my cluster.westeurope.kusto.windows.net:port;Fed=True;AppClientId=" + client + ";AppKey=an~invented~key;Authority Id=contoso.com"},
}

// BenchmarkFaulty judges strings with errors, by all rules.
func BenchmarkFaulty(b *testing.B) {
	v, err := validate.New(validate.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, t := range faulty {
		if !v.CheckText(t.text).HasErrors() && t.name != "misspelt keyword" {
			b.Fatalf("%s: no error", t.name)
		}
		b.Run("kustoconn/"+t.name, func(b *testing.B) { run(b, t.text, func() { v.CheckText(t.text) }) })
	}
}

func BenchmarkCanonical(b *testing.B) {
	for _, t := range texts {
		tree, _ := grammar.Parse(t.text)
		bound := bind.Bind(tree)
		b.Run("kustoconn/"+t.name, func(b *testing.B) { run(b, t.text, func() { normalize.Canonical(bound) }) })
	}
}

func BenchmarkRedact(b *testing.B) {
	for _, t := range texts {
		tree, _ := grammar.Parse(t.text)
		bound := bind.Bind(tree)
		b.Run("kustoconn/"+t.name, func(b *testing.B) { run(b, t.text, func() { redact.Of(bound).Text() }) })
	}
}

func BenchmarkLookup(b *testing.B) {
	for _, keyword := range []string{"Data Source", "data source", "AppClientId", "Unknown Keyword"} {
		b.Run("kustoconn/"+keyword, func(b *testing.B) { run(b, keyword, func() { schema.Lookup(keyword) }) })
	}
}

// BenchmarkAdversarial doubles inputs that would make a quadratic reader slow:
// the MB/s stay where they are.
func BenchmarkAdversarial(b *testing.B) {
	for _, unit := range []string{";", "=", `"`, `a="";`, "a=b;", "@"} {
		for _, size := range []int{1 << 14, 1 << 15, 1 << 16} {
			input := string(bytes.Repeat([]byte(unit), size/len(unit)))
			b.Run(unit+"/"+strconv.Itoa(size), func(b *testing.B) { run(b, input, func() { _ = kustoconn.Validate(input) }) })
		}
	}
}

func run(b *testing.B, input string, f func()) {
	b.ReportAllocs()
	b.SetBytes(int64(len(input)))
	before := processorTime(b)
	for b.Loop() {
		f()
	}
	b.ReportMetric(float64(processorTime(b)-before)/float64(b.N), "cpu-ns/op")
}

// processorTime returns the processor time of this process, collector included,
// in nanoseconds: unlike the clock's, it does not count what others on the
// machine take.
func processorTime(b *testing.B) int64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return used.Utime.Nano() + used.Stime.Nano()
}
