package convert

import (
	"encoding/json"
	"fmt"
	"strings"

	"kustoconn/schema"
)

const kafkaDatabase = "kusto.tables.topics.mapping"

// kafka is the Kafka Connect sink (kafka-sink-azure-kusto, KustoSinkConfig). It
// has a database for each topic only, so that the topic and the table are left
// to be filled in.
var kafka = &tool{
	name: "kafka-connect", title: "the Kafka Connect sink",
	always: []setting{
		ingests("kusto.ingestion.url"),
		of("kusto.query.url", schema.DataSource),
		optional(kafkaDatabase, schema.InitialCatalog),
	},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			fixed("aad.auth.strategy", "APPLICATION"),
			of("aad.auth.authority", schema.AuthorityID),
			of("aad.auth.appid", schema.ApplicationClientID),
			of("aad.auth.appkey", schema.ApplicationKey),
		},
		schema.UserTokenAuth: {
			fixed("aad.auth.strategy", "AZ_DEV_TOKEN"),
			of("aad.auth.accesstoken", schema.UserToken),
		},
		schema.UserManagedIdentity: {
			fixed("aad.auth.strategy", "MANAGED_IDENTITY"),
			of("aad.auth.appid", schema.ManagedServiceIdentity),
		},
	},
	literal: func(text string) (string, string) {
		if strings.Contains(text, "${") {
			return "", "Kafka Connect would look \"${\" up"
		}
		return propertiesEscaped(text), ""
	},
	env: "${env:%s}",
	layout: func(entries []entry) string {
		out := "connector.class=com.microsoft.azure.kusto.kafka.connect.sink.KustoSinkConnector\n"
		for _, e := range entries {
			if e.key == kafkaDatabase {
				database, _ := json.Marshal(propertiesUnescaped(e.value))
				e.value = propertiesEscaped(fmt.Sprintf(`[{"topic": "<topic>", "db": %s, "table": "<table>"}]`, database))
			}
			out += e.key + "=" + e.value + "\n"
		}
		return out
	},
	parse: func(text string) (entries []entry, err error) {
		for line := range strings.Lines(text) {
			key, value, found := strings.Cut(strings.TrimLeft(strings.TrimRight(line, "\r\n"), " \t"), "=")
			if !found || strings.HasPrefix(key, "#") || strings.HasPrefix(key, "!") {
				continue
			}
			value = lookUps(propertiesUnescaped(strings.TrimLeft(value, " \t")), "${env:", "}")
			if key = strings.TrimSpace(key); key == kafkaDatabase {
				if value, err = onlyDatabase(value); err != nil {
					return nil, err
				}
			}
			entries = append(entries, entry{key, value})
		}
		return entries, nil
	},
	instead: "app-key or user-managed-identity",
}

// onlyDatabase returns the database of a mapping of topics, where that is one.
func onlyDatabase(mapping string) (string, error) {
	var topics []struct{ DB string }
	if err := json.Unmarshal([]byte(mapping), &topics); err != nil || len(topics) == 0 {
		return "", errFormat
	}
	for _, topic := range topics {
		if topic.DB != topics[0].DB {
			return "", errDatabases
		}
	}
	return topics[0].DB, nil
}
