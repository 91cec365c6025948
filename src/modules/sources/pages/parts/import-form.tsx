import { Button, Details, Field, SelectField, TextField } from '../../../../platform/html/parts.tsx';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { CATALOGUE } from '../../domain/catalogue.ts';
import { PAGES } from '../../page-messages.ts';
import type { SourceSummary } from '../../store/sources.ts';

/** Where the places come from: each has its own form, one of which is the usual one. */
export type ImportOrigin = 'fichier' | 'adresse' | 'catalogue';

/** What a person sent, given back to them when it could not be read. A browser never gives a file back. */
export interface ImportRequest {
  origin: ImportOrigin;
  /** Name of an existing source, or nothing for a new one. */
  source: string;
  name: string;
  address: string;
  catalogue: string;
}

export const NO_REQUEST: ImportRequest = {
  origin: 'fichier',
  source: '',
  name: '',
  address: '',
  catalogue: '',
};

interface FormProps {
  lang: Lang;
  sources: readonly SourceSummary[];
  request: ImportRequest;
  /** The sentence said at the field of the origin. */
  error: string | undefined;
}

const ACTION = '/gestion/imports';

export function ImportForms({ lang, sources, request, error }: FormProps) {
  const say = PAGES[lang];
  const of = (origin: ImportOrigin): FormProps => ({
    lang,
    sources,
    request: request.origin === origin ? request : { ...NO_REQUEST, origin },
    error: request.origin === origin ? error : undefined,
  });
  const isOpen = (origin: ImportOrigin) => request.origin === origin;
  return (
    <>
      <FileForm {...of('fichier')} />
      <div>
        <Details summary={say.byAddress} isOpen={isOpen('adresse')}>
          <AddressForm {...of('adresse')} />
        </Details>
        <Details summary={say.byCatalogue} isOpen={isOpen('catalogue')}>
          <CatalogueForm {...of('catalogue')} />
        </Details>
      </div>
    </>
  );
}

function FileForm(props: FormProps) {
  const say = PAGES[props.lang];
  return (
    <form method="post" action={ACTION} enctype="multipart/form-data" class="m-fields">
      <input type="hidden" name="origine" value="fichier" />
      <Field name="fichier" label={say.file} description={say.fileHelp} error={props.error}>
        {(tied) => <input class="ds-input" type="file" {...tied} />}
      </Field>
      <SourceFields {...props} />
      <div class="m-row">
        <Button icon="upload">{say.readFile}</Button>
      </div>
    </form>
  );
}

function AddressForm(props: FormProps) {
  const say = PAGES[props.lang];
  return (
    <form method="post" action={ACTION} class="m-fields">
      <input type="hidden" name="origine" value="adresse" />
      <TextField
        name="adresse"
        label={say.address}
        description={say.addressHelp}
        error={props.error}
        inputmode="url"
        value={props.request.address}
      />
      <SourceFields {...props} />
      <div class="m-row">
        <Button variant="secondary" icon="world">
          {say.readAddress}
        </Button>
      </div>
    </form>
  );
}

function CatalogueForm({ lang, request, error }: FormProps) {
  const say = PAGES[lang];
  return (
    <form method="post" action={ACTION} class="m-fields">
      <input type="hidden" name="origine" value="catalogue" />
      <SelectField
        name="catalogue"
        label={say.catalogue}
        description={say.catalogueHelp}
        error={error}
        options={CATALOGUE_CHOICES}
        value={request.catalogue}
      />
      <div class="m-row">
        <Button variant="secondary" icon="world">
          {say.readCatalogue}
        </Button>
      </div>
    </form>
  );
}

/** Those that answer without a key: the others could only fail. */
const CATALOGUE_CHOICES = CATALOGUE.filter(({ needsKey }) => !needsKey)
  .map(({ name, title, territory }) => ({ value: name, label: `${title} (${territory})` }))
  .sort((a, b) => a.label.localeCompare(b.label, 'fr'));

/** An existing source to update, or a new one to name. */
function SourceFields({ lang, sources, request }: FormProps) {
  const say = PAGES[lang];
  const { origin } = request;
  return (
    <>
      {sources.length > 0 && (
        <SelectField
          name="source"
          id={`source-${origin}`}
          label={say.source}
          description={say.sourceHelp}
          options={[
            { value: '', label: say.newSource },
            ...sources.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          value={request.source}
        />
      )}
      <TextField
        name="nom"
        id={`nom-${origin}`}
        label={say.sourceName}
        description={say.sourceNameHelp}
        value={request.name}
        maxlength={120}
      />
    </>
  );
}
