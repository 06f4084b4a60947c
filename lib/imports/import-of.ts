import type { Db } from "@/db/client";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import { checkScan } from "./check-scan";
import type { ImportFile } from "./import-file";
import type { ImportTask } from "./import-task";
import type { KnownOrder } from "./import-world";
import { ordersTask } from "./orders-task";
import { returnsTask } from "./returns-task";
import { runScan } from "./run-scan";
import { type Scan, scanFiles } from "./scan-files";

/** The steps of an import of one kind; whoever takes them need not know which. */
const stepsOf = <Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
) => ({
  scan: (files: readonly ImportFile[], context: Parameters<typeof scanFiles>[2]) => scanFiles(task, files, context),
  check: (db: Db, scan: Scan, check: Parameters<typeof checkScan>[3]) => checkScan(task, db, scan, check),
  run: (db: Db, scan: Scan, run: Parameters<typeof runScan>[3]) => runScan(task, db, scan, run),
});

export type ImportOf = { kind: ImportKind; mapping: ColumnMapping | null };

/** How files that hold this are imported. */
export const importOf = ({ kind, mapping }: ImportOf) =>
  kind === "orders" ? stepsOf(ordersTask(mapping)) : stepsOf(returnsTask(mapping));
