package recognize

// none is the verdict on a text that is not ours.
const none Kind = 0

// verdict decides whose string the evidence is of: ours, of which kind, or
// none. forKusto says that the holder of the string speaks of Kusto.
func (e *evidence) verdict(forKusto bool) Kind {
	kind, against := none, e.foreignPair && !e.decisive
	switch {
	case e.place.foreign || e.foreignProduct:
	case e.isAtKusto(forKusto):
		// Kusto also speaks the protocol of SQL Server, whose clients take a host
		// without a scheme.
		kind, against = ConnectionString, e.sqlClient && !e.place.uri && e.kustoOnly == 0
	case e.isForKusto(forKusto):
		// ConnectionStringBuilder is the class of more than one product.
		kind, against = ConnectionString, against || e.sqlClient && e.kustoOnly == 0
	case e.isFragment():
		kind, against = Fragment, against || e.assigned
	}
	if against || e.isLogLine(forKusto) {
		return none
	}
	return kind
}

// isLogLine reports whether the pairs are what a program logs, among them a
// database and a server: half of them at least are nobody's, and nothing else
// speaks of Kusto.
func (e *evidence) isLogLine(forKusto bool) bool {
	if e.logfmt && e.kustoOnly == 0 && !forKusto {
		return true
	}
	return e.others > 1 && 2*e.others >= e.pairs && e.kustoOnly == 0 && !e.documentedName && !forKusto
}

// isAtKusto reports whether a host of Kusto has enough beside it.
func (e *evidence) isAtKusto(forKusto bool) bool {
	return e.place.kusto && (e.ours > 0 || e.place.uri && (e.documentedName || forKusto && e.adjacent))
}

// isForKusto reports whether the pairs at any other endpoint speak of Kusto.
func (e *evidence) isForKusto(forKusto bool) bool {
	return e.place.endpoint && (e.kustoOnly > 0 || e.defaultDatabase || forKusto && e.ours > 0)
}

// isFragment reports whether the pairs are enough without an endpoint.
func (e *evidence) isFragment() bool {
	return e.kustoOnly > 1 || e.sufficient || e.malformedSecret && e.kustoOnly > 0
}
