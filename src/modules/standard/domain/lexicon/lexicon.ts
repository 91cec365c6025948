/**
 * How people write the values of one field. Terms are separated by semicolons and compared without case, accents,
 * plurals or punctuation, as whole words; in a text the longest term wins, so « gratuit sous condition » hides « gratuit ».
 */
export interface Lexicon<Value extends string> {
  terms: Readonly<Record<Value, string>>;
  /** Terms that say no value, and that hide shorter ones: « tout public », « pôle emploi » among services. */
  silent: string;
  /** Terms that count only as a whole item: two-letter codes are also words. */
  whole?: Partial<Readonly<Record<Value, string>>>;
  /** What stands in brackets only illustrates what stands before: « atelier pour les parents (écrans, jeux vidéo…) ». */
  isIllustratedInBrackets?: boolean;
}
