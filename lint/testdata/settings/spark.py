df.write \
  .format("com.microsoft.kusto.spark.datasource") \
  .option("kustoCluster", "storms.westeurope") \
  .option("kustoDatabase", "Samples") \
  .option("kustoAadAppId", "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40") \
  .option("kustoAadAppSecret", "inv3nted~s3cret") \
  .option("kustoAadAuthorityID", "contoso.com") \
  .mode("Append").save()

options = {
    "kustoCluster": "https://storms.westeurope.kusto.windows.net",
    "kustoDatabase": "Samples",
    "kustoAadAppId": "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40",
    "kustoAadAppSecret": dbutils.secrets.get("scope", "key"),
    "kustoAadAuthorityID": "contoso.com",
}
