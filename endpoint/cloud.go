package endpoint

// Cloud is an Azure cloud; the empty Cloud stands for none or an unknown one.
type Cloud string

// The clouds.
const (
	Public Cloud = "public"
	USGov  Cloud = "usgov"
	China  Cloud = "china"
	USNat  Cloud = "usnat" // eaglex.ic.gov
	USSec  Cloud = "ussec" // microsoft.scloud
	Bleu   Cloud = "bleu"  // sovcloud, France
	Delos  Cloud = "delos" // sovcloud, Germany
	SG     Cloud = "sg"    // sovcloud, Singapore
)

// loginHosts are the hosts of the clouds' login endpoints.
var loginHosts = map[string]Cloud{
	"login.microsoftonline.com":              Public,
	"login.microsoftonline.us":               USGov,
	"login.partner.microsoftonline.cn":       China,
	"login.microsoftonline.eaglex.ic.gov":    USNat,
	"login.microsoftonline.microsoft.scloud": USSec,
	"login.sovcloud-identity.fr":             Bleu,
	"login.sovcloud-identity.de":             Delos,
	"login.sovcloud-identity.sg":             SG,
}

// Login returns the login endpoint of the cloud, such as
// https://login.microsoftonline.us; empty for what is no cloud.
func (c Cloud) Login() string {
	for host, cloud := range loginHosts {
		if cloud == c {
			return "https://" + host
		}
	}
	return ""
}

// CloudOfLogin returns the cloud of a login endpoint, or false where it is none
// of a known cloud; any text may be given. It costs an Analyze of login. Only the host counts: scheme, port, path and case are ignored, and so is
// the absence of a scheme.
func CloudOfLogin(login string) (Cloud, bool) {
	e := Analyze(login)
	cloud, ok := loginHosts[e.Host()]
	return cloud, ok
}

// Cloud returns the cloud whose service issues the host, by the built-in list;
// empty for any other host, and for loopback.
func (e *Endpoint) Cloud() Cloud { return IssuingCloud(e.Host()) }
