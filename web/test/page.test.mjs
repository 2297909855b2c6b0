// Opens the report as a reader would. REPORT names the file.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";
import { builtFaults, faults, launch, open as openIn, quiet, skip } from "./browser.mjs";

const report = process.env.REPORT;
const MOST_BYTES = 5_000_000;

let browser;
before(async () => {
  assert.ok(report, "REPORT has to name a report.html");
  if (!skip) browser = await launch();
});
after(() => browser?.close());

async function open(width, colorScheme) {
  const page = await openIn(browser, `file://${report}`, ["file:", "data:", "blob:"], width, colorScheme);
  await page.waitForSelector("#image canvas");
  return page;
}

test("is valid HTML, as written and as built", { skip }, async () => {
  assert.deepEqual(await faults(readFileSync(report, "utf8").replace(/(<(script|style)[^>]*>)[^]*?<\/\2>/g, "$1</$2>")), []);
  assert.deepEqual(await builtFaults(await open(1280)), []);
  quiet();
});

test("is small enough to mail", () => assert.ok(statSync(report).size < MOST_BYTES));

for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    test(`fits ${width} pixels, ${scheme}`, { skip }, async () => {
      const page = await open(width, scheme);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      assert.equal(await page.locator(".answers > a").count(), 4);
      quiet();
    });
  }
}

test("another board changes the answers, the charts and the row", { skip }, async () => {
  const page = await open(1280);
  const look = () => page.evaluate(() => document.querySelector("#image canvas").toDataURL());
  const text = await page.textContent(".answers");
  const pixels = await look();
  const values = await page.$$eval("#board option", (options) => options.map((option) => option.value));
  const now = await page.inputValue("#board");
  await page.selectOption("#board", values.find((value) => value !== now));
  await page.waitForTimeout(300);
  assert.notEqual(await page.textContent(".answers"), text);
  assert.notEqual(await look(), pixels);
  assert.equal(await page.locator("#boards tr.chosen").count(), 1);
  quiet();
});

test("searches and sorts boards", { skip }, async () => {
  const page = await open(1280);
  const names = () => page.$$eval("#boards tbody th", (cells) => cells.map((cell) => cell.textContent));
  const [first] = await names();
  await page.fill("#board-search", first);
  assert.ok((await names()).every((name) => name.includes(first)));
  await page.fill("#board-search", "there is no such board");
  assert.match(await page.textContent("#boards tbody"), /Nothing here fits/);
  await page.fill("#board-search", "");
  await page.click("#boards th:nth-child(3) button");
  const needed = await page.$$eval("#boards tbody td:nth-child(3)", (cells) => cells.map((cell) => Number(cell.textContent.replace(/,/g, ""))));
  assert.deepEqual(needed, [...needed].sort((x, y) => y - x));
  assert.equal(await page.getAttribute("#boards th:nth-child(3)", "aria-sort"), "descending");
  quiet();
});

test("works without a mouse", { skip }, async () => {
  const page = await open(1280);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.focus("#drivers canvas");
  const said = await page.textContent("#heat-says");
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await page.textContent("#heat-says"), said);
  await page.focus("#boards tbody tr:last-child .pick");
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("#boards tbody tr:last-child .pick", "aria-pressed"), "true");
  await page.focus("#image > .alternative > summary");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#image tbody tr:nth-child(2)");
  quiet();
});

test("gives out the counterexample", { skip }, async (t) => {
  const page = await open(1280);
  const broken = page.locator(".rule:has(.verdict.broken)");
  for (let at = 0; at < (await broken.count()); at++) {
    await broken.nth(at).locator("summary").click();
    const button = broken.nth(at).getByRole("button");
    if ((await button.count()) === 0) continue;
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    assert.match(download.suggestedFilename(), /\.config$/);
    assert.match(readFileSync(await download.path(), "utf8"), /^CONFIG_\w+=/m);
    quiet();
    return;
  }
  t.skip("no rule of this report is broken by a configuration");
});

test("prints all parts", { skip }, async () => {
  const page = await open(1280, "dark");
  assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible(".tools"), false);
  quiet();
});
