import { chownSync, lchownSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Who runs the server: PostgreSQL refuses root, so root hands it to somebody else. */
export type Identity = { user: { uid?: number; gid?: number }; prefix: string[] };

const NOBODY = 65534;

/**
 * Picks who may run the server on `folder` (which exists) with the binaries under `root`, and gives the folder to them.
 * A folder's owner stays its owner; where nobody else may enter (the home of root), a user namespace stands in.
 */
export function identityFor(folder: string, root: string): Identity {
  const self = process.getuid?.();
  if (self === undefined) return { user: {}, prefix: [] };
  const owner = statSync(folder).uid;
  if (self !== 0) {
    if (owner === self) return { user: {}, prefix: [] };
    throw new Error(
      `${folder} belongs to user ${owner}${owner === NOBODY ? " (it was made by root)" : ""}: ` +
        `start as root again, or give it to user ${self} first.`,
    );
  }
  const uid = owner === 0 ? NOBODY : owner;
  if (mayEnter(dirname(folder), uid) && mayEnter(root, uid)) {
    give(folder, uid, owner);
    return { user: { uid, gid: uid }, prefix: [] };
  }
  give(folder, 0, owner);
  return { user: {}, prefix: ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"] };
}

function mayEnter(folder: string, uid: number): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const { mode, uid: owner } = statSync(path);
    if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function give(folder: string, uid: number, owner: number): void {
  if (owner === uid) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, uid);
  }
  chownSync(folder, uid, uid);
}
