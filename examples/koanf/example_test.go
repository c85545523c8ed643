// Package koanf shows a field of a configuration read by knadh/koanf.
package koanf_test

import (
	"fmt"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/rawbytes"
	"github.com/knadh/koanf/v2"

	"kustoconn"
)

type config struct {
	Kusto kustoconn.ConnectionString `koanf:"kusto"`
}

func Example() {
	const file = "kusto: https://help.kusto.windows.net/Samples;Fed=yes;AppKey=invented\n"
	k := koanf.New(".")
	if err := k.Load(rawbytes.Provider([]byte(file)), yaml.Parser()); err != nil {
		fmt.Println(err)
		return
	}
	var c config
	if err := k.Unmarshal("", &c); err != nil { // koanf reads text through UnmarshalText
		fmt.Println(err)
		return
	}
	fmt.Println(c.Kusto.Err())
	fmt.Printf("%+v\n", &c)
	// Output:
	// KCS201 at byte 43-46: AAD Federated Security is neither true nor false; write true
	// KCS301 at byte 62-62: app-key authentication lacks Authority Id and Application Client Id; add what is missing, or remove the credentials
	// &{Kusto:https://help.kusto.windows.net/Samples;Fed=yes;AppKey=****}
}
