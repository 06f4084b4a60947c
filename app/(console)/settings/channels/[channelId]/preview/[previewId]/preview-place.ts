import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { IMPACT_KINDS } from "@/lib/policy/judging/impact";

const position = z.coerce.number().int().min(1).max(2_147_483_647).nullable().catch(null).default(null);
const placeSchema = z.object({
  kind: z.enum(IMPACT_KINDS).nullable().catch(null).default(null),
  after: position,
  before: position,
});
export type PreviewPlace = z.infer<typeof placeSchema>;

/** Which changes the address asks for, and from where on; what means nothing there is left out. */
export const readPlace = (raw: Record<string, string | string[] | undefined>): PreviewPlace => placeSchema.parse(raw);

type Preview = { id: string; channelId: string };

/** The list of a preview at another place. */
export const placeHref = ({ id, channelId }: Preview, { kind, after, before }: Partial<PreviewPlace>): string =>
  paths.policyPreview(channelId, id, {
    ...(kind ? { kind } : {}),
    ...(after ? { after: String(after) } : {}),
    ...(before ? { before: String(before) } : {}),
  });
