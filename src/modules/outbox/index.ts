export { deliverMessages, type Transports } from './actions/deliver-messages.ts';
export { postMessage } from './actions/post-message.ts';
export { checks } from './checks.ts';
export { personalData } from './personal-data.ts';
export { mount } from './routes.ts';
