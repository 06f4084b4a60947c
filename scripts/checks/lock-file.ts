/** What is read of package-lock.json (version 3). */
export type LockFile = {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
};

/** Below these versions there are known holes; a package that is not installed needs no floor. */
const SECURITY_FLOOR: Record<string, string> = {
  next: "16.4.1",
  react: "19.3.1",
  "next-auth": "4.24.15",
  "drizzle-orm": "0.45.2",
  nodemailer: "9.1.1",
  sharp: "0.35.4",
};

/**
 * The binaries that parents name and the lock does not hold. npm leaves out what its registry did not serve on the day
 * the lock was written, and then `npm ci` refuses on the machines that need it.
 */
export function missingOptionals(lock: LockFile): string[] {
  return Object.entries(lock.packages).flatMap(([parent, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !places(parent, name).some((place) => lock.packages[place]))
      .map((name) => `${parent || "package.json"} names ${name}, which the lock file lacks`),
  );
}

export function belowFloor(lock: LockFile, floor = SECURITY_FLOOR): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const least = path === "" ? undefined : floor[name];
    return least && version && isOlder(version, least) ? [`${path} ${version} is older than ${least}`] : [];
  });
}

/** Where Node looks for a package from inside `parent`, nearest first. */
function places(parent: string, name: string): string[] {
  const own = parent === "" ? [] : [`${parent}/node_modules/${name}`];
  const cut = parent.lastIndexOf("/node_modules/");
  if (cut < 0) return [...own, `node_modules/${name}`];
  return [...own, ...places(parent.slice(0, cut), name)];
}

/** A pre-release of a version comes before it. */
function isOlder(version: string, least: string): boolean {
  const [release = "", pre] = version.split("-");
  const parts = release.split(".").map(Number);
  for (const [index, wanted] of least.split(".").map(Number).entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return pre !== undefined;
}
