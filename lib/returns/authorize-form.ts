import { fitted, type TypedAddress } from "@/lib/kernel/address-fields";
import { addressProblems } from "@/lib/kernel/address-problems";
import { type FieldProblem, textProblems } from "@/lib/kernel/field-problem";
import { isId } from "@/lib/kernel/ids";
import { parseTypedMinor } from "@/lib/kernel/money";
import { CARRIER_AT_MOST, INSTRUCTIONS_AT_MOST, NOTE_AT_MOST } from "@/lib/policy/limits";
import { readRma } from "@/lib/policy/machines/return/rma";
import { type CloseForm, closeProblems } from "./close-form";
import type { Selection } from "./shared/selection";

export const NO_ADDRESS: TypedAddress = {
  recipient: "",
  line1: "",
  line2: "",
  city: "",
  district: "",
  region: "",
  postalCode: "",
  country: "",
  phone: "",
};

type Shared = {
  /** A saved address by its id, `default` for the channel's own, or `new` (S1-15). */
  addressId: string;
  /** As it is typed; it is judged by its country's rules only when a new one is chosen. */
  newAddress: TypedAddress;
  instructions: string;
  overrideNote: string;
};

/** Units that are closed while the others are authorized, by line, with the reason and the words of a closing. */
export type RestForm = Pick<CloseForm, "reason" | "needsComment" | "comment"> & {
  units: { lineId: string; quantity: number }[];
};

export const LABEL_CHOICES = ["policy", "unpaid", "own", "prepaid"] as const;

/** The dialog *Authorize return*, as the browser holds it and as the server takes it. */
export type AuthorizeForm = Shared & {
  returnId: string;
  /** What the dialog saw: out of policy asks for a note. The server judges by its own facts. */
  mustOverride: boolean;
  rmaChoice: "generated" | "own";
  rma: string;
  label: (typeof LABEL_CHOICES)[number];
  labelFileId: string | null;
  /** P-01: of a label that the seller bought; empty where nothing is known of it. */
  labelCurrency: string;
  labelCost: string;
  labelCarrier: string;
  labelTracking: string;
  /** Null: all that was asked for is authorized. */
  rest?: RestForm | null | undefined;
};

/** The dialog *Authorize all selected returns*. */
export type AuthorizeManyForm = Shared & {
  key: string;
  selection: Selection;
  outOfPolicy: "leave" | "authorize";
  hasOwnInstructions: boolean;
  /** Returns of cancelled orders that were confirmed one by one. */
  seen?: string[] | undefined;
};

/** Whether what is not in policy is authorized with the others; then a note says why (S1-05). */
export const takesOutOfPolicy = ({ outOfPolicy }: Pick<AuthorizeManyForm, "outOfPolicy">): boolean =>
  outOfPolicy !== "leave";

/** What the label cost in minor units; null where nothing was typed. */
export const labelCostOf = ({ labelCost, labelCurrency }: Pick<AuthorizeForm, "labelCost" | "labelCurrency">) =>
  parseTypedMinor(labelCost, labelCurrency);

function addressProblemsOf({ addressId, newAddress }: Shared): FieldProblem[] {
  if (addressId === "new")
    return addressProblems(fitted(newAddress)).map(({ part, code }) => ({ path: `newAddress.${part}`, code }));
  return addressId === "default" || isId(addressId) ? [] : [{ path: "addressId", code: "required" }];
}

function rmaProblems({ rmaChoice, rma }: AuthorizeForm): FieldProblem[] {
  if (rmaChoice !== "own" || readRma(rma) !== null) return [];
  return [{ path: "rma", code: rma.trim() === "" ? "required" : "rma_malformed" }];
}

function labelProblems(form: AuthorizeForm): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (form.label === "own" && form.labelFileId === null) problems.push({ path: "labelFileId", code: "required" });
  if (form.labelCost.trim() !== "" && (labelCostOf(form) ?? -1) < 0)
    problems.push({ path: "labelCost", code: "invalid" });
  return [
    ...problems,
    ...textProblems("labelCarrier", form.labelCarrier, CARRIER_AT_MOST),
    ...textProblems("labelTracking", form.labelTracking, CARRIER_AT_MOST),
  ];
}

const restProblems = ({ rest }: AuthorizeForm): FieldProblem[] =>
  rest
    ? closeProblems({ ...rest, returnId: "", note: "" }).map(({ path, code }) => ({ path: `rest.${path}`, code }))
    : [];

/** Every wrong field, in the order of the dialog. */
export const authorizeProblems = (form: AuthorizeForm): FieldProblem[] => [
  ...textProblems("overrideNote", form.overrideNote, NOTE_AT_MOST, form.mustOverride),
  ...restProblems(form),
  ...rmaProblems(form),
  ...addressProblemsOf(form),
  ...labelProblems(form),
  ...textProblems("instructions", form.instructions, INSTRUCTIONS_AT_MOST),
];

/** The same for many. */
export const authorizeManyProblems = (form: AuthorizeManyForm): FieldProblem[] => [
  ...textProblems("overrideNote", form.overrideNote, NOTE_AT_MOST, takesOutOfPolicy(form)),
  ...addressProblemsOf(form),
  ...textProblems("instructions", form.instructions, INSTRUCTIONS_AT_MOST),
];
