package a

import "kustoconn"

func facade(v *kustoconn.Validator) {
	kustoconn.Parse("https://help.kusto.windows.net;Fed=maybe") // want `KCS201`
	kustoconn.Validate("")                                      // want `KCS401`
	v.Parse("https://help.kusto.windows.net;Fed=maybe")         // want `KCS201`
	v.Validate("https://help.kusto.windows.net;Fed=true")
}
