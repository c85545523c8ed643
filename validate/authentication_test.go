package validate_test

import "testing"

func TestAuthentication(t *testing.T) {
	const c = "https://c.kusto.windows.net;" // 28 bytes
	runRows(t, []row{
		// complete
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=a", nil},
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=<tenant>", nil},
		{c + "Fed=true;UserToken=t", nil},
		{c, nil},
		{c + "MSI Auth=true", nil},
		{c + "User ID=me", nil},

		// 301
		{c + "Fed=true;AppClientId=i", []string{"301 50-50"}},
		{c + "Fed=true;AppClientId=i;AppKey=k", []string{"301 59-59"}},
		{c + `Fed=true;AppClientId=i;AppKey=k;Authority Id=""`, []string{"301 75-75"}},
		{c + "Fed=true;AppClientId=i;Application Certificate PrivateKey=k;Authority Id=a", nil},
		{c + "Fed=true;AppClientId=i;Application Certificate Blob=k;Authority Id=a", []string{"301 96-96"}}, // the thumbprint
		{c + "Fed=true;AppClientId=i;AppCert=00112233445566778899aabbccddeeff00112233;Application Certificate Blob=k;Authority Id=a", []string{"306 51-58"}},
		{c + `Fed=true;AppClientId=i;AppKey="";Authority Id=a`, []string{"301 75-75"}},
		{c + "Fed=true;AppKey=k;Authority Id=a", []string{"301 60-60"}},
		{c + "Fed=true;Application Certificate Issuer=CN=a", []string{"301 72-72"}},
		{c + "Fed={fed};AppClientId=i", []string{"301 51-51"}},
		{c + "dSTS Federated Security=true;AppClientId=i", []string{"303 57-68"}},

		// 302
		{c + "UserToken=t", []string{"302 39-39 => " + c + "UserToken=t;AAD Federated Security=True"}},
		{c + "UserToken=t; ", []string{"302 41-41 => " + c + "UserToken=t; AAD Federated Security=True"}},
		{c + "Fed=;UserToken=t", []string{"302 44-44 => " + c + "Fed=True;UserToken=t"}},
		{c + "Fed=false;UserToken=t", []string{"302 32-37 E => " + c + "Fed=True;UserToken=t"}},
		{c + "Fed='False';UserToken=t", []string{"302 32-39 E => " + c + "Fed='True';UserToken=t"}},
		{c + "Fed=yes;UserToken=t", nil},
		{c + "Fed=$(fed);UserToken=t", nil},
		{c + "AppClientId=i", []string{"301 41-41", "302 41-41 => " + c + "AppClientId=i;AAD Federated Security=True"}},
		{c + "UserToken=t;a='", []string{"302 43-43"}},
		{"@c;UserToken=t", nil},

		// 303
		{c + "Fed=true;UserToken=t;AppClientId=i;AppKey=k", []string{"303 49-60", "303 63-69"}},
		{c + "Fed=true;AppToken=t;Password=p", []string{"303 48-56", "307 48-56"}},
		{c + "UserToken=t;AppToken=u", []string{"303 40-48", "302 50-50 => " + c + "UserToken=t;AppToken=u;AAD Federated Security=True"}},

		// 304
		{"http://c.kusto.windows.net;Fed=true;UserToken=t", []string{"304 0-4 => https://c.kusto.windows.net;Fed=true;UserToken=t"}},
		{"http://<c>.kusto.windows.net;Fed=true;UserToken=t", []string{"304 0-4 => https://<c>.kusto.windows.net;Fed=true;UserToken=t"}},
		{"http://localhost;Fed=true;UserToken=t", nil},
		{"http://127.0.0.1:80;Fed=true;UserToken=t", nil},
		{"http://[::1];Fed=true;UserToken=t", nil},
		{"http://{host};Fed=true;UserToken=t", nil},
		{"{scheme}://c.kusto.windows.net;Fed=true;UserToken=t", nil},
		{"http://c.kusto.windows.net;Fed=true", []string{"308 27-30"}},

		// 305, 306
		{c + "SendX5c=true", []string{"305 28-35"}},
		{c + "SendX5c=true;Application Certificate Blob=b", nil},
		{c + "Fed=true;AppClientId=i;AppCert=c;Authority Id=a;SendX5c=false", []string{"306 51-58"}},
		{c + "Fed=true;AppClientId=i;Application Certificate Subject=s;Application Certificate Issuer=i;Authority Id=a", []string{"306 51-82"}},
		{c + "AppClientId=i;AppCert=c;Authority Id=a", []string{"306 42-49", "302 66-66 => " + c + "AppClientId=i;AppCert=c;Authority Id=a;AAD Federated Security=True"}},

		// 307, 308
		{c + "Fed=true;User ID=u;Password=p", []string{"307 47-55"}},
		{c + "Fed=true;Password=p", []string{"307 37-45", "301 47-47"}},
		{c + "Fed=true;User ID=u", []string{"308 28-31"}},
		{"@c", []string{"308 0-2"}},

		// 309
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=a;Region=r", []string{"309 77-83"}},
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=a;Azure Region=false", []string{"309 77-89"}},
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=a;User=u;MFA=true", []string{"309 77-81", "309 84-87"}},
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=a;MFA=false", nil},
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=a;Region=", nil},
		{c + "Fed=true;AppClientId=i;AppKey=<k>;Authority Id=a;SendX5c=true", []string{"305 77-84"}},
		{c + "Fed=true;AppClientId=i;AppCert=c;Authority Id=a;SendX5c=true", []string{"306 51-58", "309 76-83"}},
		{c + "Fed=true;AppClientId=i;Application Certificate Subject=s;Authority Id=a;SendX5c={x};Region=r", []string{"306 51-82", "309 100-107"}},
		{c + "Fed=true;AppClientId=i;Application Certificate Subject=s;Application Certificate Issuer=i;Authority Id=a;SendX5c=true;Region=r", []string{"306 51-82"}},
		{c + "Fed=true;UserToken=<t>;User ID=u;Region=r", []string{"309 51-58", "309 61-67"}},
		{c + "Fed=true;AppToken=<t>;Enforce MFA=true", []string{"309 50-61"}},
		{c + "UserToken=<t>;User ID=u", []string{"309 42-49", "302 51-51 => " + c + "UserToken=<t>;User ID=u;AAD Federated Security=True"}},
		{c + "Fed=true;User ID=u;MFA=true", []string{"308 28-31"}},
		{c + "Fed=true;Region=r", []string{"308 28-31", "309 37-43"}},
		{c + "Fed=true;AppClientId=i;User=u", []string{"309 51-55", "301 57-57"}},
		{c + "Fed=true;UserToken=<t>;Accept=true;Query Consistency=weakconsistency;Authority Id=a;User Name for Tracing=u", nil},
		{c + "Region=r;User ID=u;MFA=true", nil},
		{"@c;Fed=false", nil},
	}, "KCS3")
}
