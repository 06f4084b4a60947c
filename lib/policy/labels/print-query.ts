import { z } from "zod";
import { LABEL_SIZES, PRINT_PARTS, type PrintPart, type PrintSizes, SLIP_SIZES } from "./sizes";

const PRINT_CHOICES = [...PRINT_PARTS, "both"] as const;

type PrintQuery = Partial<PrintSizes> & { parts: readonly PrintPart[] };

const chosen = (given: unknown): unknown =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== ""));

/** What of a return is asked for and on which paper (`parts`, `size`, `paper`); a field left empty is not chosen. */
export const printQuerySchema = z.preprocess(
  chosen,
  z
    .object({
      parts: z.enum(PRINT_CHOICES).default("both"),
      size: z.enum(LABEL_SIZES).optional(),
      paper: z.enum(SLIP_SIZES).optional(),
    })
    .transform(
      ({ parts, size, paper }): PrintQuery => ({
        parts: parts === "both" ? PRINT_PARTS : [parts],
        ...(size && { labelSize: size }),
        ...(paper && { slipSize: paper }),
      }),
    ),
);
