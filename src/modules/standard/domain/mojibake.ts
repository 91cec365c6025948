/** Characters that Windows-1252 gives to the bytes 0x80 to 0x9F; the five missing ones have no character. */
const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 read as Windows-1252 starts with one of these before French letters, quotes and dashes. */
const BROKEN_RUN = new RegExp(`[ÂÃÅâï][${CP1252_HIGH}\\u00a0-\\u00bf]+`, 'g');

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** « bibliothÃ¨que » becomes « bibliothèque »; a sequence that is no UTF-8 stays as it is. */
export function repairMojibake(text: string): string {
  if (!/[ÂÃÅâï]/.test(text)) return text;
  // The second byte of « à » is a no-break space, which many programs turn into a plain one.
  return text.replace(BROKEN_RUN, repairRun).replace(/Ã(?=[ \n][a-zà-ÿ])/g, 'à');
}

function repairRun(run: string): string {
  const bytes = Uint8Array.from([...run].map(toByte));
  for (let length = bytes.length; length >= 2; length -= 1) {
    const decoded = decode(bytes.subarray(0, length));
    if (decoded !== null) return decoded + run.slice(length);
  }
  return run;
}

function toByte(character: string): number {
  const rank = CP1252_HIGH.indexOf(character);
  return rank === -1 ? character.charCodeAt(0) : 0x80 + rank;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}
