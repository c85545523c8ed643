import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder
const val KEY = "«inventedSecret~0»"
fun f() {
    val csb = ConnectionStringBuilder.createWithAadApplicationCredentials("https://x.kusto.windows.net", "id", """«inventedSecret~1»""", "t")
    val d = ConnectionStringBuilder(uri).apply { applicationKey = "«inventedSecret~2»" }
    d.applicationKey = "«inventedSecret~3»"
    val e = ConnectionStringBuilder(uri).also { it.applicationKey = "«inventedSecret~4»" }
    ConnectionStringBuilder.createWithAadApplicationCredentials(uri, "id", System.getenv("KEY") ?: "«inventedSecret~5»", "t")
    ConnectionStringBuilder.createWithAadApplicationCredentials(uri, "id", KEY, "t")
}
