package redact_test

import (
	"fmt"
	"os"
	"strings"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/schema"
)

func ExampleOf() {
	tree, _ := grammar.Parse("https://c.kusto.windows.net;AppKey=invented;Fed=true")
	view := redact.Of(bind.Bind(tree))
	fmt.Println(view.Text())
	fmt.Println(view.PropertyValue(schema.DataSource), view.PropertyValue(schema.ApplicationKey))
	// Output:
	// https://c.kusto.windows.net;AppKey=****;Fed=true
	// https://c.kusto.windows.net ****
}

func ExampleString() {
	fmt.Println(redact.String(`https://c.kusto.windows.net;AppKey="in;vented";Fed=true`))
	// Output: https://c.kusto.windows.net;AppKey="****";Fed=true
}

func ExampleCopy() {
	log := strings.NewReader(`{"level":"error","msg":"no answer from \"https://help.kusto.windows.net;AppKey=hunter2;Fed=true\""}` + "\n")
	if err := redact.Copy(os.Stdout, log); err != nil {
		fmt.Println(err)
	}
	// Output: {"level":"error","msg":"no answer from \"https://help.kusto.windows.net;AppKey=****;Fed=true\""}
}

func ExampleText() {
	fmt.Println(redact.Text("to https://help.kusto.windows.net;AppKey=hunter2;Fed=true", nil))
	// Output: to https://help.kusto.windows.net;AppKey=****;Fed=true 1
}
