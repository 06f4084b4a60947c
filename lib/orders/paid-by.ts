import { sql } from "drizzle-orm";
import { returns } from "@/db/schema";
import type { Payer } from "@/lib/policy/judging/evaluation-words";

/** P-33: who pays the way back as it was decided; before, and in decisions of before, as it was judged. */
export const paidBy = sql<Payer>`coalesce(${returns.labelPaidBy}, ${returns.evaluation}->'label'->>'paidBy')`;
