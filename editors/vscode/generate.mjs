// Mirrors the schema of the configuration file as settings of the extension: writes
// contributes.configuration of package.json, and src/keys.ts. CI compares what it writes
// with what is committed.

import { readFileSync, writeFileSync } from "node:fs";

const root = new URL(".", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("../../docs/config.schema.json", root), "utf8"));

// What makes sense beside a file alone: paths, and what differs from path to path.
const ofFiles = new Set(["baseline", "include", "exclude", "overrides", "fail-on"]);

/** Returns a part of the schema without references and patterns: the server says what a value lacks. */
function inlined(part) {
  if (Array.isArray(part)) {
    return part.map(inlined);
  }
  if (part === null || typeof part !== "object") {
    return part;
  }
  if (part.$ref !== undefined) {
    return { type: schema.definitions[part.$ref.replace("#/definitions/", "")].type ?? "string" };
  }
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key]) => key !== "pattern" && key !== "propertyNames")
      .map(([key, value]) => [key, inlined(value)]),
  );
}

const keys = Object.keys(schema.properties).filter((key) => !ofFiles.has(key));
const settings = Object.fromEntries(
  keys.map((key) => {
    const { description, ...rest } = inlined(schema.properties[key]);
    return [`kustoconn.configuration.${key}`, { scope: "window", default: null, ...rest, markdownDescription: description }];
  }),
);

const path = new URL("package.json", root);
const manifest = JSON.parse(readFileSync(path, "utf8"));
manifest.contributes.configuration = [
  {
    title: "Kusto connection strings",
    properties: {
      "kustoconn.server.path": {
        type: "string",
        default: "",
        scope: "machine-overridable",
        description: "The absolute path of the program kustoconn; where it is empty, the one that came with the extension, or else the first on the PATH.",
      },
      "kustoconn.workspaceDiagnostics": {
        type: "boolean",
        default: false,
        scope: "window",
        description: "Whether all files of the workspace are checked, and not only those that are open.",
      },
    },
  },
  { title: "Where there is no .kustoconn.yaml", properties: settings },
];
writeFileSync(path, JSON.stringify(manifest, null, 2) + "\n");
writeFileSync(new URL("src/keys.ts", root), `// Written by generate.mjs.\n\n/** The keys of a configuration file that are settings too. */\nexport const keys = ${JSON.stringify(keys)} as const;\n`);
