package lint

import (
	"strings"
	"testing"

	"kustoconn/rule"
)

// secretPlaces are files whose secret, ¤, is no part of the literal that holds the
// string § as far as the secret's keyword: what a look-up falls back to, or an element
// of a list that something joins. µ is a client's id.
var secretPlaces = []struct{ path, text string }{
	{"a.tf", "locals {\n c = \"§${try(var.k,\"¤\")}\"\n}\n"},
	{"a.tf", "locals {\n c = \"§${coalesce(var.k, \"¤\")}\"\n}\n"},
	{"a.tf", "locals {\n c = \"§${lookup(var.m, \"k\", \"¤\")}\"\n}\n"},
	{"a.tf", "locals {\n c = \"§${var.k != \"\" ? var.k : \"¤\"}\"\n}\n"},
	{"a.clj", `(def c (str "§" (or (System/getenv "K") "¤")))` + "\n"},
	{"a.clj", `(def c (str/join ";" ["https://help.kusto.windows.net" "AppClientId=µ" "AppKey=¤" "Fed=true"]))` + "\n"},
	{"a.pl", "my $c = join(\";\", \"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\");\nmy $d = join \";\", \"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\";\n"},
	{"a.jl", `c = join(["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"], ";")` + "\n"},
	{"a.nix", `c = builtins.concatStringsSep ";" [ "https://help.kusto.windows.net" "AppClientId=µ" "AppKey=¤" "Fed=true" ];` + "\n"},
	{"a.cmake", "list(JOIN PARTS \";\" C)\nset(C \"https://help.kusto.windows.net\" \"AppClientId=µ\" \"AppKey=¤\" \"Fed=true\")\nstring(JOIN \";\" C \"https://help.kusto.windows.net\" \"AppClientId=µ\" \"AppKey=¤\" \"Fed=true\")\n"},
	{"a.hs", `c = intercalate ";" ["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"]` + "\n"},
	{"a.yaml", "Resources:\n  A:\n    C: !Join\n      - \";\"\n      - - \"https://help.kusto.windows.net\"\n        - \"AppClientId=µ\"\n        - \"AppKey=¤\"\n        - \"Fed=true\"\n    D: !Join [\";\", [\"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\"]]\n    E:\n      Fn::Join:\n        - \";\"\n        - - https://help.kusto.windows.net\n          - AppClientId=µ\n          - AppKey=¤\n          - Fed=true\n    F: !Sub \"https://help.kusto.windows.net;AppClientId=${Id};AppKey=¤;Fed=true\"\n    G:\n      Fn::Sub:\n        - \"https://help.kusto.windows.net;AppClientId=${Id};AppKey=${Key};Fed=true\"\n        - Key: x\n"},
	{"a.json", `{"A": {"Fn::Join": [";", ["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"]]}}` + "\n"},
	{"a.jsonnet", `{ c: std.join(";", ["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"]) }` + "\n"},
	{"a.conf", `output { kusto { ingest_url => "https://ingest-help.kusto.windows.net" app_id => "µ" app_key => "¤" app_tenant => "x" database => "d" table => "t" json_mapping => "m" } }` + "\n"},
	{"a.ex", `c = Enum.join(["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"], ";")` + "\n"},
	{"a.tf", "locals {\n c = join(\";\", [\"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\"])\n}\n"},
	{"a.ml", `let c = String.concat ";" ["https://help.kusto.windows.net"; "AppClientId=µ"; "AppKey=¤"; "Fed=true"]` + "\n"},
	{"a.fs", `let c = String.concat ";" ["https://help.kusto.windows.net"; "AppClientId=µ"; "AppKey=¤"; "Fed=true"]` + "\n"},
	{"a.lua", `local c = table.concat({"https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"}, ";")` + "\n"},
	{"a.tcl", "set c [join {\"https://help.kusto.windows.net\" \"AppClientId=µ\" \"AppKey=¤\" \"Fed=true\"} \";\"]\nset d [join [list \"https://help.kusto.windows.net\" \"AppClientId=µ\" \"AppKey=¤\" \"Fed=true\"] \";\"]\n"},
	{"a.swift", `let c = ["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"].joined(separator: ";")` + "\n"},
	{"a.erl", `c() -> lists:join(";", ["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"]).` + "\n"},
	{"a.ps1", "$c = \"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\" -join \";\"\n$d = [string]::Join(\";\", @(\"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\"))\n"},
	{"a.nim", `let c = @["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"].join(";")` + "\n"},
	{"a.zig", `const c = std.mem.join(a, ";", &.{ "https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true" });` + "\n"},
	{"a.d", `auto c = ["https://help.kusto.windows.net", "AppClientId=µ", "AppKey=¤", "Fed=true"].join(";");` + "\n"},
	{"a.go", "package p\n\nvar c = strings.Join([]string{\"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\"}, \";\")\n"},
	{"a.R", "c <- paste(\"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\", sep=\";\")\nd <- paste(c(\"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\"), collapse=\";\")\n"},
	{"a.rb", "c = [\"https://help.kusto.windows.net\", \"AppClientId=µ\", \"AppKey=¤\", \"Fed=true\"] * \";\"\nd = %w[https://help.kusto.windows.net AppClientId=µ AppKey=¤ Fed=true].join(\";\")\n"},
	{"a.yml.erb", `c: "§<%= ENV.fetch("K","¤") %>"` + "\n"},
	{"a.yml.erb", "c: '§<%= ENV.fetch('K', '¤') %>'\n"},
	{"a.erb", "<a>§<%= ENV['K'] || '¤' %></a>\n"},
	{"a.yaml", `c: "§{{ default \"¤\" .Values.k }}"` + "\n"},
	{"a.yml", "c: '§${{ coalesce(variables.k, '¤') }}'\n"},
	{"a.yaml", "c: '§{{ .Values.k | default \"¤\" }}'\n"},
	{"a.yaml", "c: '§{{ coalesce .Values.k \"¤\" }}'\n"},
	{"a.yaml", "c: '§{{ or .Values.k \"¤\" }}'\n"},
	{"a.yaml.j2", "c: '§{{ k | default('¤') }}'\n"},
	{"a.yaml.j2", "c: '§{{ k | d('¤', true) }}'\n"},
	{"a.yaml.j2", "c: '§{{ k or '¤' }}'\n"},
	{"a.yaml.j2", "c: '§{{ lookup('env', 'K') | default('¤', true) }}'\n"},
	{"a.yml", "c: '§${{ secrets.K || '¤' }}'\n"},
	{"a.env", "C=\"§${K:-¤}\"\n"},
	{"a.sh", "C=\"§${K:-¤}\"\nD=\"§${K-¤}\"\nE=\"§${K:=¤}\"\n"},
	{"a.properties", "c=§${k:¤}\n"},
	{"a.py", "c = f\"§{os.getenv('K', '¤')}\"\n"},
	{"a.py", "c = f\"§{os.environ.get('K', '¤')}\"\n"},
	{"a.py", `c = "§" + os.getenv("K", "¤")` + "\n"},
	{"a.py", `c = "§" + (os.getenv("K") or "¤")` + "\n"},
	{"a.js", "const c = `§${process.env.K || \"¤\"}`\n"},
	{"a.js", `const c = "§" + (process.env.K ?? "¤")` + "\n"},
	{"a.rb", `c = "§#{ENV.fetch("K", "¤")}"` + "\n"},
	{"a.rb", `c = "§#{ENV.fetch("K") { "¤" }}"` + "\n"},
	{"a.cs", `var c = $"§{Environment.GetEnvironmentVariable("K") ?? "¤"}";` + "\n"},
	{"a.kt", `val c = "§${System.getenv("K") ?: "¤"}"` + "\n"},
	{"a.scala", `val c = s"§${sys.env.getOrElse("K", "¤")}"` + "\n"},
	{"a.go", "package p\n\nvar c = \"§\" + getenv(\"K\", \"¤\")\n"},
	{"a.go", "package p\n\nvar c = \"§\" + cmp.Or(os.Getenv(\"K\"), \"¤\")\n"},
	{"a.rs", `fn f() { let c = "§".to_string() + &env::var("K").unwrap_or("¤".into()); }` + "\n"},
	{"a.ex", `c = "§#{System.get_env("K", "¤")}"` + "\n"},
	{"a.jl", `c = "§$(get(ENV, "K", "¤"))"` + "\n"},
	{"a.php", "<?php\n$c = \"§\" . (getenv(\"K\") ?: \"¤\");\n"},
	{"a.php", "<?php\n$c = \"§\" . env(\"K\", \"¤\");\n"},
	{"a.java", `class A { String c = "§" + System.getenv().getOrDefault("K", "¤"); }` + "\n"},
	{"a.java", `class A { String c = "§" + System.getProperty("K", "¤"); }` + "\n"},
	{"a.java", `class A { String c = "§" + Optional.ofNullable(k).orElse("¤"); }` + "\n"},
	{"a.pl", `my $c = "§" . ($ENV{K} // "¤");` + "\n"},
	{"a.R", `c <- paste0("§", Sys.getenv("K", "¤"))` + "\n"},
	{"a.ps1", `$c = "§$($env:K ?? "¤")"` + "\n"},
	{"a.swift", `let c = "§\(env["K"] ?? "¤")"` + "\n"},
	{"a.lua", `local c = "§" .. (os.getenv("K") or "¤")` + "\n"},
	{"a.bicep", "var c = '§${k ?? '¤'}'\n"},
	{"a.dart", `final c = "§${env["K"] ?? "¤"}";` + "\n"},
	{"a.groovy", `def c = "§${System.getenv("K") ?: "¤"}"` + "\n"},
	{"a.mk", "C = §$(or $(K),¤)\n"},
	{"a.mk", "C = §$(if $(K),$(K),¤)\n"},
	{"a.tf", "locals {\n c = \"§${var.k == \"\" ? \"¤\" : var.k}\"\n d = \"§${var.env == \"prod\" ? data.vault.key : \"¤\"}\"\n}\n"},
	{"a.js", "const c = `§${process.env.APP_CONFIG_KUSTO_KEY_FOR_THE_PRODUCTION_CLUSTER_OF_THE_TEAM_THAT_OWNS_IT_ALL_AND_MORE_OF_IT || process.env.OTHER || \"¤\"}`\n"},
	{"a.yaml", "c: '§{{ ternary \"¤\" .Values.k (empty .Values.k) }}'\n"},
	{"a.yaml.j2", "c: '§{{ k if k else \"¤\" }}'\n"},
	{"a.yaml.j2", "c: '§{% if k %}{{ k }}{% else %}¤{% endif %}'\n"},
	{"a.html.liquid", "<p>§{{ k | default: \"¤\" }}</p>\n"},
	{"a.json", `{"c": "[concat('§', if(empty(parameters('k')), '¤', parameters('k')))]"}` + "\n"},
	{"a.bicep", "var c = '§${empty(k) ? '¤' : k}'\n"},
	{"a.py", "c = \"§\" + config.get(\"K\", fallback=\"¤\")\nd = \"§\" + (k if k else \"¤\")\n"},
	{"a.cs", "var c = \"§\" + config.GetValue(\"K\", \"¤\");\nvar d = \"§\" + (k ?? \"¤\");\n"},
	{"a.swift", `let c = "§" + (ProcessInfo.processInfo.environment["K"] ?? "¤")` + "\n"},
	{"a.sql", "SET @c = CONCAT('§', COALESCE(@k, '¤'));\nSET @d = '§' + ISNULL(@k, '¤');\n"},
	{"a.ex", `c = "§" <> (System.get_env("K") || "¤")` + "\n"},
	{"a.nix", `c = "§${k or "¤"}";` + "\n"},
	{"a.dart", "final c = '§${String.fromEnvironment('K', defaultValue: '¤')}';\n"},
	{"a.kt", `val c = "§" + (System.getenv("K") ?: "¤")` + "\n"},
	{"a.groovy", "def c = '§' + (env.K ?: '¤')\n"},
	{"a.scala", `val c = "§" + sys.env.getOrElse("K", "¤")` + "\n"},
	{"a.xml", "<c v=\"§${k:-¤}\"/>\n"},
	{"a.toml", "c = \"§${K:-¤}\"\n"},
	{"a.json", `{"c":"§${K:¤}"}` + "\n"},
}

func TestSecretsInFallbacksAndLists(t *testing.T) {
	const (
		secret = "Zq7r2kLm9Xw4Tt8Bv"
		id     = "11111111-2222-3333-4444-555555555555"
		start  = "https://help.kusto.windows.net/Samples;AppClientId=" + id + ";Authority Id=x;Fed=true;AppKey="
	)
	for _, row := range secretPlaces {
		text := strings.NewReplacer("§", start, "¤", secret, "µ", id).Replace(row.text)
		f, err := Text(row.path, text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, finding := range f.Findings {
			if at := finding.Diagnostic.Span; finding.Diagnostic.Code == rule.SecretInText && (strings.Contains(at.Slice(text), secret) || at.Slice(text) == "app_key") {
				found++
			}
		}
		if want := strings.Count(text, secret); found < want {
			t.Errorf("%s: %d secrets found of %d in %s", row.path, found, want, row.text)
		}
		for i := range f.Strings {
			if strings.Contains(f.Strings[i].Masked, secret) {
				t.Errorf("%s: shown: %s", row.path, f.Strings[i].Masked)
			}
		}
	}
}
