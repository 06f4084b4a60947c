import { z } from "zod";
import type { Filtered, Values } from "./list";

/** The parts of a list's filter, as its own `write` would say them; one that an older page does not know is off. */
export const filterShapeOf = <L extends Filtered>({ filters }: L) =>
  Object.fromEntries(
    Object.entries(filters).map(([name, filter]) => [
      name,
      z.custom((value) => filter.accepts(value)).default(filter.empty),
    ]),
  ) as unknown as { [Name in keyof L["filters"]]: z.ZodType<Values<L["filters"]>[Name]> };

/** The filter of a list as a form or a route hands it in, complete. */
export const filterSchemaOf = <L extends Filtered>(list: L) => z.strictObject(filterShapeOf(list));
