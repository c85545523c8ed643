package schema

import "slices"

// sharedKeywords are the keywords of our properties that other products have
// too, or that mean too many things to tell anything, folded.
var sharedKeywords = func() map[string]bool {
	set := map[string]bool{}
	for _, id := range []ID{
		DataSource, InitialCatalog, UserID, Password, Accept, Streaming, Uncompressed, Namespace, DataSourceURI, ManagedServiceIdentity,
	} {
		for _, k := range Get(id).Keywords() {
			set[Fold(k)] = true
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
	for _, p := range Properties() {
		for _, k := range p.Keywords() {
			if !sharedKeywords[Fold(k)] {
				names = append(names, k)
			}
		}
	}
	return names
}()

var kustoOnly = newIndex(func() (entries []entry) {
	for _, name := range kustoOnlyKeywords {
		entries = append(entries, entry{name, 1})
	}
	return entries
}())

// IsKustoOnly reports whether Lookup finds keyword and no other product's
// connection strings have it: where it stands, Kusto is meant. It costs what Lookup
// does.
func IsKustoOnly(keyword string) bool {
	_, ok := kustoOnly.find(keyword)
	return ok
}

// KustoOnlyKeywords returns every keyword that IsKustoOnly says yes of, as the
// tables spell it. The slice is the caller's own.
func KustoOnlyKeywords() []string { return slices.Clone(kustoOnlyKeywords) }
