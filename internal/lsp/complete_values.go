package lsp

import (
	"strings"

	"kustoconn/schema"
)

// clusterHosts are the ends of the hosts on which clusters stand, by cloud and service.
var clusterHosts = []struct{ suffix, of string }{
	{".kusto.windows.net", "Azure Data Explorer, public cloud"},
	{".kusto.fabric.microsoft.com", "Fabric"},
	{".kusto.azuresynapse.net", "Synapse"},
	{".kusto.usgovcloudapi.net", "Azure Data Explorer, US Government"},
	{".kusto.chinacloudapi.cn", "Azure Data Explorer, China"},
	{".kusto.core.eaglex.ic.gov", "Azure Data Explorer, usnat"},
	{".kusto.core.microsoft.scloud", "Azure Data Explorer, ussec"},
	{".kusto.sovcloud-api.fr", "Azure Data Explorer, Bleu"},
	{".kusto.sovcloud-api.de", "Azure Data Explorer, Delos"},
	{".kusto.sovcloud-api.sg", "Azure Data Explorer, Singapore"},
}

// authorityForms are how a tenant or its login is written.
var authorityForms = []struct{ label, before, fill, of string }{
	{"tenant id", "", "<tenant-id>", "the tenant's GUID"},
	{"tenant domain", "", "<tenant>.onmicrosoft.com", "the tenant's domain"},
	{"login URL", "https://login.microsoftonline.com/", "<tenant-id>", "the login endpoint with the tenant"},
}

// values adds what the property is known to take; of a secret and of free text nothing is.
func (c *completer) values(p *schema.Property) {
	if p == nil {
		return
	}
	value := func(name, detail string, parts ...part) {
		c.add(completionItem{Label: name, Kind: itemValue, Detail: detail}, parts...)
	}
	switch p.Type {
	case schema.TypeBool:
		value("True", p.Name, part{text: "True"})
		value("False", p.Name, part{text: "False"})
	case schema.TypeEnum:
		for _, v := range p.Values {
			value(v.Name, p.Name, part{text: v.Name})
		}
	case schema.TypeURI:
		c.hosts()
	case schema.TypeAuthority:
		for _, form := range authorityForms {
			value(form.label, form.of, part{text: form.before}, part{form.fill, true})
		}
		for i := range c.items {
			c.items[i].FilterText = c.written() // the forms are no beginnings of words
		}
	}
}

// hosts adds the hosts of the clouds, of the cluster that is written so far.
func (c *completer) hosts() {
	written, _ := strings.CutPrefix(c.written(), "https://")
	cluster, _, _ := strings.Cut(written, ".")
	name := part{cluster, false}
	if cluster == "" || strings.Trim(strings.ToLower(cluster), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		cluster = "cluster"
		name = part{"<cluster>", true}
	}
	for _, h := range clusterHosts {
		uri := "https://" + cluster + h.suffix
		c.add(completionItem{Label: uri, Kind: itemValue, Detail: h.of}, part{text: "https://"}, name, part{text: h.suffix})
	}
}
