package endpoint

import "strings"

// Service is the product behind a host. The zero Service is that of a host
// that the built-in list does not know.
type Service uint8

// The services.
const (
	_             Service = iota
	dataExplorer          // Azure Data Explorer, also called Kusto
	fabric                // Microsoft Fabric, Real-Time Intelligence
	synapse               // Synapse Data Explorer
	monitor               // the Azure Monitor proxies ade.* and adx.*
	resourceGraph         // Azure Resource Graph
	playFab
	security     // Defender and the security platform
	otherService // other hosts on the built-in list
)

// String returns the product's name, empty for the zero Service.
func (s Service) String() string {
	switch s {
	case dataExplorer:
		return "Azure Data Explorer"
	case fabric:
		return "Microsoft Fabric"
	case synapse:
		return "Azure Synapse"
	case monitor:
		return "Azure Monitor"
	case resourceGraph:
		return "Azure Resource Graph"
	case playFab:
		return "PlayFab"
	case security:
		return "Microsoft Defender"
	case otherService:
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
	name, _, _ := strings.Cut(e.clusterLabels(dataExplorer, fabric, synapse), ".")
	return strings.TrimPrefix(name, ingestPrefix)
}

// Region returns the Azure region in lower case: the second label of a host of
// Data Explorer (cluster.region.kusto.windows.net), empty where there is none.
// The privatelink of a private endpoint's host is passed over.
func (e *Endpoint) Region() string {
	_, rest, _ := strings.Cut(e.clusterLabels(dataExplorer), ".")
	region, rest, _ := strings.Cut(rest, ".")
	if region == "privatelink" {
		region, _, _ = strings.Cut(rest, ".")
	}
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
