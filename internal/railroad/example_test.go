package railroad_test

import (
	"fmt"
	"strings"

	"kustoconn/internal/railroad"
)

func ExampleHTML() {
	fmt.Println(strings.Count(railroad.HTML(), "<svg "), "diagrams")
	// Output: 14 diagrams
}
