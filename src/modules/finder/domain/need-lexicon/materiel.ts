import type { NeedTerms } from './need-terms.ts';

export const MATERIEL: NeedTerms = {
  need: 'materiel',
  sure: {
    fr: `pas cher, moins cher, trop cher, bon marché, prix solidaire, prix réduit, petit prix, occasion, d’occasion, seconde main, reconditionné*, recyclé, emmaüs connect, emmaüs,
      ordinateur pas cher, pc pas cher, téléphone pas cher, portable pas cher, tablette pas chère, ordinateur occasion, téléphone occasion, matériel informatique, matériel pas cher,
      acheter, achat, acheter ordinateur, acheter pc, acheter ordi, acheter téléphone, acheter tablette, acheter portable, trouver ordinateur, trouver pc, nouvel ordinateur, nouveau téléphone, équiper, équipement, m’équiper, imprimante pas chère,
      donner ordinateur, don ordinateur, dons ordinateurs, ordinateur gratuit, prêter ordinateur, prêt ordinateur, prêt de matériel, louer ordinateur, emprunter ordinateur, prêter tablette, prêter pc,
      ai pas ordinateur, ai plus ordinateur, ai pas téléphone, ai plus téléphone, pas moyens ordinateur, pas moyens acheter, pas argent ordinateur, besoin d’un ordinateur,
      répar*, réparation, réparateur, repair café, dépann*, dépannage, panne, en panne, ordinateur en panne, téléphone en panne, cassé, cassée, écran cassé, vitre cassée, vitre téléphone, batterie, chargeur,
      ordinateur lent, pc lent, lent, lente, téléphone lent, charge plus, tablette charge plus, téléphone charge plus, ordinateur rame, rame, ordinateur bloqué, ordinateur marche plus, ordinateur fonctionne plus, allume plus, s’allume pas, démarre plus, démarre pas, téléphone marche plus, téléphone cassé, tombé dans l’eau, formater, vieux pc, vieil ordinateur, trop vieux, recycler ordinateur, donner vieux ordinateur, donner ordi, donner vieux, vieux ordi, vieux téléphone`,
    en: `cheap, cheaper, second hand, refurbished, used laptop, used computer, buy, buy computer, buy laptop, buy phone, repair, fix, broken, broken screen, borrow computer, no computer, low cost`,
    es: `barato, barata, segunda mano, comprar, reparar, arreglar, roto, rota, reacondicionado, prestar ordenador`,
    ar: `رخيص, رخيصة, شراء, مستعمل, تصليح, إصلاح, مكسور, معطل`,
    uk: `дешев*, купи*, вживан*, ремонт*, полагод*, зламан*, розбит*, недорог*`,
  },
  maybe: {
    fr: `ordinateur portable, cher, étudiant ordinateur, imprimante`,
    en: `price, laptop`,
    es: `precio, portátil`,
    ar: `سعر`,
    uk: `ноутбук*, ціна`,
  },
};
