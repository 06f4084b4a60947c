import { createLoader, createParser, createSerializer, parseAsStringLiteral } from "nuqs/server";
import { z } from "zod";
import type { ForwarderKey } from "@/lib/forwarder/forwarder";
import { paths } from "@/lib/i18n/paths";
import { idSchema } from "@/lib/kernel/id-schema";

export const FORWARDER_TABS = ["ask", "on_its_way"] as const;
export type ForwarderTab = (typeof FORWARDER_TABS)[number];

const keyParts = z.tuple([z.string().refine((at) => at === "infinity" || !Number.isNaN(Date.parse(at))), idSchema]);
const parseAsKey = createParser<ForwarderKey>({
  parse: (text) => {
    const parts = keyParts.safeParse(text.split("~"));
    return parts.success ? { at: parts.data[0], id: parts.data[1] } : null;
  },
  serialize: ({ at, id }) => [at, id].join("~"),
});

/** The address of the list; what it cannot read is left out. */
const PARAMS = { show: parseAsStringLiteral(FORWARDER_TABS), after: parseAsKey, before: parseAsKey };
const load = createLoader(PARAMS);
const serialize = createSerializer(PARAMS);

export type ForwarderView = { tab: ForwarderTab; after: ForwarderKey | null; before: ForwarderKey | null };

export function readForwarderView(raw: Record<string, string | string[] | undefined>): ForwarderView {
  const { show, after, before } = load(raw);
  return { tab: show ?? "ask", after, before: after ? null : before };
}

type Place = { tab: ForwarderTab; after?: ForwarderKey; before?: ForwarderKey };

export function forwarderHref({ tab, after, before }: Place): string {
  const query = serialize({ show: tab === "ask" ? null : tab, after: after ?? null, before: before ?? null });
  return `${paths.forwarder}${query}`;
}
