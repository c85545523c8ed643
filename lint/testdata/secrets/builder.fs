open Kusto.Data
let key = "«inventedSecret~0»"
let b = KustoConnectionStringBuilder(uri, ApplicationKey = "«inventedSecret~1»")
let c = b.WithAadApplicationKeyAuthentication("id", "«inventedSecret~2»", "t")
b.ApplicationKey <- "«inventedSecret~3»"
let d = KustoConnectionStringBuilder(uri).WithAadApplicationKeyAuthentication(applicationClientId = "id", applicationKey = """«inventedSecret~4»""", authority = "t")
let e = b.WithAadApplicationKeyAuthentication("id", key, "t")
b.["Application Key"] <- "«inventedSecret~5»"
