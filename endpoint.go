package kustoconn

import (
	"kustoconn/endpoint"
	"kustoconn/internal/sealed"
)

// Endpoint is what the Data Source of a string means. It prints its host.
type Endpoint struct{ endpointBox }

type endpointBox = sealed.Box[analysis]

// analysis is what an Endpoint holds.
type analysis struct{ *endpoint.Endpoint }

// Masked returns the host, or a mask where a secret may be in it.
func (a analysis) Masked() string { return a.String() }

// Endpoint returns the analysis of the Data Source; where there is none, that of
// the empty text.
func (c *ConnectionString) Endpoint() Endpoint {
	return Endpoint{sealed.New(analysis{&c.parsed().bound.Endpoint})}
}

// Analysis returns the parts of the URI with their spans, and its faults. Its
// Text and DataSource are not masked. It must not be changed.
func (e Endpoint) Analysis() *endpoint.Endpoint {
	a, ok := sealed.Open(e.endpointBox)
	if !ok {
		return &endpoint.Endpoint{}
	}
	return a.Endpoint
}

// Host returns the host that a client speaks to, in lower case and completed for
// a bare name; empty where the Data Source yields none.
func (e Endpoint) Host() string { return e.Analysis().Host() }

// Cluster returns the cluster's name without "ingest-", in lower case; empty for
// a host that is none of Data Explorer, Fabric or Synapse.
func (e Endpoint) Cluster() string { return e.Analysis().Cluster() }

// Region returns the Azure region that the host names, in lower case, or "".
func (e Endpoint) Region() string { return e.Analysis().Region() }

// Cloud returns the cloud whose service issues the host, or "".
func (e Endpoint) Cloud() endpoint.Cloud { return e.Analysis().Cloud() }

// Judge says whether policy trusts the host where clients sign in at login, and
// by which rule, and what the host serves; an empty login stands for any known
// cloud's.
func (e Endpoint) Judge(policy endpoint.Policy, login string) endpoint.Verdict {
	return policy.Judge(e.Analysis(), login)
}
