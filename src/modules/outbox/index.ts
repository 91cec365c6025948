export { deliverMessages, emptyOldMessages, type Transports } from './actions/deliver-messages.ts';
export { postMessage } from './actions/post-message.ts';
export { checks } from './checks.ts';
export { mount } from './routes.ts';
