import { z } from "zod";
import { judgedBy } from "@/lib/kernel/field-problem";
import { currencySchema, idSchema } from "@/lib/kernel/schemas";
import { PICKED_AT_MOST } from "@/lib/policy/limits";
import {
  type AuthorizeForm,
  type AuthorizeManyForm,
  authorizeManyProblems,
  authorizeProblems,
  LABEL_CHOICES,
} from "./authorize-form";
import { selectionSchema } from "./shared/selection";

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

const shared = {
  addressId: z.string(),
  newAddress: newAddressSchema,
  instructions: z.string(),
  overrideNote: z.string().trim(),
};

const LINES_AT_MOST = 1000;

export const authorizeReturnSchema = z
  .strictObject({
    returnId: idSchema,
    mustOverride: z.boolean(),
    rmaChoice: z.enum(["generated", "own"]),
    rma: z.string().max(200),
    label: z.enum(LABEL_CHOICES),
    labelFileId: idSchema.nullable(),
    labelCurrency: currencySchema,
    labelCost: z.string(),
    labelCarrier: z.string().trim(),
    labelTracking: z.string().trim(),
    rest: z
      .strictObject({
        units: z
          .array(z.strictObject({ lineId: idSchema, quantity: z.int().min(1) }))
          .min(1)
          .max(LINES_AT_MOST),
        reason: z.string().max(80),
        needsComment: z.boolean(),
        comment: z.string().trim(),
      })
      .nullish(),
    ...shared,
  })
  .check(judgedBy(authorizeProblems)) satisfies z.ZodType<AuthorizeForm>;

export const authorizeManySchema = z
  .strictObject({
    key: idSchema,
    selection: selectionSchema,
    outOfPolicy: z.enum(["leave", "authorize"]),
    hasOwnInstructions: z.boolean(),
    seen: z.array(idSchema).max(PICKED_AT_MOST).optional(),
    ...shared,
  })
  .check(judgedBy(authorizeManyProblems)) satisfies z.ZodType<AuthorizeManyForm>;
