// Reads the square of a sheet with the camera, on a press and only then, and writes its code into the field of the form.
import { printedCode, readCode } from '../domain/code.ts';
import type { decodeQR } from './pass-decode.ts';

/** Between two looks: a hand moves slower, and an old telephone keeps up. */
const PAUSE_MS = 200;
/** The longer side that is looked at: a square held at arm's length stays readable, and is found quickly. */
const MOST_PIXELS = 800;

type Look = (video: HTMLVideoElement) => Promise<string | null>;

interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type NativeDetectors = { new (options: { formats: string[] }): NativeDetector } & {
  getSupportedFormats(): Promise<string[]>;
};

/** The browser's own reader where it has one, else ours. */
async function openReader(decoder: string): Promise<Look> {
  const { BarcodeDetector } = window as unknown as { BarcodeDetector?: NativeDetectors };
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  if (BarcodeDetector && formats?.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const decoding = (await import(decoder)) as { decodeQR: typeof decodeQR };
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d', { willReadFrequently: true })!;
  return async (video) => {
    const scale = Math.min(1, MOST_PIXELS / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    brush.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decoding.decodeQR(brush.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return null;
    }
  };
}

function offer(area: HTMLElement): void {
  const [open, close] = area.querySelectorAll('button');
  const video = area.querySelector('video')!;
  const says = area.querySelector('[role="status"]')!;
  const field = document.querySelector<HTMLInputElement>('#code')!;
  const means = document.querySelector<HTMLInputElement>('input[name=moyen]');
  const { decoder = '', searching = '', other = '', denied = '', read = '' } = area.dataset;
  let stream: MediaStream | null = null;

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.hidden = true;
    close!.hidden = true;
    open!.hidden = false;
  };

  const accept = (text: string): boolean => {
    const code = readCode(text);
    if (!code.ok) {
      says.textContent = other;
      return false;
    }
    field.value = printedCode(code.value);
    if (means) means.value = 'camera';
    stop();
    says.textContent = read;
    field.form?.querySelector<HTMLElement>('[type=submit]')?.focus();
    return true;
  };

  const lookOn = async (look: Look) => {
    while (stream) {
      const text = video.readyState >= 2 ? await look(video) : null;
      if (!stream || (text !== null && accept(text))) return;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  };

  open!.addEventListener('click', async () => {
    says.textContent = searching;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      close!.hidden = false;
      open!.hidden = true;
      await video.play();
      await lookOn(await openReader(decoder));
    } catch {
      stop();
      says.textContent = denied;
    }
  });
  close!.addEventListener('click', () => {
    stop();
    says.textContent = '';
  });
  window.addEventListener('pagehide', stop);
}

const found = document.querySelector<HTMLElement>('[data-camera]');
if (found && navigator.mediaDevices) {
  offer(found);
  found.hidden = false;
}
