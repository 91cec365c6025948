import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { sourceOfAddress, sourceOfCatalogue, sourceOfFile } from '../../actions/choose-source.ts';
import type { SourceToRead } from '../../actions/read-source.ts';
import type { PAGES } from '../../page-messages.ts';
import type { SourceSummary } from '../../store/sources.ts';
import type { ImportOrigin, ImportRequest } from './import-form.tsx';

/** What a form of the sources page sends. */
export interface ImportForm {
  request: ImportRequest;
  file: File | null;
}

export function readImportForm(body: Record<string, string | File | (string | File)[]>): ImportForm {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '');
  const origin: ImportOrigin =
    text('origine') === 'adresse' || text('origine') === 'catalogue'
      ? (text('origine') as ImportOrigin)
      : 'fichier';
  return {
    request: {
      origin,
      source: text('source'),
      name: text('nom'),
      address: text('adresse'),
      catalogue: text('catalogue'),
    },
    file: body.fichier instanceof File && body.fichier.name !== '' ? body.fichier : null,
  };
}

/** The key of the sentence that says what is missing. */
type Missing = Extract<
  keyof (typeof PAGES)['fr'],
  'chooseFile' | 'emptyFile' | 'chooseAddress' | 'chooseCatalogue' | 'chooseSource'
>;

/** What to read, or the first thing to correct. */
export async function sourceToRead(
  { request, file }: ImportForm,
  known: readonly SourceSummary[],
): Promise<Result<SourceToRead, Missing>> {
  const choice = { source: request.source, title: request.name };
  switch (request.origin) {
    case 'fichier': {
      if (!file) return refuse('chooseFile');
      if (file.size === 0) return refuse('emptyFile');
      const card = sourceOfFile(choice, file.name, known);
      if (!card.ok) return refuse('chooseSource');
      const bytes = new Uint8Array(await file.arrayBuffer());
      return ok({ card: card.value, origin: { kind: 'upload', file: { fileName: file.name, bytes } } });
    }
    case 'adresse': {
      const url = request.address;
      if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return refuse('chooseAddress');
      const card = sourceOfAddress(choice, url, known);
      return card.ok ? ok({ card: card.value, origin: { kind: 'url', url } }) : refuse('chooseSource');
    }
    case 'catalogue': {
      const card = sourceOfCatalogue(request.catalogue);
      return card?.url ? ok({ card, origin: { kind: 'url', url: card.url } }) : refuse('chooseCatalogue');
    }
  }
}
