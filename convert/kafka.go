package convert

import (
	"encoding/json"
	"fmt"
	"strings"

	"kustoconn/internal/data/tools"
)

// kafka writes the properties of a Kafka Connect sink. That has a database for
// each topic only, so that the topic and the table are left to be filled in.
var kafka = &format{
	Tool: tools.Get("kafka-connect"),
	literal: func(text string) (string, string) {
		if strings.Contains(text, "${") {
			return "", "Kafka Connect would look \"${\" up"
		}
		return propertiesEscaped(text), ""
	},
	env: "${env:%s}",
	layout: func(tool *tools.Tool, lines []line) string {
		out := tool.Signs[0].Beside + "=com.microsoft.azure.kusto.kafka.connect.sink.KustoSinkConnector\n"
		for _, l := range lines {
			if l.Partial {
				l.value = topicsMapping(l.value)
			}
			out += l.Key + "=" + l.value + "\n"
		}
		return out
	},
	parse:   parseKafka,
	instead: "app-key or user-managed-identity",
}

func parseKafka(tool *tools.Tool, text string) (entries []entry, err error) {
	for line := range strings.Lines(text) {
		key, value, found := strings.Cut(strings.TrimLeft(strings.TrimRight(line, "\r\n"), " \t"), "=")
		if !found || strings.HasPrefix(key, "#") || strings.HasPrefix(key, "!") {
			continue
		}
		key = strings.TrimSpace(key)
		value = lookUps(propertiesUnescaped(strings.TrimLeft(value, " \t")), "${env:", "}")
		for _, s := range tool.Settings {
			if s.Partial && s.Key == key {
				if value, err = onlyDatabase(value); err != nil {
					return nil, err
				}
			}
		}
		entries = append(entries, entry{key, value})
	}
	return entries, nil
}

// topicsMapping returns a mapping of topics with the database, which is
// escaped, as the mapping then is.
func topicsMapping(escaped string) string {
	database, _ := json.Marshal(propertiesUnescaped(escaped))
	return propertiesEscaped(fmt.Sprintf(`[{"topic": "<topic>", "db": %s, "table": "<table>"}]`, database))
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
