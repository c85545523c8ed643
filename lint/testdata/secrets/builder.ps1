$kcsb = New-Object Kusto.Data.KustoConnectionStringBuilder ($uri)
$kcsb = $kcsb.WithAadApplicationKeyAuthentication($id, '«inventedSecret~1»', $tenant)
$kcsb.ApplicationKey = "«inventedSecret~2»"
$k = [Kusto.Data.KustoConnectionStringBuilder]@{ DataSource = $uri; ApplicationKey = '«inventedSecret~3»' }
$j = New-Object Kusto.Data.KustoConnectionStringBuilder -Property @{ 'ApplicationKey' = '«inventedSecret~4»'
  UserToken = "«inventedSecret~5»" }
$secret = '«inventedSecret~6»'
$kcsb.WithAadApplicationKeyAuthentication($id, $secret, $tenant)
$kcsb.WithAadApplicationKeyAuthentication($id, "$secret", $tenant)
$kcsb.WithAadApplicationKeyAuthentication($id, $env:KEY, $tenant)
$j['Application Key'] = '«inventedSecret~7»'
