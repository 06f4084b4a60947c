import { redirect } from "next/navigation";
import { paths } from "@/lib/i18n/paths";
import { page } from "@/lib/platform/page";
import { getSession, looksAtSeller } from "@/lib/platform/session";

/** Whoever decides begins with the day, whoever only unpacks with the bench, everybody else with the list; platform support with the shops. */
async function StartPage(): Promise<never> {
  const session = await getSession();
  if (!session) redirect(paths.signIn());
  if (!looksAtSeller(session)) redirect(paths.sellers);
  const { permissions } = session;
  if (permissions.includes("returns:decide")) redirect(paths.today);
  redirect(permissions.includes("parcels:receive") ? paths.receive : paths.returns());
}

export default page({ needs: "public", show: StartPage });
