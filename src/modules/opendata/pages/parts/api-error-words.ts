import { definePublicMessages } from '../../../../platform/i18n/public-languages.ts';

/** Each kind of error, at the address that the error names. */
export const API_ERROR_KINDS = definePublicMessages({
  fr: {
    intro:
      'Une erreur est au format application/problem+json (RFC 9457). « detail » dit en une phrase ce qu’il faut changer.',
    kinds: {
      parametre: {
        title: 'Paramètre inconnu ou mal écrit (400)',
        text: '« parametres » nomme chaque paramètre à corriger. Un paramètre que nous ne connaissons pas est refusé : sinon vous croiriez qu’il filtre.',
      },
      'lieu-inconnu': {
        title: 'Lieu inconnu (404)',
        text: 'Aucun lieu n’a jamais porté cet identifiant. Vérifiez qu’il est recopié en entier.',
      },
      'lieu-ferme': {
        title: 'Lieu fermé (410)',
        text: 'Ce lieu a été retiré de l’annuaire. Retirez-le aussi de votre service.',
      },
      demarrage: {
        title: 'Service qui démarre (503)',
        text: 'L’en-tête Retry-After dit dans combien de secondes réessayer.',
      },
    },
  },
  falc: {
    intro: 'Une erreur a la forme application/problem+json (RFC 9457). « detail » dit ce qu’il faut changer.',
    kinds: {
      parametre: {
        title: 'Un mot n’est pas juste (400)',
        text: '« parametres » donne les mots à corriger.',
      },
      'lieu-inconnu': {
        title: 'Nous ne connaissons pas ce lieu (404)',
        text: 'Vérifiez le numéro du lieu. Il manque peut-être des lettres.',
      },
      'lieu-ferme': {
        title: 'Ce lieu est fermé (410)',
        text: 'Ce lieu n’est plus dans notre liste. Enlevez-le aussi de votre liste.',
      },
      demarrage: {
        title: 'Le service n’est pas encore prêt (503)',
        text: 'Retry-After dit combien de secondes il faut attendre.',
      },
    },
  },
  en: {
    intro:
      'An error is in the form application/problem+json (RFC 9457). “detail” says in one sentence what to change.',
    kinds: {
      parametre: {
        title: 'Parameter unknown or badly written (400)',
        text: '“parametres” names each parameter to correct. A parameter we do not know is refused: otherwise you would believe that it filters.',
      },
      'lieu-inconnu': {
        title: 'Unknown place (404)',
        text: 'No place ever had this identifier. Check that it is copied whole.',
      },
      'lieu-ferme': {
        title: 'Closed place (410)',
        text: 'This place was removed from the directory. Remove it from your service too.',
      },
      demarrage: {
        title: 'Service starting (503)',
        text: 'The Retry-After header says in how many seconds to try again.',
      },
    },
  },
  ar: {
    intro: 'يأتي الخطأ بصيغة application/problem+json (RFC 9457). ويقول «detail» في جملة ما يجب تغييره.',
    kinds: {
      parametre: {
        title: 'معامل مجهول أو مكتوب بشكل خاطئ (400)',
        text: 'يسمّي «parametres» كل معامل يجب تصحيحه. نرفض المعامل الذي لا نعرفه: وإلا ظننتم أنه يرشّح النتائج.',
      },
      'lieu-inconnu': {
        title: 'مكان مجهول (404)',
        text: 'لم يحمل أي مكان هذا المعرّف من قبل. تحققوا من نسخه كاملًا.',
      },
      'lieu-ferme': {
        title: 'مكان مغلق (410)',
        text: 'حُذف هذا المكان من الدليل. احذفوه من خدمتكم أيضًا.',
      },
      demarrage: {
        title: 'الخدمة قيد التشغيل (503)',
        text: 'تقول الترويسة Retry-After بعد كم ثانية تعيدون المحاولة.',
      },
    },
  },
  uk: {
    intro: 'Помилка має форму application/problem+json (RFC 9457). «detail» одним реченням каже, що змінити.',
    kinds: {
      parametre: {
        title: 'Невідомий або неправильно написаний параметр (400)',
        text: '«parametres» називає кожен параметр, який треба виправити. Невідомий параметр ми відхиляємо: інакше ви думали б, що він фільтрує.',
      },
      'lieu-inconnu': {
        title: 'Невідоме місце (404)',
        text: 'Жодне місце ніколи не мало такого ідентифікатора. Перевірте, чи скопійовано його повністю.',
      },
      'lieu-ferme': {
        title: 'Місце зачинено (410)',
        text: 'Це місце вилучено з довідника. Вилучіть його і зі своєї служби.',
      },
      demarrage: {
        title: 'Служба запускається (503)',
        text: 'Заголовок Retry-After каже, через скільки секунд спробувати знову.',
      },
    },
  },
  es: {
    intro:
      'Un error tiene la forma application/problem+json (RFC 9457). “detail” dice en una frase qué hay que cambiar.',
    kinds: {
      parametre: {
        title: 'Parámetro desconocido o mal escrito (400)',
        text: '“parametres” nombra cada parámetro por corregir. Un parámetro que no conocemos se rechaza: si no, usted creería que filtra.',
      },
      'lieu-inconnu': {
        title: 'Lugar desconocido (404)',
        text: 'Ningún lugar ha tenido nunca este identificador. Compruebe que está copiado entero.',
      },
      'lieu-ferme': {
        title: 'Lugar cerrado (410)',
        text: 'Este lugar se ha retirado del directorio. Retírelo también de su servicio.',
      },
      demarrage: {
        title: 'Servicio que arranca (503)',
        text: 'La cabecera Retry-After dice dentro de cuántos segundos intentarlo de nuevo.',
      },
    },
  },
});
