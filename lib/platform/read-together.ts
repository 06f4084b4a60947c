import "server-only";
import { cache } from "react";
import { db } from "@/db";
import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";

type Asked = { read: (tx: Tx) => Promise<void>; fail: (error: unknown) => void };

/** What a request has asked of a shop and not been given yet. */
const waitingFor = cache((_sellerId: string): Asked[] => []);

async function readAll(sellerId: string, asked: readonly Asked[]): Promise<void> {
  try {
    await withSeller(db, sellerId, (tx) => Promise.all(asked.map(({ read }) => read(tx))));
  } catch (error) {
    for (const { fail } of asked) fail(error);
  }
}

/** Reads of a shop for a page: what its parts ask for at the same time is read in one transaction, and sent in one breath. */
export function readTogether<T>(sellerId: string, read: (tx: Tx) => Promise<T>): Promise<T> {
  const waiting = waitingFor(sellerId);
  return new Promise((resolve, reject) => {
    waiting.push({ read: (tx) => read(tx).then(resolve), fail: reject });
    if (waiting.length === 1) setImmediate(() => void readAll(sellerId, waiting.splice(0)));
  });
}
