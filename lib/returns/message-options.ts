import { withSeller } from "@/db/tenant";
import { fillTemplate, resolveTemplate, templateLanguage } from "@/lib/i18n/templates";
import { readingLanguage } from "@/lib/kernel/buyer-languages";
import { findAddressee } from "@/lib/messages/buyer-messages";
import { listTemplates } from "@/lib/messages/template-rows";
import type { Ctx } from "@/lib/platform/ctx";
import { type KnownReason, reasonKey } from "@/lib/policy/judging/reasons";
import { type MESSAGE_REASONS, messageReasons } from "@/lib/policy/messages/template-texts";
import { writingRefused } from "./message-buyer";
import { messageValues } from "./message-buyers";

/** S4-10: reasons of a buyer who is not content with the item, and is best asked first what does not match. */
const NOT_CONTENT: readonly (KnownReason | null)[] = [
  "quality",
  "bad_description",
  "incompatible",
  "too_small",
  "too_large",
  "poor_fit",
  "style",
  "color",
  "fabric",
];

type Suggested = (typeof MESSAGE_REASONS)[number];

const suggestedOf = ({ isOnItsWay, isNotContent }: { isOnItsWay: boolean; isNotContent: boolean }): Suggested => {
  if (isOnItsWay) return "on_its_way";
  return isNotContent ? "what_does_not_match" : "";
};

/** All that the dialog *Message the buyer* shows, its texts filled in; null when the return is not the seller's. */
export function findMessageOptions({ db, sellerId }: Ctx, { returnId }: { returnId: string }) {
  return withSeller(db, sellerId, async (tx) => {
    const addressee = await findAddressee(tx, sellerId, returnId);
    if (!addressee) return null;
    const own = await listTemplates(tx, sellerId);
    const { number, channel, buyerName, itemName, orderNumber, operation } = addressee;
    const wanted = (reason: string) => ({ kind: "buyer.message" as const, reason });
    const languageOf = (reason: string) => templateLanguage(own, wanted(reason), addressee.buyerLocale);
    const valuesIn = (language: string) => messageValues(addressee, language);
    const isNotContent = NOT_CONTENT.includes(reasonKey(addressee.firstReason));
    // S3-10: what cannot be stopped any more is talked about at once.
    const isOnItsWay = addressee.evaluation.outbound === "on_its_way";
    return {
      number,
      orderNumber,
      buyerName,
      itemName,
      channel,
      language: readingLanguage(addressee.buyerLocale),
      undoSeconds: operation.undoSeconds,
      refusal: writingRefused(addressee),
      suggested: suggestedOf({ isOnItsWay, isNotContent }),
      texts: messageReasons(addressee.evaluation).map((reason) => {
        const language = languageOf(reason);
        const values = valuesIn(language);
        const { subject, body } = resolveTemplate(own, { ...wanted(reason), locale: language });
        return { reason, language, subject: fillTemplate(subject, values), body: fillTemplate(body, values) };
      }),
    };
  });
}
export type MessageOptions = NonNullable<Awaited<ReturnType<typeof findMessageOptions>>>;
