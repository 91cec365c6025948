import type { NeedTerms } from './need-terms.ts';

/** Services of the national standard that have no tile of their own on the home page. */
export const LOISIRS: NeedTerms = {
  need: 'apprendre',
  services: ['Loisirs et créations numériques'],
  sure: {
    fr: `montage vidéo, monter vidéos, faire des vidéos, vidéos monter, retoucher photos, retouche photo, photo numérique, imprimante 3d, impression 3d, 3d, fablab, fab lab, makerspace, découpe laser, robot, robotique, programmer, programmation, coder, code informatique, scratch, arduino, création numérique, créer un site, créer un blog, site web créer, podcast, radio, musique assistée, faire de la musique ordinateur, dessin numérique, dessiner tablette, tricoter numérique, généalogie, jeux de société numériques, atelier créatif`,
    en: `video editing, edit photos, photo editing, 3d printing, 3d printer, coding, robot, make a website, fab lab`,
    es: `editar video, editar fotos, impresora 3d, programar, robot`,
    ar: `برمجة, تعديل الصور, مونتاج`,
    uk: `програмуван*, монтаж відео, 3d друк`,
  },
  maybe: { fr: `créer, création, musique, dessin, bricoler` },
};

export const COMPRENDRE: NeedTerms = {
  need: 'apprendre',
  services: ['Compréhension du monde numérique'],
  sure: {
    fr: `intelligence artificielle, ia, chatgpt, chat gpt, fake news, fausses nouvelles, fausses informations, désinformation, infox, vérifier une information, esprit critique, monde numérique, culture numérique, comprendre le numérique, comprendre chatgpt, comprendre internet, comment marche internet, algorithme*, empreinte écologique du numérique, pollution numérique, numérique responsable, sobriété numérique, débat numérique, logiciels libres, linux`,
    en: `artificial intelligence, chatgpt, fake news, disinformation`,
    es: `inteligencia artificial, noticias falsas`,
    ar: `ذكاء اصطناعي, أخبار كاذبة`,
    uk: `штучний інтелект, фейк*`,
  },
  maybe: { fr: `actualité*` },
};
