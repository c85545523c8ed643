package rlang

// spellings is property_list of normalize_connstring_properties, turned
// around: every spelling the client reads, lower-cased, and its property.
var spellings = map[string]string{
	"traceclientversion": "traceclientversion",
	"server":             "server", "addr": "server", "address": "server", "network address": "server",
	"datasource": "server", "host": "server", "cluster": "server",
	"database": "database", "initialcatalog": "database", "dbname": "database",
	"tenantid": "tenantid", "authority": "tenantid",
	"queryconsistency":                 "queryconsistency",
	"response_dynamic_serialization":   "response_dynamic_serialization",
	"response_dynamic_serialization_2": "response_dynamic_serialization_2",

	"fed": "fed", "federated security": "fed", "federated": "fed", "aadfed": "fed", "aadfederatedsecurity": "fed",
	"pwd": "pwd", "password": "pwd",
	"user": "user", "uid": "user", "userid": "user",
	"traceusername": "traceusername",
	"usertoken":     "usertoken", "usrtoken": "usertoken",

	"appclientid": "appclientid", "applicationclientid": "appclientid",
	"appkey": "appkey", "applicationkey": "appkey",
	"traceappname": "traceappname",
	"apptoken":     "apptoken", "applicationtoken": "apptoken",
}
