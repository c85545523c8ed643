//! Calls the builder code of random connections and holds what each then is to its line
//! of expect.txt.

use azure_kusto_data::prelude::{ConnectionString, ConnectionStringAuth as Auth};

pub struct Trial {
    pub name: &'static str,
    pub database: Option<&'static str>,
    pub make: fn() -> ConnectionString,
}

pub fn run(expect: &str, trials: &[Trial]) {
    let lines: Vec<&str> = expect.lines().collect();
    assert_eq!(lines.len(), trials.len());
    for (line, trial) in lines.iter().zip(trials) {
        let mut fields = line.split('\t');
        assert_eq!(fields.next(), Some(trial.name));
        verify(fields.next().unwrap(), fields, trial);
    }
    println!("ok {} trials", trials.len());
}

fn verify<'a>(mode: &str, fields: impl Iterator<Item = &'a str>, trial: &Trial) {
    let made = (trial.make)();
    let env = |name: &str| std::env::var(name).unwrap();
    let mut application = None;
    match (mode, &made.auth) {
        ("user-token", Auth::Token { token }) => assert_eq!(*token, env("KUSTO_USER_TOKEN")),
        ("app-token", Auth::Token { token }) => assert_eq!(*token, env("KUSTO_APPLICATION_TOKEN")),
        (
            "app-key",
            Auth::Application {
                client_id,
                client_secret,
                client_authority,
            },
        ) => {
            assert_eq!(*client_secret, env("KUSTO_APPLICATION_KEY"));
            application = Some((client_id.clone(), client_authority.clone()));
        }
        ("system-managed-identity", Auth::ManagedIdentity { user_id: None })
        | ("az-cli", Auth::AzureCli)
        | ("token-credential", Auth::TokenCredential { .. } | Auth::Default) => {}
        ("token-provider", Auth::TokenCallback { token_callback, .. }) => {
            assert_eq!(token_callback(&[]), env("KUSTO_TOKEN"))
        }
        (mode, _) => panic!("{}: {mode} makes another authentication", trial.name),
    }
    for field in fields {
        let (property, value) = field.split_once('=').unwrap();
        let value = unhex(value);
        match property {
            "DataSource" => assert_eq!(made.data_source, value, "{}", trial.name),
            "InitialCatalog" => assert_eq!(trial.database, Some(value.as_str()), "{}", trial.name),
            "ApplicationClientId" => assert_eq!(application.as_ref().unwrap().0, value, "{}", trial.name),
            "AuthorityId" => assert_eq!(application.as_ref().unwrap().1, value, "{}", trial.name),
            _ => panic!("{}: {property} has no place", trial.name),
        }
    }
}

fn unhex(hex: &str) -> String {
    let bytes = (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap());
    String::from_utf8(bytes.collect()).unwrap()
}
