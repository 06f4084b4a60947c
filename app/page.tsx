import { redirect } from "next/navigation";
import { db } from "@/db";
import { hasUsers } from "@/db/queries/people";
import { paths } from "@/lib/paths";

export const dynamic = "force-dynamic";

export default async function StartPage() {
  redirect((await hasUsers(db)) ? paths.returns() : paths.setup);
}
