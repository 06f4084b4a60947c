import { type Faults, faultOf, kinderFault, type Payers, payerOf } from "../judging/fault";
import type { FaultTable } from "./parts";
import type { Breach, FormFacts } from "./table";
import type { Fault } from "./term-choices";

type TableChange<Kind> = { kind: Kind; reason: string; from: Fault | null; to: Fault | null };
type TypedTable = Record<string, Fault | "">;

const ofTable = (table: FaultTable, reason: string): Fault | null =>
  Object.hasOwn(table, reason) ? (table[reason] ?? null) : null;
const namedIn = (a: FaultTable, b: FaultTable): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
const merged = (a: FaultTable, b: FaultTable, kinder: (reason: string) => Fault): FaultTable =>
  Object.fromEntries(namedIn(a, b).map((reason) => [reason, kinder(reason)]));
const tableChanges =
  <Kind extends string>(kind: Kind) =>
  (a: FaultTable, b: FaultTable): TableChange<Kind>[] =>
    namedIn(a, b).flatMap((reason) => {
      const [from, to] = [ofTable(a, reason), ofTable(b, reason)];
      return from === to ? [] : [{ kind, reason, from, to }];
    });

/** A row for every reason; "" follows the default, or whoever is at fault. */
const asTyped = {
  typed: (table: FaultTable, { reasons }: FormFacts): TypedTable => {
    const named = Object.keys(table).sort();
    return Object.fromEntries(
      [...new Set([...reasons, ...named])].map((reason) => [reason, ofTable(table, reason) ?? ""]),
    );
  },
  read: (typed: TypedTable): FaultTable =>
    Object.fromEntries(Object.entries(typed).flatMap(([reason, fault]) => (fault === "" ? [] : [[reason, fault]]))),
};

/** P-07: whose fault it is where the table says nothing. */
export const defaultFault = {
  path: "faultByReason.default",
  kind: "own",
  widget: "fault",
  section: "fault",
  initially: "buyer" as Fault,
  merge: kinderFault,
  diff: (from: Fault, to: Fault): { kind: "fault_default"; from: Fault; to: Fault }[] =>
    from === to ? [] : [{ kind: "fault_default", from, to }],
  breaches: (): Breach<never>[] => [],
  raise: (fault: Fault) => fault,
  typed: (fault: Fault) => fault,
  read: (fault: Fault) => fault,
} as const;

/** P-07. */
export const faults = {
  path: "faultByReason.reasons",
  kind: "own",
  widget: "faults",
  section: "fault",
  initially: {
    unauthorized_purchase: "seller",
    box_and_item_damaged: "carrier",
    wrong_item_sent: "seller",
    item_damaged: "seller",
    defective: "seller",
    missing_parts: "seller",
    extra_item: "seller",
    bad_description: "seller",
    too_late: "seller",
    undeliverable: "carrier",
    counterfeit: "seller",
    empty_parcel: "seller",
    short_quantity: "seller",
  } as FaultTable,
  merge: (a: FaultTable, b: FaultTable, of: { a: Faults; b: Faults }): FaultTable =>
    merged(a, b, (reason) => kinderFault(faultOf(of.a, reason), faultOf(of.b, reason))),
  diff: tableChanges("fault"),
  breaches: (
    _: FaultTable,
    { neverBuyersFault = [] }: { neverBuyersFault?: readonly string[] },
    terms: Faults,
  ): Breach<"fault">[] =>
    neverBuyersFault.flatMap((name) =>
      faultOf(terms, name) === "buyer"
        ? [{ path: ["faultByReason", "reasons", name], code: "fault", name, yours: "buyer", floor: "seller" }]
        : [],
    ),
  raise: (table: FaultTable, { name, floor }: Breach): FaultTable =>
    name !== null && floor === "seller" ? { ...table, [name]: floor } : table,
  ...asTyped,
} as const;

/** S4-11: who pays for the way back where that is not whoever is at fault; keyed as the table of faults. */
export const freights = {
  path: "freightByReason",
  kind: "own",
  /** Shown in the table of faults. */
  widget: null,
  section: "fault",
  initially: {} as FaultTable,
  /** Where one version leaves the freight to whoever is at fault, that is what the other's word is compared with. */
  merge: (a: FaultTable, b: FaultTable, of: { a: Payers; b: Payers }): FaultTable =>
    merged(a, b, (reason) => kinderFault(payerOf(of.a, reason), payerOf(of.b, reason))),
  diff: tableChanges("freight"),
  breaches: (): Breach<never>[] => [],
  raise: (table: FaultTable) => table,
  ...asTyped,
} as const;
