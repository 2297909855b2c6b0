// What PageData.java writes: columns, each text once, numbers packed into base64.

export interface Change { symbol: string; before: string; after: string }
export interface Reason { file?: string; line?: number; text?: string; undefined?: string }
export interface Rule {
  rule: string; file: string; line: number; outcome: "holds" | "broken" | "empty" | "undecided";
  conf?: string; explained: boolean; changes?: Change[]; reasons: Reason[];
  config?: [number, number, string[]][];
}
export interface RuleTree {
  tree: string; arch: string; start: string; confNotAsked: string; base: string; rules: Rule[];
}
export interface PlatformPart {
  platform: string; symbol: string; arch: string; config: string; present: boolean;
  /** symbol, prompt, value, what it can be, how, where */
  drivers: [string, string, string, string, string, string][];
}
interface RawBoards {
  drivers: { label: string[]; unit: string; symbol: string; level: string };
  name: string[]; model: string[]; verdicts: string; reasons: string; nodes: string;
  bindCounts: string; phases: string; bindDrivers: string; bindDevices: string;
  waitCounts: string; waiting: string; lackCounts: string; lacking: string;
}
export interface RawUnits {
  path: string; remarks: string[]; fileSize: number; residentSize: number;
  name: string[]; file: number[]; resident: number[];
  /** Class, bytes in the file, bytes once booted. */
  classes: [string, number, number][];
  judged?: string; needs?: string;
  candidates?: string; outcomes?: string;
  /** Of a page of memory, and of whole pages for each board. */
  pageSize?: number; givenBack?: number[]; mayGiveBack?: number[];
}
export interface Raw {
  kernel: string; source: string; tree: string; notes: string[]; caveat: string;
  made: { part: string; command: string }[];
  rules: RuleTree[]; platforms: PlatformPart[];
  image?: { path: string; release: string; arch: string; remarks: string[] };
  phases?: string[]; nodeStates?: string[]; boards?: RawBoards; units?: RawUnits;
  strings: string[];
  /** Only where a server made the page, which can be asked. */
  live?: { kconfig: boolean; configuration: string; arch: string };
}

/** Numbers of 2, 8, 16 or 32 bits; "8:base64". */
export function unpack(packed: string, count = -1): Uint8Array | Uint16Array | Uint32Array {
  const colon = packed.indexOf(":");
  const bits = Number(packed.slice(0, colon));
  const text = atob(packed.slice(colon + 1));
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  if (bits === 32) return new Uint32Array(bytes.buffer);
  if (bits === 16) return new Uint16Array(bytes.buffer);
  if (bits === 8) return bytes;
  const numbers = new Uint8Array(count < 0 ? bytes.length * 4 : count);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (bytes[i >> 2] >> ((i & 3) * 2)) & 3;
  return numbers;
}

export const raw: Raw = JSON.parse(document.getElementById("data")!.textContent!);

/** How the figures of a part were made. */
export function command(part: string): string {
  return raw.made.find((made) => made.part === part)?.command ?? "";
}
