import { definePublicMessages, isolated } from '../../platform/i18n/public-languages.ts';

export interface StatementPart {
  title: string;
  paragraphs: string[];
}

/** Where the Defender of Rights is written to, without a stamp: an address, so in French for everyone. */
const DEFENDER_ADDRESS = 'Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07';

export const ACCESSIBILITY = definePublicMessages({
  fr: {
    title: 'Accessibilité : non conforme',
    lead: 'Aucun audit n’a encore mesuré ce site. La loi demande alors de l’écrire : « non conforme ».',
    parts: [
      {
        title: 'Ce que cela veut dire',
        paragraphs: [
          'Ce service applique l’article 47 de la loi n° 2005-102 du 11 février 2005.',
          'Le référentiel est le RGAA 4.1. Aucune de ses règles n’a été auditée : le taux de conformité est non mesuré.',
        ],
      },
      {
        title: 'Ce que nous vérifions déjà',
        paragraphs: [
          'Des tests automatiques contrôlent chaque page : contrastes, titres, formulaires, clavier, petit écran.',
          'Les pages marchent sans JavaScript et se lisent sur un écran de 320 pixels.',
          'Ces tests ne remplacent pas un audit. Personne en situation de handicap n’a encore essayé le service.',
        ],
      },
    ] as StatementPart[],
    tell: 'Vous n’arrivez pas à lire une page',
    tellPhone: 'Appelez-nous. Nous vous donnons l’information autrement, et nous corrigeons la page.',
    tellNoPhone:
      'Dites-le à la collectivité qui gère ce service. Elle vous donne l’information autrement, et corrige la page.',
    appeal: 'Si personne ne vous répond',
    appealHelp: `Vous pouvez écrire au Défenseur des droits. C’est gratuit, sans timbre : ${DEFENDER_ADDRESS}.`,
    appealLink: 'Écrire au Défenseur des droits en ligne',
    state: 'Cette page décrit le service, version 0.1.',
  },
  falc: {
    title: 'Accessibilité : non conforme',
    lead: 'Un site accessible est un site que tout le monde peut utiliser. Personne n’a encore contrôlé notre site. Alors nous écrivons : « non conforme ».',
    parts: [
      {
        title: 'Qu’est-ce que cela veut dire ?',
        paragraphs: [
          'En France, une loi dit : les sites publics doivent être accessibles.',
          'Un expert doit contrôler le site avec des règles. Ces règles s’appellent le RGAA.',
          'Aucun expert n’a encore contrôlé notre site.',
        ],
      },
      {
        title: 'Que faisons-nous déjà ?',
        paragraphs: [
          'Un programme contrôle les pages. Il regarde les couleurs, les titres et les boutons.',
          'Les pages marchent aussi sur un petit téléphone.',
          'Aucune personne handicapée n’a encore essayé le site.',
        ],
      },
    ],
    tell: 'Vous n’arrivez pas à lire une page ?',
    tellPhone: 'Appelez-nous. Nous vous aidons. Et nous changeons la page.',
    tellNoPhone: 'Dites-le à la mairie, au département ou à la région qui gère ce site.',
    appeal: 'Personne ne vous répond ?',
    appealHelp: `Vous pouvez écrire au Défenseur des droits. C’est gratuit. Ne mettez pas de timbre. Voici l’adresse : ${DEFENDER_ADDRESS}.`,
    appealLink: 'Écrire au Défenseur des droits sur internet',
    state: 'Cette page parle de la version 0.1 du site.',
  },
  en: {
    title: 'Accessibility: not compliant',
    lead: 'No audit has measured this site yet. French law then requires us to say: “not compliant”.',
    parts: [
      {
        title: 'What this means',
        paragraphs: [
          'This service applies article 47 of the French law no. 2005-102 of 11 February 2005.',
          'The reference is RGAA 4.1. None of its rules has been audited: the rate is not measured.',
        ],
      },
      {
        title: 'What we already check',
        paragraphs: [
          'Automatic tests check every page: contrast, headings, forms, keyboard, small screens.',
          'Pages work without JavaScript and can be read on a 320-pixel screen.',
          'These tests do not replace an audit. No person with a disability has tried the service yet.',
        ],
      },
    ],
    tell: 'You cannot read a page',
    tellPhone: 'Call us. We give you the information in another way, and we correct the page.',
    tellNoPhone:
      'Tell the authority that runs this service. It gives you the information in another way, and corrects the page.',
    appeal: 'If nobody answers you',
    appealHelp: `You may write to the Defender of Rights. It is free, without a stamp: ${DEFENDER_ADDRESS}.`,
    appealLink: 'Write to the Defender of Rights online',
    state: 'This page describes the service, version 0.1.',
  },
  ar: {
    title: 'إمكانية الوصول: غير مطابقة',
    lead: 'لم يخضع هذا الموقع بعد لأي تدقيق. في هذه الحالة يطلب القانون الفرنسي أن نكتب: «غير مطابقة».',
    parts: [
      {
        title: 'ما معنى ذلك',
        paragraphs: [
          'تطبّق هذه الخدمة المادة 47 من القانون الفرنسي رقم 2005-102 المؤرخ في 11 فبراير 2005.',
          'المرجع هو RGAA 4.1. لم تُدقَّق أي قاعدة من قواعده: نسبة المطابقة غير مقيسة.',
        ],
      },
      {
        title: 'ما نتحقق منه الآن',
        paragraphs: [
          'تفحص اختبارات آلية كل صفحة: تباين الألوان والعناوين والاستمارات ولوحة المفاتيح والشاشات الصغيرة.',
          'تعمل الصفحات بدون JavaScript وتُقرأ على شاشة عرضها 320 بكسل.',
          'لا تعوّض هذه الاختبارات التدقيق. لم يجرّب الخدمة بعد أي شخص في وضعية إعاقة.',
        ],
      },
    ],
    tell: 'لا تستطيعون قراءة صفحة',
    tellPhone: 'اتصلوا بنا. نعطيكم المعلومة بطريقة أخرى ونصحح الصفحة.',
    tellNoPhone: 'أخبروا الإدارة المحلية المسؤولة عن هذه الخدمة. تعطيكم المعلومة بطريقة أخرى وتصحح الصفحة.',
    appeal: 'إذا لم يجبكم أحد',
    appealHelp: `يمكنكم مراسلة «المدافع عن الحقوق» (Défenseur des droits). المراسلة مجانية وبدون طابع بريدي: ${isolated(DEFENDER_ADDRESS)}.`,
    appealLink: 'مراسلة «المدافع عن الحقوق» عبر الإنترنت',
    state: 'تصف هذه الصفحة الخدمة، الإصدار 0.1.',
  },
  uk: {
    title: 'Доступність: не відповідає вимогам',
    lead: 'Цей сайт ще ніхто не перевіряв. Тоді французький закон вимагає писати: «не відповідає вимогам».',
    parts: [
      {
        title: 'Що це означає',
        paragraphs: [
          'Ця служба діє за статтею 47 французького закону № 2005-102 від 11 лютого 2005 року.',
          'Перевіряють за правилами RGAA 4.1. Жодного з цих правил ще не перевірено: рівень відповідності не виміряно.',
        ],
      },
      {
        title: 'Що ми вже перевіряємо',
        paragraphs: [
          'Автоматичні тести перевіряють кожну сторінку: контраст, заголовки, форми, клавіатуру, малий екран.',
          'Сторінки працюють без JavaScript, їх можна читати на екрані завширшки 320 пікселів.',
          'Ці тести не замінюють перевірки. Жодна людина з інвалідністю ще не випробувала цю службу.',
        ],
      },
    ],
    tell: 'Ви не можете прочитати сторінку',
    tellPhone: 'Зателефонуйте нам. Ми надамо вам інформацію в інший спосіб і виправимо сторінку.',
    tellNoPhone:
      'Повідомте місцеву владу, яка керує цією службою. Вам нададуть інформацію в інший спосіб і виправлять сторінку.',
    appeal: 'Якщо вам ніхто не відповідає',
    appealHelp: `Ви можете написати Захисникові прав (Défenseur des droits). Це безкоштовно, без марки: ${DEFENDER_ADDRESS}.`,
    appealLink: 'Написати Захисникові прав онлайн',
    state: 'Ця сторінка описує службу, версія 0.1.',
  },
  es: {
    title: 'Accesibilidad: no conforme',
    lead: 'Ninguna auditoría ha medido todavía este sitio. La ley francesa pide entonces escribir: “no conforme”.',
    parts: [
      {
        title: 'Qué quiere decir',
        paragraphs: [
          'Este servicio aplica el artículo 47 de la ley francesa n.º 2005-102 del 11 de febrero de 2005.',
          'La referencia es el RGAA 4.1. Ninguna de sus reglas se ha auditado: el nivel de conformidad no se ha medido.',
        ],
      },
      {
        title: 'Lo que ya comprobamos',
        paragraphs: [
          'Pruebas automáticas revisan cada página: contraste, títulos, formularios, teclado, pantallas pequeñas.',
          'Las páginas funcionan sin JavaScript y se leen en una pantalla de 320 píxeles.',
          'Estas pruebas no sustituyen una auditoría. Ninguna persona con discapacidad ha probado todavía el servicio.',
        ],
      },
    ],
    tell: 'No consigue leer una página',
    tellPhone: 'Llámenos. Le damos la información de otra manera y corregimos la página.',
    tellNoPhone:
      'Dígaselo a la administración que gestiona este servicio. Le da la información de otra manera y corrige la página.',
    appeal: 'Si nadie le responde',
    appealHelp: `Puede escribir al Defensor de los Derechos. Es gratis y sin sello: ${DEFENDER_ADDRESS}.`,
    appealLink: 'Escribir al Defensor de los Derechos por internet',
    state: 'Esta página describe el servicio, versión 0.1.',
  },
});
