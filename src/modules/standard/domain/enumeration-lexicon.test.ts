import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENUMERATIONS, readEnumerationValues, type StandardField, valueForTerm } from '../index.ts';

const valuesOf = (field: StandardField, text: string) => readEnumerationValues(field, text).values;

test('every value of the standard is read as itself, alone and in a list', () => {
  for (const [field, values] of Object.entries(ENUMERATIONS) as [StandardField, readonly string[]][]) {
    for (const value of values) expect([field, valueForTerm(field, value)]).toEqual([field, value]);
    expect(new Set(valuesOf(field, values.join('|')))).toEqual(new Set(values));
  }
});

test('case, accents, plurals, underscores and quotes do not count', () => {
  expect(valuesOf('services', 'AIDE_AUX_DEMARCHES_ADMINISTRATIVES')).toEqual([
    'Aide aux démarches administratives',
  ]);
  expect(valuesOf('publics_specifiquement_adresses', 'sénior')).toEqual(['Seniors']);
  expect(valuesOf('frais_a_charge', '{Gratuit,"Payant"}')).toEqual(['Gratuit', 'Payant']);
});

test('both spellings of the label of La Poste are read', () => {
  for (const text of ['Étapes numériques (La Poste)', 'Étapes numériques(La Poste)']) {
    expect(valuesOf('formations_labels', text)).toEqual(['Étapes numériques(La Poste)']);
  }
});

describe('the standard v0 becomes the standard v1', () => {
  test.each([
    ['Devenir autonome dans les démarches administratives', 'Aide aux démarches administratives'],
    ['Réaliser des démarches administratives avec un accompagnement', 'Aide aux démarches administratives'],
    ['Accompagner les démarches de santé', 'Aide aux démarches administratives'],
    ['Prendre en main un smartphone ou une tablette', 'Maîtrise des outils numériques du quotidien'],
    ['Prendre en main un ordinateur', 'Maîtrise des outils numériques du quotidien'],
    ['Utiliser le numérique au quotidien', 'Maîtrise des outils numériques du quotidien'],
    ['Approfondir ma culture numérique', 'Compréhension du monde numérique'],
    ['Promouvoir la citoyenneté numérique', 'Compréhension du monde numérique'],
    ['Favoriser mon insertion professionnelle', 'Insertion professionnelle via le numérique'],
    ['Créer et développer mon entreprise', 'Insertion professionnelle via le numérique'],
    ['Accéder à une connexion internet', 'Accès internet et matériel informatique'],
    ['Accéder à du matériel', 'Accès internet et matériel informatique'],
    ["S'équiper en matériel informatique", 'Acquisition de matériel informatique à prix solidaire'],
    ['Créer avec le numérique', 'Loisirs et créations numériques'],
    [
      "Soutenir la parentalité et l'éducation avec le numérique",
      'Parentalité et éducation avec le numérique',
    ],
  ])('service « %s » is « %s »', (before, after) => {
    expect(readEnumerationValues('services', before)).toEqual({ values: [after], unknown: [] });
  });

  test('audiences and special care come apart, and adults are everyone', () => {
    const text =
      "Seniors (+ 65 ans);Adultes;Handicaps psychiques : troubles psychiatriques donnant lieu à des atteintes comportementales;Personnes en situation d'illettrisme;Public langues étrangères";
    expect(readEnumerationValues('publics_specifiquement_adresses', text)).toEqual({
      values: ['Seniors'],
      unknown: [],
    });
    expect(readEnumerationValues('prise_en_charge_specifique', text)).toEqual({
      values: ['Handicaps mentaux', 'Illettrisme', 'Langues étrangères (autres)'],
      unknown: [],
    });
  });

  test('access conditions become fees', () => {
    expect(
      valuesOf('frais_a_charge', "Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer"),
    ).toEqual(['Payant']);
    expect(
      valuesOf(
        'frais_a_charge',
        "Accepte le Pass numérique : Il est possible d'utiliser un Pass numérique pour accéder au lieu",
      ),
    ).toEqual(['Gratuit sous condition']);
    expect(
      valuesOf(
        'frais_a_charge',
        'Gratuit sous condition : La gratuité est conditionnée à des critères (situation familiale, convention avec un organisme social...)',
      ),
    ).toEqual(['Gratuit sous condition']);
  });

  test('national labels become programmes, those that ended say nothing', () => {
    expect(
      readEnumerationValues(
        'dispositif_programmes_nationaux',
        'CNFS;France Services;APTIC;Fabriques de Territoire',
      ),
    ).toEqual({
      values: ['Conseillers numériques', 'France Services'],
      unknown: [],
    });
  });

  test.each([
    'French Tech',
    'Campus connecté',
    'Relais pôle emploi',
    'Espace public numérique (EPN)',
    'Grandes écoles du numérique',
    'Point relais CAF',
    'Certification PIX',
  ])('label « %s » is never unknown, whether or not the version 1 kept it', (label) => {
    expect(readEnumerationValues('dispositif_programmes_nationaux', label).unknown).toEqual([]);
  });

  test('support modes keep their four kinds', () => {
    const text =
      "Seul : j'ai accès à du matériel et une connexion;Avec de l'aide : je suis accompagné seul dans l'usage du numérique;Dans un atelier : j'apprends collectivement à utiliser le numérique;A ma place : une personne habilitée fait les démarches à ma place";
    expect(valuesOf('modalites_accompagnement', text)).toEqual([
      'En autonomie',
      'Accompagnement individuel',
      'Dans un atelier collectif',
    ]);
  });
});

test('codes of data·inclusion, old and new, are read', () => {
  expect(
    valuesOf(
      'services',
      'numerique--acceder-a-une-connexion-internet|numerique--maitriser-les-fondamentaux-du-numerique',
    ),
  ).toEqual(['Accès internet et matériel informatique', 'Maîtrise des outils numériques du quotidien']);
  expect(valuesOf('modalites_acces', 'envoyer-un-courriel|se-presenter|utiliser-lien-mobilisation')).toEqual([
    'Contacter par mail',
    'Se présenter',
    'Prendre un RDV en ligne',
  ]);
  expect(valuesOf('typologie', 'ccas-cias|mission-locale|espaces-publics-numeriques|PE')).toEqual([
    'CCAS',
    'ML',
    'EPN',
    'FT',
  ]);
});

describe('words of local files', () => {
  test.each([
    ['Apprendre à utiliser les réseaux sociaux', 'Maîtrise des outils numériques du quotidien'],
    ['Gérer ses e-mails', 'Maîtrise des outils numériques du quotidien'],
    ['Naviguer sur internet', 'Maîtrise des outils numériques du quotidien'],
    ['Atelier tablette', 'Maîtrise des outils numériques du quotidien'],
    [
      'Prendre en main un ordinateur, une tablette ou un smartphone',
      'Maîtrise des outils numériques du quotidien',
    ],
    ['Protéger ses données', 'Utilisation sécurisée du numérique'],
    ['Organiser sa recherche d’emploi', 'Insertion professionnelle via le numérique'],
    ['Les parents et les enfants face aux écrans', 'Parentalité et éducation avec le numérique'],
    ['Retoucher ses photos', 'Loisirs et créations numériques'],
    ['Connaître ses droits', 'Aide aux démarches administratives'],
    ['Tablette', 'Accès internet et matériel informatique'],
  ])('an everyday skill, « %s », is a service', (text, service) => {
    expect(readEnumerationValues('services', text)).toEqual({ values: [service], unknown: [] });
  });

  test('brackets illustrate a service, unless nothing else says one', () => {
    expect(valuesOf('services', 'Ateliers pour les parents (écrans, jeux vidéo…)')).toEqual([
      'Parentalité et éducation avec le numérique',
    ]);
    expect(valuesOf('services', 'Groupe de parole (fake news)')).toEqual([
      'Compréhension du monde numérique',
    ]);
  });

  test('what is done online is not yet help at a distance', () => {
    expect(valuesOf('modalites_accompagnement', 'Aide aux démarches en ligne')).toEqual([]);
    expect(valuesOf('modalites_accompagnement', 'Accompagnement CAF')).toEqual([]);
    expect(valuesOf('modalites_accompagnement', 'En ligne, Accompagnement')).toEqual([
      'À distance',
      'Accompagnement individuel',
    ]);
  });

  test('the longest term hides the shorter ones', () => {
    expect(valuesOf('frais_a_charge', 'gratuit sous conditions')).toEqual(['Gratuit sous condition']);
    expect(valuesOf('frais_a_charge', 'Service public non payant')).toEqual(['Gratuit']);
    expect(valuesOf('frais_a_charge', 'Gratuit, adhésion')).toEqual(['Gratuit', 'Payant']);
    expect(valuesOf('dispositif_programmes_nationaux', 'Conseiller numérique France Services')).toEqual([
      'Conseillers numériques',
    ]);
  });

  test('a list of equipment says one service', () => {
    expect(readEnumerationValues('services', 'Accès Internet / Imprimante / Ordinateur')).toEqual({
      values: ['Accès internet et matériel informatique'],
      unknown: [],
    });
  });

  test('an answer cut by its form is completed when it can only be one', () => {
    expect(valuesOf('services', 'Devenir_autonome_dans_les_démar,Utiliser_le_numérique_au_quotid')).toEqual([
      'Aide aux démarches administratives',
      'Maîtrise des outils numériques du quotidien',
    ]);
  });

  test('a denial says nothing', () => {
    expect(readEnumerationValues('services', "Pas d'imprimante")).toEqual({ values: [], unknown: [] });
    expect(valuesOf('modalites_acces', 'Sans rendez-vous')).toEqual(['Se présenter']);
  });

  test('what says no value is given back as unknown, item by item', () => {
    expect(readEnumerationValues('services', 'Couture, Imprimante, Jardinage')).toEqual({
      values: ['Accès internet et matériel informatique'],
      unknown: ['Couture', 'Jardinage'],
    });
  });

  test('codes that are also words count only alone', () => {
    expect(valuesOf('typologie', 'EI|AI')).toEqual(['EI', 'AI']);
    expect(valuesOf('typologie', "Association j'ai")).toEqual(['ASSO']);
  });
});

test('a field without a closed list has no values', () => {
  expect(valueForTerm('nom', 'Gratuit')).toBeNull();
});

test('every text gets an answer of the list, and values once read are read as themselves', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'gratuit',
        'sous',
        'condition',
        'payant',
        ',',
        ';',
        '|',
        '"',
        '(',
        ')',
        'pas',
        'adhésion',
        'foo',
        '/',
      ),
    )
    .map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), (text) => {
      const { values } = readEnumerationValues('frais_a_charge', text);
      const closed: readonly string[] = ENUMERATIONS.frais_a_charge;
      return (
        values.every((value) => closed.includes(value)) &&
        JSON.stringify(valuesOf('frais_a_charge', values.join('|'))) === JSON.stringify(values)
      );
    }),
  );
});
