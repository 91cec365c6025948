import type { Shell } from '../platform/html/view.ts';

/** The links that exist on this instance: a part that is not built yet is not announced. */
export const SHELL: Shell = {
  pro: [
    {
      key: 'refer',
      href: '/pro',
      label: { fr: 'Orienter', en: 'Refer' },
      icon: 'send',
      audience: 'everyone',
    },
    { key: 'home', href: '/gestion', label: { fr: 'Tableau de bord', en: 'Dashboard' }, icon: 'home' },
    { key: 'places', href: '/gestion/lieux', label: { fr: 'Lieux', en: 'Places' }, icon: 'map-pin' },
    { key: 'sources', href: '/gestion/sources', label: { fr: 'Sources', en: 'Sources' }, icon: 'upload' },
    {
      key: 'duplicates',
      href: '/gestion/doublons',
      label: { fr: 'Doublons', en: 'Duplicates' },
      icon: 'git-merge',
    },
    {
      key: 'corrections',
      href: '/gestion/corrections',
      label: { fr: 'Corrections', en: 'Corrections' },
      icon: 'tool',
    },
    {
      key: 'reports',
      href: '/gestion/signalements',
      label: { fr: 'Signalements', en: 'Reports' },
      icon: 'flag',
    },
    { key: 'outbox', href: '/gestion/envois', label: { fr: 'Envois', en: 'Messages' }, icon: 'mail' },
    { key: 'access', href: '/gestion/acces', label: { fr: 'Accès', en: 'Access' }, icon: 'lock' },
    {
      key: 'space',
      href: '/espace',
      label: { fr: 'Mon espace', en: 'My space' },
      icon: 'briefcase',
      audience: 'members',
    },
    {
      key: 'account',
      href: '/compte',
      label: { fr: 'Mon compte', en: 'My account' },
      icon: 'user',
      audience: 'signed-in',
    },
    {
      key: 'sign-in',
      href: '/connexion',
      label: { fr: 'Se connecter', en: 'Sign in' },
      icon: 'door-enter',
      audience: 'signed-out',
    },
  ],
  footer: [
    {
      key: 'pass',
      href: '/pass',
      label: {
        fr: 'Pass numérique',
        falc: 'Pass numérique',
        en: 'Pass numérique',
        ar: 'Pass numérique',
        uk: 'Pass numérique',
        es: 'Pass numérique',
      },
    },
    {
      key: 'embed',
      href: '/integrer',
      label: {
        fr: 'Sur votre site',
        falc: 'Mettre la liste sur votre site',
        en: 'On your site',
        ar: 'على موقعكم',
        uk: 'На вашому сайті',
        es: 'En su sitio',
      },
    },
    {
      key: 'pro',
      href: '/pro',
      label: {
        fr: 'Vous êtes un professionnel',
        falc: 'Pour les professionnels',
        en: 'For professionals',
        ar: 'للمهنيين',
        uk: 'Для фахівців',
        es: 'Para profesionales',
      },
    },
    {
      key: 'opendata',
      href: '/donnees-ouvertes',
      label: {
        fr: 'Données ouvertes',
        falc: 'Données ouvertes',
        en: 'Open data',
        ar: 'البيانات المفتوحة',
        uk: 'Відкриті дані',
        es: 'Datos abiertos',
      },
    },
  ],
};
