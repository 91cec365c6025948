/** One text message holds this many characters of the GSM alphabet (3GPP TS 23.038); one letter outside it halves that. */
export const MOST_GSM_CHARACTERS = 160;

const NOT_GSM = /[^A-Za-z0-9@£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà \n!"#%&'()*+,\-./:;<=>?¡]/g;

/** One line in letters that telephones of any age show, and that do not make the message cost double. */
export const gsmText = (text: string): string =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[«»“”]/g, '"')
    .replace(/[\u2010-\u2015\u2060]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(NOT_GSM, (letter) => letter.normalize('NFD').replace(/[^\x20-\x7e]/g, ''))
    .replace(NOT_GSM, '')
    .trim();
