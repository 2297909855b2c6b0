// The order of probing on the chosen board, and what waits at the end.
import { chart, colour, draw, font, lines, tooltip } from "./charts.js";
import { raw } from "./data.js";
import { h, how, number, plural, section } from "./dom.js";
import { whyButton } from "./live.js";
import { bindsOf, chosen, driverLevel, drivers, lacksOf, onChoice, waitsOf, type Bind, type Wait } from "./model.js";

const phases = raw.phases ?? [];

/** Whether it took its device later than it came: the device was not there yet, or waited. */
const late = (bind: Bind) => bind.phase > driverLevel[bind.driver];

export function ended(): string {
  const binds = bindsOf(chosen().index);
  return binds.length ? phases[Math.max(...binds.map((bind) => bind.phase))] : "";
}

function waitList(title: string, waits: Wait[]): HTMLElement | string {
  return waits.length ? h("div", {}, h("h3", {}, title), h("ul", { class: "list" }, ...waits.map((wait) =>
    h("li", {}, h("code", {}, wait.device), wait.drivers ? ` of ${wait.drivers}` : "", wait.reason ? h("span", { class: "soft" }, ` ${wait.reason}`) : null,
      wait.drivers ? whyButton(wait.drivers.split(", ")[0]) : null)))) : "";
}

export function timeline(): HTMLElement {
  const canvas = h("div", { class: "chart", "aria-hidden": "true" });
  const words = h("ul", { class: "legend" });
  const order = h("tbody");
  const waits = h("div");
  const update = () => {
    const binds = bindsOf(chosen().index);
    const waiting = waitsOf(chosen().index);
    const lacking = lacksOf(chosen().index);
    const entry = (look: string, text: string) => h("li", {}, h("span", { class: `swatch round ${look}` }), text);
    words.replaceChildren(
      entry("needed", `${plural(binds.filter((b) => !late(b)).length, "device")} bound as the driver came`),
      entry("freed", `${number(binds.filter(late).length)} later: deferred, or made later`),
      entry("ring", `${number(waiting.filter((w) => w.forever).length)} waiting for ever`),
      entry("ring may", `${number(waiting.filter((w) => !w.forever).length)} waiting unless their driver can do without`));
    order.replaceChildren(...binds.map((bind, i) => h("tr", {}, h("td", { class: "n" }, String(i + 1)), h("td", {}, phases[bind.phase]),
      h("td", {}, h("code", {}, drivers[bind.driver])), h("td", {}, h("code", {}, bind.device)),
      h("td", {}, late(bind) ? `came at ${phases[driverLevel[bind.driver]]}` : ""))));
    waits.replaceChildren(
      waitList("Deferred for ever", waiting.filter((wait) => wait.forever)),
      waitList("Deferred at the end, unless the driver can do without, or the supplier comes after all", waiting.filter((wait) => !wait.forever)),
      lacking.length ? h("details", { class: "alternative" }, h("summary", {}, `${plural(lacking.length, "node")} without a loaded driver`),
        h("ul", { class: "list columns" }, ...lacking.map((lack) => h("li", {}, h("code", {}, lack.compatible),
          h("span", { class: "soft" }, lack.drivers ? ` module: ${lack.drivers}` : " no driver in this kernel"), whyButton(lack.compatible))))) : "");
  };
  requestAnimationFrame(() => {
    const plot = chart(canvas);
    const paint = () => {
      const binds = bindsOf(chosen().index);
      const waiting = waitsOf(chosen().index);
      const used = [...new Set([...binds.map((b) => b.phase), ...binds.map((b) => driverLevel[b.driver])])].sort((x, y) => x - y);
      const names = [...used.map((phase) => phases[phase]), ...(waiting.some((w) => !w.forever) ? ["waiting"] : []), ...(waiting.some((w) => w.forever) ? ["for ever"] : [])];
      canvas.style.height = `${70 + names.length * 40}px`;
      plot.resize();
      const at = (phase: number) => used.indexOf(phase);
      const dot = (bind: Bind, i: number) => ({ value: [i + 1, at(bind.phase)], bind });
      const ring = (look: string, data: object[]) => ({ type: "scatter", symbolSize: 8, itemStyle: { color: colour("paper"), borderColor: colour(look), borderWidth: 2 }, data });
      const style = { fontFamily: font, color: colour("soft"), fontSize: 12 };
      plot.setOption({
        animation: false,
        grid: { left: 8, right: 16, top: 12, bottom: 28, containLabel: true },
        tooltip: { ...tooltip(), formatter: (point: any) => {
          const bind: Bind | undefined = point.data.bind;
          return bind ? lines(drivers[bind.driver], `takes ${bind.device}`, `at ${phases[bind.phase]}${late(bind) ? `, came at ${phases[driverLevel[bind.driver]]}` : ""}`)
            : lines(point.data.wait.device, point.data.wait.forever ? "deferred for ever" : "deferred at the end", point.data.wait.drivers, point.data.wait.reason);
        } },
        xAxis: { type: "value", min: 0, max: binds.length + waiting.length + 1, name: "binds, in order", nameLocation: "middle", nameGap: 26, nameTextStyle: style,
          axisLabel: style, splitLine: { show: false }, axisLine: { lineStyle: { color: colour("line") } }, minInterval: 1 },
        yAxis: { type: "category", inverse: true, data: names, axisLabel: style, axisTick: { show: false }, axisLine: { show: false },
          splitLine: { show: true, lineStyle: { color: colour("line") } } },
        series: [
          { type: "scatter", symbolSize: 8, itemStyle: { color: colour("needed") }, data: binds.map(dot).filter((d) => !late(d.bind)) },
          { type: "scatter", symbolSize: 8, itemStyle: { color: colour("freed") }, data: binds.map(dot).filter((d) => late(d.bind)) },
          ring("may", waiting.flatMap((wait, i) => (wait.forever ? [] : [{ value: [binds.length + 1 + i, names.indexOf("waiting")], wait }]))),
          ring("freed", waiting.flatMap((wait, i) => (wait.forever ? [{ value: [binds.length + 1 + i, names.indexOf("for ever")], wait }] : []))),
        ],
      }, true);
    };
    draw(paint);
    onChoice(paint);
  });
  update();
  onChoice(update);
  return section("probing", "Probing, in order",
    "Devices in the order in which drivers take them, by initcall level. Late: deferred and tried again, or the device was made later, but bound. Waiting: not bound when all has been tried.",
    words, canvas, waits,
    h("details", { class: "alternative" }, h("summary", {}, "The same as a table"),
      h("section", { class: "scroll", tabindex: 0, "aria-label": "Binds in order" }, h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col", class: "n" }, "No."), h("th", { scope: "col" }, "Level"), h("th", { scope: "col" }, "Driver"),
          h("th", { scope: "col" }, "Device"), h("th", { scope: "col" }, "Late"))), order))),
    how("boot", "drivers/base/dd.c as a sequence of events: nodes become devices, drivers register by level and link order, suppliers are awaited as fw_devlink reads them off the device tree. Only binds that are certain are shown; no module is loaded."));
}
