import { formatNumber } from '../../platform/i18n/french-form.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

interface DoneFacts extends Record<'records' | 'accepted' | 'rejected' | 'repaired' | 'refused', number> {
  name: string;
  /** Already in the form of the language. */
  seconds: string;
}

/** « 1 lieu », « 0 lieu », « 2 lieux ». */
const some = (count: number, one: string, many: string): string =>
  `${formatNumber(count, 'fr')} ${count < 2 ? one : many}`;
/** “1 place”, “0 places”, “2 places”. */
const someIn = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count, 'en')} ${count === 1 ? one : many}`;

export const MESSAGES = defineMessages({
  fr: {
    nothingNamed:
      'Indiquez au moins un fichier, un dossier, une adresse ou un nom du catalogue. « maillon sources list » donne le catalogue.',
    notFound: (word: string) =>
      `« ${word} » n’est ni un fichier, ni un dossier, ni un nom du catalogue. « maillon sources list » donne le catalogue.`,
    emptyFolder: (path: string) =>
      `Le dossier « ${path} » ne contient aucun tableau (CSV, JSON, GeoJSON, NDJSON, XLSX, ODS).`,
    nameForMany: (count: number) =>
      `--source nomme une seule source, et il y a ${count} fichiers. Importez-les un par un, ou enlevez --source.`,
    mappingUnreadable: (path: string) => `La correspondance « ${path} » ne peut pas être lue.`,
    reading: (name: string, rank: number, total: number) => `[${rank}/${total}] ${name}`,
    rows: (done: string, total: string) => `      ${done} lignes contrôlées sur ${total}`,
    comparing: 'Recherche des doublons et mise à jour de l’annuaire…',
    done: (source: DoneFacts) =>
      [
        `${source.name} : ${some(source.records, 'ligne', 'lignes')}`,
        `${some(source.accepted, 'acceptée', 'acceptées')}`,
        `${some(source.rejected, 'refusée', 'refusées')} ; ${some(source.repaired, 'valeur réparée', 'valeurs réparées')}`,
        `${some(source.refused, 'valeur refusée', 'valeurs refusées')} (${source.seconds} s)`,
      ].join(', '),
    missing: (count: number) =>
      `      ${some(count, 'lieu n’est plus dans la source : il est gardé et signalé', 'lieux ne sont plus dans la source : ils sont gardés et signalés')}.`,
    unchanged: (name: string) => `${name} : rien de nouveau, ce fichier est déjà importé.`,
    held: 'Rien n’est publié. Donnez votre accord dans la gestion, page Sources.',
    dryRun: 'Essai seulement : rien n’a été écrit.',
    ignored: (name: string, why: string) => `${name} : laissé de côté. ${why}`,
    refusedSource: (name: string, why: string) => `${name} : ${why}`,
    places: (count: number) => `L’annuaire compte ${some(count, 'lieu', 'lieux')}.`,
    catalogueTitle: 'Catalogue des sources publiques (maillon import NOM) :',
    importedTitle: 'Sources déjà importées :',
    importedLine: (name: string, records: number, date: string) =>
      `  ${name} : ${some(records, 'lieu', 'lieux')}, importée le ${date}`,
    none: '  aucune',
    nothingToUpdate: 'Aucune source importée ne vient d’une adresse : rien à mettre à jour.',
    unknownSource: (name: string) => `La source « ${name} » n’existe pas, ou ne vient pas d’une adresse.`,
    home: 'Tableau de bord',
    placesTitle: 'Lieux de l’annuaire',
    figurePlaces: 'Lieux publiés',
    figureSources: 'Sources importées',
    figureMissing: 'Absents de leur source',
    figureRemoved: 'Retirés',
    nextSteps: 'Que voulez-vous faire ?',
    goSources: 'Importer une source',
    goPlaces: 'Voir les lieux',
    goPublic: 'Voir le site des habitants',
    leave: 'Se déconnecter',
    latest: 'Derniers changements',
    noChange: 'Aucun changement pour l’instant.',
    columnWhen: 'Quand',
    columnPlace: 'Lieu',
    columnWhat: 'Changement',
    columnCommune: 'Commune',
    columnSources: 'Sources',
    columnState: 'État',
    search: 'Nom, commune ou code postal',
    searchButton: 'Chercher',
    found: (count: number) => some(count, 'lieu', 'lieux'),
    noneFound: 'Aucun lieu ne correspond. Essayez avec moins de mots.',
    statePublished: 'Publié',
    stateMissing: (date: string) => `Absent de sa source depuis le ${date}`,
    stateRemoved: (date: string) => `Retiré le ${date}`,
    change: {
      created: 'Nouveau lieu',
      updated: 'Mis à jour',
      merged: 'Réuni avec un autre lieu',
      split: 'Séparé en deux lieux',
      removed: 'Retiré',
      restored: 'Rétabli',
    },
    seePublic: 'Voir la page des habitants',
    remove: 'Retirer ce lieu',
    removeWhy:
      'Le lieu ne sera plus montré. Son adresse dira qu’il a fermé, avec les lieux les plus proches. Vous pourrez le rétablir.',
    restore: 'Rétablir ce lieu',
    restoreWhy: 'Le lieu est retiré. Rétabli, il sera de nouveau montré à la même adresse.',
    backToPlaces: 'Tous les lieux',
    recordsTitle: 'Fiches des sources',
    fieldsTitle: 'Ce qui est publié, et d’où cela vient',
    columnField: 'Information',
    columnValue: 'Valeur',
    columnOrigin: 'Source',
    columnDate: 'Date',
    unknownDate: 'non datée',
    removedDone: 'Le lieu est retiré.',
    restoredDone: 'Le lieu est rétabli.',
    checkProvenance: 'Chaque information publiée a une source',
    checkRedirects: 'Chaque identifiant fusionné mène à un lieu',
    checkRecords: 'Chaque fiche acceptée appartient à un lieu',
  },
  en: {
    nothingNamed:
      'Name at least one file, folder, address or catalogue name. “maillon sources list” shows the catalogue.',
    notFound: (word) =>
      `“${word}” is neither a file, a folder nor a catalogue name. “maillon sources list” shows the catalogue.`,
    emptyFolder: (path) => `Folder “${path}” holds no table (CSV, JSON, GeoJSON, NDJSON, XLSX, ODS).`,
    nameForMany: (count) =>
      `--source names one source, and there are ${count} files. Import them one by one, or remove --source.`,
    mappingUnreadable: (path) => `Mapping “${path}” cannot be read.`,
    reading: (name, rank, total) => `[${rank}/${total}] ${name}`,
    rows: (done, total) => `      ${done} of ${total} rows checked`,
    comparing: 'Looking for duplicates and updating the directory…',
    done: (source) =>
      `${source.name}: ${someIn(source.records, 'row')}, ${source.accepted} accepted, ${source.rejected} rejected; ${someIn(source.repaired, 'value')} repaired, ${someIn(source.refused, 'value')} refused (${source.seconds} s)`,
    missing: (count) =>
      `      ${someIn(count, 'place is', 'places are')} no longer in the source: kept and flagged.`,
    unchanged: (name) => `${name}: nothing new, this file is already imported.`,
    held: 'Nothing is published. Give your agreement in the management pages, Sources.',
    dryRun: 'Trial only: nothing was written.',
    ignored: (name, why) => `${name}: left aside. ${why}`,
    refusedSource: (name, why) => `${name}: ${why}`,
    places: (count) => `The directory holds ${someIn(count, 'place')}.`,
    catalogueTitle: 'Catalogue of public sources (maillon import NAME):',
    importedTitle: 'Sources already imported:',
    importedLine: (name, records, date) => `  ${name}: ${someIn(records, 'place')}, imported on ${date}`,
    none: '  none',
    nothingToUpdate: 'No imported source comes from an address: nothing to update.',
    unknownSource: (name) => `Source “${name}” does not exist, or does not come from an address.`,
    home: 'Dashboard',
    placesTitle: 'Places of the directory',
    figurePlaces: 'Published places',
    figureSources: 'Imported sources',
    figureMissing: 'Gone from their source',
    figureRemoved: 'Removed',
    nextSteps: 'What do you want to do?',
    goSources: 'Import a source',
    goPlaces: 'See the places',
    goPublic: 'See the residents’ site',
    leave: 'Log out',
    latest: 'Latest changes',
    noChange: 'No change yet.',
    columnWhen: 'When',
    columnPlace: 'Place',
    columnWhat: 'Change',
    columnCommune: 'Town',
    columnSources: 'Sources',
    columnState: 'State',
    search: 'Name, town or postal code',
    searchButton: 'Search',
    found: (count) => someIn(count, 'place'),
    noneFound: 'No place matches. Try fewer words.',
    statePublished: 'Published',
    stateMissing: (date) => `Gone from its source since ${date}`,
    stateRemoved: (date) => `Removed on ${date}`,
    change: {
      created: 'New place',
      updated: 'Updated',
      merged: 'Joined with another place',
      split: 'Split into two places',
      removed: 'Removed',
      restored: 'Restored',
    },
    seePublic: 'See the residents’ page',
    remove: 'Remove this place',
    removeWhy:
      'The place will no longer be shown. Its address will say that it closed, with the nearest places. You can restore it.',
    restore: 'Restore this place',
    restoreWhy: 'The place is removed. Once restored, it is shown again at the same address.',
    backToPlaces: 'All places',
    recordsTitle: 'Records of the sources',
    fieldsTitle: 'What is published, and where it comes from',
    columnField: 'Field',
    columnValue: 'Value',
    columnOrigin: 'Source',
    columnDate: 'Date',
    unknownDate: 'undated',
    removedDone: 'The place is removed.',
    restoredDone: 'The place is restored.',
    checkProvenance: 'Every published field has a source',
    checkRedirects: 'Every merged identifier leads to a place',
    checkRecords: 'Every accepted record belongs to a place',
  },
});
