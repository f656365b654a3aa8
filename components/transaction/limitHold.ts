/** Nothing holds a plan: it may be signed. */
export const NO_HOLD = "";

/** While it is not known whether a plan breaks a limit. */
export const CHECKING_LIMITS = "Holding it against your limits";
