import type { NeedTerms } from './need-terms.ts';

export const ENFANT: NeedTerms = {
  need: 'enfant',
  sure: {
    fr: `parcoursup, parcour sup, parcours sup, fille parcoursup, fils parcoursup, affelnet, pronote, ent, ecole directe, école directe, educonnect, éduconnect, cahier de textes, carnet de liaison, bulletin scolaire, bulletin de notes, notes enfant, notes fils, notes fille, voir les notes,
      aider mon enfant, enfant école, mon enfant, mes enfants, mon fils, ma fille, mon ado, adolescent*, ado, parentalité, parent d’élève, parents d’élèves, aide aux devoirs, devoirs, devoirs en ligne, devoirs ordinateur, faire les devoirs, soutien scolaire, école, collège, lycée, maternelle, professeur, maître, maîtresse, rentrée scolaire, inscription école, inscrire école, inscrire enfant, inscription scolaire, cantine, inscrire cantine, périscolaire, crèche, garderie, centre de loisirs, bourse scolaire, bourse collège, bourse lycée, bourse étudiant, crous, orientation scolaire,
      contrôle parental, temps d’écran, écrans enfants, enfant écrans, fils écrans, fille écrans, trop d’écrans, jeux vidéo, console, fortnite, fils téléphone, fille téléphone, enfant téléphone, premier téléphone, tiktok, fille tiktok, snapchat, roblox, cyberharcèlement enfant, harcèlement scolaire, harcèlement à l’école, protéger enfant, protéger mes enfants, enfants internet`,
    en: `help my child, my child, my children, my son, my daughter, kids, school, homework, parental control, screen time, video games, child school, school canteen, teacher`,
    es: `mi hijo, mi hija, mis hijos, hijo escuela, escuela, colegio, deberes, control parental, comedor escolar, videojuegos`,
    ar: `ابني, ابنتي, أطفال, أطفالي, طفلي, مدرسة, المدرسة, واجبات, أولادي, معلم`,
    uk: `дитин*, дітям, діти, син*, дочк*, донь*, школ*, домашн* завдання, вчитель, батьківський контроль`,
  },
  maybe: {
    fr: `enfant*, fils, fille, écrans, notes, élève, parents, bébé, famille`,
    en: `child, children, son, daughter, kid`,
    es: `hijo, hija, niño*, niña*`,
    ar: `طفل, ولد, بنت`,
    uk: `дітей, родина`,
  },
};
