// Uses the page in a real browser, as people do. Fails where the page asks for anything
// elsewhere, where a step does not lead where it should, and where axe-core finds a
// fault. Run by playground/run, with the address of the page, the browser, the directory of
// the pages that commands wrote, and, for pictures, a directory.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [address, executablePath, pages, pictures] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

async function open(options = {}, path = "") {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const outside = [];
  context.on("request", (r) => {
    if (!r.url().startsWith(address) && !r.url().startsWith("data:")) {
      outside.push(r.url());
    }
  });
  const troubles = [];
  page.on("pageerror", (e) => troubles.push(String(e)));
  page.on("console", (m) => m.type() === "error" && troubles.push(m.text()));
  await page.goto(address + path);
  await page.waitForSelector("html[data-ready]", { timeout: 60_000 });
  await page.waitForSelector("#status[data-findings]", { timeout: 30_000 });
  const done = async () => {
    assert.deepEqual(outside, [], "requests elsewhere");
    assert.deepEqual(troubles, [], "errors of the page");
    await context.close();
  };
  return { page, context, done };
}

// looks are the screens and settings that a page is looked at with.
const looks = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 360, height: 740 } },
};

// openFile opens a page that a command wrote.
async function openFile(name, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const address = pathToFileURL(join(pages, name)).href;
  const outside = [];
  context.on("request", (r) => r.url().split("#")[0] !== address && outside.push(r.url()));
  const troubles = [];
  page.on("pageerror", (e) => troubles.push(String(e)));
  page.on("console", (m) => m.type() === "error" && troubles.push(m.text()));
  await page.goto(address);
  const done = async () => {
    assert.deepEqual(outside, [], "requests elsewhere");
    assert.deepEqual(troubles, [], "errors of the page");
    await context.close();
  };
  return { page, done };
}

const type = async (page, text) => {
  await page.click(".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await page.waitForSelector("#status[data-findings]");
};
const textOf = (page) => page.$$eval(".cm-line", (lines) => lines.map((l) => l.textContent).join("\n"));
const tab = async (page, name) => {
  await page.getByRole("tab", { name }).click();
};
const says = (page, text) => page.locator("#result", { hasText: text }).waitFor({ timeout: 10_000 });
const picture = (page, name) => pictures && page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });

async function accessible(page, name) {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(await (await import("node:fs/promises")).readFile(axe, "utf8"));
  }
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`), [], `axe-core: ${name}`);
}

const steps = {
  async "a string is judged, explained and fixed"() {
    const { page, done } = await open();
    console.log(`usable after ${await page.evaluate(() => document.documentElement.dataset.ready)} ms`);
    await says(page, "The cluster help, database Samples");
    await page.waitForSelector(".cm-lintRange-error");
    await page.locator("#result a.part", { hasText: "AppKey" }).click();
    await page.waitForFunction(() => document.getElementById("Keyword").getBoundingClientRect().top < window.innerHeight);
    assert(!page.url().includes("#"), "the address is another");
    assert.equal(await page.locator("#result .flow li.chosen").count(), 1);
    assert(!(await page.locator("#result").textContent()).includes("=secret"));
    await accessible(page, "a string");
    await picture(page, "light");
    await page.hover(".cm-lintRange-error");
    await picture(page, "hover");
    await page.locator(".cm-diagnosticAction").first().click();
    await page.waitForFunction(() => document.querySelector(".cm-content").textContent.includes(";Fed=true"));
    await done();
  },

  async "each view says what its command says"() {
    const { page, done } = await open();
    await type(page, "Data Source=https://help.kusto.windows.net/Samples;Fed=true;AppClientId=x;AppKey=hidden;Authority=contoso.com");
    await tab(page, "Clients");
    await says(page, "(documented)");
    await accessible(page, "clients");
    await picture(page, "clients");
    await tab(page, "Findings");
    await says(page, "KCS501 secret-in-text");
    await accessible(page, "findings");
    await tab(page, "Canonical");
    await says(page, "Initial Catalog=Samples;AAD Federated Security=True");
    await tab(page, "Convert");
    await page.selectOption("#target", "python");
    await says(page, "KustoConnectionStringBuilder");
    await accessible(page, "convert");
    await picture(page, "convert");
    await tab(page, "Compare");
    await page.fill("#other", "https://help.kusto.windows.net/Other;Fed=true");
    await says(page, "Initial Catalog");
    await tab(page, "Redacted");
    await says(page, "AppKey=****");
    for (const name of ["Explain", "Clients", "Findings", "Canonical", "Convert", "Compare", "Redacted"]) {
      await tab(page, name);
      await page.waitForTimeout(200);
      assert(!(await page.locator("#result").textContent()).includes("hidden"), `${name} shows the secret`);
    }
    await done();
  },

  async "the editor completes and says what a place means"() {
    const { page, done } = await open();
    await type(page, "https://help.kusto.windows.net/Samples;Quer");
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete", { hasText: "Query Consistency" }).waitFor();
    await picture(page, "completion");
    await page.waitForTimeout(200); // the list takes no key right after it opens
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".cm-content").textContent.includes("Query Consistency="));
    await type(page, "https://help.kusto.windows.net/Samples;Fed=true");
    await page.locator(".cm-content .keyword", { hasText: "Fed" }).hover();
    await page.locator(".cm-hover", { hasText: "AAD Federated Security" }).waitFor();
    await done();
  },

  async "a pasted file is linted where its strings stand"() {
    const { page, done } = await open();
    await page.selectOption("#kind", "settings.yaml");
    await type(page, 'name: é\nkusto: "https://help.kusto.windows.net/Samples;Fed=true;Fed=true" # é\n');
    await page.waitForFunction(() => document.querySelector("#status").dataset.findings === "1");
    await says(page, "duplicate-keyword");
    assert.deepEqual(await page.locator('[role="tab"]').allTextContents(), ["Redacted", "Findings"]);
    await accessible(page, "a file");
    await picture(page, "file");
    await page.click(".cm-lintRange");
    await page.keyboard.press("Alt+Enter");
    await page.waitForFunction(() => document.querySelector("#status").dataset.findings === "0");
    assert.equal(await textOf(page), 'name: é\nkusto: "https://help.kusto.windows.net/Samples;Fed=true" # é\n');
    await done();
  },

  async "what is pasted is read as what it looks like"() {
    const { page, done } = await open();
    await page.locator("#guessed", { hasText: "read as one connection string" }).waitFor();
    await type(page, 'kusto:\n  url: "https://help.kusto.windows.net/Samples;Fed=true;Fed=true"\n');
    await page.locator("#guessed", { hasText: "read as pasted.yaml" }).waitFor();
    await says(page, "duplicate-keyword");
    await accessible(page, "a guess");
    await type(page, 'var k = "https://help.kusto.windows.net/Samples;Fed=maybe";\n');
    await page.locator("#guessed", { hasText: "read as pasted.cs" }).waitFor();
    await says(page, "not-a-boolean");
    await page.selectOption("#kind", "notes.txt");
    assert.equal(await page.textContent("#guessed"), "");
    await page.selectOption("#kind", "auto");
    await type(page, "https://help.kusto.windows.net/Samples;Fed=true");
    await says(page, "https://help.kusto.windows.net");
    assert.equal(await page.locator('[role="tab"]').first().textContent(), "Explain");
    await done();
  },

  async "a link holds the text, masked where it is not asked for otherwise"() {
    const { page, done } = await open();
    const text = "https://help.kusto.windows.net/É;Fed=true;AppKey=geheim";
    await type(page, text);
    assert(!page.url().includes("#"), "the text is in the address unasked");
    await page.click("#share");
    await page.locator("#dialog", { hasText: "holds a secret" }).waitFor();
    await accessible(page, "the dialog");
    await picture(page, "dialog");
    const masked = await page.inputValue("#link");
    await page.click("#copy-whole");
    const whole = await page.inputValue("#link");
    await done();
    for (const [link, want] of [[masked, text.replace("geheim", "****")], [whole, text]]) {
      const other = await open({}, link.slice(address.length));
      assert.equal(await textOf(other.page), want);
      await other.done();
    }
  },

  async "it works by keyboard alone, in the dark, on a phone, and without a network"() {
    const { page, context, done } = await open({ viewport: { width: 360, height: 740 }, colorScheme: "dark", hasTouch: true, isMobile: true });
    await page.keyboard.press("Tab");
    await page.locator("#kind:focus").waitFor();
    for (let i = 0; i < 30 && !(await page.evaluate(() => document.activeElement.role === "tab")); i++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("ArrowRight");
    await says(page, "(documented)");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Clients");
    await accessible(page, "dark, phone");
    await picture(page, "phone");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert(!wide, "the page scrolls sideways");
    await page.keyboard.press("ArrowLeft");
    await says(page, "The cluster help");
    await picture(page, "phone-explain");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector("#status[data-findings]", { timeout: 60_000 });
    await says(page, "The cluster help");
    await done();
  },

  async "a part of an explained string leads to its production"() {
    const { page, done } = await openFile("explain.html");
    await page.locator("a.part", { hasText: "Samples" }).click();
    await page.waitForFunction(() => location.hash === "#Prefix");
    assert.equal(await page.locator("h3:target + .railroad svg").count(), 1);
    await page.locator("h3:target + .railroad a", { hasText: "uri" }).click();
    await page.waitForFunction(() => document.querySelector("h3:target").textContent === "uri");
    await picture(page, "grammar");
    await done();
  },

  async "pages of commands are whole by themselves"() {
    const shown = {
      "explain.html": ["help.kusto.windows.net", "contoso.com"],
      "clients.html": ["help.kusto.windows.net", "python"],
      "lint.html": ["settings.yaml", "KCS201", "KCS501", "<b>x</b>"],
    };
    for (const [name, texts] of Object.entries(shown)) {
      for (const [look, options] of Object.entries(looks)) {
        const { page, done } = await openFile(name, options);
        const text = await page.locator("body").innerText();
        for (const t of texts) {
          assert(text.includes(t), `${name} does not show ${t}`);
        }
        assert(!(await page.content()).includes("invented"), `${name} shows a secret`);
        assert(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} is too wide, ${look}`);
        const missing = await page.$$eval('a[href^="#"]', (links) => links.filter((a) => !document.getElementById(a.getAttribute("href").slice(1))).length);
        assert.equal(missing, 0, `links of ${name} that lead nowhere`);
        await accessible(page, `${name}, ${look}`);
        await picture(page, `${name} ${look}`);
        await done();
      }
    }
  },

  async "it is dark where the system is"() {
    const { page, done } = await open({ colorScheme: "dark" });
    await says(page, "The cluster help");
    await accessible(page, "dark");
    await picture(page, "dark");
    await done();
  },
};

let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
