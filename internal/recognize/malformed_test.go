package recognize_test

import (
	"strings"
	"testing"
)

// A secret's keyword right behind the URI of a Kusto host, with a separator
// between them and any sign or a blank for the equals sign.
func TestMalformed(t *testing.T) {
	checkRunning(t,
		`«https://help.kusto.windows.net;AppKey:abc»`,
		`«https://help.kusto.windows.net,AppKey:abc»`,
		`«https://help.kusto.windows.net?AppKey:abc»`,
		`«https://help.kusto.windows.net&AppKey:abc»`,
		`https://help.kusto.windows.net|AppKey:abc`,
		`«https://help.kusto.windows.net,AppKey abc»`,
		"«https://help.kusto.windows.net,AppKey\tabc»",
		`«https://help.kusto.windows.net,AppKey=abc»`,
		`https://help.kusto.windows.net,AppKey-abc`,
		`https://help.kusto.windows.net,AppKey`,
		`https://help.kusto.windows.net,AppKe:abc`,
		`https://help.kusto.windows.net,Database:abc`,
		`«https://help.kusto.windows.net, AppKey:abc»`,
		`«https://help.kusto.windows.net,Application Key: abc»`,
		`«https://help.kusto.windows.net/Db,AppKey:abc»`,
		`https://help.kusto.windows.net "x,AppKey:abc`,
		`https://help.kusto.windows.net/"x,AppKey:abc`,
		"https://help.kusto.windows.net\n,AppKey:abc",
		"https://help.kusto.windows.net/\tx,AppKey:abc",
		`https://help.kusto.windows.net/x,y,AppKey:abc`,
		`https://help.kusto.windows.net`,
		`https://contoso.example,AppKey:abc`,
		`jdbc:https://help.kusto.windows.net,AppKey:abc`,
		`kusto://help.kusto.windows.net,AppKey:abc`,
		`x «https://help.kusto.windows.net,AppKey:abc». y`,
		`x "«https://help.kusto.windows.net,AppKey:abc»". y`,
		`x «https://help.kusto.windows.net,AppKey:abc;» y`,
		`x «https://help.kusto.windows.net,AppKey:"a b"» y`,
		// several, and between others
		`«https://a.kusto.windows.net,AppKey:b» «https://c.kusto.windows.net,AppKey:d»`,
		`«https://a.kusto.windows.net;Fed=true», «https://c.kusto.windows.net,AppKey:d»`,
		`«https://a.kusto.windows.net,AppKey:b», «https://c.kusto.windows.net;Fed=true»`,
		`«https://a.kusto.windows.net;Fed=true», «https://b.kusto.windows.net,AppKey:c», «https://d.kusto.windows.net;Fed=true»`,
		`https://a.example «https://c.kusto.windows.net,AppKey:d»`,
	)
	near := strings.Repeat(" ", 57) // a keyword has 64 bytes at most
	checkRunning(t,
		`«https://kusto.net,AppKey:abc»`,
		`https://kusto{x},AppKey:abc`,
		`x:https://help.kusto.windows.net,AppKey:abc`,
		`«https://a.kusto.windows.net;Fed=true;AppKey="https://b.kusto.windows.net,AppKey:c"» d`,
		`«https://help.kusto.windows.net,`+near+`AppKey:abc»`,
		`https://help.kusto.windows.net,`+near+` AppKey:abc`,
		"«https://help.kusto.windows.net,AppKey» \nx",
	)
	const most = 1 << 10 // bytes of a URI
	host := "help.kusto.windows.net/"
	path := strings.Repeat("a", most-len(host))
	checkRunning(t,
		`«https://`+host+path+`,AppKey:abc»`,
		`https://`+host+path+`a,AppKey:abc`,
	)
}
