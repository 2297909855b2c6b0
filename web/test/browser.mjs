// Debian's Chromium, and what a page must never do.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { HtmlValidate } from "html-validate";

const CHROMIUM = "/usr/bin/chromium";
const there = existsSync(CHROMIUM) || process.env.CI === "true";
export const skip = there ? false : "there is no Chromium (hint: apt install chromium)";

const troubles = [];
/** That no page has complained, nor asked for anything that it may not ask for. */
export const quiet = () => assert.deepEqual(troubles.splice(0), []);

export const launch = () => chromium.launch({
  executablePath: CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** A page once it is ready. Everything that it loads has to start with one of the addresses. */
export async function open(browser, url, allowed, width, colorScheme = "light") {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => allowed.some((start) => request.url().startsWith(start)) || troubles.push(`asks for ${request.url()}`));
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  return page;
}

// Only what the browser itself writes, when it is asked for the text of what it has built, differs from the recommended rules.
const WRITTEN = {};
const BUILT = {
  // It writes open="" and hidden="" where we would write open and hidden.
  "attribute-boolean-style": "off", "attribute-empty-style": "off",
  // Sizes that depend on what is shown are set by script, property by property; the policy of the page allows no style in its text.
  "no-inline-style": "off",
};

/** What is not right with a text of HTML. */
export async function faults(text, rules = WRITTEN) {
  const found = await new HtmlValidate({ extends: ["html-validate:recommended"], rules }).validateString(text);
  return found.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message} ${m.selector}`)).slice(0, 20);
}

/** The same of a page as it was built, without what ECharts draws. */
export const builtFaults = async (page) => faults(await page.evaluate(() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll("script, style, .chart > *").forEach((element) => element.remove());
  copy.querySelectorAll(".chart").forEach((element) => element.removeAttribute("_echarts_instance_"));
  return `<!DOCTYPE html>\n${copy.outerHTML}\n`;
}), BUILT);
