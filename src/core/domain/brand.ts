declare const brand: unique symbol;

/** A `Base` value that passed the check named by `Name`; a plain `Base` is not assignable to it. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
