import { renderPage } from '../../../platform/html/page.tsx';
import { ButtonLink, Details, Table } from '../../../platform/html/parts.tsx';
import type { View } from '../../../platform/html/view.ts';
import { nb } from '../../../platform/i18n/french-form.ts';
import type { PersonalData, TableRegister } from '../../../platform/personal-data.ts';
import { JOURNAL } from '../journal-messages.ts';

export function registerPage(
  view: View,
  { from, register }: { from: '/vos-donnees' | '/gestion'; register: readonly TableRegister[] },
): string {
  const say = JOURNAL[view.lang];
  const { lang } = view;
  return renderPage(view, {
    title: say.register,
    side: 'pro',
    ...(from === '/gestion'
      ? { active: 'access', back: { href: '/gestion/acces', label: say.back } }
      : { back: { href: from, label: say.yourData } }),
    children: (
      <>
        <h1>{nb(say.register)}</h1>
        <p>{nb(say.registerLead)}</p>
        <p>{nb(say.health)}</p>
        <div>
          <ButtonLink href={`${from}/registre.json`} variant="secondary" icon="download">
            {say.registerDownload}
          </ButtonLink>
        </div>
        <Table
          caption={say.register}
          columns={[say.data, say.purpose, say.basis, say.kept, say.seenBy, say.columns].map((label) => ({
            label,
          }))}
          rows={alike(register).map(({ data: { what, purpose, basis, kept, seenBy }, columns }) => ({
            key: columns.join(),
            cells: [
              ...[what, purpose].map((said) => nb(said[lang])),
              nb(say.bases[basis]),
              ...[kept, seenBy].map((said) => nb(said[lang])),
              <code>{columns.join('; ')}</code>,
            ],
          }))}
        />
        <Details summary={say.impersonal}>
          <ul>
            {register.map(({ table, impersonal }) => (
              <li key={table}>
                <code>{`${table} (${impersonal.join(', ')})`}</code>
              </li>
            ))}
          </ul>
        </Details>
      </>
    ),
  });
}

/** Columns of which the same is said, in one row. */
function alike(register: readonly TableRegister[]): { data: PersonalData; columns: string[] }[] {
  const rows = new Map<string, { data: PersonalData; columns: string[] }>();
  for (const { table, personal } of register)
    for (const data of personal) {
      const { columns, forget: _, ...said } = data;
      const row = rows.get(JSON.stringify(said)) ?? { data, columns: [] };
      row.columns.push(`${table} (${columns.join(', ')})`);
      rows.set(JSON.stringify(said), row);
    }
  return [...rows.values()];
}
