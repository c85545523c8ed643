package rule

import "kustoconn/diag"

// Codes of the rules on the Data Source.
const (
	NoDataSource      diag.Code = 401
	BadURI            diag.Code = 402
	UnsupportedScheme diag.Code = 403
	UntrustedEndpoint diag.Code = 404
	PlainHTTP         diag.Code = 405
	CredentialsInURI  diag.Code = 406
	QueryOrFragment   diag.Code = 407
	PathTooDeep       diag.Code = 408
	DatabaseTwice     diag.Code = 409
	IngestEndpoint    diag.Code = 410
	BareClusterName   diag.Code = 411
	Shorthand         diag.Code = 412
	LookalikeHost     diag.Code = 413
	CloudMismatch     diag.Code = 414
)

var endpoint = []Rule{
	{
		Code: NoDataSource, Name: "no-data-source", Severity: diag.Error,
		Since: "0.1.0",
		Doc: `The string names no service endpoint, so a client has nothing to connect to.

Begin the string with the cluster's URI, or give it as the value of ` + "`Data Source`" + `.
A Data Source that is empty or whose URI has no host is ` + "`bad-uri`" + `'s case. Source: the
documentation, "General properties".`,
		Bad:  "Initial Catalog=Samples;Fed=true",
		Good: "Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;Fed=true",
	},
	{
		Code: BadURI, Name: "bad-uri", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "may change which host clients connect to",
		Doc: `The Data Source is no URI with a host, or one that clients read differently.

Backslashes, white space, quotation marks, percent-encoding or full-width characters in
the host, a second ` + "`@`" + `, an empty label or a port that is no number: each makes some URI
library see another host than the one that a reader sees. Such a Data Source has no host
here, and so is not trusted.

Write ` + "`https://`" + `, the host, and the database at most. A prefix is taken literally: it
needs no quotation marks. Source: RFC 3986, section 3, and the documentation, "Trusted
endpoints".`,
		Bad:  `https:\\help.kusto.windows.net\Samples;Fed=true`,
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: UnsupportedScheme, Name: "unsupported-scheme", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "makes clients connect that refused to",
		Doc: `The Data Source's scheme is neither https nor http.

Clients speak to the service over https, and over http to the emulator alone. The
` + "`net.tcp`" + ` of old examples, and of the default of Kusto.Cli on a machine of the service's own
(` + "`net.tcp://localhost/NetDefaultDB`" + `, pages of 2026-08), is for no client library, and ` + "`ftp`" + ` or ` + "`jdbc`" + ` belong
to other products.

Write https. Source: the documentation, "Authentication properties (details)", which is
about HTTP/HTTPS endpoints.`,
		Bad:  "net.tcp://help.kusto.windows.net/Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: UntrustedEndpoint, Name: "untrusted-endpoint", Severity: diag.Error,
		Since: "0.1.0", Score: "6.5", Fix: UnsafeFix,
		Changes: "makes clients connect to another host",
		Doc: `The service does not issue the Data Source's host, and no policy trusts it.

Clients refuse to connect to such a host, so that a string from elsewhere cannot send a
token to a stranger. Where the login endpoint is set, only the hosts of its cloud are
trusted. This machine always is.

Correct the host, or trust it: in code with ` + "`KustoTrustedEndpoints.AddTrustedHosts`" + `, here
with a policy (` + "`--trust`, `--trust-exact`" + `). Source: the documentation, "Trusted
endpoints", and the lists that the clients ship.`,
		Bad:  "https://mycluster/Samples;Fed=true",
		Good: "https://mycluster.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: PlainHTTP, Name: "plain-http", Severity: diag.Warning,
		Since: "0.1.0", Score: "5.0", Fix: UnsafeFix,
		Changes: "makes clients connect over https",
		Doc: `The Data Source is plain http on another machine.

Queries, results and the tokens that go with them travel unencrypted, and can be changed
on the way. The service offers https only; http is for the emulator on this machine,
which this rule leaves alone, as it does a host that the trusted hosts name whole
(` + "`trusted-hosts: [\"http://kustainer:8080\"]`" + `). The emulator does not authenticate: a string for it has no AAD
Federated Security (pages of 2026-08).

Write https. Source: the documentation's examples, all of them https.`,
		Bad:  "http://help.kusto.windows.net/Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: CredentialsInURI, Name: "credentials-in-uri", Severity: diag.Error,
		Since: "0.1.0", Score: "8.0", Fix: UnsafeFix,
		Changes: "takes away what some clients send along",
		Doc: `The Data Source holds a user name or a password before an ` + "`@`" + `.

No client authenticates with them; some send them along, and logs that print the Data
Source print them too. A reader can also take what stands before the ` + "`@`" + ` for the host.

Remove them and give credentials by properties. Source: RFC 3986, section 3.2.1, which
deprecates passwords there.`,
		Bad:  "https://someone:secret@help.kusto.windows.net/Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: QueryOrFragment, Name: "query-or-fragment", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "changes the URI that clients build requests of",
		Doc: `The Data Source has a query (` + "`?…`" + `) or a fragment (` + "`#…`" + `).

A service endpoint has neither. Clients drop it, send it, or build request URIs that fail
with it, and the path before it no longer names the database.

Remove it. A query that names the database (` + "`?DatabaseName=Samples`" + `) can become the path.
Source: the documentation, "Connection string properties": a URI that specifies the
service endpoint.`,
		Bad:  "https://help.kusto.windows.net?DatabaseName=Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: PathTooDeep, Name: "path-too-deep", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: `The Data Source's path has more than one segment, or an empty one.

A path of one segment names the database. What clients make of a deeper one differs: they
take all of it, its first segment or its last for the database, or none. It stays part of
the Data Source here. The Azure Monitor proxies at ` + "`ade.applicationinsights.io` and `ade.loganalytics.io`" + `
name a resource by their path and are exempt.

Leave a path that is only the database. Source: the documentation's first example,
` + "`https://help.kusto.windows.net/Samples`" + `.`,
		Bad:  "https://help.kusto.windows.net/v1/rest/query;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: DatabaseTwice, Name: "database-twice", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Doc: `The Data Source's path names one database, and Initial Catalog another.

The explicit property wins, and the path is ignored; but a client may read it otherwise,
and a reader will wonder which database was meant.

Remove the one that is not meant; the fix removes the path. It is unsafe: by the documentation it
changes nothing, but which of the two the .NET client takes is not documented.
Source: the documentation's first example, in which the path is assigned to Initial
Catalog.`,
		Bad:  "https://help.kusto.windows.net/Samples;Database=Logs;Fed=true",
		Good: "https://help.kusto.windows.net;Database=Logs;Fed=true",
	},
	{
		Code: IngestEndpoint, Name: "ingest-endpoint", Severity: diag.Information, Worse: diag.Warning,
		Since: "0.1.0",
		Doc: `The host is that of the data ingestion service: it begins with ` + "`ingest-`" + `.

Queries to it fail, as it answers the management commands of queued ingestion alone. For
ingestion it is what is wanted, and some clients change one host into the other.

For queries leave ` + "`ingest-`" + ` out. Where it is known what the string is for, the wrong one
of the two hosts is a warning: ` + "`check --for query`, `check --for ingest`" + `, the key of a
tool's setting, and in code the class or function of a client that is given the string, itself
or through a builder in the same expression (` + "`QueuedIngestClient`, `KustoClient`," + `
` + "`CreateQueuedIngestClient`, `IngestClientFactory.createClient`, `azkustoingest.New`" + ` …).
The fix writes the other host: unsafe, as it is another endpoint. Source: the hosts that the clients' ingestion libraries
make of a cluster's.`,
		Bad:  "https://ingest-help.kusto.windows.net;Fed=true",
		Good: "https://help.kusto.windows.net;Fed=true",
	},
	{
		Code: BareClusterName, Name: "bare-cluster-name", Severity: diag.Information,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "makes clients connect that complete no name",
		Doc: `The Data Source is a name without a scheme.

Tools complete it: ` + "`https://`" + ` goes before it, and ` + "`.kusto.windows.net`" + ` after a name without a
dot (` + "`mycluster`" + `), or with one and an Azure region behind it (` + "`mycluster.westeurope`" + `); a name
with another dot is a host as it stands. The client libraries complete nothing, and
connect to nothing or refuse it.

Write the whole URI. Source: the documentation, "General properties": the URI specifying
the service endpoint.`,
		Bad:  "help/Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: Shorthand, Name: "shorthand", Severity: diag.Information,
		Since: "0.1.0", Fix: UnsafeFix,
		Doc: `The string starts with the shorthand ` + "`@cluster/database`" + `.

Several Kusto tools read it as the cluster's URI, the database and AAD Federated Security
true. The client libraries do not know it. In the cloud of China the tools stand it for a
cluster of kusto.chinacloudapi.cn (pages of 2026-08): there the fix names another cluster.

Write it out, as the fix does, where the string is for anything but those tools. The fix is
unsafe: what the .NET client makes of a shorthand is not documented. Source:
the documentation, introduction.`,
		Bad:  "@help/Samples",
		Good: "https://help.kusto.windows.net/Samples;AAD Federated Security=true",
	},
	{
		Code: LookalikeHost, Name: "lookalike-host", Severity: diag.Error,
		Since: "0.1.0", Score: "8.0",
		Doc: `The host looks like one of the service and is not.

It holds a domain of the service before its own (` + "`kusto.windows.net.example.com`" + `), ends like
one without the dot before it (` + "`evilkusto.windows.net`" + `), spells one with similar characters
(` + "`kust0.windows.net`" + `), or mixes the letters of several scripts in a label. Whoever owns such a
host can collect the tokens that are sent to it.

Correct the host. Where it really is yours, add it to the trusted hosts. Source: the
documentation, "Trusted endpoints", and Unicode Technical Standard 39.`,
		Bad:  "https://help.kusto.windows.net.example.com/Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: CloudMismatch, Name: "cloud-mismatch", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: `Authority Id is a login URL of one Azure cloud, and the cluster is in another.

Clouds share no sign-in: a token of the one is worth nothing in the other, so
authentication fails after it seemed to work.

Take the login endpoint of the cluster's cloud, or give the tenant alone. Source: the
lists of trusted endpoints that the clients ship, which go by login endpoint.`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;Authority Id=https://login.microsoftonline.us/contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;Authority Id=https://login.microsoftonline.com/contoso.com",
	},
}
