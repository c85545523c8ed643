package endpoint

import (
	"strings"

	"kustoconn/internal/table"
)

// hostRule is a host of the service, or a suffix, which begins with a dot.
type hostRule struct {
	pattern string
	cloud   Cloud
	service string // the product
	name    string // what Verdict.Rule says
}

// builtinRules is the list of trusted endpoints that the clients ship.
var builtinRules = []hostRule{
	{pattern: ".dxp.aad.azure.com", cloud: Public, service: otherService},
	{pattern: ".dxp-dev.aad.azure.com", cloud: Public, service: otherService},
	{pattern: ".kusto.azuresynapse.net", cloud: Public, service: synapse},
	{pattern: ".kusto.windows.net", cloud: Public, service: dataExplorer},
	{pattern: ".kustodev.azuresynapse-dogfood.net", cloud: Public, service: synapse},
	{pattern: ".kustodev.windows.net", cloud: Public, service: dataExplorer},
	{pattern: ".kustomfa.windows.net", cloud: Public, service: dataExplorer},
	{pattern: ".playfabapi.com", cloud: Public, service: playFab},
	{pattern: ".playfab.com", cloud: Public, service: playFab},
	{pattern: ".azureplayfab.com", cloud: Public, service: playFab},
	{pattern: ".kusto.data.microsoft.com", cloud: Public, service: fabric},
	{pattern: ".kusto.fabric.microsoft.com", cloud: Public, service: fabric},
	{pattern: ".api.securityplatform.microsoft.com", cloud: Public, service: security},
	{pattern: ".securitycenter.windows.com", cloud: Public, service: security},
	{pattern: ".arg-int.core.windows.net", cloud: Public, service: resourceGraph},
	{pattern: ".arg-df.core.windows.net", cloud: Public, service: resourceGraph},
	{pattern: ".arg.core.windows.net", cloud: Public, service: resourceGraph},
	{pattern: "ade.applicationinsights.io", cloud: Public, service: monitor},
	{pattern: "ade.loganalytics.io", cloud: Public, service: monitor},
	{pattern: "adx.aimon.applicationinsights.azure.com", cloud: Public, service: monitor},
	{pattern: "adx.applicationinsights.azure.com", cloud: Public, service: monitor},
	{pattern: "adx.int.applicationinsights.azure.com", cloud: Public, service: monitor},
	{pattern: "adx.int.loganalytics.azure.com", cloud: Public, service: monitor},
	{pattern: "adx.int.monitor.azure.com", cloud: Public, service: monitor},
	{pattern: "adx.loganalytics.azure.com", cloud: Public, service: monitor},
	{pattern: "adx.monitor.azure.com", cloud: Public, service: monitor},
	{pattern: "kusto.aria.microsoft.com", cloud: Public, service: otherService},
	{pattern: "eu.kusto.aria.microsoft.com", cloud: Public, service: otherService},
	{pattern: "api.securityplatform.microsoft.com", cloud: Public, service: security},

	{pattern: ".kusto.usgovcloudapi.net", cloud: USGov, service: dataExplorer},
	{pattern: ".kustomfa.usgovcloudapi.net", cloud: USGov, service: dataExplorer},
	{pattern: ".arg.core.usgovcloudapi.net", cloud: USGov, service: resourceGraph},
	{pattern: "adx.applicationinsights.azure.us", cloud: USGov, service: monitor},
	{pattern: "adx.loganalytics.azure.us", cloud: USGov, service: monitor},
	{pattern: "adx.monitor.azure.us", cloud: USGov, service: monitor},

	{pattern: ".kusto.azuresynapse.azure.cn", cloud: China, service: synapse},
	{pattern: ".kusto.chinacloudapi.cn", cloud: China, service: dataExplorer},
	{pattern: ".kustomfa.chinacloudapi.cn", cloud: China, service: dataExplorer},
	{pattern: ".playfab.cn", cloud: China, service: playFab},
	{pattern: ".arg.core.chinacloudapi.cn", cloud: China, service: resourceGraph},
	{pattern: "adx.applicationinsights.azure.cn", cloud: China, service: monitor},
	{pattern: "adx.loganalytics.azure.cn", cloud: China, service: monitor},
	{pattern: "adx.monitor.azure.cn", cloud: China, service: monitor},

	{pattern: ".kusto.core.eaglex.ic.gov", cloud: USNat, service: dataExplorer},
	{pattern: ".kustomfa.core.eaglex.ic.gov", cloud: USNat, service: dataExplorer},
	{pattern: ".arg.core.eaglex.ic.gov", cloud: USNat, service: resourceGraph},
	{pattern: "adx.applicationinsights.azure.eaglex.ic.gov", cloud: USNat, service: monitor},
	{pattern: "adx.loganalytics.azure.eaglex.ic.gov", cloud: USNat, service: monitor},
	{pattern: "adx.monitor.azure.eaglex.ic.gov", cloud: USNat, service: monitor},

	{pattern: ".kusto.core.microsoft.scloud", cloud: USSec, service: dataExplorer},
	{pattern: ".kustomfa.core.microsoft.scloud", cloud: USSec, service: dataExplorer},
	{pattern: ".arg.core.microsoft.scloud", cloud: USSec, service: resourceGraph},
	{pattern: "adx.applicationinsights.azure.microsoft.scloud", cloud: USSec, service: monitor},
	{pattern: "adx.loganalytics.azure.microsoft.scloud", cloud: USSec, service: monitor},
	{pattern: "adx.monitor.azure.microsoft.scloud", cloud: USSec, service: monitor},

	{pattern: ".kusto.sovcloud-api.fr", cloud: Bleu, service: dataExplorer},
	{pattern: ".kustomfa.sovcloud-api.fr", cloud: Bleu, service: dataExplorer},
	{pattern: "adx.applicationinsights.azure.fr", cloud: Bleu, service: monitor},
	{pattern: "adx.loganalytics.azure.fr", cloud: Bleu, service: monitor},
	{pattern: "adx.monitor.azure.fr", cloud: Bleu, service: monitor},

	{pattern: ".kusto.sovcloud-api.de", cloud: Delos, service: dataExplorer},
	{pattern: ".kustomfa.sovcloud-api.de", cloud: Delos, service: dataExplorer},
	{pattern: "adx.applicationinsights.azure.de", cloud: Delos, service: monitor},
	{pattern: "adx.loganalytics.azure.de", cloud: Delos, service: monitor},
	{pattern: "adx.monitor.azure.de", cloud: Delos, service: monitor},

	{pattern: ".kusto.sovcloud-api.sg", cloud: SG, service: dataExplorer},
	{pattern: ".kustomfa.sovcloud-api.sg", cloud: SG, service: dataExplorer},
	{pattern: "adx.applicationinsights.azure.sg", cloud: SG, service: monitor},
	{pattern: "adx.loganalytics.azure.sg", cloud: SG, service: monitor},
	{pattern: "adx.monitor.azure.sg", cloud: SG, service: monitor},
}

var builtin = newHostSet(builtinRules)

// IssuingCloud returns the cloud for which the built-in list has host, in lower case;
// empty where it has none. Loopback is on no list. It is linear in host.
func IssuingCloud(host string) Cloud {
	if known := builtin.match(host); known != nil {
		return known.cloud
	}
	return ""
}

// isSuffix reports whether r is a suffix rule.
func (r *hostRule) isSuffix() bool { return strings.HasPrefix(r.pattern, ".") }

// hostSet finds the rule of a host. Suffixes are told from hosts by their dot.
// A nil hostSet matches nothing; a hostSet is not changed once it is made.
type hostSet struct {
	rules     []hostRule
	byPattern table.Table[*hostRule]
	// dots in the suffix that has fewest, and in the one that has most
	leastDots, mostDots int
}

// newHostSet returns the set of rules, which it names.
func newHostSet(rules []hostRule) *hostSet {
	set := &hostSet{rules: rules}
	for i := range rules {
		r := &rules[i]
		r.name = "host " + r.pattern
		if r.isSuffix() {
			r.name = "suffix " + r.pattern
			dots := strings.Count(r.pattern, ".")
			if set.mostDots = max(set.mostDots, dots); set.leastDots == 0 || dots < set.leastDots {
				set.leastDots = dots
			}
		}
		set.byPattern.Set(r.pattern, r)
	}
	return set
}

// all returns the rules of the set.
func (set *hostSet) all() []hostRule {
	if set == nil {
		return nil
	}
	return set.rules
}

// match returns the rule that host, in lower case, falls under, or nil. It
// looks up as many of the last labels as suffixes have, and then the host.
func (set *hostSet) match(host string) *hostRule {
	if set == nil || host == "" {
		return nil
	}
	dot := len(host)
	for dots := 1; dots <= set.mostDots; dots++ {
		dot = strings.LastIndexByte(host[:dot], '.')
		if dot <= 0 {
			break
		}
		if dots < set.leastDots {
			continue
		}
		if r := set.byPattern.Get(host[dot:]); r != nil {
			return *r
		}
	}
	if r := set.byPattern.Get(host); r != nil {
		return *r
	}
	return nil
}

// BuiltinHosts returns the patterns of the built-in list of trusted endpoints, the
// clients': hosts, and suffixes of hosts, which begin with a dot. The slice is the
// caller's own.
func BuiltinHosts() []string {
	patterns := make([]string, len(builtinRules))
	for i := range builtinRules {
		patterns[i] = builtinRules[i].pattern
	}
	return patterns
}
