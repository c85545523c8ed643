import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder
object A {
  val key = "«inventedSecret~0»"
  val csb = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, "id", """«inventedSecret~1»""", "t")
  val d = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, "id", key, "t")
  val e = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, "id", sys.env.getOrElse("KEY", "«inventedSecret~2»"), "t")
  val g = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, "id", dbutils.secrets.get(scope = "s", key = "notReported"), "t")
}
