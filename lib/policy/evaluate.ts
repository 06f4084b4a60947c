import type { Evaluation } from "./evaluation";
import type { ReturnFacts } from "./facts";
import type { Reason } from "./rule";
import type { Operation } from "./terms";
import type { BoundTerms } from "./versions";

export declare function evaluate(facts: ReturnFacts, bound: BoundTerms, operation: Operation): Evaluation;
export declare function headline(evaluation: Evaluation): Reason | null;
