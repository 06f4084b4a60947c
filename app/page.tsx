import { redirect } from "next/navigation";
import { paths } from "@/lib/i18n/paths";
import { page } from "@/lib/platform/page";

/** The list sends on whoever is not signed in, and the sign-in page whoever finds the product empty. */
function StartPage(): never {
  redirect(paths.returns());
}

export default page({ needs: "public", show: StartPage });
