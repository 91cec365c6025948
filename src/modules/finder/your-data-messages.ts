import { definePublicMessages } from '../../platform/i18n/public-languages.ts';
import type { StatementPart } from './statement-messages.ts';

export const YOUR_DATA = definePublicMessages({
  fr: {
    title: 'Nous ne gardons rien sur vous',
    lead: 'Vous cherchez un lieu sans compte et sans dire qui vous êtes.',
    parts: [
      {
        title: 'Votre recherche',
        paragraphs: [
          'La ville que vous écrivez sert à faire la liste. Puis elle est oubliée : elle n’est écrite nulle part.',
          'Nous ne mesurons pas vos visites. Aucune publicité, aucun traceur, aucun service extérieur.',
        ],
      },
      {
        title: 'Dans votre navigateur',
        paragraphs: [
          'Si vous choisissez une langue, un cookie retient son nom pendant un an. C’est le seul.',
        ],
      },
      {
        title: 'Les lieux',
        paragraphs: [
          'Nous publions ce que les lieux et les collectivités publient déjà : nom, adresse, téléphone, horaires.',
          'Chaque page dit d’où vient chaque information.',
        ],
      },
    ] as StatementPart[],
    others: 'Si vous avez un Pass numérique, ou si vous travaillez ici',
    othersHow:
      'Un prénom, un téléphone ou une adresse e-mail peuvent alors être gardés. Le registre dit quoi, pourquoi, combien de temps, et qui les voit.',
    register: 'Lire le registre des données personnelles',
    question: 'Une question sur vos données',
    questionHelp: 'Appelez-nous.',
    questionNoPhone: 'Adressez-vous à la collectivité qui gère ce service.',
  },
  falc: {
    title: 'Nous ne gardons rien sur vous',
    lead: 'Vous n’avez pas besoin de compte. Vous n’avez pas besoin de dire votre nom.',
    parts: [
      {
        title: 'Que faisons-nous avec ce que vous écrivez ?',
        paragraphs: [
          'Vous écrivez le nom d’une ville. Nous cherchons les lieux dans cette ville.',
          'Après, nous oublions le nom de la ville. Nous ne l’écrivons nulle part.',
          'Il n’y a pas de publicité. Personne ne vous suit sur ce site.',
        ],
      },
      {
        title: 'Que reste-t-il dans votre téléphone ou votre ordinateur ?',
        paragraphs: ['Le site garde la langue que vous avez choisie. Il la garde pendant 1 an.'],
      },
      {
        title: 'D’où viennent les informations sur les lieux ?',
        paragraphs: [
          'Les lieux donnent leur nom, leur adresse, leur téléphone et leurs heures.',
          'Sur chaque page, nous écrivons qui a donné l’information.',
        ],
      },
    ],
    others: 'Avez-vous un Pass numérique ?',
    othersHow:
      'Alors nous gardons votre prénom. Nous gardons votre téléphone si vous l’avez donné. Une liste dit tout ce que nous gardons. Cette liste n’est pas facile à lire.',
    register: 'Lire la liste',
    question: 'Vous avez une question ?',
    questionHelp: 'Appelez-nous.',
    questionNoPhone: 'Parlez à la mairie, au département ou à la région qui gère ce site.',
  },
  en: {
    title: 'We keep nothing about you',
    lead: 'You look for a place without an account and without saying who you are.',
    parts: [
      {
        title: 'Your search',
        paragraphs: [
          'The town you write is used to make the list. Then it is forgotten: it is written nowhere.',
          'We do not measure your visits. No advertising, no tracker, no outside service.',
        ],
      },
      {
        title: 'In your browser',
        paragraphs: [
          'If you choose a language, a cookie remembers its name for one year. It is the only one.',
        ],
      },
      {
        title: 'The places',
        paragraphs: [
          'We publish what places and local authorities already publish: name, address, phone, hours.',
          'Each page says where each piece of information comes from.',
        ],
      },
    ],
    others: 'If you hold a Pass numérique, or work here',
    othersHow:
      'A first name, a telephone number or an e-mail address may then be kept. The register says what, why, for how long, and who sees them.',
    register: 'Read the register of personal data',
    question: 'A question about your data',
    questionHelp: 'Call us.',
    questionNoPhone: 'Ask the authority that runs this service.',
  },
  ar: {
    title: 'لا نحتفظ بأي شيء عنكم',
    lead: 'تبحثون عن مكان بدون حساب وبدون أن تذكروا من أنتم.',
    parts: [
      {
        title: 'بحثكم',
        paragraphs: [
          'نستعمل المدينة التي تكتبونها لإعداد القائمة. ثم تُنسى ولا تُكتب في أي مكان.',
          'لا نقيس زياراتكم. لا إعلانات ولا تتبّع ولا خدمات خارجية.',
        ],
      },
      {
        title: 'في متصفحكم',
        paragraphs: ['إذا اخترتم لغة، يحفظ ملف تعريف ارتباط (cookie) اسمها لمدة سنة. ولا يوجد غيره.'],
      },
      {
        title: 'الأماكن',
        paragraphs: [
          'ننشر ما تنشره الأماكن والإدارات المحلية من قبل: الاسم والعنوان والهاتف وأوقات العمل.',
          'تذكر كل صفحة من أين تأتي كل معلومة.',
        ],
      },
    ],
    others: 'إذا كان لديكم Pass numérique أو كنتم تعملون هنا',
    othersHow:
      'قد نحتفظ عندئذ باسم أو رقم هاتف أو عنوان بريد إلكتروني. يقول السجل ماذا نحفظ ولماذا وكم من الوقت ومن يراه.',
    register: 'قراءة سجل البيانات الشخصية (بالفرنسية)',
    question: 'سؤال حول بياناتكم',
    questionHelp: 'اتصلوا بنا.',
    questionNoPhone: 'اسألوا الإدارة المحلية المسؤولة عن هذه الخدمة.',
  },
  uk: {
    title: 'Ми нічого про вас не зберігаємо',
    lead: 'Ви шукаєте місце без реєстрації і не кажете, хто ви.',
    parts: [
      {
        title: 'Ваш пошук',
        paragraphs: [
          'Місто, яке ви пишете, потрібне для списку. Потім його забуто: його ніде не записують.',
          'Ми не рахуємо ваших відвідувань. Жодної реклами, жодного стеження, жодних сторонніх служб.',
        ],
      },
      {
        title: 'У вашому браузері',
        paragraphs: ['Якщо ви вибираєте мову, файл cookie пам’ятає її назву один рік. Він єдиний.'],
      },
      {
        title: 'Місця',
        paragraphs: [
          'Ми публікуємо те, що вже публікують місця та місцева влада: назву, адресу, телефон, години роботи.',
          'На кожній сторінці написано, звідки походить кожна інформація.',
        ],
      },
    ],
    others: 'Якщо у вас є Pass numérique або ви тут працюєте',
    othersHow:
      'Тоді можуть зберігатися ім’я, телефон або електронна адреса. Реєстр каже, що саме, навіщо, як довго і хто це бачить.',
    register: 'Читати реєстр персональних даних (французькою)',
    question: 'Питання про ваші дані',
    questionHelp: 'Зателефонуйте нам.',
    questionNoPhone: 'Зверніться до місцевої влади, яка керує цією службою.',
  },
  es: {
    title: 'No guardamos nada sobre usted',
    lead: 'Usted busca un lugar sin cuenta y sin decir quién es.',
    parts: [
      {
        title: 'Su búsqueda',
        paragraphs: [
          'La ciudad que escribe sirve para hacer la lista. Después se olvida: no se escribe en ningún sitio.',
          'No medimos sus visitas. Sin publicidad, sin rastreadores, sin servicios externos.',
        ],
      },
      {
        title: 'En su navegador',
        paragraphs: ['Si elige un idioma, una cookie recuerda su nombre durante un año. Es la única.'],
      },
      {
        title: 'Los lugares',
        paragraphs: [
          'Publicamos lo que los lugares y las administraciones ya publican: nombre, dirección, teléfono, horario.',
          'Cada página dice de dónde viene cada información.',
        ],
      },
    ],
    others: 'Si tiene un Pass numérique o trabaja aquí',
    othersHow:
      'Entonces se puede guardar un nombre, un teléfono o una dirección de correo. El registro dice qué, por qué, cuánto tiempo y quién lo ve.',
    register: 'Leer el registro de datos personales (en francés)',
    question: 'Una pregunta sobre sus datos',
    questionHelp: 'Llámenos.',
    questionNoPhone: 'Diríjase a la administración que gestiona este servicio.',
  },
});
