import type { TaskName } from "./tasks";

/** One row of bench/results.json. Times are nanoseconds per item (an option, a surface, a calibration). */
export type BenchRow = {
  readonly task: TaskName;
  readonly runtime: "node" | "chromium";
  readonly oursNs: number;
  readonly peer: string;
  /** Null when the peer is not installed here. */
  readonly peerNs: number | null;
  /** Peer's time over ours, from the same run. */
  readonly ratio: number | null;
  /** The least ratio asked for; null where none is. */
  readonly goal: number | null;
  readonly met: boolean | null;
};

/** The row of one measurement against a peer; without the peer it says neither met nor missed. */
export function benchRow(
  measured: Pick<BenchRow, "task" | "runtime" | "oursNs" | "peer" | "peerNs">,
  goal: number | null,
): BenchRow {
  const ratio = measured.peerNs === null ? null : measured.peerNs / measured.oursNs;
  return { ...measured, ratio, goal, met: ratio === null || goal === null ? null : ratio >= goal };
}

/** The table for people: a line a row, aligned. */
export function benchTable(rows: readonly BenchRow[]): string {
  const head = ["task", "runtime", "ours", "peer", "peer's time", "ratio", "goal", ""];
  const lines = [head, ...rows.map(cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cells(row: BenchRow): readonly string[] {
  const verdict = row.met === null ? "" : row.met ? "met" : "MISSED";
  return [
    ...[row.task, row.runtime, duration(row.oursNs), row.peer],
    row.peerNs === null ? "not installed: npm run bench -- --peers" : duration(row.peerNs),
    row.ratio === null ? "–" : `${row.ratio.toFixed(row.ratio < 10 ? 2 : 0)} ×`,
    row.goal === null ? "–" : `${row.goal} ×`,
    verdict,
  ];
}

function duration(ns: number): string {
  if (ns >= 1e6) return `${(ns / 1e6).toPrecision(3)} ms`;
  return ns >= 1e4 ? `${(ns / 1e3).toPrecision(3)} µs` : `${ns.toPrecision(3)} ns`;
}
