import { withSeller } from "@/db/tenant";
import { listAddresses, type SavedAddress } from "@/lib/channels/addresses";
import { readingLanguage, textFor } from "@/lib/kernel/buyer-languages";
import { deliverable } from "@/lib/messages/mail-address";
import { listTemplates } from "@/lib/messages/template-rows";
import type { Ctx } from "@/lib/platform/ctx";
import { addressRuleFor, unaskedRule } from "@/lib/policy/judging/address-rules";
import { openReasons } from "@/lib/policy/judging/own-reasons";
import { canBeStopped, INTERCEPTED } from "@/lib/policy/machines/return/forwarder";
import type { MoveRefusal } from "@/lib/policy/machines/return/move";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import { rmaFor } from "@/lib/policy/machines/return/rma";
import type { ReturnSubject } from "@/lib/policy/machines/return/subject";
import { REACH } from "@/lib/policy/reach";
import { listReasons } from "@/lib/reasons/reasons";
import { closeChoices, closeTemplates, fillComment } from "./close-templates";
import { findDecisionFacts } from "./decision-facts";
import { listMoveSubjects } from "./move-subjects";

/** All that the dialogs of one return show and offer; null when it is not the seller's. */
export function findDecisionOptions({ db, sellerId, actor, now }: Ctx, { returnId }: { returnId: string }) {
  return withSeller(db, sellerId, async (tx) => {
    const facts = await findDecisionFacts(tx, sellerId, returnId);
    const [row] = facts ? await listMoveSubjects(tx, sellerId, [returnId]) : [];
    if (!facts || !row) return null;
    const addresses = await listAddresses(tx, sellerId);
    const own = await listTemplates(tx, sellerId);
    const { buyerEmail, ...shown } = facts;
    const { buyerLocale, lines, channel } = facts;
    const refusalOf = (move: "authorize" | "close"): MoveRefusal | null => {
      const open = returnMachine.open(row, actor.kind, now).find((one) => one.move === move);
      return open ? open.refusal : { code: "wrong_status", status: row.status };
    };
    const isStopped = canBeStopped(row.evaluation.outbound);
    const closeReasons = closeChoices(
      openReasons(await listReasons(tx, sellerId, "close"), "close").filter(
        ({ code }) => code !== INTERCEPTED || isStopped,
      ),
    );
    const templates = closeTemplates(own, buyerLocale, closeReasons);
    const message = {
      ...facts,
      number: row.number,
      itemName: lines[0]?.title ?? null,
      shopName: channel.name,
    };
    return {
      ...shown,
      /** Whether what is sent to the buyer is only kept, because there is no address for it. */
      isKept: REACH[channel.mode].carriesOut && deliverable(buyerEmail) === null,
      language: readingLanguage(buyerLocale),
      number: row.number,
      evaluation: row.evaluation,
      generatedRma: rmaFor(row, row.operation.rma.format),
      asksOwnRma: row.operation.rma.isOwn,
      addresses,
      ruledAddress: ruledAddress(row, addresses),
      unaskedRule: unaskedOf(row),
      instructions: textFor(row.operation.instructions, buyerLocale),
      undoSeconds: row.operation.undoSeconds,
      refusals: { authorize: refusalOf("authorize"), close: refusalOf("close") },
      closeReasons,
      closeTemplates: Object.fromEntries(
        closeReasons.flatMap((reason) => {
          const template = templates[reason.code];
          if (!template) return [];
          const { text, language } = template;
          return [[reason.code, { text: fillComment(text, message, reason, language), language }]];
        }),
      ),
    };
  });
}
export type DecisionOptions = NonNullable<Awaited<ReturnType<typeof findDecisionOptions>>>;

const moneyOf = ({ currency, channel }: Pick<ReturnSubject, "currency" | "channel">) => ({
  paidIn: currency,
  rulesIn: channel.currency,
});

/** The rule that its price kept from being applied, with both currencies; null where none was. */
function unaskedOf({ operation, lines, ...row }: ReturnSubject) {
  const rule = unaskedRule(operation.addressRules, lines, moneyOf(row));
  return rule && { rule: rule.name, ...moneyOf(row) };
}

/** S1-14: the saved address that the channel's rules send this parcel to, with the rule's name; null: the default. */
function ruledAddress({ operation, lines, ...row }: ReturnSubject, addresses: readonly SavedAddress[]) {
  const rule = addressRuleFor(operation.addressRules, lines, moneyOf(row));
  return rule && addresses.some(({ id }) => id === rule.addressId) ? { id: rule.addressId, rule: rule.name } : null;
}
