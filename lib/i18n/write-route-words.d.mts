export function writeRouteWords(folder: string): [path: string[], parts: string[]][];
