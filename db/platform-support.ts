import { openPool } from "./address";

/** Lets an account look into every shop, for a while and a reason. Only the owner of the database can: the application never. */
export async function makeSupport(ownerUrl: string, email: string): Promise<void> {
  const sql = openPool(ownerUrl, { max: 1, onnotice: () => undefined });
  await sql`update users set is_support = true where email = ${email} and replaced_at is null`;
  await sql.end();
}
