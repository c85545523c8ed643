// Package viper shows a field of a configuration read by spf13/viper.
package viper_test

import (
	"fmt"
	"strings"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/viper"

	"kustoconn"
)

type config struct {
	Kusto kustoconn.ConnectionString
}

func Example() {
	const file = "kusto: https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=invented;Authority Id=contoso.com\n"
	v := viper.New()
	v.SetConfigType("yaml")
	if err := v.ReadConfig(strings.NewReader(file)); err != nil {
		fmt.Println(err)
		return
	}
	var c config
	if err := v.Unmarshal(&c, viper.DecodeHook(mapstructure.TextUnmarshallerHookFunc())); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Kusto.Err())
	fmt.Printf("%+v\n", &c)
	// Output:
	// <nil>
	// &{Kusto:https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=****;Authority Id=contoso.com}
}
