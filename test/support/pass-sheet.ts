import type { Page } from '@playwright/test';
import { expect } from 'vitest';

/** One sheet of paper, whole, with a square that a telephone reads: 44 mm at least, without its quiet zone. */
export async function expectOneSheet(page: Page, lang: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    ...(folder && { path: `${folder}/sheet-${lang}.pdf` }),
  });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), lang).toHaveLength(1);
  const { squareMillimetres, cut } = await page.evaluate(() => {
    const sheet = document.querySelector('.m-sheet')!;
    const { width } = document.querySelector('.m-qr path')!.getBoundingClientRect();
    return { squareMillimetres: (width / 96) * 25.4, cut: sheet.scrollHeight - sheet.clientHeight };
  });
  expect(squareMillimetres, lang).toBeGreaterThanOrEqual(44);
  expect(cut, lang).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: null });
}

/** What the camera of a machine without one sees: this square, on a white sheet. Runs in the page. */
export function showToCamera(square: boolean[][]): void {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const draw = () => {
    const brush = canvas.getContext('2d')!;
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.fillStyle = '#000';
    for (const [y, row] of square.entries())
      for (const [x, isDark] of row.entries()) if (isDark) brush.fillRect(150 + x * 7, 80 + y * 7, 7, 7);
  };
  navigator.mediaDevices.getUserMedia = async () => {
    setInterval(draw, 100);
    return canvas.captureStream(10);
  };
}
