/** From best to worst; a return's verdict is the worst of its lines (P-25). */
export const VERDICTS = ["in_policy", "out_of_policy", "not_returnable"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const worstVerdict = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce<Verdict>(
    (worst, verdict) => (VERDICTS.indexOf(verdict) > VERDICTS.indexOf(worst) ? verdict : worst),
    "in_policy",
  );
