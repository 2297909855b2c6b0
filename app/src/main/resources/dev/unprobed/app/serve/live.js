// The page asks the address that it came from, so that the token stays in one place: the URL.
"use strict";

const find = (id) => document.getElementById(id);

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function table(heads, rows) {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  heads.forEach((text) => head.append(element("th", text)));
  const body = made.createTBody();
  rows.forEach((cells) => {
    const row = body.insertRow();
    cells.forEach((cell) => row.append(element("td", cell ?? "")));
  });
  return made;
}

async function ask(path, body) {
  const options = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch("api/" + path, options || {});
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function show(id, work) {
  const place = find(id);
  place.replaceChildren(element("p", "…"));
  try {
    place.replaceChildren(...(await work()));
  } catch (failure) {
    place.replaceChildren(element("p", failure.message, "no"));
  }
}

async function set() {
  const answer = await ask("set", { set: [find("wish").value.trim()], board: find("name").value || undefined });
  if (!answer.plans.length) {
    const reasons = answer.conflict ? answer.conflict.reasons : [];
    const title = answer.complete ? "No configuration has it." : "There was not enough time to find a way.";
    return [element("p", title, "no"), table(["because of"], reasons.map((line) => [line]))];
  }
  if (!answer.plans[0].changes.length) return [element("p", "It is so already.", "yes")];
  const parts = [element("p", "It can be:", "yes")];
  parts.push(table(["set", "from", "to"], answer.plans[0].changes.map((c) => [c.symbol, c.before, c.after])));
  const effect = answer.effect;
  if (effect.bytes !== undefined) parts.push(element("p", `${effect.bytes} bytes of memory after boot fewer`));
  parts.push(element("h3", `${effect.changed.length} symbols change`));
  parts.push(table(["symbol", "from", "to"], effect.changed.map((c) => [c.symbol, c.before, c.after])));
  if (effect.rules.length) {
    parts.push(element("h3", "Rules"));
    parts.push(table(["rule", "before", "after"], effect.rules.map((r) => [r.rule, r.before, r.after])));
  }
  if (effect.drivers.length) {
    parts.push(element("h3", "Drivers of the board"));
    parts.push(table(["driver", "symbol", "now", "on this board"], effect.drivers.map((d) => [d.driver, d.symbol, d.after, d.verdict])));
  }
  return parts;
}

async function why() {
  const answer = await ask("why/" + encodeURIComponent(find("symbol").value.trim().replace(/^CONFIG_/, "")));
  const parts = [element("p", `${answer.symbol} is ${answer.value} (${answer.type})`)];
  parts.push(element("pre", answer.text));
  return parts;
}

async function board() {
  const name = find("name").value;
  const answer = (await ask("board/" + encodeURIComponent(name))).boards[0];
  const parts = [element("p", answer.model)];
  if (answer.bytes) {
    const sums = Object.entries(answer.bytes).filter(([, value]) => typeof value === "number");
    parts.push(table(["bytes in memory after boot", ""], sums.map(([need, value]) => [need, value.toLocaleString("en")])));
  }
  parts.push(table(["driver", "symbol", "verdict", "why"], answer.drivers.map((d) => [d.driver, d.symbol, d.verdict, d.reason])));
  return parts;
}

async function start() {
  const overview = await ask("boards");
  find("kernel").textContent = overview.kernel;
  overview.boards.forEach((name) => find("name").append(element("option", name)));
  if (overview.boards.length) show("board-answer", board);
}

for (const [id, work] of [["set", set], ["why", why]]) {
  find(id).addEventListener("submit", (event) => {
    event.preventDefault();
    show(id + "-answer", work);
  });
}
find("name").addEventListener("change", () => show("board-answer", board));
start().catch((failure) => { find("kernel").textContent = failure.message; });
