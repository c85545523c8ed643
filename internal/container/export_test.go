package container

// RowNames returns the names of the rows of the table.
func RowNames() (names []string) {
	for _, row := range rows {
		names = append(names, row.Name)
	}
	return names
}
