// The parts of ECharts that are needed, in the colours of the page.
import * as echarts from "echarts/core";
import { ScatterChart, TreemapChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import type { EChartsType } from "echarts/core";

echarts.use([TreemapChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

const dark = matchMedia("(prefers-color-scheme: dark)");
const drawn: (() => void)[] = [];

/** A colour of page.css, such as "needed". */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Draws now, and again whenever the colours change; on paper they are those of the day. */
export function draw(painter: () => void) {
  drawn.push(painter);
  painter();
}
const again = () => drawn.forEach((painter) => painter());
dark.addEventListener("change", again);
addEventListener("beforeprint", () => { document.documentElement.classList.add("paper"); again(); });
addEventListener("afterprint", () => { document.documentElement.classList.remove("paper"); again(); });

/** A chart that fills its element. Its content is also in a table, so it is hidden from screen readers. */
export function chart(element: HTMLElement): EChartsType {
  const made = echarts.init(element);
  new ResizeObserver(() => made.resize()).observe(element);
  return made;
}

export const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The same look for all tooltips; lines are text, not markup. */
export function tooltip() {
  return {
    confine: true, backgroundColor: colour("paper"), borderColor: colour("line"), borderWidth: 1, padding: [6, 10],
    textStyle: { color: colour("ink"), fontFamily: font, fontSize: 13 },
    extraCssText: "box-shadow:0 2px 12px rgb(0 0 0/.12);max-width:24rem;white-space:normal",
  };
}
export function lines(...texts: string[]): string {
  const [first, ...rest] = texts.filter(Boolean).map((text) => echarts.format.encodeHTML(text));
  return `<b>${first}</b>${rest.map((text) => `<br>${text}`).join("")}`;
}
