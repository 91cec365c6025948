import type { Audience, SpecialCare } from '../enumerations.ts';
import type { Lexicon } from './lexicon.ts';

/** `publics_accueillis` of the standard v0 mixed audiences with special care; « adultes » is everyone. */
export const AUDIENCE_LEXICON: Lexicon<Audience> = {
  terms: {
    Jeunes: `
      jeune; jeunes 16 26 ans; jeunes 16 25 ans; jeunesse; jeunesse 11 26 ans; 16 25 ans; 16 26 ans;
      16 30 ans; 18 25 ans; 18 30 ans; 12 30 ans; adolescent; ado; collégien; lycéen; moins de 26 ans`,
    Étudiants: 'étudiant; étudiante; étudiants et étudiantes',
    'Familles et/ou enfants': `
      famille; familles enfants; familles et ou enfants; familles enfant; enfant; enfance parentalité;
      petite enfance parentalité; petite enfance; enfance; parent; parentalité`,
    Seniors: `
      senior; seniors 65 ans; senior plus de 65 ans; personne âgée; retraité; aîné; 60 ans et plus;
      plus de 60 ans; plus de 65 ans; plus de 55 ans; troisième âge`,
    Femmes: 'femme; uniquement femmes; femmes isolées',
  },
  silent: `
    adulte; tout; tout public; tous public; tous les publics; créateur; télétravailleur; free lance;
    profession libérale; prof libérale; porteur de projet; porteurs de projets économiques; artisan;
    bénévole; résident; usager; demandeur emploi; enseignant; agriculteur; locataire;
    tout types de publics; tout type de public; grand public; ouvert à tous; tous; demandeur d’emploi;
    actif; salarié; professionnel; entreprise; entrepreneur; association; habitant; particulier;
    bénéficiaire du rsa; bénéficiaires des minimas sociaux; personnes en situation de handicap;
    personnes en insertion; personnes en insertion professionnelle; personnes en difficultés sociales;
    personnes exilées; étranger; réfugié; résidents qpv frr; personnes en situation d’urgence;
    personnes en situation juridique spécifique; jeune retraité; autre; autres; other`,
};

export const SPECIAL_CARE_LEXICON: Lexicon<SpecialCare> = {
  terms: {
    Surdité: `
      surdité; sourd; malentendant; sourds et malentendants; déficience auditive; déficient auditif;
      handicap auditif; langue des signes; LSF`,
    'Handicaps moteurs': `
      handicap moteur; handicaps moteurs; mobilité réduite; personne à mobilité réduite;
      accès personnes à mobilité réduite; PMR; accès PMR; fauteuil roulant; déficience motrice`,
    'Handicaps mentaux': `
      handicap mental; handicaps mentaux;
      handicaps mentaux déficiences limitant les activités d’une personne; handicap psychique;
      handicaps psychiques;
      handicaps psychiques troubles psychiatriques donnant lieu à des atteintes comportementales;
      handicap cognitif; déficience intellectuelle; déficience mentale; déficient mental;
      troubles psychiques; troubles cognitifs; autisme`,
    Illettrisme: `
      illettrisme; illettré; personnes en situation d’illettrisme; personnes en situation illettrisme;
      public en situation d’illettrisme; analphabète; analphabétisme; alphabétisation;
      difficultés de lecture`,
    'Langues étrangères (anglais)': `
      langue étrangère anglais; langues étrangères anglais; anglais; anglophone; english`,
    'Langues étrangères (autres)': `
      langue étrangère; langues étrangères; public langues étrangères; langue étrangère autres langues;
      langue étrangère autre; autres langues; français langue étrangère; FLE; allophone;
      problématiques linguistiques; personnes avec des problématiques linguistiques; espagnol; arabe;
      portugais; italien; allemand; turc; russe; ukrainien; chinois`,
    'Déficience visuelle': `
      déficience visuelle; déficiance visuelle; déficient visuel; cécité et déficience visuelle; cécité;
      malvoyant; mal voyant; aveugle; non voyant; handicap visuel; braille`,
  },
  silent: `
    handicap; personnes en situation de handicap; personnes en insertion; adulte; tout public;
    tous public; grand public; maîtriser le français; autre; autres; other`,
};
