import { redirect } from "next/navigation";
import { paths } from "@/lib/i18n/paths";

/** The list sends on whoever is not signed in, and the sign-in page whoever finds the product empty. */
export default function StartPage() {
  redirect(paths.returns());
}
