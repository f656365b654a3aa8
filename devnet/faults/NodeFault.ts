/** What a faulty node does to the answers of the well one behind it. */
export type NodeFault =
  | "none"
  /** Breaks every connection. */
  | "down"
  /** Status 429, to be asked again in an hour. */
  | "rateLimited"
  /** Status 503. */
  | "serverError"
  /** Never answers. */
  | "slow"
  /** Half the JSON. */
  | "truncated"
  /** A page for people, status 200. */
  | "html"
  /** The answer to another question, under that question's id. */
  | "wrongId"
  /** Knows no block after the one that was newest when the fault began. */
  | "stale"
  | "wrongChainId"
  | "wrongBalance"
  | "wrongAllowance"
  /** Leaves out every fifth log. */
  | "missingLogs"
  /** Says that other code stands at the last contract it is asked about. */
  | "wrongCode"
  /** Passes a signed transaction on, and names another one in its answer. */
  | "otherHash"
  /** Passes no signed transaction on, and says that it knows it. */
  | "alreadyKnown"
  /** Passes no signed transaction on, and knows none of any account. */
  | "forgetful";
