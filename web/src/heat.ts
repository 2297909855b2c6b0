// Boards × drivers, a cell each, painted as pixels: ECharts would take seconds for hundreds of thousands of cells.
import { colour, draw } from "./charts.js";
import { h, how, number, section, SortedTable } from "./dom.js";
import { whyButton } from "./live.js";
import { boardCount, boards, BOUND, choose, chosen, DEAD, drivers, onChoice, POSSIBLE, reason, short, unitOf, verdict, VERDICTS, type Board } from "./model.js";

interface Row { driver: number; bound: number; may: number }
const rows: Row[] = drivers.map((_, driver) => {
  let bound = 0, may = 0;
  for (let i = 0; i < boardCount; i++) {
    const v = verdict(i, driver);
    if (v === POSSIBLE) may++;
    else if (v !== DEAD) bound++;
  }
  return { driver, bound, may };
});
const alive = rows.filter((row) => row.bound + row.may > 0).sort((x, y) => y.bound - x.bound || y.may - x.may);

function rgb(text: string): number[] {
  const c = document.createElement("canvas").getContext("2d")!;
  c.fillStyle = text;
  c.fillRect(0, 0, 1, 1);
  return [...c.getImageData(0, 0, 1, 1).data];
}

export class HeatMap {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", { tabindex: 0, role: "application", "aria-label": "Boards by drivers; arrow keys move, Enter chooses the board", "aria-describedby": "heat-says" });
  private readonly says = h("p", { id: "heat-says", class: "says", role: "status" }, "Point at a cell, or move with the arrow keys.");
  private list: Board[] = boards;
  private x = 0;
  private y = 0;

  constructor() {
    const table = new SortedTable<Row>([
      { title: "Driver", text: (row) => h("code", {}, drivers[row.driver]), key: (row) => drivers[row.driver], wide: true },
      { title: "Unit", text: (row) => h("code", {}, unitOf(row.driver)), key: (row) => unitOf(row.driver), wide: true },
      { title: "Needed on", text: (row) => number(row.bound), key: (row) => row.bound, numeric: true },
      { title: "May be on", text: (row) => number(row.may), key: (row) => row.may, numeric: true },
      { title: "Dead weight on", text: (row) => number(boardCount - row.bound - row.may), key: (row) => boardCount - row.bound - row.may, numeric: true },
    ], [], "Drivers and how many boards need them", (row) => drivers[row.driver]);
    const alternative = h("details", { class: "alternative", ontoggle: () => { if (alternative.open) table.replace(rows); } },
      h("summary", {}, "By driver, as a table"), table.element);
    this.canvas.addEventListener("pointermove", (event) => this.point(event));
    this.canvas.addEventListener("click", (event) => { this.point(event); choose(this.list[this.y].index); });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    const dead = drivers.length - alive.length;
    this.element = section("drivers", "Boards × drivers",
      `A row for each board that the table above shows, a column for each of ${number(alive.length)} drivers that some board may need, the most needed first. ${number(dead)} more drivers are dead weight on every board.`,
      h("ul", { class: "legend" }, h("li", {}, h("span", { class: "swatch needed" }), "needed"), h("li", {}, h("span", { class: "swatch may" }), "may be needed"), h("li", {}, h("span", { class: "swatch freed" }), "waits for ever"),
        h("li", {}, h("span", { class: "swatch empty" }), "dead weight")),
      h("section", { class: "heat", tabindex: 0, "aria-label": "Heat map" }, this.canvas), this.says, alternative,
      how("boards", "Each board is booted on paper twice, once believing only what is certain and once all that may be. Needed: bound in the first. May be needed: only in the second. Dead weight: no node, no maker and no bus can bring it a device."));
    draw(() => this.paint());
    onChoice(() => this.paint());
  }

  show(list: Board[]) { this.list = list; this.y = 0; this.paint(); }

  private paint() {
    if (!this.list.length || !alive.length) return;
    const { canvas } = this;
    canvas.width = alive.length;
    canvas.height = this.list.length;
    canvas.style.height = `${Math.max(120, Math.min(640, this.list.length * 12))}px`;
    const context = canvas.getContext("2d")!;
    const image = context.createImageData(canvas.width, canvas.height);
    const colours = ["needed", "freed", "may", "shade"].map((name) => rgb(colour(name)));
    this.list.forEach((board, y) => alive.forEach((row, x) => image.data.set(colours[verdict(board.index, row.driver)], (y * canvas.width + x) * 4)));
    context.putImageData(image, 0, 0);
  }

  private point(event: MouseEvent) {
    const box = this.canvas.getBoundingClientRect();
    this.move(Math.floor(((event.clientX - box.left) / box.width) * alive.length), Math.floor(((event.clientY - box.top) / box.height) * this.list.length));
  }

  private move(x: number, y: number) {
    this.x = Math.max(0, Math.min(alive.length - 1, x));
    this.y = Math.max(0, Math.min(this.list.length - 1, y));
    const board = this.list[this.y], driver = alive[this.x].driver, found = verdict(board.index, driver);
    const why = reason(board.index, driver);
    this.says.replaceChildren(h("code", {}, drivers[driver]), " on ", h("b", {}, short(board)), `: ${VERDICTS[found]}`,
      found !== BOUND && why ? `, ${why}` : "", board === chosen() ? (whyButton(drivers[driver]) ?? "") : "");
  }

  private key(event: KeyboardEvent) {
    const step = event.shiftKey ? 10 : 1;
    const moves: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (moves[event.key]) {
      this.move(this.x + moves[event.key][0], this.y + moves[event.key][1]);
      event.preventDefault();
    } else if (event.key === "Enter" && this.list[this.y]) {
      choose(this.list[this.y].index);
    }
  }
}
