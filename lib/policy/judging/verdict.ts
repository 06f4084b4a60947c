/** From best to worst; a return's verdict is the worst of its lines (P-25). */
export const VERDICTS = ["in_policy", "out_of_policy", "not_returnable"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const worseVerdict = (a: Verdict, b: Verdict): Verdict => (VERDICTS.indexOf(b) > VERDICTS.indexOf(a) ? b : a);
