/** A failure in three sentences: what happened, why, what to do now. The last is empty when there is nothing to do. */
export type Message = { readonly what: string; readonly why: string; readonly next: string };
