import "server-only";
import { cookies } from "next/headers";
import { keptSizes, type PrintSizes } from "@/lib/policy/labels/sizes";

/** The paper this person chose last, as far as they have chosen any. */
export async function readPrintSizes(): Promise<Partial<PrintSizes>> {
  const jar = await cookies();
  return keptSizes((name) => jar.get(name)?.value);
}
