import type { Facet } from './index/facets.ts';
import type { Spoken } from './need-lexicon/need-terms.ts';

/**
 * What people say when they mean a filter: expressions between commas, said in this order, articles between their words
 * left aside. A star stands for any ending; a word after a plus must follow, and says something else as well. Only words that name the filter: « visio » may be for the doctor, « ma
 * retraite » is no age, « free » sells telephones. Words that say who one is (young, a woman) narrow nothing: places
 * open to all welcome them too.
 */
export const FILTER_LEXICON = {
  'ouvert-maintenant': {
    fr: 'maintenant, tout de suite, en ce moment, à cette heure ci, immédiatement',
    en: 'open now, right now, now open, immediately',
    es: 'abierto ahora, abiertos ahora, ahora mismo, ahora',
    ar: 'الآن, مفتوح حاليا, حالا',
    uk: 'зараз, негайно, просто тепер',
  },
  'ouvert-soir': {
    fr: 'le soir, ce soir, lundi soir, mardi soir, mercredi soir, jeudi soir, vendredi soir, samedi soir, dimanche soir, en soirée, après 18 h, après 18h, après 18 heures, après le travail, après mon travail, en fin de journée',
    en: 'in the evening, evening, evenings, tonight, after work',
    es: 'por la tarde noche, por la noche, esta noche, después del trabajo',
    ar: 'في المساء, مساء, الليلة, بعد العمل',
    uk: 'увечері, ввечері, вечорами, після роботи',
  },
  'ouvert-lundi': { fr: 'lundi, lundis', en: 'monday, mondays', es: 'lunes', ar: 'الاثنين', uk: 'понеділ*' },
  'ouvert-mardi': {
    fr: 'mardi, mardis',
    en: 'tuesday, tuesdays',
    es: 'martes',
    ar: 'الثلاثاء',
    uk: 'вівторок, вівторка, вівторк*',
  },
  'ouvert-mercredi': {
    fr: 'mercredi, mercredis',
    en: 'wednesday, wednesdays',
    es: 'miércoles',
    ar: 'الأربعاء',
    uk: 'середу, серед*',
  },
  'ouvert-jeudi': {
    fr: 'jeudi, jeudis',
    en: 'thursday, thursdays',
    es: 'jueves',
    ar: 'الخميس',
    uk: 'четвер*',
  },
  'ouvert-vendredi': {
    fr: 'vendredi, vendredis',
    en: 'friday, fridays',
    es: 'viernes',
    ar: 'الجمعة',
    uk: 'п’ятниц*',
  },
  'ouvert-samedi': {
    fr: 'samedi, samedis, le week end, ce week end, le weekend',
    en: 'saturday, saturdays, at the weekend, on weekends',
    es: 'sábado, sábados, fin de semana, fines de semana',
    ar: 'السبت, نهاية الأسبوع',
    uk: 'субот*, на вихідних',
  },
  'ouvert-dimanche': {
    fr: 'dimanche, dimanches',
    en: 'sunday, sundays',
    es: 'domingo, domingos',
    ar: 'الأحد',
    uk: 'неділю, неділі, неділя',
  },
  gratuit: {
    fr: 'gratuit, gratuits, gratuite, gratuites, gratuitement, gratos, sans payer, sans rien payer, rien payer',
    en: 'for free, free of charge, free +help, free +course, free +courses, free +class, free +classes, free +lesson, free +lessons, free +computer, free +internet, free +wifi, without paying',
    es: 'gratis, gratuito, gratuita, gratuitos, gratuitas, sin pagar',
    ar: 'مجاني, مجانية, مجانا, بالمجان, بدون مقابل, دون مقابل',
    uk: 'безкоштовн*, безплатн*, задарма',
  },
  'sans-rendez-vous': {
    fr: 'sans rendez vous, sans rdv, sans rendezvous, sans prendre rendez vous, sans prendre rdv, sans réserver, sans réservation, pas besoin de rendez vous',
    en: 'without appointment, no appointment, without booking, walk in',
    es: 'sin cita, sin pedir cita, sin reserva',
    ar: 'بدون موعد, بلا موعد, دون موعد, من غير موعد',
    uk: 'без запису, без попереднього запису',
  },
  'a-distance': {
    fr: 'à distance, aide par téléphone, aidé par téléphone, aidée par téléphone, aide en visio, sans me déplacer, sans se déplacer, sans bouger de chez moi',
    en: 'help by phone, helped by phone, help over the phone, remote help, remotely, without leaving home',
    es: 'a distancia, ayuda por teléfono, sin moverme de casa',
    ar: 'عن بعد, مساعدة بالهاتف, مساعدة عبر الهاتف',
    uk: 'дистанційно, дистанційн*, допомога по телефону',
  },
  pass: {
    fr: 'pass numérique, chèque numérique, chèques numériques',
    en: 'digital voucher, digital pass',
    es: 'bono digital',
    ar: 'القسيمة الرقمية',
    uk: 'цифровий ваучер',
  },
  itinerant: {
    fr: 'bus numérique, bus itinérant, camion numérique, service itinérant, itinérant, itinérante',
    en: 'digital bus, mobile service',
    es: 'bus digital, autobús digital, servicio itinerante',
    ar: 'حافلة رقمية, خدمة متنقلة',
    uk: 'цифровий автобус, виїзна служба',
  },
  accessible: {
    fr: 'fauteuil roulant, en fauteuil, pmr, mobilité réduite, accessible handicapé, accessible handicapés, sans escalier, sans escaliers, sans marche, sans marches',
    en: 'wheelchair, step free, without stairs, no stairs, reduced mobility',
    es: 'silla de ruedas, sin escaleras, movilidad reducida',
    ar: 'كرسي متحرك, بدون درج, بلا درج',
    uk: 'візку, інвалідн*, без сходів',
  },
  surdite: {
    fr: 'langue des signes, lsf, sourd, sourde, sourds, sourdes, malentendant*, entends mal, entend mal',
    en: 'sign language, deaf, hard of hearing',
    es: 'lengua de signos, lengua de señas, sordo, sorda, sordos, sordas',
    ar: 'لغة الإشارة, أصم, صماء, ضعاف السمع',
    uk: 'мовою жестів, жестовою мовою, глухий, глуха, глухих',
  },
  'deficience-visuelle': {
    fr: 'aveugle, aveugles, malvoyant*, mal voyant, non voyant, non voyants, vois mal, voit mal, vois plus bien, braille',
    en: 'blind, visually impaired, partially sighted, see badly',
    es: 'ciego, ciega, ciegos, ciegas, baja visión, veo mal',
    ar: 'كفيف, كفيفة, مكفوف, ضعاف البصر',
    uk: 'незряч*, сліпий, сліпа, сліпих',
  },
  'handicap-moteur': {
    fr: 'handicap moteur, handicap physique, handicapé moteur, handicapée moteur',
    en: 'motor disability, physical disability',
    es: 'discapacidad motora, discapacidad física',
    ar: 'إعاقة حركية',
    uk: 'порушення руху',
  },
  'handicap-psychique': {
    fr: 'handicap mental, handicap psychique, handicapé mental, déficience intellectuelle, trouble psychique, troubles psychiques',
    en: 'mental disability, learning disability, intellectual disability',
    es: 'discapacidad mental, discapacidad intelectual',
    ar: 'إعاقة ذهنية, إعاقة عقلية',
    uk: 'розумов* інвалідність, інтелектуальн* порушення',
  },
  illettrisme: {
    fr: 'sais pas lire, sait pas lire, ne sais ni lire, ne sait ni lire, lis mal, lit mal, lis pas bien, lit pas bien, mal à lire, peine à lire, difficultés à lire, lis difficilement, lit difficilement, illettré*, illettrisme, analphabète*',
    en: 'cannot read, can t read, difficulty reading, trouble reading, illiterate',
    es: 'no sé leer, no sabe leer, me cuesta leer, analfabeto, analfabeta',
    ar: 'لا أعرف القراءة, لا اعرف اقرا, لا يعرف القراءة, أمي لا يقرأ',
    uk: 'не вмію читати, не вміє читати, важко читати',
  },
  anglais: {
    fr: 'en anglais, parle anglais, parlent anglais, parlant anglais, anglophone, anglophones',
    en: 'in english, speak english, speaks english, speaking english, english speaking',
    es: 'en inglés, habla inglés, hablen inglés',
    ar: 'بالإنجليزية, باللغة الإنجليزية, يتكلم الإنجليزية',
    uk: 'англійською',
  },
  'autres-langues': {
    fr: 'en arabe, parle arabe, en espagnol, parle espagnol, en ukrainien, parle ukrainien, en russe, parle russe, en turc, parle turc, en portugais, parle portugais, en italien, en allemand, en chinois, en roumain, en albanais, en dari, en pachto, en tamoul, en bengali, en ourdou, en soninké, en bambara, en peul, en lingala, en somali, en tigrinya, en géorgien, en arménien, dans ma langue, autre langue, langue étrangère, parle pas français, parle pas le français, parle pas bien français, interprète, traducteur',
    en: 'in arabic, speaks arabic, speak arabic, in spanish, speaks spanish, in ukrainian, in russian, in turkish, in my language, other language, another language, don t speak french, not speak french, interpreter',
    es: 'en español, en castellano, hable español, habla español, en árabe, en mi idioma, otro idioma, no hablo francés, intérprete',
    ar: 'بالعربية, باللغة العربية, يتكلم العربية, بلغتي, لا أتكلم الفرنسية, مترجم',
    uk: 'українською, російською, моєю мовою, не говорю французькою, не розмовляю французькою, перекладач*',
  },
} as const satisfies Partial<Record<Facet, Record<Spoken, string>>>;

/** A filter that may be said in one’s own words. */
export type SpokenFilter = keyof typeof FILTER_LEXICON;
