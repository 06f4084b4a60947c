import { bareRows } from "../rows";
import { BareTable } from "./bare-table";

/** The same rows in a bare table of the browser's. */
export default async function BareClientPage() {
  return <BareTable rows={await bareRows()} />;
}
