/** Why no plan mends an account of the matrix, and which ones these are. */
export const NOT_MENDED: readonly { readonly why: string; readonly ids: readonly string[] }[] = [
  { why: 'the topic is in another account, which a plan does not ask', ids: ['topic-central-own'] },
];
