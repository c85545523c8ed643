package filter_test

import (
	"fmt"
	"os"
	"strings"

	"kustoconn/lint/filter"
)

func ExampleRedact() {
	log := strings.NewReader(`{"level":"error","msg":"no answer from \"https://help.kusto.windows.net;AppKey=hunter2;Fed=true\""}` + "\n")
	if err := filter.Redact(os.Stdout, log); err != nil {
		fmt.Println(err)
	}
	// Output: {"level":"error","msg":"no answer from \"https://help.kusto.windows.net;AppKey=****;Fed=true\""}
}
