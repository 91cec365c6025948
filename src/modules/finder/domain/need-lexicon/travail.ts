import type { NeedTerms } from './need-terms.ts';

export const TRAVAIL: NeedTerms = {
  need: 'travail',
  sure: {
    fr: `cv, cévé, faire un cv, curriculum, curriculum vitae, refaire cv, mettre à jour cv, lettre de motivation, motivation, candidature*, candidater, postuler, répondre annonce, annonce emploi, annonces d’emploi, offre d’emploi, offres d’emploi,
      emploi, emplois, chercher emploi, trouver emploi, recherche d’emploi, demandeur d’emploi, travail, cherche travail, chercher travail, trouver travail, boulot, job, petit boulot, métier, changer de métier, reconversion, carrière professionnelle, intérim, stage, alternance, apprenti, contrat,
      france travail, pôle emploi, inscription pôle emploi, inscrire pôle emploi, inscrire france travail, m’inscrire france travail, conseiller france travail, anpe, mission locale, cap emploi, apec,
      chômage, chômeur, chômeuse, allocation chômage, indemnisation, actualis*, m’actualiser, actualisation, indeed, linkedin, profil linkedin, entretien d’embauche, entretien embauche, embauche, employeur, patron, recruteur, fiche de paie, contrat de travail,
      compte formation, cpf, mon compte formation, formation professionnelle, formation métier, vae, bilan de compétences, micro-entreprise, auto-entrepreneur, autoentrepreneur, urssaf, créer mon entreprise, créer une entreprise, insertion professionnelle`,
    en: `job, find a job, job search, work, find work, looking for work, employment, cv, resume, write cv, cover letter, unemployment, unemployed, job interview, apply for a job, career, job offer`,
    es: `trabajo, buscar trabajo, empleo, buscar empleo, currículum, carta de presentación, paro, desempleo, entrevista de trabajo, oferta de empleo`,
    ar: `عمل, أبحث عن عمل, شغل, وظيفة, سيرة ذاتية, بطالة, مقابلة عمل, رسالة تحفيز`,
    uk: `робот*, шукаю роботу, знайти роботу, працевлаштуван*, резюме, безробіт*, вакансі*, співбесід*`,
  },
  maybe: {
    fr: `annonce*, entretien, profil, travailler, professionnel, entreprise`,
    en: `interview, company`,
    es: `entrevista, empresa`,
    ar: `شركة`,
    uk: `праця, компанія`,
  },
};
