import type { NeedTerms } from './need-terms.ts';

export const APPRENDRE: NeedTerms = {
  need: 'apprendre',
  sure: {
    fr: `apprendre, apprentissage, apprendre ordinateur, apprendre informatique, apprendre internet, cours informatique, cours ordinateur,
      prendre des cours, cours, atelier*, formation informatique, initiation*, débutant*, débuter, premiers pas, bases informatique, les bases, me former,
      pix, certification pix, compétences numériques, remise à niveau informatique, nul informatique, nulle en informatique, informatique pour les nuls, illectronisme,
      servir téléphone, servir ordinateur, servir tablette, servir internet, utiliser téléphone, utiliser ordinateur, utiliser tablette, utiliser smartphone, utiliser internet,
      utiliser whatsapp, servir whatsapp, servir smartphone, sais pas utiliser, sais pas internet, sais pas aller internet, sais pas me servir, comprends rien téléphone, comprends rien ordinateur, comprends rien smartphone, comprends rien informatique,
      jamais touché ordinateur, jamais utilisé ordinateur, allumer ordinateur, éteindre ordinateur, clavier, souris, taper au clavier, clavier souris, pavé tactile, écran tactile,
      mail, mails, e-mail, email, courriel, messagerie, boîte mail, adresse mail, adresse e-mail, créer adresse mail, envoyer mail, écrire mail, lire mes mails, pièce jointe, gmail, outlook, envoyer sms, envoyer message,
      whatsapp, messenger, skype, zoom, facebook, réseaux sociaux, instagram, appel vidéo, appeler vidéo, visio famille, visioconférence, appeler famille, parler petits-enfants,
      word, excel, powerpoint, diaporama, traitement de texte, tableur, bureautique, libreoffice, copier coller, enregistrer fichier, ranger fichiers, dossiers fichiers, clé usb, photos clé, fichier clé, sauvegarder, cloud, télécharger,
      installer application, installer logiciel, application*, télécharger application, mise à jour, windows, paramètres téléphone, réglages, android, iphone,
      naviguer sur internet, surfer, rechercher sur internet, recherche internet, google, youtube, navigateur, aller sur internet apprendre,
      photos ordinateur, photos téléphone, transférer photos, photos téléphone ordinateur, envoyer photos, photos famille, gps, itinéraire, acheter en ligne, commander sur internet, faire courses en ligne, faire courses internet, drive, vendre en ligne, le bon coin, leboncoin, vinted`,
    en: `learn, learning, learn computer, how to use computer, use computer, use phone, use tablet, use smartphone, computer class, computer course, lesson*, beginner*, email, send email, keyboard, mouse, video call, whatsapp, training course, basics`,
    es: `aprender, aprender ordenador, usar ordenador, usar móvil, usar teléfono, clase*, curso*, principiante, correo electrónico, enviar correo, videollamada, teclado, ratón, computadora`,
    ar: `تعلم, تعليم, أتعلم, استعمال الهاتف, استخدام الهاتف, استعمال الكمبيوتر, استخدام الحاسوب, دروس, دورة, بريد إلكتروني, مبتدئ, واتساب`,
    uk: `навчи*, вчити*, навчання, користува*, курс*, урок*, початківець, електронна пошта, пошт*, клавіатура, вайбер, відеодзвінок`,
  },
  maybe: {
    fr: `ordinateur, informatique, téléphone, smartphone, tablette, ordi, pc, portable, numérique, logiciel, utiliser, visio, photos, vidéo, message*, petits-enfants, souris, site, formation, comprends rien`,
    en: `computer, phone, tablet, smartphone, laptop, message, photos`,
    es: `ordenador, móvil, teléfono, tableta, computadora`,
    ar: `كمبيوتر, حاسوب, هاتف`,
    uk: `комп’ютер*, телефон*, смартфон*, планшет*, ноутбук*`,
  },
};
