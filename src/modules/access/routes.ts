import type { WebApp } from '../../platform/html/view.ts';
import { mountAccount } from './routes/account.ts';
import { mountIdentity } from './routes/identity.ts';
import { mountInvitations } from './routes/invitations.ts';
import { logReadings, mountJournal } from './routes/journal.ts';
import { mountKeys } from './routes/keys.ts';
import { mountManagement } from './routes/management.ts';
import { mountOrganisations } from './routes/organisations.ts';
import { mountSecondFactor } from './routes/second-factor.ts';
import { mountSignIn } from './routes/sign-in.ts';
import { mountSpace } from './routes/space.ts';
import type { Access } from './routes/visitors.ts';

export function mount(app: WebApp, access: Access): void {
  // First: it closes everything under /gestion before any page is mounted there.
  mountManagement(app, access);
  // Before the pages that it watches.
  logReadings(app, access);
  mountSignIn(app, access);
  mountKeys(app, access);
  mountIdentity(app, access);
  mountInvitations(app, access);
  mountAccount(app, access);
  mountSecondFactor(app, access);
  mountSpace(app, access);
  mountOrganisations(app, access);
  mountJournal(app, access);
}
