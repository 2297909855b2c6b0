// The page: four answers, and what each of them rests on.
import { raw } from "./data.js";
import { bytes, h, number, plural } from "./dom.js";
import { chooser, table } from "./boards.js";
import { HeatMap } from "./heat.js";
import { banner, questions } from "./live.js";
import { afterChange, boards, change, chosen, drivers, median, onChoice, pageSize, planned, short, weighed } from "./model.js";
import { platforms } from "./platforms.js";
import { counts, rules } from "./rules.js";
import { ended, timeline } from "./timeline.js";
import { treemap } from "./treemap.js";

function answer(href: string, question: string, figure: string, unit: string, text: string): HTMLElement {
  return h("a", { class: "answer", href }, h("span", { class: "question" }, question),
    h("span", { class: "figure" }, figure, unit ? h("span", { class: "unit" }, ` ${unit}`) : null), h("span", { class: "text" }, text));
}

function split(text: string): [string, string] {
  const at = text.indexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}

function answers(): HTMLElement {
  const made = h("div", { class: "answers" });
  const update = () => {
    const rule = counts();
    const list: HTMLElement[] = [rule.all
      ? answer("#rules", "Essential", number(rule.holds), `of ${number(rule.all)} rules hold`,
          `in every configuration; ${number(rule.broken)} are broken${rule.undecided ? `, ${number(rule.undecided)} undecided` : ""}.`)
      : answer("#platforms", "Essential", "–", "", "No rules were given.")];
    if (boards.length) {
      const board = chosen();
      const after = afterChange();
      const [dead, deadUnit] = split(bytes(after.deadBytes));
      const was = change() && weighed && after.deadBytes !== board.deadBytes ? ` Without the change: ${bytes(board.deadBytes)}.` : "";
      list.push(weighed
        ? answer("#image", "Needed", dead, `${deadUnit} dead weight`, `${number(after.dead)} of ${number(drivers.length)} built-in drivers can never bind here; ${number(after.bound)} are needed.${was}`)
        : answer("#image", "Needed", number(after.bound), `of ${number(drivers.length)} drivers`, `are needed here, ${number(board.may)} may be, ${number(after.dead)} are dead weight.`));
      list.push(answer("#probing", "Ended", ended() || "–", ended() ? "is the last level" : "",
        `at which a device is bound; ${board.waits ? plural(board.waits, "device") : "none"} still ${board.waits === 1 || !board.waits ? "waits" : "wait"} for a supplier.`));
      const [freed, freedUnit] = split(bytes(board.freedBytes));
      list.push(planned
        ? answer("#image", "Freed", freed, `${freedUnit} back`, `${number(board.freedBytes / pageSize)} whole pages of ${bytes(pageSize)} can be given back here whatever is plugged in, up to ${bytes(board.mayFreeBytes)} if nothing is. Median of all boards: ${bytes(median(boards.map((b) => b.freedBytes)))}.`)
        : answer("#image", "Freed", "–", "", "What can be given back is told of a build tree (--kernel BUILD)."));
    }
    made.replaceChildren(...list);
  };
  update();
  onChoice(update);
  return made;
}

function page() {
  const parts: (HTMLElement | null)[] = [questions(), rules()];
  if (boards.length) {
    const heat = new HeatMap();
    const boardTable = table((list) => heat.show(list));
    parts.push(treemap(), timeline(), boardTable, heat.element);
  }
  parts.push(platforms());
  const title = raw.image ? `Linux ${raw.image.release}` : raw.kernel;
  const titles: [string, string][] = [["ask", "Ask"], ["rules", "Rules"], ["image", "Image"], ["probing", "Probing"], ["boards", "Boards"], ["drivers", "Drivers"], ["platforms", "Platforms"]];
  const there = parts.filter((part): part is HTMLElement => part !== null);
  const origin = [raw.image ? `${raw.image.arch}, ${plural(boards.length, "board")}` : "", `rules from ${raw.kernel}, ${raw.source}`].filter(Boolean).join("; ");
  document.getElementById("page")!.replaceChildren(
    h("header", { class: "top" }, h("p", { class: "brand" }, "Unprobed"), h("h1", {}, title), h("p", { class: "soft" }, origin),
      h("nav", { "aria-label": "Parts" }, ...titles.filter(([id]) => there.some((part) => part.id === id)).map(([id, text]) => h("a", { href: `#${id}` }, text)))),
    h("main", { id: "main", tabindex: -1 },
      boards.length ? h("div", { class: "sticky" }, chooser(), raw.live ? banner() : null) : raw.live ? banner() : null, answers(), ...there,
      raw.notes.length ? h("section", { "aria-labelledby": "notes" }, h("h2", { id: "notes" }, "Notes"), h("ul", { class: "list" }, ...raw.notes.map((note) => h("li", {}, note)))) : null),
    h("footer", {}, h("p", {}, raw.live ? "Made by unprobed serve. " : "Made by unprobed report. The same as data: report.json. ",
      raw.image ? `Kernel: ${raw.image.path}. ` : "", `Tree: ${raw.tree}.`)));
  const live = h("p", { class: "unseen", role: "status" });
  document.body.append(live);
  onChoice(() => { live.textContent = `Now about ${short(chosen())}`; });
}

page();
document.documentElement.dataset.ready = "true";
