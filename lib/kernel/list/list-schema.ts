import { z } from "zod";
import type { Filtered, Values } from "./list";

/** The filter of a list as a form or a route hands it in, complete. */
export const filterSchemaOf = <L extends Filtered>({ filters }: L): z.ZodType<Values<L["filters"]>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [name, z.custom((value) => filter.accepts(value))]),
    ),
  ) as unknown as z.ZodType<Values<L["filters"]>>;
