import type { DeadlineKind } from "@/lib/policy/clocks/deadlines";
import { headline } from "@/lib/policy/judging/headline";
import type { Payer } from "@/lib/policy/judging/label-words";
import type { Reason } from "@/lib/policy/judging/rules";
import type { Verdict } from "@/lib/policy/judging/verdict";
import { isUnread } from "@/lib/policy/machines/return/kinds-of-status";
import type { MoveRefusal } from "@/lib/policy/machines/return/move";
import type { Move } from "@/lib/policy/machines/return/move-names";
import { DECISIONS, type Decision, returnMachine } from "@/lib/policy/machines/return/return-machine";
import { type StatusWord, statusWord } from "@/lib/policy/machines/return/status-words";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { ListDeadline, ListLine, ReturnRow } from "@/lib/returns/returns-list";
import { shortWhy, type WhyWords } from "./_components/why";

/** An act the list offers for a row, and why it cannot be done where it cannot. */
export type RowMove = { move: Decision; refusal: MoveRefusal | null };

/** A row as the table shows it: small enough to travel, with nothing left to decide. */
export type ListRow = {
  id: string;
  name: string;
  status: Status;
  /** What a file said of its status, where nobody knows what that means. */
  unknownWord: string | null;
  /** As its marketplace calls it. */
  statusAs: StatusWord;
  orderNumber: string;
  /** Null where the file that it came with names nobody. */
  buyerName: string | null;
  buyerCountry: string | null;
  rma: string | null;
  channel: ReturnRow["channel"];
  requestedOn: string;
  /** When it came into its tab: what came after a selection was made is not in it. */
  arrivedAt: Date;
  lines: ListLine[];
  lineCount: number;
  /** Its beginning: as much as a line has room for. */
  buyerComment: string | null;
  verdict: Verdict;
  isExempt: boolean;
  /** Our own verdict where the marketplace's word counts and is another (P-21). */
  oursDiffers: Verdict | null;
  /** Behind the verdict, in a few words of the reader. */
  why: string | null;
  valueMinor: number | null;
  /** Its channel calls so much high value. */
  isHighValue: boolean;
  currency: string;
  labelPaidBy: Payer;
  carrier: string | null;
  trackingNumber: string | null;
  closeReason: string | null;
  closeReasonLabels: ReturnRow["closeReasonLabels"];
  deadline: ListDeadline | null;
  missed: DeadlineKind[];
  isAnsweredLate: boolean;
  openHandover: Move | null;
  /** Whose task it is. */
  assignee: ReturnRow["assignee"];
  /** The names of the colleagues who have it open. */
  lookers: string[];
  moves: RowMove[];
};

/** Deciding a request asks for nothing of what came before; the verb looks at all of it again. */
const rowMoves = (row: ReturnRow, now: Date): RowMove[] =>
  DECISIONS.flatMap((move) => {
    const refusal = returnMachine.look(move, { ...row, outbound: row.evaluation.outbound ?? null }, "person", now);
    return refusal === undefined ? [] : [{ move, refusal }];
  });

/** Where report and rules agree that all is well, the window says more than the report's word. */
function telling({ evaluation }: ReturnRow): Reason | null {
  const isAgreed = evaluation.verdict === "in_policy" && !evaluation.differs;
  const reasons = evaluation.lines.flatMap((line) => line.reasons);
  return (isAgreed ? reasons.find(({ rule }) => rule === "return_window") : null) ?? headline(evaluation);
}

/** What stands under a verdict: that our rules say otherwise, that it is exempt, or its reason. */
function saidOf(row: ReturnRow, t: WhyWords): string | null {
  const { evaluation, isExempt } = row;
  if (evaluation.differs && evaluation.ours) return `≠ ${t("differs", { ours: evaluation.ours })}`;
  const reason = telling(row);
  const said = reason && shortWhy(reason, t);
  if (!isExempt) return said;
  return said ? t("exempt", { why: said }) : t("exemptAlone");
}

type Reader = { now: Date; viewerId: string; words: WhyWords };

export const toListRow = (row: ReturnRow, { now, viewerId, words }: Reader): ListRow => ({
  id: row.id,
  name: `R-${row.number}`,
  status: row.status,
  unknownWord: isUnread(row.status) ? row.reportedStatus : null,
  statusAs: statusWord(row.status, row.channel.marketplace, row.reportedStatus, row.isLabelTaken),
  orderNumber: row.orderNumber,
  buyerName: row.buyerName,
  buyerCountry: row.buyerCountry,
  rma: row.rma,
  channel: row.channel,
  requestedOn: row.requestedOn,
  arrivedAt: row.createdAt > row.statusChangedAt ? row.createdAt : row.statusChangedAt,
  lines: row.lines,
  lineCount: row.lineCount,
  buyerComment: row.buyerComment,
  verdict: row.verdict,
  isExempt: row.isExempt,
  oursDiffers: row.evaluation.differs ? row.evaluation.ours : null,
  why: saidOf(row, words),
  valueMinor: row.valueMinor,
  isHighValue: row.isHighValue,
  currency: row.currency,
  labelPaidBy: row.labelPaidBy,
  carrier: row.carrier,
  trackingNumber: row.trackingNumber,
  closeReason: row.closeReason,
  closeReasonLabels: row.closeReasonLabels,
  deadline: row.deadline,
  missed: row.missed,
  isAnsweredLate: row.isAnsweredLate,
  openHandover: row.openHandover,
  assignee: row.assignee,
  lookers: row.lookers.flatMap(({ id, name }) => (id === viewerId ? [] : [name])),
  moves: rowMoves(row, now),
});
