// All boards in a table, and the bar in which one of them is chosen.
import { bytes, h, how, number, plural, search, section, SortedTable, type Column } from "./dom.js";
import { boards, choose, chosen, onChoice, planned, short, weighed, type Board } from "./model.js";

export function table(shown: (list: Board[]) => void): HTMLElement {
  const columns: Column<Board>[] = [
    { title: "Board", text: (board) => h("button", { type: "button", class: "pick", onclick: () => choose(board.index) }, short(board)), key: short, wide: true },
    { title: "Model", text: (board) => board.model, key: (board) => board.model, wide: true },
    { title: "Needed", text: (board) => number(board.bound), key: (board) => board.bound, numeric: true },
    { title: "May be", text: (board) => number(board.may), key: (board) => board.may, numeric: true },
    { title: "Dead", text: (board) => number(board.dead), key: (board) => board.dead, numeric: true },
    ...(weighed ? [{ title: "Dead bytes", text: (board: Board) => bytes(board.deadBytes), key: (board: Board) => board.deadBytes, numeric: true }] : []),
    ...(planned ? [{ title: "Given back", text: (board: Board) => bytes(board.freedBytes), key: (board: Board) => board.freedBytes, numeric: true }] : []),
    { title: "Lacks", text: (board) => number(board.lacks), key: (board) => board.lacks, numeric: true },
    { title: "Waits", text: (board) => number(board.waits), key: (board) => board.waits, numeric: true },
  ];
  const find = search("board-search", "Search boards", "qcom rb3", (words) => list.filter(words));
  const list = new SortedTable<Board>(columns, boards, "Boards", (board) => `${board.name} ${board.model}`,
    (rows) => { find.count.textContent = plural(rows.length, "board"); shown(rows); },
    (board, row) => { row.classList.toggle("chosen", board === chosen()); row.querySelector(".pick")?.setAttribute("aria-pressed", String(board === chosen())); });
  list.element.classList.add("boards");
  const all = () => [...list.body.rows].forEach((row) => row.classList.remove("chosen"));
  onChoice(() => {
    all();
    list.body.querySelectorAll(".pick").forEach((pick) => {
      const here = pick.textContent === short(chosen());
      pick.setAttribute("aria-pressed", String(here));
      pick.closest("tr")!.classList.toggle("chosen", here);
    });
  });
  return section("boards", "Needed: the boards",
    "Built-in drivers that take a device, that may, and that never can. Lacks: nodes whose driver is a module or is not there. Waits: devices that no supplier comes for.",
    h("div", { class: "tools" }, find.element), list.element,
    how("boards", "From the kernel's files and the board's device tree alone, with no module loaded. Against 19 boards booted in QEMU no driver that bound was called dead weight (docs/binding.md)."));
}

export function chooser(): HTMLElement {
  const select = h("select", { id: "board", onchange: () => choose(Number(select.value)) });
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const board of boards) {
    const name = short(board);
    const folder = name.includes("/") ? name.slice(0, name.indexOf("/")) : "";
    const option = h("option", { value: board.index }, name.slice(folder ? folder.length + 1 : 0));
    if (!folder) select.append(option);
    else {
      if (!groups.has(folder)) { const group = h("optgroup", { label: folder }); groups.set(folder, group); select.append(group); }
      groups.get(folder)!.append(option);
    }
  }
  const model = h("span", { class: "soft model" });
  const update = () => { select.value = String(chosen().index); model.textContent = chosen().model; };
  const step = (by: number) => choose((chosen().index + by + boards.length) % boards.length);
  update();
  onChoice(update);
  return h("div", { class: "chooser" }, h("label", { for: "board" }, "Board"), select,
    h("button", { type: "button", "aria-label": "Previous board", onclick: () => step(-1) }, "‹"),
    h("button", { type: "button", "aria-label": "Next board", onclick: () => step(1) }, "›"), model);
}
