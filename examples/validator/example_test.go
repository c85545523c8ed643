// Package validator shows a tag for go-playground/validator.
package validator_test

import (
	"fmt"

	"github.com/go-playground/validator/v10"

	"kustoconn"
)

// Config has a connection string as text, as most configuration has.
type Config struct {
	Kusto string `validate:"required,kusto"`
}

func Example() {
	judge, err := kustoconn.NewValidator()
	if err != nil {
		fmt.Println(err)
		return
	}
	v := validator.New(validator.WithRequiredStructEnabled())
	err = v.RegisterValidation("kusto", func(field validator.FieldLevel) bool {
		c, _ := judge.Parse(field.Field().String())
		return c.Err() == nil
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Struct(Config{Kusto: "https://help.kusto.windows.net/Samples;Fed=true"}))
	// The error names the field and the tag, and no value.
	fmt.Println(v.Struct(Config{Kusto: "https://help.kusto.windows.net;Fed=yes;AppKey=invented"}))
	// Output:
	// <nil>
	// Key: 'Config.Kusto' Error:Field validation for 'Kusto' failed on the 'kusto' tag
}
