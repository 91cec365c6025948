export { followProgrammes } from './actions/follow-programmes.ts';
export { playDemonstration } from './actions/play-demonstration.ts';
export { checks } from './checks.ts';
export { commands } from './cli.ts';
export { personalData } from './personal-data.ts';
export { mount } from './routes.ts';
