package tools_test

import (
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/data/tools"
	"kustoconn/schema"
)

// A key says one thing: of each authentication it is there once, under one
// spelling of one setting, whatever its case.
func TestKeysAreUnique(t *testing.T) {
	for _, tool := range tools.All() {
		for _, a := range tool.Authentications {
			seen := map[string]bool{}
			for _, s := range slices.Concat(tool.Settings, a.Settings) {
				for _, key := range s.Keys() {
					if folded := strings.ToLower(key); key == "" || seen[folded] {
						t.Errorf("%s, %s: key %q is empty or there twice", tool.Name, a.Mode, key)
					} else {
						seen[folded] = true
					}
				}
			}
		}
	}
}

// What a key is also called is the same wherever the key is listed.
func TestOtherKeysAgree(t *testing.T) {
	for _, tool := range tools.All() {
		primary := map[string]string{}
		for _, a := range tool.Authentications {
			for _, s := range slices.Concat(tool.Settings, a.Settings) {
				for _, key := range s.Keys() {
					if was, known := primary[key]; known && was != s.Key {
						t.Errorf("%s: %s stands for %s and for %s", tool.Name, key, was, s.Key)
					}
					primary[key] = s.Key
				}
			}
		}
	}
}

func TestRows(t *testing.T) {
	names := map[string]bool{}
	for _, tool := range tools.All() {
		if names[tool.Name] || tool.Name == "" || tool.Name != strings.ToLower(tool.Name) {
			t.Errorf("%q is no name of its own in lower case", tool.Name)
		}
		names[tool.Name] = true
		if tool.Title == "" || tool.Source == "" || tool.Version == "" {
			t.Errorf("%s lacks its title, source or version", tool.Name)
		}
		if got := tools.Get(tool.Name); got != tool {
			t.Errorf("Get(%q) is %v", tool.Name, got)
		}
		for _, sign := range tool.Signs {
			if (sign.Within == "") == (sign.Beside == "") || sign.Value != "" && sign.Beside == "" {
				t.Errorf("%s: %+v is neither a holder nor a key beside", tool.Name, sign)
			}
		}
	}
	if tools.Get("Grafana") != nil || tools.Get("") != nil {
		t.Error("a name that there is not gives a tool")
	}
}

// Each tool has one endpoint at least, and each authentication settings for
// what it needs: those that the schema says a string needs.
func TestSettingsCoverTheSchema(t *testing.T) {
	for _, tool := range tools.All() {
		modes := map[schema.ModeID]bool{}
		for _, a := range tool.Authentications {
			mode := schema.GetMode(a.Mode)
			own := a.Mode == schema.NoAuth || a.Mode == "workload-identity" || a.Mode == "current-user"
			if modes[a.Mode] || mode == nil && !own {
				t.Errorf("%s: %q is no mode, or there twice", tool.Name, a.Mode)
			}
			modes[a.Mode] = true
			held := schema.Set(0)
			for _, s := range slices.Concat(tool.Settings, a.Settings) {
				if s.Property >= schema.NumIDs {
					t.Errorf("%s: %s holds no property of the schema", tool.Name, s.Key)
				}
				if s.Property != schema.None && s.Fixed != "" {
					t.Errorf("%s: %s holds a property and is fixed", tool.Name, s.Key)
				}
				if s.Ingest && s.Property != schema.DataSource {
					t.Errorf("%s: %s is the endpoint for ingestion and no endpoint", tool.Name, s.Key)
				}
				if !s.Optional {
					held = held.With(s.Property)
				}
			}
			needs := schema.SetOf(schema.DataSource)
			if mode != nil {
				needs |= schema.SetOf(mode.Mandatory...)
			}
			for id := range needs.Minus(held).All() {
				t.Errorf("%s, %s: no setting for %s", tool.Name, a.Mode, schema.Get(id).Name)
			}
		}
		if len(tool.Authentications) == 0 || tool.Authentications[0].Mode != schema.AppKey {
			t.Errorf("%s: the application key does not come first", tool.Name)
		}
	}
}

func TestStringSettings(t *testing.T) {
	for _, tt := range []struct {
		tool string
		want []string
	}{
		// client_id holds the identity too, which no string selects.
		{"fluent-bit", []string{"ingestion_endpoint=Data Source", "database_name=Initial Catalog", "tenant_id=Authority Id",
			"client_id=Application Client Id", "client_secret=Application Key"}},
		// The database is a part of the mapping of topics.
		{"kafka-connect", []string{"kusto.ingestion.url=Data Source", "kusto.query.url=Data Source", "aad.auth.authority=Authority Id",
			"aad.auth.appid=Application Client Id", "aad.auth.appkey=Application Key", "aad.auth.accesstoken=User Token"}},
		// A token is a user's first.
		{"spark", []string{"kustoCluster=Data Source", "kustoDatabase=Initial Catalog", "kustoIngestionUri=Data Source", "kustoAadAppId=Application Client Id",
			"kustoAadAppSecret=Application Key", "kustoAadAuthorityID=Authority Id", "accessToken=User Token"}},
	} {
		var got []string
		for _, s := range tools.Get(tt.tool).StringSettings() {
			got = append(got, s.Key+"="+schema.Get(s.Property).Name)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", tt.tool, got)
		}
	}
}

func TestAuthentication(t *testing.T) {
	grafana := tools.Get("grafana")
	if a, ok := grafana.Authentication(schema.SystemManagedIdentity); !ok || len(a.Settings) != 1 || a.Settings[0].Fixed != "msi" {
		t.Errorf("system-managed-identity: %+v, %t", a, ok)
	}
	if a, ok := grafana.Authentication(schema.AzCli); ok {
		t.Errorf("az-cli: %+v", a)
	}
}

func TestOwnKeyword(t *testing.T) {
	for _, tt := range []struct {
		path, keyword string
		want          bool
	}{
		{"outputs.microsoft_fabric.0.connection_string", "Table Name", true},
		{"Outputs.Microsoft_Fabric.connection_string", "tablename", true},
		{"a.outputs.microsoft_fabric.2.connection_string", "Metrics Grouping Type", true},
		{"outputs.microsoft_fabric.0.connection_string", "Table Names", false},
		{"outputs.microsoft_fabric.0.connection", "Table Name", false},
		{"my_outputs.microsoft_fabric.connection_string", "Table Name", false},
		{"", "Table Name", false},
	} {
		if got := tools.OwnKeyword(tt.path, tt.keyword); got != tt.want {
			t.Errorf("OwnKeyword(%q, %q) = %t", tt.path, tt.keyword, got)
		}
	}
}
