export function whenShellEnds(end: () => void): void;
