declare const unit: unique symbol;

/**
 * A bigint that carries its unit in the type alone: `Unit<"wad">` and `Unit<"bps">` do not mix without a conversion.
 * The brand vanishes at run time, so values cross the server border, the worker and the cache as plain bigints.
 */
export type Unit<Name extends string> = bigint & { readonly [unit]: Name };
