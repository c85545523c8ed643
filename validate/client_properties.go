package validate

import (
	"strings"

	"kustoconn/schema"
)

// ofStatus returns the properties of a status.
func ofStatus(status schema.Status) (set schema.Set) {
	for _, property := range schema.Properties() {
		if property.Status == status {
			set = set.With(property.ID)
		}
	}
	return set
}

// clientTitles lists the clients that accept the property.
func clientTitles(id schema.ID) string { return titles(schema.Get(id).Clients) }

// titles lists clients by the names that people read.
func titles(clients schema.ClientSet) string {
	var titles []string
	for client := range clients.All() {
		titles = append(titles, client.Title())
	}
	if n := len(titles); n > 1 {
		return strings.Join(titles[:n-1], ", ") + " and " + titles[n-1]
	}
	return strings.Join(titles, "")
}
