package main

import (
	"math/rand/v2"
	"strings"

	"kustoconn/endpoint"
)

// suffixes and hosts are of every cloud, and hosts that are nobody's.
var (
	suffixes = strings.Fields(`.dxp.aad.azure.com .dxp-dev.aad.azure.com .kusto.azuresynapse.net .kusto.windows.net
		.kustodev.azuresynapse-dogfood.net .kustodev.windows.net .kustomfa.windows.net .playfabapi.com .playfab.com
		.azureplayfab.com .kusto.data.microsoft.com .kusto.fabric.microsoft.com .api.securityplatform.microsoft.com
		.securitycenter.windows.com .arg-int.core.windows.net .arg-df.core.windows.net .arg.core.windows.net
		.kusto.usgovcloudapi.net .kustomfa.usgovcloudapi.net .arg.core.usgovcloudapi.net .kusto.azuresynapse.azure.cn
		.kusto.chinacloudapi.cn .kustomfa.chinacloudapi.cn .playfab.cn .arg.core.chinacloudapi.cn
		.kusto.core.eaglex.ic.gov .kustomfa.core.eaglex.ic.gov .arg.core.eaglex.ic.gov .kusto.core.microsoft.scloud
		.kustomfa.core.microsoft.scloud .arg.core.microsoft.scloud .kusto.sovcloud-api.fr .kustomfa.sovcloud-api.de
		.kusto.sovcloud-api.sg .example.com .windows.net .kusto.example.net`)
	hosts = strings.Fields(`ade.applicationinsights.io ade.loganalytics.io adx.aimon.applicationinsights.azure.com
		adx.applicationinsights.azure.com adx.int.applicationinsights.azure.com adx.int.loganalytics.azure.com
		adx.int.monitor.azure.com adx.loganalytics.azure.com adx.monitor.azure.com kusto.aria.microsoft.com
		eu.kusto.aria.microsoft.com api.securityplatform.microsoft.com adx.applicationinsights.azure.us
		adx.loganalytics.azure.cn adx.monitor.azure.eaglex.ic.gov adx.applicationinsights.azure.microsoft.scloud
		adx.loganalytics.azure.fr adx.monitor.azure.de adx.monitor.azure.sg`)
	// machines are loopback, its look-alikes, and addresses.
	machines = strings.Fields(`localhost LOCALHOST Localhost localhosts x.localhost localhost.localdomain 127.0.0.1
		127.0.0.2 127.1.2.3 127.255.255.255 127.1 127.0.1 127.0.0.01 127.0.0.256 127.0.0.1.1 127.000.000.001 127.00.0.1
		0177.0.0.1 0x7f.0.0.1 0x7F000001 2130706433 017700000001 127.0x0.0.1 127.0.0.0x1 0.0.0.0 0 1 10.0.0.1 128.0.0.1
		169.254.169.254 255.255.255.255 256.256.256.256 4294967295 4294967296 1.2.3 0x 0x.0x.0 08.0.0.1 127.0.0.9a
		127-0-0-1 127.0.0.1a [::1] [0:0:0:0:0:0:0:1] [0::1] [::0:1] [::0001] [::] [::2] [::ffff:127.0.0.1]
		[::ffff:7f00:1] [::127.0.0.1] [fe80::1] [2001:db8::1] [2001:DB8::A] [1:2:3:4:5:6:7:8]`)
	labels = strings.Fields(`c help my-cluster MyCluster ingest-c 1 c1 1c a--b xn--tst-qla c.westeurope
		c.privatelink.westus a.b.c.d evil.kusto.windows.net kusto windows _c c_d é cluster-ü кластер`)
	paths  = []string{"", "", "", "/", "/Db", "/v1/rest", "/.kusto.windows.net", "/Db/.kusto.usgovcloudapi.net", "/a.kusto.windows.net/"}
	ports  = []string{"", "", "", "", ":443", ":80", ":8080", ":", ":65535", ":0"}
	logins = strings.Fields(`https://login.microsoftonline.com https://login.microsoftonline.com
		https://login.microsoftonline.com https://login.microsoftonline.us https://login.partner.microsoftonline.cn
		https://login.microsoftonline.eaglex.ic.gov https://login.microsoftonline.microsoft.scloud
		https://login.sovcloud-identity.fr https://login.sovcloud-identity.de https://login.sovcloud-identity.sg
		https://login.microsoftonline.com/ https://login.microsoftonline.us/ HTTPS://LOGIN.MICROSOFTONLINE.COM
		https://Login.Partner.MicrosoftOnline.cn login.microsoftonline.com http://login.microsoftonline.com
		https://login.microsoftonline.com/common https://login.microsoftonline.com:443 https://login.example.com`)
)

// words are labels in Punycode: words of several languages.
var words = strings.Fields(`xn--tst-bma xn--bcher-kva xn--gre-6ka8i xn--and-6ma2c xn--80akne1aeh xn--80ahe5aa8f
	xn--oxapnm1c xn--mxalp0aag5d xn--7t0as78b xn--pckuas0o xn--vl2b29qb7ktva xn--klu-e3a xn--g-1ia2r xn--strae-oqa
	xn--aleko-sya xn--f1ai0a xn--hxakic4aa xn--ber-data-55a xn--1-9fa xn--1-bga xn--donnes-eva xn--etina-gya30d
	xn--d-uga0v4h xn--r-3fa9c xn--ing-ooa`)

// punycodeProbes makes endpoints with labels in Punycode: words, words with digits that
// are behind them too many, so that they cannot be decoded, and labels that hold
// nothing, or ASCII alone.
func punycodeProbes(seed uint64, count int) (all []probe) {
	r := rand.New(rand.NewPCG(seed, 0))
	for len(all) < count {
		label := pick(r, words)
		switch r.IntN(6) {
		case 0, 1:
			label += pick(r, []string{"9", "99", "0", "4567", "z", "-"})
		case 2:
			label = pick(r, []string{"xn--", "xn--abc-", "xn--99999999", "xn--a", "xn--0"})
		case 3:
			label = strings.ToUpper(label)
		}
		suffix := pick(r, suffixes)
		issued := endpoint.Analyze("https://c" + suffix)
		all = append(all, probe{URI: "https://" + label + suffix, Login: issued.Cloud().Login()})
	}
	return all
}

// probes makes count endpoints with well-formed hosts; the same seed gives the
// same ones.
func probes(seed uint64, count int) (all []probe) {
	r := rand.New(rand.NewPCG(seed, 0))
	seen := map[probe]bool{}
	for len(all) < count {
		p := probe{
			URI:   pick(r, []string{"https://", "https://", "http://", "HTTPS://"}) + host(r) + pick(r, ports) + pick(r, paths),
			Login: pick(r, append(logins, "")),
		}
		e := endpoint.Analyze(p.URI)
		if login := e.Cloud().Login(); login != "" && r.IntN(2) == 0 {
			p.Login = login
		}
		if e.Host() == "" || seen[p] {
			continue
		}
		seen[p] = true
		all = append(all, p)
	}
	return all
}

// host makes a host: one that is issued, one that looks like it, or a machine.
func host(r *rand.Rand) string {
	suffix := pick(r, suffixes)
	switch r.IntN(12) {
	case 0, 1, 2, 3:
		return pick(r, labels) + suffix
	case 4:
		return strings.ToUpper(pick(r, labels) + suffix)
	case 5:
		return suffix[1:]
	case 6:
		return pick(r, labels) + suffix[1:]
	case 7:
		return pick(r, labels) + suffix + pick(r, []string{"x", ".example.com", ".x", "-"})
	case 8:
		return pick(r, hosts)
	case 9:
		return pick(r, labels) + pick(r, []string{".", "", "-"}) + pick(r, hosts)
	}
	return pick(r, machines)
}

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }
