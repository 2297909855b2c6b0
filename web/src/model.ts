// Boards with their numbers, computed once.
import { raw, unpack } from "./data.js";

export const BOUND = 0, DEFERRED = 1, POSSIBLE = 2, DEAD = 3;
export const VERDICTS = ["needed", "waits for ever", "may be needed", "dead weight"];
const NEED_NEEDED = 0, NEED_POSSIBLE = 1, NEED_DEAD = 2;

/** What becomes of bytes, or of drivers where bytes are not known. */
export type Fate = "needed" | "may" | "dead" | "freed" | "core" | "gone";
export const FATES: Fate[] = ["needed", "may", "dead", "freed", "core", "gone"];
export const FATE_WORDS: Record<Fate, string> = {
  needed: "needed", may: "may be needed", dead: "dead weight", freed: "given back", core: "core", gone: "gone by the change",
};

export interface Board {
  index: number; name: string; model: string;
  bound: number; may: number; dead: number; lacks: number; waits: number;
  deadBytes: number; freedBytes: number; mayFreeBytes: number;
}
export interface Bind { phase: number; driver: number; device: string }
/** For ever: whatever drivers do. Else a driver may do without what it waits for, or that may still come. */
export interface Wait { device: string; drivers: string; reason: string; forever: boolean }
export interface Lack { compatible: string; drivers: string }
export interface Leaf { name: string; group: string; size: number; fate: (board: number) => Fate }

const b = raw.boards;
export const drivers = b ? b.drivers.label : [];
const driverUnit = b ? unpack(b.drivers.unit, drivers.length) : new Uint8Array();
const driverSymbol = b ? unpack(b.drivers.symbol, drivers.length) : new Uint8Array();
export const driverLevel = b ? unpack(b.drivers.level, drivers.length) : new Uint8Array();
export const boardCount = b ? b.name.length : 0;
const verdicts = b ? unpack(b.verdicts, boardCount * drivers.length) : new Uint8Array();

export const unitOf = (driver: number) => raw.strings[driverUnit[driver]];
export const symbolOf = (driver: number) => raw.strings[driverSymbol[driver]];
export const verdict = (board: number, driver: number) => verdicts[board * drivers.length + driver];

function starts(packed: string): Uint32Array {
  const counts = unpack(packed, boardCount);
  const at = new Uint32Array(boardCount + 1);
  for (let i = 0; i < boardCount; i++) at[i + 1] = at[i] + counts[i];
  return at;
}
const bindStart = b ? starts(b.bindCounts) : new Uint32Array();
const waitStart = b ? starts(b.waitCounts) : new Uint32Array();
const lackStart = b ? starts(b.lackCounts) : new Uint32Array();
const binds = b ? {
  phase: unpack(b.phases, bindStart[boardCount]), driver: unpack(b.bindDrivers, bindStart[boardCount]),
  device: unpack(b.bindDevices, bindStart[boardCount]),
} : null;
const waiting = b ? unpack(b.waiting, waitStart[boardCount] * 4) : new Uint8Array();
const lacking = b ? unpack(b.lacking, lackStart[boardCount] * 2) : new Uint8Array();

export function bindsOf(board: number): Bind[] {
  const list: Bind[] = [];
  for (let i = bindStart[board]; i < bindStart[board + 1]; i++) {
    list.push({ phase: binds!.phase[i], driver: binds!.driver[i], device: raw.strings[binds!.device[i]] });
  }
  return list;
}
export function waitsOf(board: number): Wait[] {
  const list: Wait[] = [];
  for (let i = waitStart[board]; i < waitStart[board + 1]; i++) {
    const [device, names, reason] = [0, 1, 2].map((k) => raw.strings[waiting[i * 4 + k]]);
    list.push({ device, drivers: names, reason, forever: waiting[i * 4 + 3] === 1 });
  }
  return list;
}
export function lacksOf(board: number): Lack[] {
  const list: Lack[] = [];
  for (let i = lackStart[board]; i < lackStart[board + 1]; i++) {
    list.push({ compatible: raw.strings[lacking[i * 2]], drivers: raw.strings[lacking[i * 2 + 1]] });
  }
  return list;
}

// Reasons are there for what is not dead, in the order of boards, then of drivers.
const reasonStart = new Uint32Array(boardCount + 1);
for (let i = 0; i < boardCount; i++) {
  let alive = 0;
  for (let d = 0; d < drivers.length; d++) if (verdict(i, d) !== DEAD) alive++;
  reasonStart[i + 1] = reasonStart[i] + alive;
}
const reasons = b ? unpack(b.reasons, reasonStart[boardCount]) : new Uint8Array();
export function reason(board: number, driver: number): string {
  if (verdict(board, driver) === DEAD) return "no node, no maker and no bus of this board can bring it a device";
  let at = reasonStart[board];
  for (let d = 0; d < driver; d++) if (verdict(board, d) !== DEAD) at++;
  return raw.strings[reasons[at]];
}

// What a change of the configuration would do, where a server can be asked about that.
export interface Tried {
  wish: string; bytes?: number;
  /** Symbols of which nothing is built in any more, and their units. */
  symbols: Set<string>; units: Set<string>;
  /** Rules by their text: what they are in the configuration with the change. */
  rules: Map<string, string>; arch: string;
}
let tried: Tried | null = null;
export const change = () => tried;
export const goneDriver = (driver: number) => !!tried?.symbols.has(symbolOf(driver));

const u = raw.units;
export const weighed = !!u?.needs;
export const planned = !!u?.outcomes;
export const pageSize = u?.pageSize ?? 4096;
const judged = u?.judged ? unpack(u.judged) : new Uint8Array();
const judgedCount = judged.length;
const needs = u?.needs ? unpack(u.needs, boardCount * judgedCount) : new Uint8Array();
const candidates = u?.candidates ? unpack(u.candidates) : new Uint8Array();
const outcomes = u?.outcomes ? unpack(u.outcomes, boardCount * candidates.length) : new Uint8Array();
const judgedAt = new Map<number, number>();
judged.forEach((unit, i) => judgedAt.set(unit, i));
const candidateAt = new Map<number, number>();
candidates.forEach((unit, i) => candidateAt.set(unit, i));

function unitFate(unit: number, board: number): Fate {
  if (tried?.units.has(u!.name[unit])) return "gone";
  const c = candidateAt.get(unit);
  if (c !== undefined && outcomes[board * candidates.length + c] === 3) return "freed";
  const j = judgedAt.get(unit);
  if (j === undefined) return "core";
  const need = needs[board * judgedCount + j];
  return need === NEED_NEEDED ? "needed" : need === NEED_POSSIBLE ? "may" : need === NEED_DEAD ? "dead" : "core";
}
const driverFates: Fate[] = ["needed", "needed", "may", "dead"];

/** Two folders, or for what has no folder what it is. */
function group(path: string): string {
  if (path.startsWith("[")) return "tables and padding";
  const parts = path.split("/");
  return parts.length < 2 ? (path.startsWith("(") ? "unit not known" : "core") : parts.slice(0, parts.length > 2 ? 2 : 1).join("/");
}

/** The parts of the treemap: bytes once booted, or where only drivers are known, each of them alike. */
export const leaves: Leaf[] = weighed
  ? u!.name.map((name, i) => ({ name, group: group(name), size: u!.resident[i], fate: (x: number) => unitFate(i, x) }))
      .filter((leaf) => leaf.size > 0)
  : drivers.map((label, d) => {
      const path = unitOf(d);
      const known = path.includes("/");
      return {
        name: label, group: known ? group(path) : `${label.split("/")[0]} bus`, size: 1,
        fate: (x: number) => (goneDriver(d) ? "gone" : driverFates[verdict(x, d)]),
      };
    });

export const boards: Board[] = [];
for (let i = 0; i < boardCount; i++) {
  const count = [0, 0, 0, 0];
  for (let d = 0; d < drivers.length; d++) count[verdict(i, d)]++;
  let deadBytes = 0;
  for (let j = 0; j < judgedCount; j++) {
    if (needs[i * judgedCount + j] === NEED_DEAD) deadBytes += u!.resident[judged[j]];
  }
  boards.push({
    index: i, name: b!.name[i], model: b!.model[i],
    bound: count[BOUND] + count[DEFERRED], may: count[POSSIBLE], dead: count[DEAD],
    waits: waitStart[i + 1] - waitStart[i], lacks: lackStart[i + 1] - lackStart[i],
    deadBytes, freedBytes: u?.givenBack?.[i] ?? 0, mayFreeBytes: u?.mayGiveBack?.[i] ?? 0,
  });
}

/** The lower of the two in the middle. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((x, y) => x - y);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Folders that all boards lie in say nothing. */
export const common = (() => {
  let prefix = boards[0]?.name.slice(0, boards[0].name.lastIndexOf("/") + 1) ?? "";
  for (const board of boards) {
    while (prefix && !board.name.startsWith(prefix)) prefix = prefix.slice(0, prefix.lastIndexOf("/", prefix.length - 2) + 1);
  }
  return prefix.length;
})();
export const short = (board: Board) => board.name.slice(common).replace(/\.dtb$/, "");

// The board that everything on the page is about.
// At first the one on which most drivers are needed.
let current = boards.reduce((most, board) => (board.bound > boards[most].bound ? board.index : most), 0);
const listeners: (() => void)[] = [];
export const chosen = () => boards[current];
export function onChoice(listener: () => void) { listeners.push(listener); }
/** Everything is about the kernel with that change; null: as it is. */
export function tryOut(what: Tried | null) {
  tried = what;
  listeners.forEach((listener) => listener());
}
/** The numbers of the chosen board after the change. */
export function afterChange(): { dead: number; bound: number; deadBytes: number } {
  const board = chosen();
  let { dead, bound, deadBytes } = board;
  if (tried) {
    for (let d = 0; d < drivers.length; d++) {
      if (!goneDriver(d)) continue;
      const found = verdict(board.index, d);
      if (found === DEAD) dead--;
      else if (found !== POSSIBLE) bound--;
    }
    for (let j = 0; j < judgedCount; j++) {
      if (needs[board.index * judgedCount + j] === NEED_DEAD && tried.units.has(u!.name[judged[j]])) deadBytes -= u!.resident[judged[j]];
    }
  }
  return { dead, bound, deadBytes };
}
export function choose(index: number) {
  if (index === current || !boards[index]) return;
  current = index;
  listeners.forEach((listener) => listener());
}
