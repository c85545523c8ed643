// Packages the extension as kustoconn.vsix, without a network: checks the types, bundles,
// has the command print the grammar, and lets vsce write the archive. With --bundle FILE that program is packaged as the
// server, for the platform --target, as vsce names it.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values } = parseArgs({ options: { bundle: { type: "string" }, target: { type: "string" }, out: { type: "string", default: "kustoconn.vsix" } } });
const run = (tool, ...args) => execFileSync(process.execPath, [`${here}node_modules/${tool}`, ...args], { cwd: here, stdio: "inherit" });

run("typescript/bin/tsc");
execFileSync("npm", ["run", "--silent", "build"], { cwd: here, stdio: "inherit" });
copyFileSync(`${here}../../LICENSE`, `${here}LICENSE`);
copyFileSync(`${here}../../docs/config.schema.json`, `${here}config.schema.json`);
const grammar = execFileSync("go", ["run", "-C", `${here}../..`, "./cmd/kustoconn", "schema", "--format", "textmate"], { stdio: ["ignore", "pipe", "inherit"] });
mkdirSync(`${here}syntaxes`, { recursive: true });
writeFileSync(`${here}syntaxes/kusto.tmLanguage.json`, grammar);
rmSync(`${here}bin`, { recursive: true, force: true });
if (values.bundle !== undefined) {
  mkdirSync(`${here}bin`);
  copyFileSync(values.bundle, `${here}bin/${basename(values.bundle)}`);
}
const target = values.target === undefined ? [] : ["--target", values.target];
run("@vscode/vsce/vsce", "package", "--no-dependencies", "--allow-missing-repository", "--skip-license", "--no-rewrite-relative-links", "--out", values.out, ...target);
