import { APPRENDRE } from './apprendre.ts';
import { DEMARCHE } from './demarche.ts';
import { ENFANT } from './enfant.ts';
import { INTERNET } from './internet.ts';
import { MATERIEL } from './materiel.ts';
import type { NeedTerms } from './need-terms.ts';
import { PROTEGER } from './proteger.ts';
import { TRAVAIL } from './travail.ts';
import { COMPRENDRE, LOISIRS } from './without-tile.ts';

export const NEED_LEXICON: readonly NeedTerms[] = [
  DEMARCHE,
  APPRENDRE,
  MATERIEL,
  INTERNET,
  TRAVAIL,
  ENFANT,
  PROTEGER,
  LOISIRS,
  COMPRENDRE,
];
