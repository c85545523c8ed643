package config_test

import (
	"fmt"

	"kustoconn/lint/config"
)

func ExampleParse() {
	c, err := config.Parse(".kustoconn.yaml", []byte("ignore: [KCS308]\nfail-on: warning\n"))
	if err != nil {
		panic(err)
	}
	fmt.Println(c.Ignore, c.FailOn)

	_, err = config.Parse(".kustoconn.yaml", []byte("ignroe: [KCS308]\n"))
	fmt.Println(err)
	// Output:
	// [KCS308] warning
	// .kustoconn.yaml:1:1: unknown key; did you mean "ignore"?
}
