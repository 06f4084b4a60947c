import { isDatabaseDown } from "./database-down";

/** What a page needs to know before it is drawn, or that the database which knows it cannot be reached. */
export async function unlessDatabaseDown<Value>(read: () => Promise<Value>): Promise<Value | "database_down"> {
  try {
    return await read();
  } catch (error) {
    if (isDatabaseDown(error)) return "database_down";
    throw error;
  }
}
