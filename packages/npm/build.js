// Writes npm's packages of a release: one for each platform with its binary, and the
// launcher, which depends on them all, optionally. What a machine does not need npm leaves
// out by "os" and "cpu"; nothing runs when a package is installed.
//
//   node packages/npm/build.js DIST      DIST/bin/linux_amd64/kustoconn → DIST/npm/…
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const root = path.join(here, "../..");
const dist = process.argv[2];
if (!dist) throw new Error("usage: build.js DIST");
const version = /const Version = "([^"]+)"/.exec(readFileSync(path.join(root, "kustoconn.go"), "utf8"))?.[1];
const launcher = JSON.parse(readFileSync(path.join(here, "package.json"), "utf8"));
const out = path.join(dist, "npm");
rmSync(out, { recursive: true, force: true });

function write(folder, manifest) {
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ ...manifest, version }, null, 2) + "\n");
  cpSync(path.join(root, "LICENSE"), path.join(folder, "LICENSE"));
}

const optionalDependencies = {};
for (const [target, os, cpu] of [
  ["linux_amd64", "linux", "x64"],
  ["linux_arm64", "linux", "arm64"],
  ["darwin_amd64", "darwin", "x64"],
  ["darwin_arm64", "darwin", "arm64"],
  ["windows_amd64", "win32", "x64"],
  ["windows_arm64", "win32", "arm64"],
]) {
  const command = os === "win32" ? "kustoconn.exe" : "kustoconn";
  optionalDependencies[`@kustoconn/${os}-${cpu}`] = version;
  const source = path.join(dist, "bin", target, command);
  if (!existsSync(source)) continue;
  const folder = path.join(out, `${os}-${cpu}`);
  mkdirSync(path.join(folder, "bin"), { recursive: true });
  cpSync(source, path.join(folder, "bin", command));
  const description = `The command kustoconn for ${os} on ${cpu}`;
  write(folder, { name: `@kustoconn/${os}-${cpu}`, description, license: "MIT", os: [os], cpu: [cpu], files: ["bin"] });
}

const folder = path.join(out, "kustoconn");
mkdirSync(folder, { recursive: true });
for (const part of ["bin", "lib", "types", "README.md"]) cpSync(path.join(here, part), path.join(folder, part), { recursive: true });
const { devDependencies, scripts, ...manifest } = launcher;
write(folder, { ...manifest, optionalDependencies });
