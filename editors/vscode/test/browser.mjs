// The extension in VS Code's web build, as a person uses it in a browser: a squiggle, its
// hover, completion, the quick fix, the commands; and an untrusted workspace whose
// settings name a program. The arguments are the vsix, the server and a folder to work
// in; with a fourth, pictures are written there.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import puppeteer from "puppeteer-core";

const [vsix, server, work, pictures] = process.argv.slice(2);
const code = join(dirname(fileURLToPath(import.meta.url)), "node_modules/code-server/lib/vscode/out/server-main.js");
const data = ["--server-data-dir", join(work, "data"), "--extensions-dir", join(work, "extensions"), "--accept-server-license-terms"];
const env = { ...process.env, PATH: `${dirname(server)}:${process.env.PATH}`, HOME: work };
const started = [];

/** Starts VS Code's server; resolves with its exit code where it ends by itself. */
function vscode(...args) {
  const child = spawn(process.execPath, [code, ...data, ...args], { env, stdio: "ignore" });
  started.push(child);
  return new Promise((resolve) => child.on("exit", resolve));
}

function freePort() {
  return new Promise((resolve) => {
    const listener = createServer().listen(0, "127.0.0.1", () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
}

/** Waits until look returns something that counts as true, and returns that. */
async function until(what, look, seconds = 120) {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; ) {
    const found = await look().catch(() => undefined);
    if (found) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`not seen: ${what}`);
}

/** A page of the workbench. */
class Workbench {
  frames = 0;

  constructor(page) {
    this.page = page;
  }

  /** The text of all elements that a selector finds. */
  async texts(selector) {
    const all = await this.page.$$eval(selector, (elements) => elements.map((e) => e.innerText.replaceAll("\u00a0", " ")));
    return all;
  }

  async picture() {
    if (pictures !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await this.page.screenshot({ path: join(pictures, `frame${this.frames++}.png`) });
    }
  }

  async keys(...names) {
    for (const name of names.slice(0, -1)) await this.page.keyboard.down(name);
    await this.page.keyboard.press(names.at(-1));
    for (const name of names.slice(0, -1).reverse()) await this.page.keyboard.up(name);
  }

  async open(name) {
    await this.keys("Control", "KeyP");
    await this.page.waitForSelector(".quick-input-widget input", { visible: true });
    await this.page.keyboard.type(name);
    await until(`${name} in the list`, async () => (await this.texts(".quick-input-list .monaco-list-row")).some((row) => row.startsWith(name)));
    await this.keys("Enter");
    await until(`${name} in the title`, async () => (await this.page.title()).startsWith(name));
    await until("the text", async () => {
      await this.page.click(".editor-instance .view-lines");
      return true;
    });
  }

  async command(title) {
    await this.keys("F1");
    await this.page.waitForSelector(".quick-input-widget input", { visible: true });
    await this.page.keyboard.type(title);
    await until(`${title} in the list`, async () => (await this.texts(".quick-input-list .monaco-list-row"))[0]?.startsWith(title));
    await this.keys("Enter");
  }

  /** Puts the cursor at a line and a column, both from 1. */
  async go(line, column) {
    await this.keys("Control", "KeyG");
    await this.page.waitForSelector(".quick-input-widget input", { visible: true });
    await this.page.keyboard.type(`${line}:${column}`);
    await this.keys("Enter");
  }

  squiggle(kind) {
    return until(`a squiggle (${kind})`, () => this.page.$(`.editor-instance .squiggly-${kind}`));
  }

  async saved(file, want) {
    await this.keys("Control", "KeyS");
    await until(`${want} in the file`, async () => readFileSync(file, "utf8") === want, 30).catch(() => undefined);
    assert.equal(readFileSync(file, "utf8"), want);
  }
}

async function workbench(browser, port, folder, trust) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
  const w = new Workbench(page);
  await until("restricted mode", async () => (await w.texts(".statusbar-item")).some((text) => text.includes("Restricted Mode")));
  if (trust) {
    await w.command("Workspaces: Manage Workspace Trust");
    // What is drawn is drawn anew at any time, so that elements are looked for at each try.
    await until("trust", async () => {
      for (const b of await page.$$(".workspace-trust-editor .monaco-button")) {
        if ((await b.evaluate((e) => e.innerText)).trim() === "Trust") await b.evaluate((e) => e.click());
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return !(await w.texts(".statusbar-item")).some((text) => text.includes("Restricted Mode"));
    });
    await w.keys("Control", "KeyW");
  }
  return w;
}

const string = "https://help.kusto.windows.net/Samples;Fed=true";

async function edits(browser, port) {
  const folder = join(work, "trusted");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "settings.yaml");
  writeFileSync(file, `# where events go\nkusto: ${string};Fed=true\nother: 1\n`);
  const w = await workbench(browser, port, folder, true);
  await w.open("settings.yaml");
  await w.squiggle("warning");
  await w.picture();

  await until("the hover, which explains", async () => {
    await w.page.mouse.move(600, 400);
    await (await w.squiggle("warning")).hover();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const text = (await w.texts(".monaco-hover")).join("\n");
    return text.includes("KCS102") && text.includes("Data Source");
  });
  await w.picture();

  await w.go(2, 8 + string.length);
  await w.keys("Control", "Period");
  await until("the quick fix", async () => (await w.texts(".action-widget .monaco-list-row")).some((row) => row.includes("Fix duplicate-keyword")));
  await w.picture();
  await w.keys("Enter");
  await w.saved(file, `# where events go\nkusto: ${string}\nother: 1\n`);
  await w.picture();

  await w.go(2, 8 + string.length);
  await w.page.keyboard.type(";");
  await until("completion", async () => (await w.texts(".suggest-widget .monaco-list-row")).some((row) => row.includes("Initial Catalog") || row.includes("Application")));
  await w.picture();
  await w.keys("Escape");
  await w.keys("Backspace");

  await w.go(2, 12);
  await w.command("Kusto: Write the Connection String in Canonical Form");
  const canonical = "Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True";
  await until("canonical form", async () => (await w.texts(".editor-instance .view-lines")).some((text) => text.includes("Initial Catalog=Samples")));
  await w.saved(file, `# where events go\nkusto: ${canonical}\nother: 1\n`);

  await w.command("Kusto: Explain the Connection String");
  await until("the explanation", async () => (await w.texts(".view-lines")).some((text) => text.includes("Defaults of the documentation")));
  await w.picture();
  await w.page.close();
}

async function distrusts(browser, port) {
  const folder = join(work, "hostile");
  const marker = join(work, "was-run");
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  const program = join(folder, "kustoconn");
  writeFileSync(program, `#!/bin/sh\n: >${marker}\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify({ "kustoconn.server.path": program }));
  writeFileSync(join(folder, "a.yaml"), `kusto: ${string};Fed=true\n`);
  const w = await workbench(browser, port, folder, false);
  await w.open("a.yaml");
  await w.squiggle("warning");
  assert.ok(!existsSync(marker), "a program of the workspace was run");
  await w.page.close();
}

mkdirSync(join(work, "data/data/User"), { recursive: true });
writeFileSync(join(work, "data/data/User/settings.json"), JSON.stringify({
  "workbench.startupEditor": "none", "chat.disableAIFeatures": true, "workbench.secondarySideBar.defaultVisibility": "hidden",
}));
const port = await freePort();
let browser;
try {
  assert.equal(await vscode("--install-extension", vsix), 0, "the extension is installed");
  void vscode("--host", "127.0.0.1", "--port", String(port), "--without-connection-token");
  await until("VS Code's server", async () => (await fetch(`http://127.0.0.1:${port}/`)).ok);
  browser = await puppeteer.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    defaultViewport: { width: 1100, height: 520 },
    userDataDir: join(work, "profile"),
  });
  await distrusts(browser, port);
  await edits(browser, port);
  console.log("VS Code showed, completed, fixed and trusted nobody");
} catch (failure) {
  if (browser !== undefined) {
    const pages = await browser.pages();
    await pages.at(-1)?.screenshot({ path: join(work, "failure.png") }).catch(() => undefined);
  }
  throw failure;
} finally {
  await browser?.close();
  for (const child of started) child.kill();
}
