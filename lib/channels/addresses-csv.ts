import { withSeller } from "@/db/tenant";
import { list } from "@/lib/kernel/list/list";
import type { Reading } from "@/lib/platform/ctx";
import { listCsv } from "@/lib/platform/list/list-csv";
import { type AddressUse, type BookAddress, listAddressBook, listChannelAddresses, usesOf } from "./address-book";

type UsedAddress = BookAddress & { uses: readonly AddressUse[] };

const ADDRESSES = list<UsedAddress>()({
  filter: {},
  columns: {
    label: { value: ({ label }) => label, sort: "text" },
    recipient: { value: ({ recipient }) => recipient },
    line1: { value: ({ line1 }) => line1 },
    line2: { value: ({ line2 }) => line2 },
    city: { value: ({ city }) => city },
    region: { value: ({ region }) => region },
    postal_code: { value: ({ postalCode }) => postalCode },
    country: { value: ({ country }) => country },
    phone: { value: ({ phone }) => phone },
    hours: { value: ({ hours }) => hours },
    state: { value: ({ retiredAt }) => (retiredAt === null ? "in use" : "retired") },
    default_of: { value: ({ uses }) => uses.flatMap(({ channel, rule }) => (rule === null ? channel : [])).join("; ") },
    rules: {
      value: ({ uses }) => uses.flatMap(({ channel, rule }) => (rule === null ? [] : `${channel}: ${rule}`)).join("; "),
    },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "label",
  sizes: [500],
});

/** Every return address with the channels that take it by default and the rules that name it, as CSV. */
export function addressesCsv({ db, sellerId }: Reading): AsyncGenerator<string> {
  const rows = (async function* () {
    const { book, channels } = await withSeller(db, sellerId, async (tx) => ({
      book: await listAddressBook(tx, sellerId),
      channels: await listChannelAddresses(tx, sellerId),
    }));
    for (const address of book) yield { ...address, uses: usesOf(address.id, channels) };
  })();
  return listCsv(ADDRESSES, rows);
}
