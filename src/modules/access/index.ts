export { createAdminLink } from './actions/enter-as-administrator.ts';
export { signedBy, type Who } from './domain/stated-name.ts';
export { WhoDecides } from './pages/parts/who-decides.tsx';
export { hasAdminSession, mount, whoDecides } from './routes.ts';
