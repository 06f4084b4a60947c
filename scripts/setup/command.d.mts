export function runCommand(
  command: string,
  args: string[],
  options?: { env?: NodeJS.ProcessEnv; signal?: AbortSignal; graceMs?: number; heard?: (part: Buffer) => void },
): Promise<number>;
