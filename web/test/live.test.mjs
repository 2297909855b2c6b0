// Opens what unprobed serve serves, and asks. LIVE names its address.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { builtFaults, launch, open as openIn, quiet, skip as absent } from "./browser.mjs";

const address = process.env.LIVE;
const skip = absent || (address ? false : "LIVE does not name the address of unprobed serve");

let browser;
before(async () => { if (!skip) browser = await launch(); });
after(() => browser?.close());

const open = (width, colorScheme) => openIn(browser, address, [address, "data:", "blob:"], width, colorScheme);
const settled = (page, id) => page.waitForFunction((reply) => !document.querySelector(reply).textContent.startsWith("Asking"), `#${id}-answer`, { timeout: 60_000 });

async function ask(page, id, text) {
  await page.fill(`#${id}`, text);
  await page.press(`#${id}`, "Enter");
  await settled(page, id);
  return page.textContent(`#${id}-answer`);
}

/** A driver that the first board needs, one whose symbol is known if there is any: packages do not tell them. */
async function needed(page) {
  const answers = await page.evaluate(async () => {
    const { boards } = await (await fetch("api/boards")).json();
    return (await (await fetch(`api/board/${encodeURIComponent(boards[0])}`)).json()).boards[0].drivers;
  });
  const bound = answers.filter((driver) => driver.verdict === "bound");
  return bound.find((driver) => /^\w+$/.test(driver.symbol)) ?? { ...bound[0], symbol: undefined };
}

for (const width of [1280, 390]) {
  test(`asks why, tries a change and goes back at ${width} pixels`, { skip }, async () => {
    const page = await open(width);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    const driver = await needed(page);
    const symbol = driver.symbol ?? "PCI";
    await page.selectOption("#board", "0");
    assert.match(await ask(page, "why", driver.driver), /is needed on/);
    assert.match(await ask(page, "why", `CONFIG_${symbol}`), new RegExp(`${symbol} is y`));
    assert.match(await ask(page, "why", "NO_SUCH_SYMBOL"), /No Kconfig file/);
    quietBut(/404/);
    const before = await page.textContent(".answers");
    const answer = await ask(page, "set", `${symbol}=n`);
    assert.match(answer, /It can be so|No configuration has that/);
    if (answer.includes("It can be so")) {
      assert.match(answer, new RegExp(symbol));
      assert.equal(await page.isVisible(".banner"), true);
      if (driver.symbol) assert.notEqual(await page.textContent(".answers"), before);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await page.click(".banner button");
      assert.equal(await page.textContent(".answers"), before);
    }
    quiet();
  });
}

/** The browser tells of an answer that says no, too. */
function quietBut(expected) {
  try {
    quiet();
  } catch (error) {
    assert.ok(error.actual.every((text) => expected.test(text)), error.actual.join("\n"));
  }
}

test("another board changes the answers and what one can ask", { skip }, async () => {
  const page = await open(1280);
  const values = await page.$$eval("#board option", (options) => options.map((option) => option.value));
  const now = await page.inputValue("#board");
  const text = await page.textContent(".answers");
  await page.selectOption("#board", values.find((value) => value !== now));
  assert.notEqual(await page.textContent(".answers"), text);
  const label = await page.getAttribute("#why-known option", "value");
  assert.match(await ask(page, "why", label), /is needed|is dead weight|may be needed|waits for ever/);
  quiet();
});

test("has the report's parts, and is valid HTML", { skip }, async () => {
  const page = await open(1280);
  for (const part of ["ask", "image", "probing", "boards", "drivers"]) assert.equal(await page.locator(`#${part}`).count(), 1, part);
  assert.deepEqual(await builtFaults(page), []);
  quiet();
});

test("runs no script but its own", { skip }, async () => {
  const page = await open(1280);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.foreign = true";
    document.body.append(script);
    const image = document.createElement("img");
    image.src = "data:,";
    image.setAttribute("onerror", "window.foreign = true");
    document.body.append(image);
    return window.foreign === true;
  });
  await page.waitForTimeout(200);
  assert.equal(ran, false);
  assert.equal(await page.evaluate(() => window.foreign), undefined);
  quietBut(/Content Security Policy|inline/);
});

test("says that the server is gone", { skip }, async () => {
  const page = await open(1280);
  await page.route("**/api/**", (route) => route.abort());
  assert.match(await ask(page, "why", "PCI"), /does not answer any more/);
  quietBut(/ERR_FAILED/);
});
