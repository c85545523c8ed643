package redact_test

import (
	"fmt"
	"log"
	"log/slog"
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

func ExampleTextWith() {
	fmt.Println(redact.TextWith("to https://help.kusto.windows.net;AppKey=hunter2;Fed=true", nil))
	// Output: to https://help.kusto.windows.net;AppKey=****;Fed=true 1
}

func ExampleNewWriter() {
	w := redact.NewWriter(os.Stdout)
	defer w.Close()
	log.New(w, "", 0).Print("no answer from https://help.kusto.windows.net;AppKey=hunter2;Fed=true")
	// Output: no answer from https://help.kusto.windows.net;AppKey=****;Fed=true
}

func ExampleNewHandler() {
	options := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}
	logger := slog.New(redact.NewHandler(slog.NewTextHandler(os.Stdout, options)))
	logger.Info("signed in", "appKey", "hunter2", "cluster", "https://help.kusto.windows.net")
	// Output: level=INFO msg="signed in" appKey=**** cluster=https://help.kusto.windows.net
}

func ExampleText() {
	fmt.Println(redact.Text("no answer from https://help.kusto.windows.net;AppKey=hunter2;Fed=true"))
	// Output: no answer from https://help.kusto.windows.net;AppKey=****;Fed=true
}

func ExampleField() {
	fmt.Println(redact.Field("appKey", "hunter2"), redact.Field("cluster", "help"))
	// Output: **** help
}
