package endpoint

import "strings"

// The products behind the hosts of the built-in list.
const (
	dataExplorer  = "Azure Data Explorer" // also called Kusto
	fabric        = "Microsoft Fabric"    // Real-Time Intelligence
	synapse       = "Azure Synapse"       // Data Explorer in it
	monitor       = "Azure Monitor"       // the proxies ade.* and adx.*
	resourceGraph = "Azure Resource Graph"
	playFab       = "PlayFab"
	security      = "Microsoft Defender" // and the security platform
	otherService  = "Kusto"              // other hosts on the list
)

// Service returns the name of the product behind the host, such as "Azure Data
// Explorer", by the built-in list; empty for a host that is not on it.
func (e *Endpoint) Service() string {
	if known := builtin.match(e.Host()); known != nil {
		return known.service
	}
	return ""
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
func (e *Endpoint) clusterLabels(services ...string) string {
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
