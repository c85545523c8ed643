package endpoint_test

import (
	"slices"
	"testing"

	"kustoconn/endpoint"
)

// The search among the regions needs their order.
func TestRegions(t *testing.T) {
	all := endpoint.Regions()
	if !slices.IsSorted(all) || len(slices.Compact(all)) != len(endpoint.Regions()) {
		t.Error("the regions are out of order, or one is twice among them")
	}
	for _, name := range all {
		if !endpoint.IsRegion(name) {
			t.Errorf("%s is not found", name)
		}
	}
	for _, name := range []string{"", "WestEurope", "west europe", "com", "westeurope2"} {
		if endpoint.IsRegion(name) {
			t.Errorf("%q is a region", name)
		}
	}
}
