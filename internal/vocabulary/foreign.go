package vocabulary

import (
	"sync"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// Foreign is a keyword of another product's connection strings that Kusto's
// do not have.
type Foreign struct {
	Keyword string // as the product spells it
	Product string
	Instead schema.ID // the property of ours that does the same, or None
	Help    string    // what to do; lower case, no full stop
}

// LookupForeign returns what other product keyword, compared as Lookup
// compares, belongs to. A keyword of ours is never foreign, though other
// products have it too. It does not allocate.
func LookupForeign(keyword string) (Foreign, bool) {
	v, ok := foreignNames().Find(keyword)
	if !ok {
		return Foreign{}, false
	}
	return foreign()[v], true
}

// Foreigns returns every foreign keyword, by product. The slice is the
// caller's own.
func Foreigns() []Foreign { return append([]Foreign(nil), foreign()...) }

const (
	sqlServer        = "SQL Server"
	oleDB            = "OLE DB"
	odbc             = "ODBC"
	analysisServices = "Analysis Services"
	storage          = "Azure Storage"
	eventHubs        = "Event Hubs and Service Bus"
	iotHub           = "IoT Hub"
	cosmos           = "Cosmos DB"
	redis            = "Redis"
	appInsights      = "Application Insights"
	appAuth          = "Azure Services App Authentication"
	dataverse        = "Dataverse"
	signalR          = "SignalR and Communication Services"
	openSource       = "MySQL and PostgreSQL"
)

const (
	removeIt  = "remove it: it has no meaning for Kusto"
	tlsHelp   = "remove it: an https endpoint is always encrypted and verified"
	poolHelp  = "remove it: Kusto connections are not pooled by connection string"
	timeHelp  = "remove it: set timeouts on the request or the client in code"
	otherHelp = "this is another service's connection string; name the cluster with Data Source"
	signHelp  = "use AAD Federated Security"
)

// foreignKeywords lists the keywords by product, property to use instead and
// help. A keyword of several products stands with the likeliest.
var foreignKeywords = []struct {
	product  string
	instead  schema.ID
	help     string
	keywords []string
}{
	{sqlServer, schema.None, tlsHelp, []string{
		"Encrypt", "TrustServerCertificate", "HostNameInCertificate", "ServerCertificate",
	}},
	{sqlServer, schema.FederatedSecurity, signHelp, []string{
		"Integrated Security", "Trusted_Connection", "TrustedConnection", "Authentication",
	}},
	{sqlServer, schema.None, timeHelp, []string{
		"Connect Timeout", "Connection Timeout", "Timeout", "Command Timeout", "Login Timeout",
		"ConnectRetryCount", "ConnectRetryInterval",
	}},
	{sqlServer, schema.None, poolHelp, []string{
		"Pooling", "Max Pool Size", "Min Pool Size", "Pool Blocking Period", "Load Balance Timeout",
		"Connection Lifetime", "Connection Reset", "Enlist",
	}},
	{sqlServer, schema.None, removeIt, []string{
		"MultipleActiveResultSets", "MARS_Connection", "Packet Size",
		"Persist Security Info", "MultiSubnetFailover", "ApplicationIntent", "Failover Partner",
		"Failover Partner SPN", "Server SPN", "AttachDbFilename", "Initial File Name",
		"Extended Properties", "Context Connection", "Asynchronous Processing", "Replication",
		"Type System Version", "User Instance", "Transaction Binding", "Workstation ID", "WSID",
		"Current Language", "Language", "Net", "Network", "Network Library", "IP Address Preference",
		"Transparent Network IP Resolution", "Column Encryption Setting", "Enclave Attestation Url",
		"Attestation Protocol",
	}},
	{oleDB, schema.None, removeIt, []string{
		"Provider", "OLE DB Services", "File Name", "Persist Encrypted", "Mask Password",
		"Encrypt Password", "Cache Authentication", "Bind Flags", "Lock Owner", "Window Handle", "Prompt",
	}},
	{odbc, schema.None, removeIt, []string{
		"Driver", "DriverId", "SaveFile", "DBQ", "DefaultDir", "AutoTranslate", "QuotedId", "AnsiNPW",
	}},
	{odbc, schema.DataSource, otherHelp, []string{"DSN", "FileDSN"}},
	{analysisServices, schema.None, removeIt, []string{
		"Cube", "Roles", "EffectiveUserName", "CustomData", "MDX Compatibility", "Safety Options",
		"Locale Identifier", "SspropInitAppName", "Update Isolation Level", "Protection Level",
		"Impersonation Level", "ConnectTo", "MDX Missing Member Mode", "Transport Compression",
		"Protocol Format", "ProgID",
	}},
	{storage, schema.None, otherHelp, []string{
		"DefaultEndpointsProtocol", "AccountName", "AccountKey", "BlobEndpoint", "QueueEndpoint",
		"TableEndpoint", "FileEndpoint", "DfsEndpoint", "BlobSecondaryEndpoint", "QueueSecondaryEndpoint",
		"TableSecondaryEndpoint", "FileSecondaryEndpoint", "EndpointSuffix", "SharedAccessSignature",
		"UseDevelopmentStorage", "DevelopmentStorageProxyUri",
	}},
	{eventHubs, schema.DataSource, otherHelp, []string{"Endpoint"}},
	{eventHubs, schema.None, otherHelp, []string{
		"SharedAccessKey", "SharedAccessKeyName", "EntityPath", "TransportType", "OperationTimeout",
		"RuntimePort", "ManagementPort", "StsEndpoint", "UseDevelopmentEmulator",
	}},
	{iotHub, schema.DataSource, otherHelp, []string{"HostName"}},
	{iotHub, schema.None, otherHelp, []string{"DeviceId", "ModuleId", "GatewayHostName", "SharedAccessPolicyName"}},
	{cosmos, schema.DataSource, otherHelp, []string{"AccountEndpoint"}},
	{cosmos, schema.None, otherHelp, []string{"ApiKind", "DisableServerCertificateValidation"}},
	{redis, schema.None, removeIt, []string{
		"AbortConnect", "AllowAdmin", "ConnectRetry", "ConfigChannel", "KeepAlive", "ResolveDns",
		"Ssl", "SslHost", "SslProtocols", "SyncTimeout", "AsyncTimeout", "TieBreaker",
	}},
	{appInsights, schema.None, otherHelp, []string{
		"InstrumentationKey", "IngestionEndpoint", "LiveEndpoint", "ProfilerEndpoint", "SnapshotEndpoint",
	}},
	{appAuth, schema.None, removeIt, []string{
		"RunAs", "DeveloperTool", "CertificateStoreLocation", "KeyVaultCertificateSecretIdentifier",
	}},
	{dataverse, schema.None, otherHelp, []string{
		"AuthType", "ServiceUri", "RequireNewInstance", "LoginPrompt", "TokenCacheStorePath",
		"SkipDiscovery", "HomeRealmUri",
	}},
	{signalR, schema.None, otherHelp, []string{"AccessKey", "ClientEndpoint", "ServerEndpoint"}},
	{openSource, schema.None, removeIt, []string{
		"Port", "SslMode", "Charset", "CharacterSet", "Search Path", "Old Guids", "Allow Zero Datetime",
		"Convert Zero Datetime", "Allow User Variables", "Maximum Pool Size", "Minimum Pool Size",
		"Root Certificate", "Include Error Detail", "Default Command Timeout",
	}},
}

var foreign = sync.OnceValue(func() (all []Foreign) {
	for _, group := range foreignKeywords {
		for _, keyword := range group.keywords {
			all = append(all, Foreign{keyword, group.product, group.instead, group.help})
		}
	}
	return all
})

var foreignNames = sync.OnceValue(func() *fold.Index {
	var entries []fold.Entry
	for i, f := range foreign() {
		entries = append(entries, fold.Entry{Name: f.Keyword, Value: uint16(i)})
	}
	return fold.NewIndex(entries)
})
