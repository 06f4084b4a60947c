import { z } from "zod";
import { LABEL_SIZES, PRINT_PARTS, type PrintPart, type PrintSizes, SLIP_SIZES } from "./sizes";

const PRINT_CHOICES = [...PRINT_PARTS, "both"] as const;

const querySchema = z.object({
  parts: z.enum(PRINT_CHOICES).default("both"),
  size: z.enum(LABEL_SIZES).optional(),
  paper: z.enum(SLIP_SIZES).optional(),
});

type PrintQuery = Partial<PrintSizes> & { parts: readonly PrintPart[] };

/** What of a return is asked for and on which paper (`parts`, `size`, `paper`); null where a value is unknown to us. */
export function readPrintQuery(values: Iterable<readonly [string, unknown]>): PrintQuery | null {
  const given = [...values].filter(([, value]) => value !== "");
  const parsed = querySchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) return null;
  const { parts, size, paper } = parsed.data;
  return {
    parts: parts === "both" ? PRINT_PARTS : [parts],
    ...(size && { labelSize: size }),
    ...(paper && { slipSize: paper }),
  };
}
