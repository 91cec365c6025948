import type { IconName } from '../../../../platform/html/icon.tsx';
import type { NeedKey } from '../../domain/needs.ts';

export const NEED_ICONS: Record<NeedKey, IconName> = {
  demarche: 'file-text',
  apprendre: 'school',
  materiel: 'device-laptop',
  internet: 'wifi',
  travail: 'briefcase',
  enfant: 'heart-handshake',
  proteger: 'shield-lock',
  tout: 'message-circle-question',
};

/** The same picture for the same need, on a tile or beside a service of the national standard. */
export const SERVICE_ICONS: Readonly<Record<string, IconName>> = {
  'Aide aux démarches administratives': 'file-text',
  'Maîtrise des outils numériques du quotidien': 'school',
  'Insertion professionnelle via le numérique': 'briefcase',
  'Utilisation sécurisée du numérique': 'shield-lock',
  'Parentalité et éducation avec le numérique': 'heart-handshake',
  'Loisirs et créations numériques': 'palette',
  'Compréhension du monde numérique': 'world',
  'Accès internet et matériel informatique': 'wifi',
  'Acquisition de matériel informatique à prix solidaire': 'device-laptop',
};
