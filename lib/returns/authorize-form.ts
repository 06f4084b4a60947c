import { z } from "zod";
import { fitted, typedAddressSchema } from "../address-schema";
import { idSchema } from "../ids";
import { currencySchema, parseTypedMinor } from "../money";
import { rmaSchema } from "../policy/rma";
import { CARRIER_AT_MOST, INSTRUCTIONS_AT_MOST, NOTE_AT_MOST } from "./limits";
import { PICKED_AT_MOST } from "./picked";
import { selectionSchema } from "./selection";

/** The address as it is typed; it is judged by its country's rules only when a new one is chosen. */
const newAddressSchema = z.strictObject({
  recipient: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  district: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
  phone: z.string(),
});
export const NO_ADDRESS: z.infer<typeof newAddressSchema> = {
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

const shared = {
  /** A saved address by its id, the channel's own, or a new one (S1-15). */
  addressId: z.union([z.literal(["default", "new"]), idSchema], { error: "required" }),
  newAddress: newAddressSchema,
  instructions: z.string().max(INSTRUCTIONS_AT_MOST),
  overrideNote: z.string().trim().max(NOTE_AT_MOST),
};

type Shared = { addressId: string; newAddress: z.infer<typeof newAddressSchema> };
type Context = z.core.ParsePayload<unknown>["issues"];

const flag = (issues: Context, path: (string | number)[], message: string, input: unknown) =>
  issues.push({ code: "custom", path, message, input });

const checkAddress = ({ addressId, newAddress }: Shared, issues: Context) => {
  if (addressId !== "new") return;
  const parsed = typedAddressSchema.safeParse(fitted(newAddress));
  for (const issue of parsed.error?.issues ?? []) {
    const told = issue.code === "custom" ? issue.message : "invalid";
    const code = issue.code === "too_small" ? "required" : issue.code === "too_big" ? "too_long" : told;
    flag(issues, ["newAddress", ...issue.path.map(String)], code, newAddress);
  }
};

const LABEL_CHOICES = ["policy", "unpaid", "own", "prepaid"] as const;

/** The dialog *Authorize return*, as the browser holds it and as the server takes it. */
export const authorizeFormSchema = z
  .strictObject({
    returnId: idSchema,
    /** What the dialog saw: out of policy asks for a note. The server judges by its own facts. */
    mustOverride: z.boolean(),
    rmaChoice: z.enum(["generated", "own"]),
    rma: z.string().max(200),
    label: z.enum(LABEL_CHOICES),
    labelFileId: idSchema.nullable(),
    /** P-01: of a label that the seller bought; empty where nothing is known of it. */
    labelCurrency: currencySchema,
    labelCost: z.string(),
    labelCarrier: z.string().trim().max(CARRIER_AT_MOST),
    labelTracking: z.string().trim().max(CARRIER_AT_MOST),
    ...shared,
  })
  .check(({ value, issues }) => {
    if (value.mustOverride && value.overrideNote === "") flag(issues, ["overrideNote"], "required", "");
    if (value.rmaChoice === "own" && !rmaSchema.safeParse(value.rma).success)
      flag(issues, ["rma"], value.rma.trim() === "" ? "required" : "rma_malformed", value.rma);
    checkAddress(value, issues);
    if (value.label === "own" && value.labelFileId === null) flag(issues, ["labelFileId"], "required", null);
    if (value.labelCost.trim() !== "" && (labelCostOf(value) ?? -1) < 0)
      flag(issues, ["labelCost"], "invalid", value.labelCost);
  });
export type AuthorizeForm = z.infer<typeof authorizeFormSchema>;

/** What the label cost in minor units; null where nothing was typed. */
export const labelCostOf = ({ labelCost, labelCurrency }: Pick<AuthorizeForm, "labelCost" | "labelCurrency">) =>
  parseTypedMinor(labelCost, labelCurrency);

/** The dialog *Authorize all selected returns*. */
export const authorizeManyFormSchema = z
  .strictObject({
    key: idSchema,
    selection: selectionSchema,
    outOfPolicy: z.enum(["leave", "authorize"]),
    hasOwnInstructions: z.boolean(),
    /** Returns of cancelled orders that were confirmed one by one. */
    seen: z.array(idSchema).max(PICKED_AT_MOST).optional(),
    ...shared,
  })
  .check(({ value, issues }) => {
    if (value.outOfPolicy === "authorize" && value.overrideNote === "") flag(issues, ["overrideNote"], "required", "");
    checkAddress(value, issues);
  });
export type AuthorizeManyForm = z.infer<typeof authorizeManyFormSchema>;
