package fuzz

import "kustoconn/fuzz/draw"

// dataSource is the text of a Data Source and what is to be read in it.
type dataSource struct {
	text     string
	value    string  // without the path that names the database
	database *string // what that path says, percent-decoded
}

// databases are paths of one segment, as written and as decoded.
var databases = []struct{ path, name string }{
	{"Samples", "Samples"},
	{"Db/", "Db"}, // one slash at the end does not count
	{"My Db", "My Db"},
	{"My%20Db", "My Db"},
	{"a=b", "a=b"},
	{"Größe", "Größe"},
	{"Gr%C3%B6%C3%9Fe", "Größe"},
	{"a%2Fb", "a/b"},
	{"%7Bx", "{x"},
	{"a%3Bb", "a;b"},
	{"a%22b", `a"b`},
	{"a%20", "a "},
	{"%41", "A"},
}

// uris draws a Data Source that is a URI. Its path is the database if it is
// one segment; with a query, a fragment or more segments the value is whole.
func uris() draw.Generator[dataSource] {
	hosts := draw.SampledFrom([]string{
		"https://c.kusto.windows.net", "https://help.kusto.windows.net", "http://localhost:8080", "HTTPS://Help.Kusto.Windows.Net",
		"https://c.westeurope.kusto.windows.net:443", "https://c.z1.kusto.fabric.microsoft.com", "https://127.0.0.1", "https://[::1]:80",
	})
	return draw.Custom(func(t draw.T) dataSource {
		host := hosts.Draw(t)
		if draw.Bool().Draw(t) {
			db := draw.SampledFrom(databases).Draw(t)
			return dataSource{host + "/" + db.path, host, &db.name}
		}
		whole := host + draw.SampledFrom([]string{"", "/", "//Db", "/a/b", "?x=y", "/Db?x=y", "#f", "/Db#a=b", "?"}).Draw(t)
		if whole == host+"/a/b" && draw.Bool().Draw(t) {
			whole = "https://ade.loganalytics.io/subscriptions/a"
		}
		return dataSource{whole, whole, nil}
	})
}

// bareNames draws a Data Source that is a host without a scheme.
func bareNames() draw.Generator[dataSource] {
	names := draw.SampledFrom([]string{"help", "c.westeurope", "help.kusto.windows.net", "localhost:8080", "my-cluster"})
	return draw.Custom(func(t draw.T) dataSource {
		name := names.Draw(t)
		if draw.Bool().Draw(t) {
			db := draw.SampledFrom([]string{"Samples", "Db"}).Draw(t)
			return dataSource{name + "/" + db, name, &db}
		}
		return dataSource{name, name, nil}
	})
}

// shorthands draws "@cluster" and "@cluster/database". A name of fewer than
// two dots, other than localhost, is completed.
func shorthands() draw.Generator[dataSource] {
	return draw.Custom(func(t draw.T) dataSource {
		name := draw.SampledFrom([]struct{ name, host string }{
			{"help", "help.kusto.windows.net"},
			{"c.westeurope", "c.westeurope.kusto.windows.net"},
			{"my-cluster1", "my-cluster1.kusto.windows.net"},
			{"c.kusto.windows.net", "c.kusto.windows.net"},
			{"localhost", "localhost"},
		}).Draw(t)
		ds := dataSource{text: "@" + name.name, value: "https://" + name.host}
		switch draw.IntRange(0, 2).Draw(t) {
		case 1:
			ds.text += "/"
		case 2:
			db := draw.SampledFrom([]struct{ path, name string }{{"Samples", "Samples"}, {"Db/", "Db"}, {"My%20Db", "My Db"}}).Draw(t)
			ds.text += "/" + db.path
			ds.database = &db.name
		}
		return ds
	})
}
