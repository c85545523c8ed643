package placeholder_test

import (
	"fmt"

	"kustoconn/placeholder"
)

func ExampleFind() {
	const text = "https://<cluster>.<region>.kusto.windows.net"
	for _, span := range placeholder.Find(text) {
		fmt.Println(span, span.Slice(text))
	}
	// Output:
	// 8-17 <cluster>
	// 18-26 <region>
}

func ExampleIn() {
	fmt.Println(placeholder.In("key-of-{tenant}"), placeholder.In("My%20Db"))
	// Output: true false
}

// A secret that is nothing but placeholders need not be hidden.
func ExampleWhole() {
	fmt.Println(placeholder.Whole("${APP_KEY}"), placeholder.Whole("{user}:{password}"), placeholder.Whole("abc{x}"))
	// Output: true true false
}

// A password that somebody chose is none, though it stands between the marks of a
// placeholder.
func ExampleStandsForSecret() {
	for _, value := range []string{"__APP_KEY__", "__p4ssword__", "${APP_KEY}", "${APP_KEY:-p4ssword}"} {
		fmt.Println(value, placeholder.StandsForSecret(value))
	}
	// Output:
	// __APP_KEY__ true
	// __p4ssword__ false
	// ${APP_KEY} true
	// ${APP_KEY:-p4ssword} false
}

// A default may be a connection string of its own.
func ExampleDefaults() {
	const text = "${KUSTO:-https://help.kusto.windows.net;Fed=true}"
	for _, span := range placeholder.Defaults(text) {
		fmt.Println(span.Slice(text))
	}
	// Output: https://help.kusto.windows.net;Fed=true
}

// Own patterns join the table.
func ExampleNew() {
	own, err := placeholder.New(`§\w+§`)
	fmt.Println(own.Whole("§app_key§"), err)
	_, err = placeholder.New(`.+`)
	fmt.Println(err)
	// Output:
	// true <nil>
	// pattern 1 matches everything
}
