use azure_kusto_data::prelude::*;
fn f() {
    let kcs = ConnectionString::with_application_auth("https://x.kusto.windows.net", "id", "«inventedSecret~1»", "t");
    let kcs = ConnectionString::with_application_auth(uri, "id".to_string(), String::from("«inventedSecret~2»"), "t");
    let kcs = ConnectionString::with_token_auth(uri, r#"«inventedSecret~3»"#.to_owned());
    let a = ConnectionStringAuth::Application { client_id: id, client_secret: "«inventedSecret~4»".into(), client_authority: t };
    let kcs = ConnectionString::with_application_auth(uri, "id", std::env::var("KEY").unwrap_or("«inventedSecret~5»".into()), "t");
    let x = other::Client::with_token_auth(uri, "notReported");
}
