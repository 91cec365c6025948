export { createAdminLink } from './actions/enter-as-administrator.ts';
export { hasAdminSession, mount } from './routes.ts';
