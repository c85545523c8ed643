using Kusto.Data;
class A {
  const string Key = "«const-invented-Key1»";
  void M() {
    var kcsb = new KustoConnectionStringBuilder(uri).WithAadApplicationKeyAuthentication("id", "«inventedSecret~1»", "t");
    var k2 = new KustoConnectionStringBuilder(uri) { ApplicationKey = "«inventedSecret~2»" };
    k2.ApplicationKey = @"«inventedSecret~3»";
    k2["Application Key"] = "«inventedSecret~4»";
    k2 = k2.WithAadApplicationKeyAuthentication(
        applicationClientId: "id",
        authority: "t",
        applicationKey: "«inventedSec" + "ret~5»");
    KustoConnectionStringBuilder k3 = new(uri) { InitialCatalog = "x", UserToken = $"«inventedSecret~6»" };
    k2.WithAadApplicationKeyAuthentication(id, Key, t);
    k2.WithAadApplicationKeyAuthentication(id, Environment.GetEnvironmentVariable("NOTSECRET") ?? "«inventedSecret~7»", t);
    datadog.ApplicationKey = "notReported1";
    k2.WithAadApplicationKeyAuthentication("id", "<key>", "t");
    k2.WithAadApplicationKeyAuthentication("id", config["key"], "t");
  }
}
