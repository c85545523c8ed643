df.write
  .format("com.microsoft.kusto.spark.datasource")
  .option(KustoSinkOptions.KUSTO_CLUSTER, "storms.westeurope")
  .option(KustoSinkOptions.KUSTO_DATABASE, "Samples")
  .option(KustoSinkOptions.KUSTO_AAD_APP_ID, "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40")
  .option(KustoSinkOptions.KUSTO_AAD_APP_SECRET, "inv3nted~s3cret")
  .option(KustoSinkOptions.KUSTO_AAD_AUTHORITY_ID, "contoso.com")
  .mode(SaveMode.Append)
  .save()

val conf: Map[String, String] = Map(
  KustoSourceOptions.KUSTO_CLUSTER -> "https://storms.westeurope.kusto.windows.net",
  KustoSourceOptions.KUSTO_ACCESS_TOKEN -> "inv3nted~token"
)

spark.read.format("com.microsoft.kusto.spark.datasource")
  .option("kustoCluster", "storms.westeurope")
  .option("kustoDatabase", "Samples")
  .option("accessToken", token)
  .load()
