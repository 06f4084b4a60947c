import type { z } from "zod";
import type { newReasonSchema } from "./reason-input";

type Seen = Omit<z.output<typeof newReasonSchema>, "kind" | "code">;

/** A reason as it stood when a page was drawn, to tell whether somebody changed it since. */
export const seenReason = ({ labels, isBuyerVisible, fault, needsPhoto, needsComment, carriesRefund }: Seen): string =>
  JSON.stringify([labels.en, labels["zh-CN"], isBuyerVisible, fault, needsPhoto, needsComment, carriesRefund]);
