package endpoint

import "strings"

// Service is the product behind a host. The zero Service is that of a host
// that the built-in list does not know.
type Service uint8

// The services.
const (
	_             Service = iota
	DataExplorer          // Azure Data Explorer, also called Kusto
	Fabric                // Microsoft Fabric, Real-Time Intelligence
	Synapse               // Synapse Data Explorer
	Monitor               // the Azure Monitor proxies ade.* and adx.*
	ResourceGraph         // Azure Resource Graph
	PlayFab
	Security // Defender and the security platform
	Other    // other hosts on the built-in list
)

// String returns the product's name, empty for the zero Service.
func (s Service) String() string {
	switch s {
	case DataExplorer:
		return "Azure Data Explorer"
	case Fabric:
		return "Microsoft Fabric"
	case Synapse:
		return "Azure Synapse"
	case Monitor:
		return "Azure Monitor"
	case ResourceGraph:
		return "Azure Resource Graph"
	case PlayFab:
		return "PlayFab"
	case Security:
		return "Microsoft Defender"
	case Other:
		return "Kusto"
	}
	return ""
}

// Service returns the product behind the host by the built-in list.
func (e *Endpoint) Service() Service {
	if known := builtin.match(e.Host()); known != nil {
		return known.service
	}
	return 0
}

const ingestPrefix = "ingest-"

// Cluster returns the cluster's name without "ingest-", in lower case: the
// first label of a host of Data Explorer, Fabric or Synapse, else empty.
func (e *Endpoint) Cluster() string {
	name, _, _ := strings.Cut(e.clusterLabels(DataExplorer, Fabric, Synapse), ".")
	return strings.TrimPrefix(name, ingestPrefix)
}

// Region returns the Azure region in lower case: the second label of a host of
// Data Explorer (cluster.region.kusto.windows.net), empty where there is none.
func (e *Endpoint) Region() string {
	_, rest, _ := strings.Cut(e.clusterLabels(DataExplorer), ".")
	region, _, _ := strings.Cut(rest, ".")
	return region
}

// clusterLabels returns the host before its suffix, if it belongs to one of
// the services.
func (e *Endpoint) clusterLabels(services ...Service) string {
	known := builtin.match(e.Host())
	if known == nil || !known.isSuffix() {
		return ""
	}
	for _, s := range services {
		if s == known.service {
			return strings.TrimSuffix(e.Host(), known.pattern)
		}
	}
	return ""
}
