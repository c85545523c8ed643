package region_test

import (
	"slices"
	"testing"

	"kustoconn/internal/region"
)

// The search among the regions needs their order.
func TestRegions(t *testing.T) {
	all := region.Names()
	if !slices.IsSorted(all) || len(slices.Compact(all)) != len(region.Names()) {
		t.Error("the regions are out of order, or one is twice among them")
	}
	for _, name := range all {
		if !region.Is(name) {
			t.Errorf("%s is not found", name)
		}
	}
	for _, name := range []string{"", "WestEurope", "west europe", "com", "westeurope2"} {
		if region.Is(name) {
			t.Errorf("%q is a region", name)
		}
	}
}
