// What the option of a platform turns on, in one configuration.
import { raw, type PlatformPart } from "./data.js";
import { h, how, number, section, SortedTable, type Column } from "./dom.js";

type Driver = PlatformPart["drivers"][number];
const columns: Column<Driver>[] = [
  { title: "Symbol", text: (d) => h("code", {}, d[0]), key: (d) => d[0], wide: true },
  { title: "Prompt", text: (d) => d[1], key: (d) => d[1], wide: true },
  { title: "Is", text: (d) => d[2], key: (d) => d[2] },
  { title: "Can be", text: (d) => d[3].split("").join(" "), key: (d) => d[3] },
  { title: "Turned on", text: (d) => h("span", {}, h("code", {}, d[4]), h("span", { class: "soft" }, ` ${d[5]}`)), key: (d) => d[4], wide: true },
];

export function platforms(): HTMLElement | null {
  const present = raw.platforms.filter((part) => part.present);
  if (!present.length) return null;
  return section("platforms", "Platforms", `What a platform's option turns on in a default configuration. ${raw.caveat}`,
    ...present.map((part) => {
      const essential = part.drivers.filter((d) => !d[3].includes("n"));
      const made: HTMLDetailsElement = h("details", { class: "alternative", ontoggle: () => {
        if (made.open && made.children.length === 1) made.append(new SortedTable(columns, part.drivers, part.platform, (d) => d.join(" ")).element);
      } }, h("summary", {}, h("b", {}, `${part.platform} on ${part.arch}`), ` ${part.symbol} turns on ${number(part.drivers.length)}, of which ${number(essential.length)} cannot be n here`));
      return made;
    }),
    how("platforms", "Two evaluations of the Kconfig files, with the platform and without; then each driver is asked for n, m and y."));
}
