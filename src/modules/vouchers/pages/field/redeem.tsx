import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { REDEEM } from '../../redeem-messages.ts';
import { Camera } from '../parts/camera.tsx';
import { type CountingDevices, OfflineIsland } from '../parts/offline-island.tsx';
import { CodeField, CountChoices, type RedeemForm, type UnitTerms } from '../parts/redeem-form.tsx';

export interface RedeemView {
  base: string;
  /** Of the programmes whose passes this place accepts today. */
  programmes: readonly UnitTerms[];
  form: RedeemForm;
  /** What is wrong with the code. */
  fault: string | null;
  isManager: boolean;
  structure: string;
  devices: CountingDevices;
}

/** First step: the code, typed or read, and how long. Nothing is taken. */
export function redeemPage(
  view: View,
  { base, programmes, form, fault, isManager, structure, devices }: RedeemView,
): string {
  const say = REDEEM[view.lang];
  return renderPage(view, {
    title: say.title,
    side: 'pro',
    active: 'space',
    errors: fault === null ? [] : [{ field: 'code', message: fault }],
    back: { href: '/espace', label: say.back },
    scripts: ['pass-camera.js', 'pass-offline.js'],
    children: (
      <>
        <h1>{say.title}</h1>
        {programmes.length === 0 ? (
          <NoAgreement view={view} base={base} isManager={isManager} />
        ) : (
          <form class="m-fields m-measure" method="post" action={`${base}/verifier`}>
            <Camera view={view} />
            <input type="hidden" name="moyen" value={form.channel} />
            <CodeField view={view} value={form.code} error={fault ?? undefined} />
            <CountChoices view={view} programmes={programmes} count={form.count} />
            <div class="m-actions">
              <Button variant="secondary" icon="check">
                {say.check}
              </Button>
            </div>
          </form>
        )}
        {programmes.length > 0 && (
          <OfflineIsland view={view} base={base} structure={structure} on="redeem" devices={devices} />
        )}
      </>
    ),
  });
}

function NoAgreement({ view, base, isManager }: { view: View; base: string; isManager: boolean }) {
  const say = REDEEM[view.lang];
  return (
    <Answer kind="ask" icon="alert-circle" title={say.noAgreement}>
      <p>{nb(say.noAgreementWhy)}</p>
      {isManager ? (
        <div>
          <ButtonLink href={base.replace(/utiliser$/, 'lieu/conventions')}>{say.askAgreement}</ButtonLink>
        </div>
      ) : (
        <p>{nb(say.askManager)}</p>
      )}
    </Answer>
  );
}
