import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import { listAddressBook, listChannelAddresses, usesOf } from "./address-book";

const COLUMNS = [
  "label",
  "recipient",
  "line1",
  "line2",
  "city",
  "region",
  "postal_code",
  "country",
  "phone",
  "hours",
  "state",
  "default_of",
  "rules",
  "id",
];

/** Every return address with the channels that take it by default and the rules that name it, as CSV. */
export function addressesCsv(db: Db, sellerId: string): AsyncGenerator<string> {
  const rows = (async function* () {
    const { book, channels } = await withSeller(db, sellerId, async (tx) => ({
      book: await listAddressBook(tx, sellerId),
      channels: await listChannelAddresses(tx, sellerId),
    }));
    for (const { id, retiredAt, postalCode, ...told } of book) {
      const uses = usesOf(id, channels);
      yield {
        ...told,
        postal_code: postalCode,
        state: retiredAt === null ? "in use" : "retired",
        default_of: uses.flatMap(({ channel, rule }) => (rule === null ? channel : [])).join("; "),
        rules: uses.flatMap(({ channel, rule }) => (rule === null ? [] : `${channel}: ${rule}`)).join("; "),
        id,
      };
    }
  })();
  return csvOf(rows, COLUMNS);
}
