package recognize

// verdict decides whose string the evidence is of: ours, of which kind, or not
// (false). forKusto says that the holder of the string speaks of Kusto.
func (e *evidence) verdict(forKusto bool) (kind Kind, ours bool) {
	if e.place.foreign || e.foreignProduct {
		return 0, false
	}
	foreign := e.foreignPair && !e.decisive
	switch {
	case e.isAtKusto(forKusto):
		// Kusto also speaks the protocol of SQL Server, whose clients take a host
		// without a scheme.
		return ConnectionString, e.kustoOnly > 0 || e.place.uri || !e.sqlClient
	case e.isForKusto(forKusto):
		return ConnectionString, !foreign
	case e.isFragment():
		return Fragment, !foreign && !e.assigned
	}
	return 0, false
}

// isAtKusto reports whether a host of Kusto has enough beside it.
func (e *evidence) isAtKusto(forKusto bool) bool {
	return e.place.kusto && (e.ours > 0 || e.place.uri && (e.documentedName || forKusto && e.adjacent))
}

// isForKusto reports whether the pairs at any other endpoint speak of Kusto.
func (e *evidence) isForKusto(forKusto bool) bool {
	return e.place.endpoint && (e.kustoOnly > 0 || e.defaultDatabase || forKusto && e.ours > 0)
}

// isFragment reports whether there is no endpoint, and enough without it.
func (e *evidence) isFragment() bool {
	return !e.place.endpoint && (e.kustoOnly > 1 || e.sufficient || e.malformedSecret && e.kustoOnly > 0)
}
