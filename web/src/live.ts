// What only a served page has: asking why, and trying a change. All answers come from the address of the page itself, with its token.
import { raw } from "./data.js";
import { bytes, h, number, plural, section } from "./dom.js";
import { afterChange, change, chosen, drivers, lacksOf, onChoice, short, tryOut, verdict, VERDICTS, weighed } from "./model.js";

interface Turn { symbol: string; before: string; after: string }
interface RuleTurn { rule: string; before: string; after: string }
interface DriverTurn { driver: string; symbol: string; before: string; after: string; verdict: string }
interface SetAnswer {
  complete: boolean; plans: { changes: Turn[] }[]; conflict?: { explained: boolean; reasons: string[] };
  effect?: { changed: Turn[]; rules: RuleTurn[]; drivers: DriverTurn[]; units?: string[]; bytes?: number };
}
interface WhyAnswer { symbol: string; type: string; value: string; text: string }
interface DriverAnswer {
  driver: string; verdict: string; reason: string; devices: string[]; waiting: { device: string; reason: string }[];
  compatibles: string[]; unit: string; symbol: string; value?: string; bytes?: number; reclaim?: string;
}
interface NodeAnswer {
  compatible: string; sources: boolean;
  nodes: { path: string; state: string; drivers: string[]; detail: string; remedies: string[]; set: string[] }[];
}

const WORDS: Record<string, string> = { bound: "is needed", deferred: "waits for ever", possible: "may be needed", dead: "is dead weight" };
const MOST = 40;

async function ask<T>(path: string, body?: object): Promise<T> {
  const options = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`api/${path}`, options || {});
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

const code = (text: string) => h("code", {}, text);
const soft = (text: string) => h("span", { class: "soft" }, text);
const list = (items: (Node | string)[]) => h("ul", { class: "list" }, ...items.slice(0, MOST).map((item) => h("li", {}, item)),
  items.length > MOST ? h("li", { class: "soft" }, `and ${number(items.length - MOST)} more`) : null);
const linked = (symbol: string, also = "") => h("button", { type: "button", class: "link", onclick: () => why(symbol) }, code(symbol + also));

async function symbol(name: string): Promise<Node[]> {
  const answer = await ask<WhyAnswer>(`why/${encodeURIComponent(name)}`);
  return [h("p", {}, code(`${answer.symbol}=${answer.value}`), soft(` ${answer.type}`)),
    h("pre", { tabindex: 0, "aria-label": "Explanation" }, answer.text), values(answer.symbol, answer.type, answer.value)];
}

/** The other values that one can try. */
function values(name: string, type: string, value: string): HTMLElement {
  const levels = type === "bool" ? ["n", "y"] : type === "tristate" ? ["n", "m", "y"] : [];
  return h("p", { class: "actions" }, ...levels.filter((level) => level !== value).map((level) =>
    h("button", { type: "button", onclick: () => set(`${name}=${level}`) }, `Try ${name}=${level}`)));
}

async function driver(label: string): Promise<Node[]> {
  const board = chosen();
  const answer = await ask<DriverAnswer>(`driver/${encodeURIComponent(board.name)}/${encodeURIComponent(label)}`);
  const value = answer.value === undefined ? "" : `=${answer.value}`;
  return [
    h("p", {}, code(answer.driver), " ", h("b", {}, WORDS[answer.verdict] ?? answer.verdict), ` on ${short(board)}`, answer.reason ? `: ${answer.reason}` : "."),
    answer.devices.length ? h("div", {}, h("h4", {}, answer.verdict === "bound" ? "Takes" : "May take"), list(answer.devices.map(code))) : "",
    answer.waiting.length ? h("div", {}, h("h4", {}, "Waits"), list(answer.waiting.map((wait) => h("span", {}, code(wait.device), ` ${wait.reason}`)))) : "",
    h("dl", { class: "facts" },
      h("dt", {}, "Unit"), h("dd", {}, code(answer.unit), answer.bytes === undefined ? "" : ` ${number(answer.bytes)} bytes once booted`,
        answer.reclaim ? soft(`; it ${answer.reclaim}`) : ""),
      h("dt", {}, "Symbol"), h("dd", {}, answer.symbol ? (raw.live!.kconfig ? linked(answer.symbol, value) : code(answer.symbol)) : "not known"),
      h("dt", {}, "Matches"), h("dd", {}, answer.compatibles.length ? code(answer.compatibles.slice(0, MOST).join(" ")) : "no compatible; by name or id")),
  ].filter((part) => part !== "") as Node[];
}

async function node(compatible: string): Promise<Node[]> {
  const board = chosen();
  const answer = await ask<NodeAnswer>(`node/${encodeURIComponent(board.name)}/${encodeURIComponent(compatible)}`);
  return [h("p", {}, code(compatible), ` on ${short(board)}: ${plural(answer.nodes.length, "node")}`),
    ...answer.nodes.slice(0, MOST).map((one) => h("div", { class: "found" },
      h("p", {}, code(one.path), " ", h("b", {}, one.state), one.drivers.length ? ` ${one.drivers.join(", ")}` : "", one.detail ? soft(` ${one.detail}`) : ""),
      one.remedies.length ? list(one.remedies) : one.state === "missing" && !answer.sources ? h("p", { class: "soft" }, "With its sources (--tree DIR) it is told which symbol would bring a driver.") : null,
      one.set.length ? h("p", { class: "actions" }, h("button", { type: "button", onclick: () => set(one.set.join(" ")) }, `Try ${one.set.join(" ")}`)) : null))];
}

/** A driver by its name, a compatible that lacks one, or else a symbol. */
function kind(text: string): Promise<Node[]> {
  const label = drivers.includes(text) ? text : drivers.find((one) => one.slice(one.indexOf("/") + 1) === text);
  if (label) return driver(label);
  return /^\w+$/.test(text) ? symbol(text.replace(/^CONFIG_/, "")) : node(text);
}

function turns(title: string, heads: string[], rows: string[][]): HTMLElement {
  return h("details", { class: "alternative", open: rows.length <= 12 }, h("summary", {}, title),
    h("section", { class: "scroll", tabindex: 0, "aria-label": title }, h("table", {},
      h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))))))));
}

function refusal(answer: SetAnswer): Node[] {
  if (!answer.conflict) return [h("p", { class: "no" }, "There was not enough time to find a way.")];
  const { explained, reasons } = answer.conflict;
  return [h("p", { class: "no" }, h("b", {}, "No configuration has that."), reasons.length ? " Because of:" : explained ? " Types, ranges or MODULES do not allow it." : ""),
    list(reasons.map(code))];
}

async function tried(wish: string): Promise<Node[]> {
  const wishes = wish.split(/\s+/).map((part) => part.replace(/^CONFIG_/, ""));
  const answer = await ask<SetAnswer>("set", { set: wishes, board: chosen()?.name });
  tryOut(null);
  const plan = answer.plans[0];
  if (!plan) return refusal(answer);
  if (!plan.changes.length) return [h("p", {}, h("b", {}, "It is so already."))];
  const effect = answer.effect!;
  const symbols = new Set(effect.changed.filter((turn) => turn.before === "y" && turn.after !== "y").map((turn) => turn.symbol));
  tryOut({ wish, symbols, units: new Set(effect.units ?? []), bytes: effect.bytes, arch: raw.live!.arch,
    rules: new Map(effect.rules.map((rule) => [rule.rule, rule.after])) });
  const others = plan.changes.filter((turn) => !wishes.some((one) => one.startsWith(`${turn.symbol}=`)));
  const broken = effect.rules.filter((rule) => rule.after !== rule.before);
  const changeRow = (turn: Turn) => [turn.symbol, turn.before, turn.after];
  return [
    h("p", {}, h("b", {}, "It can be so"), others.length ? `, with ${plural(others.length, "other change")} of the configuration:` : "; nothing else has to be set."),
    others.length ? list(others.map((turn) => h("span", {}, code(`${turn.symbol}=${turn.after}`), soft(` was ${turn.before || "not set"}`)))) : "",
    h("p", {}, effect.bytes !== undefined ? `${number(effect.bytes)} bytes (${bytes(effect.bytes)}) of ${plural(effect.units!.length, "built-in unit")} go from memory. ` : "",
      raw.boards && !weighed ? "A package does not tell bytes by unit; a build tree does. " : "",
      effect.rules.length ? (broken.length ? `${plural(broken.length, "rule")} changed:` : `None of ${number(effect.rules.length)} rules changes in this configuration.`) : ""),
    broken.length ? list(broken.map((rule) => h("span", {}, code(rule.rule), ` ${rule.before} before, `, h("b", {}, rule.after)))) : "",
    effect.drivers.length ? turns(`${plural(effect.drivers.length, "driver")} of ${short(chosen())} that it is about`, ["Driver", "Symbol", "Now", "On this board"],
      effect.drivers.map((turn) => [turn.driver, turn.symbol, `${turn.before} → ${turn.after}`, WORDS[turn.verdict] ?? turn.verdict])) : "",
    turns(`${plural(effect.changed.length, "symbol")} ${effect.changed.length === 1 ? "changes" : "change"}`, ["Symbol", "From", "To"], effect.changed.map(changeRow)),
    h("p", { class: "soft" }, "The solver's answer; no process is started for a page, so the tree's conf was not asked (unprobed set does)."),
  ].filter((part) => part !== "") as Node[];
}

const whyInput = h("input", { id: "why", type: "text", name: "why", required: true, autocomplete: "off", spellcheck: "false", list: "why-known", maxlength: 256 });
const setInput = h("input", { id: "set", type: "text", name: "set", required: true, autocomplete: "off", spellcheck: "false", placeholder: "X=m", maxlength: 512,
  pattern: "\\s*(\\w+=\\S+)(\\s+\\w+=\\S+)*\\s*", title: "SYMBOL=VALUE, several with spaces between them" });
const whyAnswer = h("div", { id: "why-answer", class: "reply", role: "status" });
const setAnswer = h("div", { id: "set-answer", class: "reply", role: "status" });

let last = 0;
async function show(place: HTMLElement, work: () => Promise<Node[]>) {
  const mine = ++last;
  place.dataset.asked = String(mine);
  place.replaceChildren(h("p", { class: "soft" }, "Asking …"));
  let found: Node[];
  try {
    found = await work();
  } catch (failure) {
    const text = failure instanceof TypeError ? "unprobed serve does not answer any more." : (failure as Error).message;
    found = [h("p", { class: "no" }, `${text[0].toUpperCase()}${text.slice(1)}`)];
  }
  if (place.dataset.asked === String(mine)) place.replaceChildren(...found);
}

function reveal(field: HTMLInputElement, text: string) {
  field.value = text;
  document.getElementById("ask")!.scrollIntoView();
  field.focus({ preventScroll: true });
}
export function why(text: string) {
  reveal(whyInput, text);
  void show(whyAnswer, () => kind(text));
}
function set(text: string) {
  reveal(setInput, text);
  void show(setAnswer, () => tried(text));
}

/** A button that asks about something elsewhere on the page; nothing in a file. */
export function whyButton(text: string): HTMLElement | null {
  return raw.live ? h("button", { type: "button", class: "ask", "aria-label": `Why ${text}`, onclick: () => why(text) }, "why?") : null;
}

function form(field: HTMLInputElement, label: string, action: string, hint: string, send: (text: string) => void, reply: HTMLElement): HTMLElement {
  return h("div", {}, h("form", { class: "question-form", onsubmit: (event: Event) => { event.preventDefault(); send(field.value.trim()); } },
    h("label", { for: field.id }, label), h("div", { class: "row" }, field, h("button", { type: "submit" }, action)), h("p", { class: "soft" }, hint)), reply);
}

export function questions(): HTMLElement | null {
  if (!raw.live) return null;
  const known = h("datalist", { id: "why-known" });
  const fill = () => {
    if (!drivers.length) return;
    const names = new Set([...drivers, ...lacksOf(chosen().index).map((lack) => lack.compatible)]);
    known.replaceChildren(...[...names].map((name) => h("option", { value: name })));
  };
  fill();
  onChoice(fill);
  const first = drivers.findIndex((_, d) => chosen() && VERDICTS[verdict(chosen().index, d)] === "needed");
  whyInput.placeholder = drivers[first] ?? "COMMON_CLK";
  return section("ask", "Ask", raw.live.kconfig ? `Values are those of ${raw.live.configuration}.` : "Without sources there is nothing to ask about symbols.",
    h("div", { class: "two" },
      form(whyInput, "Why", "Ask", "A driver of this board, a compatible, or a symbol.", why, whyAnswer),
      raw.live.kconfig ? form(setInput, "What if", "Try", "SYMBOL=VALUE: the fewest changes that make it so, and what comes of them.", set, setAnswer) : null), known);
}

/** That the page is about a change, and the way back. */
export function banner(): HTMLElement {
  const made = h("p", { class: "banner", hidden: true, role: "status" });
  onChoice(() => {
    const now = change();
    made.hidden = !now;
    if (!now) return;
    const saved = weighed ? `, ${bytes(now.bytes ?? 0)} less in memory` : "";
    const dead = raw.boards ? `, ${number(afterChange().dead)} drivers dead weight` : "";
    made.replaceChildren(h("span", {}, "With ", code(now.wish), saved, dead), h("button", { type: "button", onclick: () => tryOut(null) }, "As it is"));
  });
  return made;
}
