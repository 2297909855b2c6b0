// Rules over all configurations: verdict, reason, and the configuration that breaks one.
import { raw, type Rule, type RuleTree } from "./data.js";
import { h, how, number, plural, search, section } from "./dom.js";
import { change, onChoice } from "./model.js";

const ORDER = { broken: 0, undecided: 1, empty: 2, holds: 3 };
const WORDS = { broken: "broken", undecided: "undecided", empty: "says nothing", holds: "holds" };

/** The whole file, made from the first one and its changes. */
function config(tree: RuleTree, rule: Rule): string {
  const lines = tree.base.split("\n");
  for (const [at, gone, come] of [...rule.config!].reverse()) lines.splice(at, gone, ...come);
  return lines.join("\n");
}

function download(tree: RuleTree, rule: Rule) {
  const name = `${tree.arch}-${rule.line}-${rule.rule.split(" ").pop()!.replace(/\W+/g, "-")}.config`;
  const link = h("a", { href: URL.createObjectURL(new Blob([config(tree, rule)], { type: "text/plain" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function meaning(rule: Rule): string {
  const modular = / ?modular \S+$/.test(rule.rule);
  switch (rule.outcome) {
    case "holds": return rule.config ? "This configuration shows that it can be." : rule.reasons.length ? "No configuration gets around these lines:" : "Proved over all configurations.";
    case "broken": return rule.config ? "This configuration breaks it." : modular ? "These lines make it impossible:" : "Broken.";
    case "empty": return "No configuration satisfies its condition.";
    case "undecided": return "The time for proving was over; see --limit.";
  }
}

function body(tree: RuleTree, rule: Rule): HTMLElement {
  const conf: Record<string, string> = { confirmed: "The tree's own conf keeps it as it is.", refuted: "The tree's own conf changes it: this is a mistake of ours." };
  return h("div", { class: "body" },
    h("p", {}, meaning(rule)),
    rule.reasons.length ? h("ul", { class: "list" }, ...rule.reasons.map((line) => h("li", {},
      line.undefined ? `nothing defines ${line.undefined}` : h("span", {}, h("code", {}, line.text ?? ""), h("span", { class: "soft" }, ` ${line.file}:${line.line}`))))) : null,
    rule.changes?.length ? h("p", {}, `Set in ${tree.start}: `, ...rule.changes.slice(0, 12).flatMap((change) => [h("code", {}, `${change.symbol}=${change.after}`),
      h("span", { class: "soft" }, ` (was ${change.before}) `)]), rule.changes.length > 12 ? `and ${rule.changes.length - 12} more` : "") : null,
    rule.conf ? h("p", { class: "soft" }, conf[rule.conf] ?? (tree.confNotAsked || `conf: ${rule.conf}`)) : null,
    rule.config ? h("button", { type: "button", onclick: () => download(tree, rule) }, rule.outcome === "broken" ? "Download the counterexample .config" : "Download the .config") : null,
    h("p", { class: "soft" }, `${rule.file.replace(/.*\//, "")}:${rule.line}`));
}

export function counts() {
  const all = raw.rules.flatMap((tree) => tree.rules);
  const of = (outcome: string) => all.filter((rule) => rule.outcome === outcome).length;
  return { all: all.length, holds: of("holds"), broken: of("broken"), undecided: of("undecided"), empty: of("empty") };
}

export function rules(): HTMLElement | null {
  if (!raw.rules.length) return null;
  let outcome = "";
  let words = "";
  const items: { element: HTMLElement; rule: Rule; text: string }[] = [];
  const blocks = raw.rules.map((tree) => {
    const sorted = [...tree.rules].sort((x, y) => ORDER[x.outcome] - ORDER[y.outcome]);
    return h("div", { class: "rules" }, h("h3", {}, tree.arch), ...sorted.map((rule) => {
      const mark = h("span", { class: "no" });
      const element: HTMLDetailsElement = h("details", { class: "rule", ontoggle: () => {
        if (element.open && element.children.length === 1) element.append(body(tree, rule));
      } }, h("summary", {}, h("span", { class: `verdict ${rule.outcome}` }, WORDS[rule.outcome]), h("code", {}, rule.rule), mark));
      if (raw.live) onChoice(() => {
        const now = change();
        const after = now?.arch === tree.arch ? now.rules.get(rule.rule) : undefined;
        mark.textContent = after === "broken" ? "broken by the change" : "";
      });
      items.push({ element, rule, text: `${rule.rule} ${tree.arch} ${WORDS[rule.outcome]}`.toLowerCase() });
      return element;
    }));
  });
  const find = search("rule-search", "Search rules", "CLK broken", (typed) => { words = typed.toLowerCase(); apply(); });
  const number_ = counts();
  const chip = (value: string, label: string) => h("button", { type: "button", class: "chip", "aria-pressed": String(value === outcome), "data-outcome": value, onclick: () => {
    outcome = value;
    chips.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.outcome === value)));
    apply();
  } }, label);
  const chips = h("div", { class: "chips", role: "group", "aria-label": "Verdicts" }, chip("", `all ${number(number_.all)}`), chip("broken", `broken ${number(number_.broken)}`),
    chip("holds", `hold ${number(number_.holds)}`), number_.undecided ? chip("undecided", `undecided ${number(number_.undecided)}`) : null);
  const apply = () => {
    let shown = 0;
    for (const item of items) {
      const fits = (!outcome || item.rule.outcome === outcome) && words.split(/\s+/).every((word) => item.text.includes(word));
      item.element.hidden = !fits;
      if (fits) shown++;
    }
    find.count.textContent = plural(shown, "rule");
  };
  apply();
  return section("rules", "Essential: rules over all configurations",
    "Each rule is proved for every configuration that the Kconfig files allow, or broken by one that you can download.",
    h("div", { class: "tools" }, chips, find.element), ...blocks,
    how("rules", "The Kconfig files as a formula with two variables for each tristate; a SAT solver looks for a configuration that breaks the rule. What it finds is replayed by the tree's own conf where that can be built; a proof comes with a minimal set of lines."));
}
