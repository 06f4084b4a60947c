import { paths } from "@/lib/paths";

/** The page of one address; `new` is one to be added. */
export const addressPath = (id: string): string => `${paths.addresses}/${id}`;
