// Package region knows the names of Azure's regions, as data.
package region

import "slices"

// names are the names of Azure's regions, of every cloud, as commands and
// hosts write them, in order. A region is added when Azure opens it.
//
// Source: "Azure regions list" (learn.microsoft.com/azure/reliability/regions-list)
// and the pages of the clouds of governments and of China; what az account
// list-locations prints.
var names = []string{
	"australiacentral", "australiacentral2", "australiaeast", "australiasoutheast", "austriaeast",
	"belgiumcentral", "bleufrancecentral", "bleufrancesouth", "brazilsouth", "brazilsoutheast", "brazilus",
	"canadacentral", "canadaeast", "centralindia", "centralus", "centraluseuap", "chilecentral",
	"chinaeast", "chinaeast2", "chinaeast3", "chinanorth", "chinanorth2", "chinanorth3",
	"deloscloudgermanycentral", "deloscloudgermanynorth", "denmarkeast",
	"eastasia", "eastus", "eastus2", "eastus2euap", "eastus3", "eastusstg",
	"francecentral", "francesouth",
	"germanycentral", "germanynorth", "germanynortheast", "germanywestcentral",
	"indiasouthcentral", "indonesiacentral", "israelcentral", "israelnorthwest", "italynorth",
	"japaneast", "japanwest", "jioindiacentral", "jioindiawest",
	"koreacentral", "koreasouth",
	"malaysiasouth", "malaysiawest", "mexicocentral",
	"newzealandnorth", "northcentralus", "northcentralusstg", "northeastus5", "northeurope", "norwayeast", "norwaywest",
	"polandcentral", "qatarcentral", "saudiarabiaeast",
	"southafricanorth", "southafricawest", "southcentralus", "southcentralus2", "southcentralusstg",
	"southeastasia", "southeastus", "southeastus3", "southeastus5", "southindia", "southwestus",
	"spaincentral", "swedencentral", "swedensouth", "switzerlandnorth", "switzerlandwest",
	"taiwannorth", "taiwannorthwest",
	"uaecentral", "uaenorth", "uksouth", "ukwest",
	"usdodcentral", "usdodeast", "usgovarizona", "usgoviowa", "usgovtexas", "usgovvirginia",
	"usnateast", "usnatwest", "usseceast", "ussecwest", "ussecwestcentral",
	"westcentralus", "westeurope", "westindia", "westus", "westus2", "westus3",
}

// Names returns the names of Azure's regions, in order. The slice is the
// caller's own.
func Names() []string { return slices.Clone(names) }

// Is reports whether name is an Azure region's, written as hosts do
// ("westeurope"), in lower case. It costs a binary search.
func Is(name string) bool {
	_, ok := slices.BinarySearch(names, name)
	return ok
}
