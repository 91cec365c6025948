import { definePublicMessages } from '../../platform/i18n/public-languages.ts';

/** What the notice on data says of the places that a phone keeps: on a press only, until when, and how to remove them. */
export const KEPT_DATA = definePublicMessages({
  fr: {
    title: 'Les lieux gardés dans votre téléphone',
    onPress: (keep: string) =>
      `Rien n’est gardé tant que vous n’appuyez pas sur « ${keep} », sous une liste.`,
    what: 'Si vous appuyez, votre téléphone garde les lieux d’un département, puis les 50 dernières pages de lieux que vous ouvrez. Nous n’en savons rien.',
    howLong:
      'Ces lieux sont mis à jour une fois par semaine, quand il y a du réseau. Ils restent dans votre téléphone jusqu’à ce que vous les effaciez.',
    remove: (erase: string) =>
      `Pour tout effacer, appuyez sur « ${erase} », ici ou sous une liste. Les réglages de votre navigateur le font aussi : effacez les données de ce site.`,
    some: 'Cet appareil garde des lieux.',
    none: 'Cet appareil ne garde aucun lieu.',
    erased: 'C’est effacé. Cet appareil ne garde plus rien.',
  },
  falc: {
    title: 'Les lieux que votre téléphone garde',
    onPress: (keep) =>
      `Sous une liste, il y a un bouton « ${keep} ». Vous n’appuyez pas : le téléphone ne garde rien.`,
    what: 'Vous appuyez : le téléphone garde les lieux de votre département. Il garde aussi les 50 derniers lieux que vous regardez. Nous ne le savons pas.',
    howLong:
      'Une fois par semaine, le téléphone prend les nouvelles informations. Il garde les lieux tant que vous ne les enlevez pas.',
    remove: (erase) => `Vous voulez tout enlever ? Appuyez sur « ${erase} », ici ou sous une liste.`,
    some: 'Ce téléphone garde des lieux.',
    none: 'Ce téléphone ne garde pas de lieu.',
    erased: 'Tout est enlevé. Ce téléphone ne garde plus rien.',
  },
  en: {
    title: 'The places kept on your phone',
    onPress: (keep) => `Nothing is kept until you press “${keep}”, under a list.`,
    what: 'If you press, your phone keeps the places of one département, then the last 50 pages of places that you open. We know nothing of it.',
    howLong:
      'These places are updated once a week, when there is a network. They stay on your phone until you erase them.',
    remove: (erase) =>
      `To erase everything, press “${erase}”, here or under a list. The settings of your browser do it too: delete the data of this site.`,
    some: 'This device keeps places.',
    none: 'This device keeps no place.',
    erased: 'It is erased. This device keeps nothing any more.',
  },
  ar: {
    title: 'الأماكن المحفوظة في هاتفكم',
    onPress: (keep) => `لا يُحفظ شيء ما لم تضغطوا على «${keep}» أسفل قائمة.`,
    what: 'إذا ضغطتم، يحفظ هاتفكم أماكن مقاطعة واحدة، ثم آخر 50 صفحة أماكن تفتحونها. نحن لا نعلم بذلك.',
    howLong: 'تُحدَّث هذه الأماكن مرة في الأسبوع عند توفر الشبكة. وتبقى في هاتفكم إلى أن تمسحوها.',
    remove: (erase) =>
      `لمسح كل شيء، اضغطوا على «${erase}» هنا أو أسفل قائمة. يمكن ذلك أيضًا من إعدادات متصفحكم: امسحوا بيانات هذا الموقع.`,
    some: 'هذا الجهاز يحفظ أماكن.',
    none: 'هذا الجهاز لا يحفظ أي مكان.',
    erased: 'تم المسح. لم يعد هذا الجهاز يحفظ شيئًا.',
  },
  uk: {
    title: 'Місця, збережені у вашому телефоні',
    onPress: (keep) => `Нічого не зберігається, доки ви не натиснете «${keep}» під списком.`,
    what: 'Якщо ви натиснете, телефон зберігає місця одного департаменту, а потім 50 останніх сторінок місць, які ви відкриваєте. Ми про це не знаємо.',
    howLong:
      'Ці місця оновлюються раз на тиждень, коли є мережа. Вони залишаються в телефоні, доки ви їх не зітрете.',
    remove: (erase) =>
      `Щоб стерти все, натисніть «${erase}» тут або під списком. Це можна зробити й у налаштуваннях браузера: видаліть дані цього сайту.`,
    some: 'Цей пристрій зберігає місця.',
    none: 'Цей пристрій не зберігає жодного місця.',
    erased: 'Стерто. Цей пристрій більше нічого не зберігає.',
  },
  es: {
    title: 'Los lugares guardados en su teléfono',
    onPress: (keep) => `No se guarda nada mientras no pulse «${keep}», debajo de una lista.`,
    what: 'Si pulsa, su teléfono guarda los lugares de un departamento y, después, las 50 últimas páginas de lugares que abre. Nosotros no lo sabemos.',
    howLong:
      'Estos lugares se actualizan una vez por semana, cuando hay red. Se quedan en su teléfono hasta que usted los borre.',
    remove: (erase) =>
      `Para borrarlo todo, pulse «${erase}», aquí o debajo de una lista. También puede hacerlo en los ajustes de su navegador: borre los datos de este sitio.`,
    some: 'Este aparato guarda lugares.',
    none: 'Este aparato no guarda ningún lugar.',
    erased: 'Está borrado. Este aparato ya no guarda nada.',
  },
});
