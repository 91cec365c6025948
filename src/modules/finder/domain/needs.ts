/** What people come for, in the order they ask it, and the services of the national standard that answer it. */
export const NEEDS = [
  { key: 'demarche', services: ['Aide aux démarches administratives'] },
  { key: 'apprendre', services: ['Maîtrise des outils numériques du quotidien'] },
  { key: 'materiel', services: ['Acquisition de matériel informatique à prix solidaire'] },
  { key: 'internet', services: ['Accès internet et matériel informatique'] },
  { key: 'travail', services: ['Insertion professionnelle via le numérique'] },
  { key: 'enfant', services: ['Parentalité et éducation avec le numérique'] },
  { key: 'proteger', services: ['Utilisation sécurisée du numérique'] },
  { key: 'tout', services: [] },
] as const satisfies readonly { key: string; services: readonly string[] }[];

export type NeedKey = (typeof NEEDS)[number]['key'];

export const findNeed = (key: string): (typeof NEEDS)[number] | undefined =>
  NEEDS.find((need) => need.key === key);
