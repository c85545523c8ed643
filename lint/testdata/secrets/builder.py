from azure.kusto.data import KustoConnectionStringBuilder
KEY = "«const-invented»"
kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication("https://x.kusto.windows.net", "id", "«inventedSecret~1»", "t")
kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, aad_app_id="id", authority_id="t", app_key='''«inventedSecret~2»''')
kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, "id", KEY, "t")
kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, "id", os.environ.get("X", "«inventedSecret~3»"), "t")
kcsb[KustoConnectionStringBuilder.ValidKeywords.application_key] = "«inventedSecret~4»"
kcsb["AppKey"] = r"«inventedSecret~5»"
kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, **{"aad_app_id": "id", "app_key": "«inventedSecret~6»"})
kcsb = KustoConnectionStringBuilder.with_aad_user_token_authentication(
    uri,
    "«inventedSecret"
    "~7»",
)
kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, "id", f"{key}", "t")
def f():
    key = "notReported"
def g(key):
    return KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, "id", key, "t")
