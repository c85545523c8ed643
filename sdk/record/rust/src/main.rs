//! Asks the Rust client about connection strings: reads lines of
//! `{"id", "group", "s"}` from standard input and answers each with what the
//! client makes of `s`. Parsing and serialising need no network.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::panic::catch_unwind;

use azure_kusto_data::error::ConnectionStringError;
use azure_kusto_data::prelude::{ConnectionString, ConnectionStringAuth as Auth};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Deserialize)]
struct Probe {
    id: String,
    group: String,
    s: String,
}

#[derive(Serialize, Default)]
struct Row {
    id: String,
    group: String,
    s: String,
    ok: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    crash: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<BTreeMap<&'static str, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    out: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    masked: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reparse: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    auth: Option<&'static str>,
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let probe: Probe = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &record(probe))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn record(probe: Probe) -> Row {
    let answer = catch_unwind(|| read(&probe.s)).unwrap_or_else(|_| Row {
        crash: true,
        error: Some("panic".into()),
        ..Row::default()
    });
    Row {
        id: probe.id,
        group: probe.group,
        s: probe.s,
        ..answer
    }
}

fn read(text: &str) -> Row {
    let client = match ConnectionString::from_raw_connection_string(text) {
        Ok(client) => client,
        Err(error) => {
            return Row {
                error: Some(format!("{}: {error}", class(&error))),
                ..Row::default()
            }
        }
    };
    let (auth, seen) = holdings(&client);
    let out = client.build_with_options(false, false);
    let reparse =
        out.as_deref().map(
            |out| match ConnectionString::from_raw_connection_string(out) {
                Ok(again) if again == client => "same",
                Ok(_) => "differs",
                Err(_) => "rejected",
            },
        );
    Row {
        ok: true,
        seen: Some(seen),
        masked: client.build_with_options(true, false),
        out,
        reparse,
        auth: Some(auth),
        ..Row::default()
    }
}

fn class(error: &ConnectionStringError) -> &'static str {
    match error {
        ConnectionStringError::MissingValue { .. } => "MissingValue",
        ConnectionStringError::UnexpectedKey { .. } => "UnexpectedKey",
        ConnectionStringError::Parsing { .. } => "Parsing",
    }
}

/// Names the authentication and lists every property the client holds; what
/// is unset or false is left out.
fn holdings(client: &ConnectionString) -> (&'static str, BTreeMap<&'static str, Value>) {
    let mut seen = BTreeMap::new();
    let mut put = |name, value: Value| {
        seen.insert(name, value);
    };
    put("DataSource", client.data_source.clone().into());
    if client.federated_security {
        put("FederatedSecurity", true.into());
    }
    let auth = match &client.auth {
        Auth::Default => "Default",
        Auth::UserAndPassword { user_id, password } => {
            put("UserId", user_id.clone().into());
            put("Password", password.clone().into());
            "UserAndPassword"
        }
        Auth::Token { token } => {
            put("Token", token.clone().into());
            "Token"
        }
        Auth::Application {
            client_id,
            client_secret,
            client_authority,
        } => {
            put("ApplicationClientId", client_id.clone().into());
            put("ApplicationKey", client_secret.clone().into());
            put("AuthorityId", client_authority.clone().into());
            "Application"
        }
        Auth::ApplicationCertificate {
            client_id,
            private_certificate_path,
            thumbprint,
            client_authority,
        } => {
            put("ApplicationClientId", client_id.clone().into());
            put(
                "PrivateCertificatePath",
                private_certificate_path.display().to_string().into(),
            );
            put(
                "ApplicationCertificateThumbprint",
                thumbprint.clone().into(),
            );
            put("AuthorityId", client_authority.clone().into());
            "ApplicationCertificate"
        }
        Auth::ManagedIdentity { user_id } => {
            put("ManagedServiceIdentity", true.into());
            if let Some(id) = user_id {
                put("MsiParams", id.clone().into());
            }
            "ManagedIdentity"
        }
        Auth::AzureCli => {
            put("AzCli", true.into());
            "AzureCli"
        }
        Auth::InteractiveLogin => "InteractiveLogin",
        Auth::TokenCallback { .. } => "TokenCallback",
        Auth::DeviceCode { .. } => "DeviceCode",
        Auth::TokenCredential { .. } => "TokenCredential",
    };
    (auth, seen)
}
