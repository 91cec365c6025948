import type { NeedTerms } from './need-terms.ts';

export const PROTEGER: NeedTerms = {
  need: 'proteger',
  sure: {
    fr: `arnaq*, arnaque, escroqu*, fraude*, faux site, faux sms, faux message, faux mail, faux conseiller, faux banquier, faux numéro, fausse annonce, hameçonnage, phishing, spam*, mail bizarre, mails bizarres, message bizarre, messages bizarres, sms bizarre, appel bizarre, mail suspect, message suspect, lien suspect, indésirables, appels indésirables, démarchage,
      pirat*, piratage, piraté, compte piraté, compte volé, volé compte, hacké, hacker, intrusion, usurp*, usurpation d’identité, fait passer banque, fait avoir, demande argent, réclame argent, identité volée, photos volées, chantage, menace*, menacer, sextorsion, harcèlement, harcelé*, cyberharcèlement, insultes,
      virus, antivirus, anti-virus, malware, cheval de troie, ordinateur virus, publicités qui s’affichent, trop de publicités, bloquer publicités, bloquer pubs, pubs, bloquer numéro, page bloquée appeler,
      mot de passe, mots de passe, mot de passe oublié, oublié mot de passe, perdu mot de passe, code oublié, oublié mon code, code secret, double authentification, code de vérification, gestionnaire mots de passe, compte bloqué, plus accès à mon compte,
      sécurité, sécuriser, sécurité internet, sécurité informatique, me protéger, protéger mes données, protéger données, données personnelles, vie privée, cookies, confidentialité, supprimer mes données, rgpd, cybermalveillance, cybersécurité, site fiable, site sérieux, carte bleue faux, carte bleue piratée, carte bancaire piratée, carte bleue volée, carte bancaire volée, volé carte, volé numéro carte, utilisé ma carte, volé internet, prélèvement inconnu, paiement frauduleux, argent volé`,
    en: `scam, scams, scammed, scammer, fraud, phishing, fake website, fake message, hacked, stolen account, virus, password, forgot password, forgotten password, security, privacy, stay safe, suspicious, blackmail, identity theft`,
    es: `estafa*, estafado, fraude, contraseña, olvidé mi contraseña, virus, hackeado, robado cuenta, seguridad, mensaje falso, suplantación`,
    ar: `احتيال, نصب, اختراق, مخترق, كلمة السر, كلمة المرور, فيروس, حماية, ابتزاز, تهديد`,
    uk: `шахра*, обман*, зламали акаунт, пароль, паролі, забув пароль, вірус*, безпек*, захист*, погрож*, шантаж`,
  },
  maybe: {
    fr: `faux, fausse, volé, bizarre, danger*, peur, carte bleue, sûr, code`,
    en: `fake, stolen, safe, danger`,
    es: `falso, peligro, seguro`,
    ar: `خطر, سرقة`,
    uk: `вкрали, небезпека`,
  },
};
