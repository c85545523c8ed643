import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
class A {
  private static final String KEY = "«inventedSecret~0»";
  void f() {
    ConnectionStringBuilder csb = ConnectionStringBuilder.createWithAadApplicationCredentials("https://x.kusto.windows.net", "id", "«inventedSecret~1»", "t");
    csb = ConnectionStringBuilder.createWithAadAccessTokenAuthentication(uri, "«invented" + "Secret~2»");
    csb.setApplicationKey("«inventedSecret~3»");
    csb = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, id, KEY, "t");
    csb = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, id, System.getenv("KEY"), "t");
    other.setApplicationKey("notReported");
    csb = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, id, Optional.ofNullable(System.getenv("KEY")).orElse("«inventedSecret~4»"), "t");
  }
}
