import { spawnSync } from "node:child_process";
import { chownSync, lchownSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Who runs the server: PostgreSQL refuses root, so root hands it to somebody else. */
export type Identity = { user: { uid?: number; gid?: number }; prefix: string[] };

const NOBODY = 65534;

/**
 * Picks who may run the server on `folder` (which exists) with the binaries under `root`, and gives the folder to them.
 * A folder's owner stays its owner; where nobody else may enter (the home of root), root's own way in is lent.
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
  const { owns, prefix } = passage(uid, folder);
  give(folder, owns, owner);
  return { user: {}, prefix };
}

/** Containers forbid one or the other: somebody who may pass through closed folders, or root under another name. */
function passage(uid: number, folder: string): { owns: number; prefix: string[] } {
  const caps = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  const ways = [
    { owns: uid, prefix: ["setpriv", `--reuid=${uid}`, `--regid=${uid}`, "--clear-groups", ...caps, "--"] },
    { owns: 0, prefix: ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"] },
  ];
  const way = ways.find(({ prefix: [command = "", ...args] }) => spawnSync(command, [...args, "true"]).status === 0);
  if (way) return way;
  throw new Error(
    `PostgreSQL cannot be run by root, and nobody else may enter ${dirname(folder)}: open it (chmod o+x).`,
  );
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
