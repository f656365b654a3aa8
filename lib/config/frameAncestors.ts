/** Sources of `frame-ancestors` for an address of the app. */
export type FrameAncestors = "'none'" | readonly string[];

/**
 * Who may show the page at this address in a frame: nobody. This is the one place that decides it; an entry that is made to be framed
 * (a Safe App) names its origins here, and no other address changes.
 */
export function frameAncestors(_pathname: string): FrameAncestors {
  return "'none'";
}
