import type { NeedTerms } from './need-terms.ts';

export const INTERNET: NeedTerms = {
  need: 'internet',
  sure: {
    fr: `wifi, wi-fi, wi fi, wifi gratuit, borne wifi, point wifi, connexion, connexion internet, pas de connexion, ai pas internet, ai plus internet, pas internet, sans internet, avoir internet, internet à la maison, internet coupé, internet gratuit,
      accès internet, accès à internet, aller sur internet, me connecter à internet, réseau, pas de réseau, zone blanche, fibre, box, box coupée, abonnement internet, box internet, forfait, forfait internet, forfait téléphone, internet moins cher, internet pas cher, box moins chère, box pas chère, forfait moins cher, forfait pas cher, carte sim, recharge téléphone, données mobiles, plus de données, gigas, partage de connexion, cybercafé, cyber café,
      imprim*, imprimer, imprimer document, imprimer papier, imprimer billet, impression, tirer un document, imprimante, scanner, scan, scanner document, numériser, photocopie*, photocopier, photocopieuse, fax, photocopie papiers, faire des copies,
      ordinateur libre, libre accès, ordinateur en libre accès, ordinateur libre-service, poste informatique, utiliser ordinateur une heure, ordinateur une heure, ordinateur sur place, accès ordinateur, prêt d’un poste, salle informatique, recharger téléphone, prise électrique`,
    en: `wifi, wi-fi, free wifi, internet access, internet connection, no internet, print, print document, printer, scan, scanner, photocopy, copies, sim card, data plan, use a computer for an hour`,
    es: `wifi, imprimir, impresora, escanear, fotocopia*, conexión, acceso a internet, sin internet, tarjeta sim, datos`,
    ar: `واي فاي, ويفي, طباعة, طبع, نسخ, تصوير وثيقة, ماسح, اتصال بالإنترنت, شريحة`,
    uk: `вайфай, wifi, роздрук*, друк*, надрук*, скан*, ксерокс, копі*, доступ до інтернету, інтернет вдома, сім карта`,
  },
  maybe: {
    fr: `internet, copie, connecter, billet de train, données`,
    en: `internet, online, copy`,
    es: `internet, copia`,
    ar: `إنترنت, انترنت`,
    uk: `інтернет*`,
  },
};
