package vocabulary

import (
	"slices"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// sharedKeywords are the keywords of our properties that other products have
// too, or that mean too many things to tell anything, folded.
var sharedKeywords = func() map[string]bool {
	set := map[string]bool{}
	for _, id := range []schema.ID{
		schema.DataSource, schema.InitialCatalog, schema.UserID, schema.Password, schema.Accept, schema.Streaming, schema.Uncompressed, schema.Namespace, schema.DataSourceURI, schema.ManagedServiceIdentity,
	} {
		for _, k := range schema.Get(id).Keywords() {
			set[fold.Keyword(k)] = true
		}
	}
	for _, k := range []string{
		"federated", "tenantid", "authority", "tenant", "tid", "domainhint", "region", "mfa", "sendcertificatechain",
	} {
		set[k] = true
	}
	delete(set, "aaduserid")
	return set
}()

var kustoOnlyKeywords = func() (names []string) {
	for _, p := range schema.Properties() {
		for _, k := range p.Keywords() {
			if !sharedKeywords[fold.Keyword(k)] {
				names = append(names, k)
			}
		}
	}
	return names
}()

var kustoOnly = fold.NewIndex(func() (entries []fold.Entry) {
	for _, name := range kustoOnlyKeywords {
		entries = append(entries, fold.Entry{Name: name, Value: 1})
	}
	return entries
}())

// IsKustoOnly reports whether Lookup finds keyword and no other product's
// connection strings have it: where it stands, Kusto is meant. It costs what Lookup
// does.
func IsKustoOnly(keyword string) bool {
	_, ok := kustoOnly.Find(keyword)
	return ok
}

// KustoOnlyKeywords returns every keyword that IsKustoOnly says yes of, as the
// tables spell it. The slice is the caller's own.
func KustoOnlyKeywords() []string { return slices.Clone(kustoOnlyKeywords) }
