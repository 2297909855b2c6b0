// The image as areas, coloured by what the chosen board has of them.
import { chart, colour, draw, font, lines, still, tooltip } from "./charts.js";
import { raw, type RawUnits } from "./data.js";
import { bytes, h, how, number, section, SortedTable, plural } from "./dom.js";
import { chosen, FATES, FATE_WORDS, leaves, onChoice, planned, short, weighed, type Fate, type Leaf } from "./model.js";

const size = (n: number) => (weighed ? bytes(n) : plural(n, "driver"));

/** Not as an attribute: the page's policy allows no inline style. */
function grown(fate: Fate, share: number): HTMLElement {
  const part = h("span", { class: fate });
  part.style.flexGrow = String(share);
  return part;
}

function totals(): Map<Fate, number> {
  const sums = new Map<Fate, number>();
  for (const leaf of leaves) {
    const fate = leaf.fate(chosen().index);
    sums.set(fate, (sums.get(fate) ?? 0) + leaf.size);
  }
  return sums;
}

/** A folder that would be too small to read is put with others of its kind. */
const SMALL = 0.007;
const whole = leaves.reduce((sum, leaf) => sum + leaf.size, 0);
const sizes = new Map<string, number>();
for (const leaf of leaves) sizes.set(leaf.group, (sizes.get(leaf.group) ?? 0) + leaf.size);
function place(leaf: Leaf): string {
  if (sizes.get(leaf.group)! >= SMALL * whole) return leaf.group;
  const top = leaf.group.split("/")[0];
  return top === "drivers" || top === "sound" ? "other drivers" : "other";
}

function tree() {
  const groups = new Map<string, { name: string; children: object[] }>();
  for (const leaf of leaves) {
    const name = place(leaf);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { name, children: [] }));
    const fate = leaf.fate(chosen().index);
    const parts = leaf.name.split("/");
    group.children.push({
      name: parts[parts.length - 1], value: leaf.size, full: leaf.name, fate,
      itemStyle: { color: colour(fate) }, label: { color: colour(`on-${fate}`) },
    });
  }
  return [...groups.values()];
}

const CLASSES: Record<string, string> = {
  text: "functions", rodata: "constants", data: "data", bss: "zeroed data", init: "for booting only", strings: "texts", kallsyms: "names of functions (kallsyms)",
  btf: "types (BTF)", tables: "relocations, and tables that the linker gathers", padding: "padding", percpu: "data for each processor", exit: "for leaving only", headers: "the kernel's headers", other: "constants and data that the image does not tell apart",
};

/** What kinds of bytes there are: of a package all that can be known. */
function classes(units: RawUnits): HTMLElement {
  const rows = [...units.classes].sort((x, y) => y[1] - x[1]);
  const table = h("section", { class: "scroll", tabindex: 0, "aria-label": "Bytes by kind" }, h("table", { class: "classes" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Kind"), h("th", { scope: "col", class: "n" }, "Image"), h("th", { scope: "col", class: "n" }, "Once booted"))),
    h("tbody", {}, ...rows.map(([name, file, resident]) => h("tr", {}, h("th", { scope: "row" }, CLASSES[name] ?? name), h("td", { class: "n" }, number(file)), h("td", { class: "n" }, number(resident))),
      ), h("tr", {}, h("th", { scope: "row" }, h("b", {}, "all")), h("td", { class: "n" }, number(units.fileSize)), h("td", { class: "n" }, number(units.residentSize))))));
  const remarks = units.remarks.map((remark) => `${remark[0].toUpperCase()}${remark.slice(1)}.`).join(" ");
  const words = h("p", { class: "soft" }, weighed ? "" : "Which driver a byte is of only a build tree tells. ", remarks);
  if (weighed) return h("details", { class: "alternative" }, h("summary", {}, "Bytes by kind"), table, words);
  return h("div", {}, h("h3", {}, `Bytes by kind: ${bytes(units.fileSize)} unpacked, ${bytes(units.residentSize)} once booted`), table, words);
}

export function treemap(): HTMLElement {
  const canvas = h("div", { class: "chart tall", "aria-hidden": "true" });
  const legend = h("ul", { class: "legend" });
  const bar = h("div", { class: "bar", "aria-hidden": "true" });
  const table = new SortedTable<Leaf>([
    { title: weighed ? "Unit" : "Driver", text: (leaf) => h("code", {}, leaf.name), key: (leaf) => leaf.name, wide: true },
    { title: weighed ? "Bytes" : "Unit", text: (leaf) => (weighed ? number(leaf.size) : leaf.group), key: (leaf) => (weighed ? leaf.size : leaf.group), numeric: weighed },
    { title: "On this board", text: (leaf) => FATE_WORDS[leaf.fate(chosen().index)], key: (leaf) => leaf.fate(chosen().index) },
  ], [], "Parts of the image", (leaf) => leaf.name);
  const alternative = h("details", { class: "alternative", ontoggle: () => fill() }, h("summary", {}, "The same as a table"), table.element);
  const fill = () => { if (alternative.open) table.replace([...leaves].sort((x, y) => y.size - x.size)); };

  const update = () => {
    const sums = totals();
    const all = [...sums.values()].reduce((x, y) => x + y, 0);
    const present = FATES.filter((fate) => sums.get(fate));
    legend.replaceChildren(...present.map((fate) => h("li", {}, h("span", { class: `swatch ${fate}` }),
      h("b", {}, FATE_WORDS[fate]), ` ${size(sums.get(fate)!)} `,
      h("span", { class: "soft" }, `${((100 * sums.get(fate)!) / all).toFixed(1)} %`))));
    bar.replaceChildren(...present.map((fate) => grown(fate, sums.get(fate)!)));
    fill();
  };

  const part = section("image", "The image", weighed
    ? "Each area is a unit of the kernel; its size is what stays in memory once the kernel has booted."
    : "A packaged kernel does not tell whose bytes are whose, so each built-in driver has the same area here. With a build tree (--kernel BUILD) areas are bytes.",
    bar, legend, canvas, alternative,
    how(weighed ? (planned ? "ledger boards reclaim" : "ledger boards") : "boards ledger", weighed
      ? "The link of the kernel is repeated on paper: every byte has one owner, and the rows add up to the file. The colours are those of unprobed board; "
        + (planned ? "given back is what unprobed reclaim plan lets leave whatever is plugged in: whole units here, and under Freed the whole pages of them in the order of the link, which are less." : "nothing is given back here.")
      : "Drivers are found in the image by what its code registers, not by a list of names; each is then tried on the board's device tree."),
    raw.units ? classes(raw.units) : null);

  requestAnimationFrame(() => {
    const map = chart(canvas);
    map.setOption({ series: [{ type: "treemap" }] });
    const paint = () => map.setOption({
      animation: false,
      tooltip: { ...tooltip(), formatter: (at: any) => at.data?.full
        ? lines(at.data.full, `${size(at.value)}, ${FATE_WORDS[at.data.fate as Fate]}`) : lines(at.name, size(at.value)) },
      series: [{
        type: "treemap", roam: false, nodeClick: "zoomToNode", animationDurationUpdate: still ? 0 : 300,
        top: 0, left: 0, right: 0, bottom: 30, visibleMin: 12, data: tree(),
        breadcrumb: { height: 22, bottom: 0, emptyItemWidth: 20, itemStyle: { color: colour("shade"), textStyle: { color: colour("ink"), fontFamily: font } } },
        label: { fontFamily: font, fontSize: 11, overflow: "truncate", ellipsis: "", position: [4, 4] },
        upperLabel: { show: true, height: 18, color: colour("ink"), fontFamily: font, fontSize: 11, fontWeight: 600, overflow: "truncate" },
        itemStyle: { borderColor: colour("paper"), borderWidth: 0, gapWidth: 1 },
        levels: [
          { itemStyle: { borderColor: colour("paper"), borderWidth: 0, gapWidth: 3 }, upperLabel: { show: false } },
          { itemStyle: { borderColor: colour("paper"), borderWidth: 0, gapWidth: 1, color: colour("paper") } },
        ],
        name: short(chosen()),
      }],
    });
    draw(paint);
    onChoice(paint);
  });
  update();
  onChoice(update);
  return part;
}
