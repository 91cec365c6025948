// Reads the page aloud with the voice of the device. The button stays hidden where no voice speaks the language.
const button = document.querySelector<HTMLButtonElement>('[data-speak]');
const speech = window.speechSynthesis;
const { lang } = document.documentElement;
const SILENT = 'nav, form, button, details:not([open]), svg, [hidden], .m-back, .m-sheet, .m-paper, .m-aside';

const voiceOf = () => speech.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(lang));

/** One sentence at a time: long utterances are cut short by some browsers. */
function sentences(): string[] {
  const main = document.querySelector('main')!.cloneNode(true) as HTMLElement;
  for (const part of main.querySelectorAll(SILENT)) part.remove();
  const blocks = main.querySelectorAll('h1, h2, h3, p, li, dt, dd, caption, tr');
  return [...blocks]
    .filter((block) => !block.querySelector('h2, h3, p, li, dt, dd'))
    .flatMap((block) => (block.textContent ?? '').replace(/\s+/g, ' ').match(/[^.!?؟]+[.!?؟]*/g) ?? [])
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function show(isSpeaking: boolean): void {
  const { listen = '', stop = '' } = button!.dataset;
  button!.querySelector('span')!.textContent = isSpeaking ? stop : listen;
}

function speak(voice: SpeechSynthesisVoice): void {
  const texts = sentences();
  texts.forEach((text, rank) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    if (rank === texts.length - 1) utterance.onend = () => show(false);
    speech.speak(utterance);
  });
  show(texts.length > 0);
}

function offer(): void {
  const voice = voiceOf();
  if (!voice) return;
  button!.hidden = false;
  button!.onclick = () => {
    const wasSpeaking = speech.speaking;
    speech.cancel();
    if (wasSpeaking) show(false);
    else speak(voice);
  };
}

if (button && speech) {
  offer();
  // Voices arrive late in some browsers.
  speech.addEventListener?.('voiceschanged', offer);
  window.addEventListener('pagehide', () => speech.cancel());
}
