import { defineMessages } from '../../platform/i18n/messages.ts';
import type { RedemptionRefusal } from './domain/redemption.ts';

interface Words {
  title: string;
  why: (of: Named) => string;
  next: (of: Named) => string;
}

/** What the words may name: organisations and programmes, never more of the person than their first name. */
export interface Named {
  programme: string;
  /** The collectivité that runs it. */
  manager: string;
  prescriber: string;
}

/** A theme is chosen on the page, and what is left may be used: these two are no dead ends. */
type Explained = Exclude<RedemptionRefusal['kind'], 'wrong-theme' | 'agreement-not-active'>;

const NOTHING_TAKEN_FR = 'Rien n’a été retiré. La personne n’a rien fait de mal.';
const NOTHING_TAKEN_EN = 'Nothing was taken. The person did nothing wrong.';

/** V4: why a pass cannot be used here and now, and what to do next. Never a bare « invalide ». */
export const REFUSALS = defineMessages({
  fr: {
    nothingTaken: NOTHING_TAKEN_FR,
    whatNext: 'Que faire',
    passOf: 'Pass de',
    lastUse: 'Dernière utilisation',
    where: 'Où',
    here: 'chez vous',
    lastDay: 'Dernier jour',
    unused: 'Non utilisé',
    left: 'Il reste',
    extendUntil: (date: string) => `Vous pouvez demander une prolongation avant le ${date}.`,
    alreadyAsked: 'Une prolongation est déjà demandée. La réponse vient.',
    tooLate: 'Il est trop tard pour une prolongation : ce qui restait est rendu aux financeurs.',
    askExtension: 'Demander une prolongation',
    useLeft: (help: string) => `Utiliser ce qui reste : ${help}`,
    another: 'Lire un autre pass',
    otherPlaces: 'Voir les lieux qui l’acceptent',
    askAgreement: 'Demander une convention',
    seeAgreements: 'Voir vos conventions',
    call: (phone: string) => `Appeler le ${phone}`,
    notNormal: 'Cela ne vous paraît pas normal ? Prévenez la collectivité.',
    agreement: {
      requested: {
        title: 'Votre convention attend une réponse',
        why: (of: Named) =>
          `Ce pass est du programme « ${of.programme} ». ${of.manager} n’a pas encore répondu à votre demande.`,
        next: () => 'Gardez le code de côté et rappelez la personne, ou appelez la collectivité.',
      },
      refused: {
        title: 'Votre convention a été refusée',
        why: (of: Named) =>
          `Ce pass est du programme « ${of.programme} ». ${of.manager} a refusé votre demande.`,
        next: () =>
          'La raison est dans vos conventions. Indiquez à la personne un lieu qui accepte son pass.',
      },
      ended: {
        title: 'Votre convention est terminée',
        why: (of: Named) =>
          `Ce pass est du programme « ${of.programme} », que vous n’acceptez plus. ${of.manager} y a mis fin.`,
        next: () => 'Demandez une nouvelle convention, ou indiquez à la personne un autre lieu.',
      },
    },
    of: {
      'not-under-agreement': {
        title: 'Vous n’acceptez pas encore ce pass',
        why: (of: Named) =>
          `Il est du programme « ${of.programme} ». Sans convention avec ${of.manager}, vous ne seriez pas payé.`,
        next: () => 'Demandez une convention, ou indiquez à la personne un lieu qui l’accepte.',
      },
      'agreement-other-days': {
        title: 'Votre convention ne couvre pas ce jour',
        why: (of: Named) =>
          `Votre convention du programme « ${of.programme} » n’a pas commencé, ou elle est finie.`,
        next: () => 'Regardez ses dates dans vos conventions.',
      },
      'structure-not-listed': {
        title: 'Ce pass est réservé à d’autres lieux',
        why: (of: Named) =>
          `Le programme « ${of.programme} » nomme les lieux qui l’acceptent. Le vôtre n’y est pas.`,
        next: () => 'Indiquez à la personne un lieu qui l’accepte, ou demandez à la collectivité d’y entrer.',
      },
      'wrong-territory': {
        title: 'Ce pass sert sur un autre territoire',
        why: (of: Named) =>
          `Le programme « ${of.programme} » paie les lieux de son territoire. Le vôtre est en dehors.`,
        next: () => 'Indiquez à la personne un lieu qui l’accepte près de chez elle.',
      },
      'own-booklet': {
        title: 'Ce pass sert dans un autre lieu que le vôtre',
        why: (of: Named) =>
          `${of.prescriber} l’a remis. Dans ce programme, qui remet un pass ne peut pas aussi le recevoir.`,
        next: () => 'Indiquez à la personne un autre lieu qui l’accepte.',
      },
      'not-handed-over': {
        title: 'Ce pass n’est encore à personne',
        why: (of: Named) => `Il est encore dans le stock de ${of.prescriber}.`,
        next: (of: Named) =>
          `Appelez ${of.prescriber} : le pass doit être remis à la personne avant de servir.`,
      },
      'booklet-lost': {
        title: 'Cette feuille est déclarée perdue',
        why: () => 'Elle a été bloquée pour que personne d’autre ne l’utilise.',
        next: (of: Named) =>
          `La personne l’a retrouvée ? Elle retourne voir ${of.prescriber}, qui lui fait une nouvelle feuille tout de suite.`,
      },
      'booklet-replaced': {
        title: 'Une feuille plus récente existe',
        why: () => 'Celle-ci a été remplacée. Ce qui reste à utiliser est sur la nouvelle.',
        next: (of: Named) =>
          `Demandez la nouvelle feuille à la personne. Elle ne l’a pas ? ${of.prescriber} peut l’imprimer de nouveau.`,
      },
      'booklet-cancelled': {
        title: 'Ce pass a été arrêté',
        why: (of: Named) => `${of.manager} a annulé ce qui restait.`,
        next: (of: Named) =>
          `Appelez ${of.manager} pour savoir pourquoi, et si la personne peut en avoir un autre.`,
      },
      'not-valid-any-more': {
        title: 'Ce pass n’est plus valable',
        why: () => 'Son dernier jour est passé.',
        next: (of: Named) => `${of.manager} peut repousser la date, si vous le demandez pour la personne.`,
      },
      'value-returned': {
        title: 'La valeur de ce pass est déjà rendue',
        why: () => 'Ce qui restait est retourné à qui le finance, après son dernier jour.',
        next: (of: Named) => `Écrivez à ${of.manager} : il décide de la suite.`,
      },
      'all-used': {
        title: 'Ce pass est déjà entièrement utilisé',
        why: () => 'Il n’y reste plus rien.',
        next: (of: Named) =>
          `La personne a encore besoin d’aide ? ${of.prescriber} peut lui remettre un autre carnet.`,
      },
      'not-enough-left': {
        title: 'Il ne reste pas assez sur ce pass',
        why: () => 'Vous avez demandé plus que ce qui reste.',
        next: () => 'Utilisez ce qui reste, avec l’accord de la personne.',
      },
    } satisfies Record<Explained, Words>,
  },
  en: {
    nothingTaken: NOTHING_TAKEN_EN,
    whatNext: 'What to do',
    passOf: 'Pass of',
    lastUse: 'Last use',
    where: 'Where',
    here: 'at your place',
    lastDay: 'Last day',
    unused: 'Not used',
    left: 'Left',
    extendUntil: (date) => `You can ask for an extension before ${date}.`,
    alreadyAsked: 'An extension is already asked for. The answer will come.',
    tooLate: 'It is too late for an extension: what was left went back to the funders.',
    askExtension: 'Ask for an extension',
    useLeft: (help) => `Use what is left: ${help}`,
    another: 'Read another pass',
    otherPlaces: 'See the places that accept it',
    askAgreement: 'Ask for an agreement',
    seeAgreements: 'See your agreements',
    call: (phone) => `Call ${phone}`,
    notNormal: 'This does not look right to you? Tell the authority.',
    agreement: {
      requested: {
        title: 'Your agreement waits for an answer',
        why: (of) =>
          `This pass is of the programme “${of.programme}”. ${of.manager} has not answered your request yet.`,
        next: () => 'Keep the code aside and call the person back, or call the authority.',
      },
      refused: {
        title: 'Your agreement was refused',
        why: (of) => `This pass is of the programme “${of.programme}”. ${of.manager} refused your request.`,
        next: () => 'The reason is in your agreements. Show the person a place that accepts the pass.',
      },
      ended: {
        title: 'Your agreement is over',
        why: (of) =>
          `This pass is of the programme “${of.programme}”, which you no longer accept. ${of.manager} ended it.`,
        next: () => 'Ask for a new agreement, or show the person another place.',
      },
    },
    of: {
      'not-under-agreement': {
        title: 'You do not accept this pass yet',
        why: (of) =>
          `It is of the programme “${of.programme}”. Without an agreement with ${of.manager}, you would not be paid.`,
        next: () => 'Ask for an agreement, or show the person a place that accepts it.',
      },
      'agreement-other-days': {
        title: 'Your agreement does not cover this day',
        why: (of) => `Your agreement of the programme “${of.programme}” has not begun, or is over.`,
        next: () => 'Look at its dates in your agreements.',
      },
      'structure-not-listed': {
        title: 'This pass is for other places',
        why: (of) =>
          `The programme “${of.programme}” names the places that accept it. Yours is not among them.`,
        next: () => 'Show the person a place that accepts it, or ask the authority to be one.',
      },
      'wrong-territory': {
        title: 'This pass is for another territory',
        why: (of) => `The programme “${of.programme}” pays the places of its territory. Yours is outside.`,
        next: () => 'Show the person a place that accepts it near their home.',
      },
      'own-booklet': {
        title: 'This pass is for another place than yours',
        why: (of) =>
          `${of.prescriber} handed it over. In this programme, whoever hands a pass over cannot also receive it.`,
        next: () => 'Show the person another place that accepts it.',
      },
      'not-handed-over': {
        title: 'This pass belongs to nobody yet',
        why: (of) => `It is still in the stock of ${of.prescriber}.`,
        next: (of) => `Call ${of.prescriber}: the pass must be handed over to the person before it is used.`,
      },
      'booklet-lost': {
        title: 'This sheet is declared lost',
        why: () => 'It was blocked so that nobody else uses it.',
        next: (of) =>
          `The person found it again? They go back to ${of.prescriber}, who makes a new sheet at once.`,
      },
      'booklet-replaced': {
        title: 'A more recent sheet exists',
        why: () => 'This one was replaced. What is left to use is on the new one.',
        next: (of) =>
          `Ask the person for the new sheet. They do not have it? ${of.prescriber} can print it again.`,
      },
      'booklet-cancelled': {
        title: 'This pass was stopped',
        why: (of) => `${of.manager} cancelled what was left.`,
        next: (of) => `Call ${of.manager} to know why, and whether the person can have another one.`,
      },
      'not-valid-any-more': {
        title: 'This pass is past its date',
        why: () => 'Its last day is over.',
        next: (of) => `${of.manager} can put the date off, if you ask for the person.`,
      },
      'value-returned': {
        title: 'The value of this pass has gone back',
        why: () => 'What was left returned to who funds it, after its last day.',
        next: (of) => `Write to ${of.manager}, who decides what follows.`,
      },
      'all-used': {
        title: 'This pass is entirely used',
        why: () => 'Nothing is left on it.',
        next: (of) => `The person still needs help? ${of.prescriber} can hand over another booklet.`,
      },
      'not-enough-left': {
        title: 'Not enough is left on this pass',
        why: () => 'You asked for more than what is left.',
        next: () => 'Use what is left, if the person agrees.',
      },
    },
  },
});
