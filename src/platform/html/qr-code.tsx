import { encode } from 'uqr';

/** Level M: 15 % of the symbol may be lost on a bad print. The quiet zone of 4 modules is left to the style sheet. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  return (
    <svg class="m-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={data.map(darkRuns).join('')} />
    </svg>
  );
}

/** One row as runs of dark modules: fewer characters than one square per module. */
function darkRuns(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    const start = x;
    while (row[x]) x += 1;
    if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
  }
  return path;
}
