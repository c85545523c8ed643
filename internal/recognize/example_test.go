package recognize_test

import (
	"fmt"

	"kustoconn/internal/recognize"
)

func ExampleFind() {
	text := `Connected with "https://help.kusto.windows.net/Samples;Fed=true", not with "Server=tcp:db;Encrypt=true".`
	for _, f := range recognize.Find(text, recognize.Context{}) {
		fmt.Println(f.Kind, f.Span, f.Span.Slice(text))
	}
	// Output: connection-string 16-63 https://help.kusto.windows.net/Samples;Fed=true
}
