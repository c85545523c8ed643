Imports Kusto.Data
Module M
  Sub Main()
    Dim b As New KustoConnectionStringBuilder(uri) With {.ApplicationKey = "«inventedSecret~1»", .InitialCatalog = "d"}
    b = b.WithAadApplicationKeyAuthentication("id", "«inventedSecret~2»", "t")
    b = b.WithAadApplicationKeyAuthentication("id", authority:="t", _
      applicationKey:="«inventedSecret~3»")
    b.ApplicationKey = "«inventedSecret~4»"
    With b
      .UserToken = "«inventedSecret~5»"
    End With
    b("Application Key") = "«inventedSecret~6»"
  End Sub
End Module
