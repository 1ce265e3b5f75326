// The table as it goes into docs/performance.md.
import type { Row } from "./stage";

const columns = ["floor", "y-websocket-server", "hocuspocus-3", "hocuspocus-4", "lossy", "ours", "ours-standard", "ours-pg"] as const;

/** Only columns with anything in them. */
export function table(rows: readonly Row[]): string {
  const shown = columns.filter((column) => rows.some((row) => row.cells[column] !== undefined));
  const lines = [
    ["", ...shown, "to reach", "reached"],
    ["---", ...shown.map(() => "---"), "---", "---"],
    ...rows.map((row) => [row.measure, ...shown.map((column) => row.cells[column] ?? ""), row.target, row.reached === null ? "" : row.reached ? "yes" : "**no**"]),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
