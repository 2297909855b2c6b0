// Elements, numbers and the small parts that all sections share.
import { command } from "./data.js";

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | number | boolean | ((event: any) => void) | undefined>;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((c): c is Node | string => c !== null && c !== undefined && c !== false));
  return element;
}

const grouped = new Intl.NumberFormat("en-US");
export const number = (n: number) => grouped.format(n);
/** Bytes in the largest unit that keeps three digits. */
export function bytes(n: number): string {
  if (n >= 10 * 1048576) return `${(n / 1048576).toFixed(1)} MiB`;
  return n >= 1048576 ? `${(n / 1048576).toFixed(2)} MiB` : `${number(Math.round(n / 1024))} KiB`;
}
export const plural = (n: number, noun: string) => `${number(n)} ${noun}${n === 1 ? "" : "s"}`;

/** By which commands figures can be made again. */
export function how(parts: string, text: string): HTMLElement {
  const words = parts.split(" ").map(command).filter(Boolean).join("\n");
  return h("details", { class: "how" },
    h("summary", {}, "How this was made"),
    h("p", {}, text),
    words ? h("pre", { tabindex: 0, "aria-label": "Commands" }, words) : null);
}

export function section(id: string, title: string, lead: string, ...children: Child[]): HTMLElement {
  return h("section", { id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title), h("p", { class: "lead" }, lead), ...children);
}

export interface Column<T> {
  title: string; text: (row: T) => Child | Node; key: (row: T) => string | number; numeric?: boolean; wide?: boolean;
}

/** A table that sorts by its headings, and filters. */
export class SortedTable<T> {
  readonly element: HTMLElement;
  readonly body = h("tbody");
  private order = 0;
  private down = false;
  private words = "";
  private rows: T[];
  private made = new Map<T, HTMLTableRowElement>();
  private heads: HTMLTableCellElement[];

  constructor(private columns: Column<T>[], rows: T[], caption: string,
      private match: (row: T) => string, private changed: (shown: T[]) => void = () => {},
      private decorate: (row: T, element: HTMLTableRowElement) => void = () => {}) {
    this.rows = rows;
    this.heads = columns.map((column, i) => h("th", { scope: "col", class: column.numeric ? "n" : column.wide ? "wide" : "" },
      h("button", { type: "button", class: "sort", onclick: () => this.sort(i) }, column.title)));
    this.element = h("section", { class: "scroll", tabindex: 0, "aria-label": caption },
      h("table", {}, h("caption", { class: "unseen" }, caption), h("thead", {}, h("tr", {}, ...this.heads)), this.body));
    this.show();
  }

  replace(rows: T[]) { this.rows = rows; this.made.clear(); this.show(); }
  filter(words: string) { this.words = words.toLowerCase(); this.show(); }
  get shown(): T[] {
    const parts = this.words.split(/\s+/).filter(Boolean);
    const rows = this.rows.filter((row) => parts.every((part) => this.match(row).toLowerCase().includes(part)));
    const key = this.columns[this.order].key;
    const sign = this.down ? -1 : 1;
    return rows.sort((x, y) => {
      const a = key(x), c = key(y);
      return sign * (typeof a === "number" ? a - (c as number) : a.localeCompare(c as string, "en", { numeric: true }));
    });
  }

  private sort(column: number) {
    this.down = column === this.order ? !this.down : !!this.columns[column].numeric;
    this.order = column;
    this.show();
  }

  private show() {
    const rows = this.shown;
    this.heads.forEach((head, i) => head.setAttribute("aria-sort", i !== this.order ? "none" : this.down ? "descending" : "ascending"));
    this.body.replaceChildren(...(rows.length ? rows.map((row) => this.row(row)) : [
      h("tr", {}, h("td", { colspan: this.columns.length, class: "soft" }, "Nothing here fits."))]));
    this.changed(rows);
  }

  private row(row: T): HTMLTableRowElement {
    let element = this.made.get(row);
    if (!element) {
      element = h("tr", {}, ...this.columns.map((column, i) => i === 0
        ? h("th", { scope: "row" }, column.text(row))
        : h("td", { class: column.numeric ? "n" : column.wide ? "wide" : "" }, column.text(row))));
      this.made.set(row, element);
    }
    this.decorate(row, element);
    return element;
  }
}

/** A search box with a count beside it, told to screen readers. */
export function search(id: string, label: string, hint: string, typed: (words: string) => void): { element: HTMLElement; count: HTMLElement } {
  const count = h("span", { class: "soft", role: "status" });
  return {
    count,
    element: h("div", { class: "search" }, h("label", { for: id }, label),
      h("input", { id, type: "search", autocomplete: "off", spellcheck: "false", placeholder: hint,
        oninput: (event: Event) => typed((event.target as HTMLInputElement).value) }), count),
  };
}
