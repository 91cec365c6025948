import type { Fee } from '../enumerations.ts';
import type { Lexicon } from './lexicon.ts';

/** `conditions_acces` of the standard v0 too; membership fees are fees, and the pass pays in the place of the person. */
export const FEE_LEXICON: Lexicon<Fee> = {
  terms: {
    Gratuit: `
      gratuit; gratuite; gratuité; gratuitement;
      gratuit je peux accéder gratuitement au lieu et à ses services; gratuit pour tous;
      gratuit pour toutes et tous; accès libre et gratuit; service public gratuit; non payant; pas payant;
      sans frais; 0 euro; 0euro; aucun frais; tout est gratuit; free`,
    'Gratuit sous condition': `
      gratuit sous condition; gratuite sous condition; gratuité sous condition;
      gratuit sous condition la gratuité est conditionnée à des critères situation familiale convention avec un organisme social;
      gratuit à condition; gratuit pour les; gratuit pour; gratuit avec adhésion; gratuit sur adhésion;
      gratuit après adhésion; gratuité conditionnée; solidaire; tarif solidaire; tarif réduit;
      solidaire tarif réduit adapté à la situation sociale familiale ou convention avec un organisme solidaire;
      pass numérique; accepte le pass numérique;
      accepte le pass numérique il est possible d’utiliser un pass numérique pour accéder au lieu;
      agrée pass numérique`,
    Payant: `
      payant; payante; payant l’accès au lieu et ou à ses services est payant; adhésion;
      adhésion l’accès au lieu et ou à ses services nécessite d’y adhérer; adhésion annuelle; cotisation;
      abonnement; forfait; tarif; tarification; participation financière; contribution financière`,
  },
  silent: `
    se renseigner; nous consulter; selon public et prestation; non renseigné; voir sur place; autre;
    autres`,
};
