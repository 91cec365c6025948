export { followProgrammes } from './actions/follow-programmes.ts';
export { checks } from './checks.ts';
export { commands } from './cli.ts';
export { personalData } from './personal-data.ts';
export { mount } from './routes.ts';
